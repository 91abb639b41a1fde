/** The preview's platform is as strict as SCORM 2004 (RTE, 4th edition, chapters 3 and 4). */

import assert from "node:assert/strict";
import test from "node:test";

import { Scorm2004 } from "../../../coursebuilder/preview/static/scorm2004.js";
import { ELEMENTS, ERRORS, LIMIT } from "../../../coursebuilder/preview/static/scorm2004-model.js";

const SCOS = [
  { id: "a", title: "A", shell: "sco/a/index.html", needs: [],
    objectives: [{ id: "module.a", target: "urn:a", writes: true }, { id: "objective.x", target: "urn:x", writes: true }] },
  { id: "b", title: "B", shell: "sco/b/index.html", needs: ["urn:a"],
    objectives: [{ id: "module.b", target: "urn:b", writes: true }, { id: "needs.a", target: "urn:a", writes: false }] },
];

function store() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

function opened(options) {
  const platform = new Scorm2004(options);
  assert.equal(platform.api.Initialize(""), "true");
  return platform;
}

function refused(platform, act, code) {
  const answer = act(platform.api);
  assert.ok(answer === "false" || answer === "", answer);
  assert.equal(platform.api.GetLastError(), code);
  assert.notEqual(platform.api.GetErrorString(code), "");
}

const sets = (platform, element, value) => {
  assert.equal(platform.api.SetValue(element, value), "true", `${element} = ${value}: ${platform.api.GetLastError()}`);
};
const fails = (platform, element, value, code) => refused(platform, (api) => api.SetValue(element, value), code);

test("each moment has its own codes", () => {
  const platform = new Scorm2004();
  refused(platform, (api) => api.GetValue("cmi.entry"), "122");
  refused(platform, (api) => api.SetValue("cmi.location", "x"), "132");
  refused(platform, (api) => api.Commit(""), "142");
  refused(platform, (api) => api.Terminate(""), "112");
  refused(platform, (api) => api.Initialize("x"), "201");
  assert.equal(platform.api.Initialize(""), "true");
  refused(platform, (api) => api.Initialize(""), "103");
  refused(platform, (api) => api.Commit("x"), "201");
  assert.equal(platform.api.Terminate(""), "true");
  refused(platform, (api) => api.GetValue("cmi.entry"), "123");
  refused(platform, (api) => api.SetValue("cmi.location", "x"), "133");
  refused(platform, (api) => api.Commit(""), "143");
  refused(platform, (api) => api.Terminate(""), "113");
  refused(platform, (api) => api.Initialize(""), "104");
});

test("each mistake has its own code", () => {
  const platform = opened();
  fails(platform, "cmi.learner_id", "x", "404");
  fails(platform, "cmi.interactions._count", "1", "404");
  fails(platform, "cmi.nothing", "x", "401");
  fails(platform, "", "x", "351");
  fails(platform, "cmi.completion_status", "done", "406");
  fails(platform, "cmi.score.scaled", "1.01", "407");
  fails(platform, "cmi.score.scaled", "half", "406");
  fails(platform, "cmi.progress_measure", "-0.1", "407");
  fails(platform, "cmi.session_time", "0001:00:00", "406");
  fails(platform, "cmi.location", "x".repeat(1001), "406");
  fails(platform, "adl.nav.request", "next", "406");
  refused(platform, (api) => api.GetValue("cmi.exit"), "405");
  refused(platform, (api) => api.GetValue("cmi.location"), "403");
  refused(platform, (api) => api.GetValue("cmi.score.scaled"), "403");
  refused(platform, (api) => api.GetValue("cmi.location._children"), "301");
  refused(platform, (api) => api.GetValue("cmi.score._count"), "401");
  refused(platform, (api) => api.GetValue("cmi.objectives.0.id"), "301");
  refused(platform, (api) => api.GetValue(""), "301");
  assert.equal(platform.api.GetValue("cmi.entry"), "ab-initio");
  assert.equal(platform.api.GetValue("cmi.score._children"), "scaled,raw,min,max");
  assert.equal(platform.api.GetLastError(), "0");
});

test("suspend data ends at 64,000 characters", () => {
  const platform = opened();
  sets(platform, "cmi.suspend_data", "x".repeat(LIMIT));
  fails(platform, "cmi.suspend_data", "x".repeat(LIMIT + 1), "406");
  assert.equal(platform.suspendData.length, LIMIT);
});

test("times are those of ISO 8601 that the standard takes", () => {
  const platform = opened();
  for (const value of ["PT0S", "PT1H2M3.45S", "P1DT2H", "P1Y2M3D"]) sets(platform, "cmi.session_time", value);
  for (const value of ["P", "PT", "P1DT", "PT1.234S", "1H"]) fails(platform, "cmi.session_time", value, "406");
  sets(platform, "cmi.interactions.0.id", "q");
  for (const value of ["2026", "2026-11-28T15:04:05", "2026-11-28T15:04:05.12Z", "2026-11-28T15:04:05.1+01:00"]) {
    sets(platform, "cmi.interactions.0.timestamp", value);
  }
  for (const value of ["2026-13", "2026-11-28T25", "28/11/2026", "2026-11-28T15:04:05+01:00"]) {
    fails(platform, "cmi.interactions.0.timestamp", value, "406");
  }
});

test("an interaction begins with its id, an answer with its type", () => {
  const platform = opened();
  const place = "cmi.interactions.0";
  fails(platform, "cmi.interactions.1.id", "q", "351");
  fails(platform, `${place}.type`, "choice", "408");
  sets(platform, `${place}.id`, "q");
  fails(platform, `${place}.learner_response`, "a", "408");
  fails(platform, `${place}.correct_responses.0.pattern`, "a", "408");
  fails(platform, `${place}.type`, "essay", "406");
  sets(platform, `${place}.type`, "choice");
  sets(platform, `${place}.learner_response`, "a[,]b");
  fails(platform, `${place}.learner_response`, "a[,]a", "406");
  sets(platform, `${place}.correct_responses.0.pattern`, "a");
  fails(platform, `${place}.correct_responses.2.pattern`, "b", "351");
  sets(platform, `${place}.result`, "0.5");
  fails(platform, `${place}.result`, "wrong", "406");
  assert.equal(platform.api.GetValue("cmi.interactions._count"), "1");
  assert.equal(platform.api.GetValue(`${place}.correct_responses._count`), "1");
  assert.deepEqual(platform.answers, [["q", "a[,]b", "0.5"]]);
});

test("an answer has the form of its type", () => {
  const cases = {
    "true-false": ["true", "t"], "fill-in": ["{lang=nl}woord", "x".repeat(251)], "long-fill-in": ["x".repeat(4000), "x".repeat(4001)],
    matching: ["a[.]b[,]c[.]d", "a[,]b"], sequencing: ["a[,]b", "a b"], likert: ["l_1", ""], numeric: ["-1.5", "1,5"], other: ["x", "x".repeat(4001)],
  };
  const platform = opened();
  Object.entries(cases).forEach(([type, [right, wrong]], place) => {
    sets(platform, `cmi.interactions.${place}.id`, type);
    sets(platform, `cmi.interactions.${place}.type`, type);
    sets(platform, `cmi.interactions.${place}.learner_response`, right);
    fails(platform, `cmi.interactions.${place}.learner_response`, wrong, "406");
  });
  sets(platform, "cmi.interactions.6.correct_responses.0.pattern", "1[:]2");
  fails(platform, "cmi.interactions.6.correct_responses.1.pattern", "1", "406");
});

test("the objectives of the manifest stand ready and are shared between modules", () => {
  const platform = new Scorm2004();
  platform.package(SCOS);
  assert.equal(platform.mayStart(SCOS[1]), false);
  platform.api.Initialize("");
  assert.equal(platform.api.GetValue("cmi.objectives._count"), "2");
  assert.equal(platform.api.GetValue("cmi.objectives.1.id"), "objective.x");
  fails(platform, "cmi.objectives.1.id", "other", "351");
  fails(platform, "cmi.objectives.2.id", "module.a", "351");
  fails(platform, "cmi.objectives.3.id", "far", "351");
  assert.equal(platform.api.GetValue("adl.nav.request_valid.continue"), "false");
  sets(platform, "cmi.success_status", "passed");
  assert.equal(platform.api.GetValue("cmi.objectives.0.success_status"), "passed");
  assert.equal(platform.api.GetValue("adl.nav.request_valid.continue"), "true");
  assert.equal(platform.mayStart(SCOS[1]), true);
  assert.deepEqual(SCOS.map((sco) => platform.statusOf(sco)), ["passed", "unknown"]);
});

test("the learner moves on when the content asks for it", async () => {
  const seen = [];
  const platform = new Scorm2004({ moved: (sco) => seen.push(sco.id) });
  platform.package(SCOS);
  platform.api.Initialize("");
  sets(platform, "cmi.success_status", "passed");
  sets(platform, "adl.nav.request", "continue");
  platform.api.Terminate("");
  await Promise.resolve();
  assert.deepEqual(seen, ["b"]);
  assert.equal(platform.current.id, "b");
  platform.launch();
  platform.api.Initialize("");
  assert.equal(platform.api.GetValue("cmi.objectives.1.success_status"), "passed");
  assert.equal(platform.value("cmi.success_status"), "unknown");
});

test("each module resumes by itself, also on another page load", () => {
  const kept = store();
  const first = new Scorm2004({ store: kept });
  first.package(SCOS);
  first.api.Initialize("");
  sets(first, "cmi.location", "a/1");
  sets(first, "cmi.suspend_data", "state");
  sets(first, "cmi.exit", "suspend");
  sets(first, "cmi.session_time", "PT1H2M3.5S");
  first.api.Terminate("");
  const second = new Scorm2004({ store: kept });
  second.package(SCOS);
  second.api.Initialize("");
  assert.equal(second.api.GetValue("cmi.entry"), "resume");
  assert.equal(second.api.GetValue("cmi.suspend_data"), "state");
  sets(second, "cmi.session_time", "PT58M56.5S");
  second.launch();
  assert.equal(second.value("cmi.total_time"), "PT2H1M0S");
  second.choose("b");
  second.api.Initialize("");
  assert.equal(second.api.GetValue("cmi.entry"), "ab-initio");
  second.reset();
  assert.equal(new Scorm2004({ store: kept }).suspendData, "");
});

test("it fails when asked, and logs every call with its code", () => {
  const platform = new Scorm2004();
  platform.failure = "start";
  refused(platform, (api) => api.Initialize(""), "102");
  platform.failure = "";
  platform.api.Initialize("");
  platform.failure = "set";
  fails(platform, "cmi.location", "x", "351");
  refused(platform, (api) => api.Commit(""), "391");
  platform.failure = "throw";
  assert.throws(() => platform.api.GetValue("cmi.entry"));
  assert.deepEqual(platform.log.map(({ call, code }) => [call.split("(")[0], code]),
    [["Initialize", "102"], ["Initialize", "0"], ["SetValue", "351"], ["Commit", "391"], ["GetValue", "101"]]);
});

test("every code has words, every element a place in the table", () => {
  assert.equal(Object.keys(ERRORS).length, 26);
  for (const element of ["cmi.completion_status", "cmi.objectives.n.score.scaled", "cmi.interactions.n.correct_responses.n.pattern",
    "cmi.comments_from_learner.n.comment", "cmi.learner_preference.language", "cmi.total_time"]) {
    assert.ok(ELEMENTS[element], element);
  }
});

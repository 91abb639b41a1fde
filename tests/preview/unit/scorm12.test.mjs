/** The preview's platform is as strict as SCORM 1.2 (RTE, chapter 3). */

import assert from "node:assert/strict";
import test from "node:test";

import { LIMIT, Scorm12 } from "../../../coursebuilder/preview/static/scorm12.js";

function store() {
  const kept = new Map();
  return { getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => kept.set(key, value) };
}

function opened(options) {
  const platform = new Scorm12(options);
  assert.equal(platform.api.LMSInitialize(""), "true");
  return platform;
}

function refused(platform, act, code) {
  const answer = act(platform.api);
  assert.ok(answer === "false" || answer === "");
  assert.equal(platform.api.LMSGetLastError(), code);
  assert.notEqual(platform.api.LMSGetErrorString(code), "");
}

test("nothing can be done before the start or after the end", () => {
  const platform = new Scorm12();
  refused(platform, (api) => api.LMSGetValue("cmi.core.entry"), "301");
  refused(platform, (api) => api.LMSSetValue("cmi.suspend_data", "x"), "301");
  refused(platform, (api) => api.LMSCommit(""), "301");
  refused(platform, (api) => api.LMSFinish(""), "301");
  assert.equal(platform.api.LMSInitialize(""), "true");
  refused(platform, (api) => api.LMSInitialize(""), "101");
  assert.equal(platform.api.LMSFinish(""), "true");
  refused(platform, (api) => api.LMSFinish(""), "301");
});

test("each mistake has its own code", () => {
  const platform = opened();
  refused(platform, (api) => api.LMSSetValue("cmi.core.student_id", "x"), "403");
  refused(platform, (api) => api.LMSGetValue("cmi.core.exit"), "404");
  refused(platform, (api) => api.LMSSetValue("cmi.core.score._children", "x"), "402");
  refused(platform, (api) => api.LMSSetValue("cmi.core.lesson_status", "done"), "405");
  refused(platform, (api) => api.LMSSetValue("cmi.core.score.raw", "101"), "405");
  refused(platform, (api) => api.LMSSetValue("cmi.core.session_time", "1:2:3"), "405");
  refused(platform, (api) => api.LMSGetValue("cmi.nothing"), "401");
  refused(platform, (api) => api.LMSGetValue("cmi.suspend_data._children"), "202");
  refused(platform, (api) => api.LMSGetValue("cmi.core._count"), "203");
  refused(platform, (api) => api.LMSCommit("x"), "201");
  assert.equal(platform.api.LMSGetValue("cmi.core.entry"), "ab-initio");
  assert.equal(platform.api.LMSGetLastError(), "0");
});

test("suspend data ends at 4096 characters", () => {
  const platform = opened();
  assert.equal(platform.api.LMSSetValue("cmi.suspend_data", "x".repeat(LIMIT)), "true");
  refused(platform, (api) => api.LMSSetValue("cmi.suspend_data", "x".repeat(LIMIT + 1)), "405");
  assert.equal(platform.value("cmi.suspend_data").length, LIMIT);
});

test("interactions are written in order and cannot be read", () => {
  const platform = opened();
  const set = (name, value) => platform.api.LMSSetValue(`cmi.interactions.0.${name}`, value);
  refused(platform, (api) => api.LMSSetValue("cmi.interactions.1.id", "a"), "201");
  assert.equal(set("id", "vraag"), "true");
  assert.equal(set("type", "choice"), "true");
  assert.equal(set("correct_responses.0.pattern", "a"), "true");
  assert.equal(set("result", "correct"), "true");
  refused(platform, () => set("type", "essay"), "405");
  refused(platform, () => set("colour", "red"), "401");
  refused(platform, (api) => api.LMSGetValue("cmi.interactions.0.id"), "404");
  assert.equal(platform.api.LMSGetValue("cmi.interactions._count"), "1");
  assert.deepEqual(platform.interactions, [{ id: "vraag", type: "choice", patterns: ["a"], result: "correct" }]);
});

test("a suspended learner resumes, also on another page load", () => {
  const kept = store();
  const first = opened({ store: kept });
  first.api.LMSSetValue("cmi.core.lesson_location", "a/b");
  first.api.LMSSetValue("cmi.suspend_data", "state");
  first.api.LMSSetValue("cmi.core.exit", "suspend");
  first.api.LMSSetValue("cmi.core.session_time", "0001:02:03.50");
  first.api.LMSFinish("");
  const second = opened({ store: kept });
  assert.equal(second.api.LMSGetValue("cmi.core.entry"), "resume");
  assert.equal(second.api.LMSGetValue("cmi.core.lesson_location"), "a/b");
  assert.equal(second.api.LMSGetValue("cmi.suspend_data"), "state");
  assert.equal(second.api.LMSGetValue("cmi.core.total_time"), "0001:02:03.50");
  second.api.LMSSetValue("cmi.core.session_time", "0000:58:56.50");
  second.launch();
  assert.equal(second.value("cmi.core.total_time"), "0002:01:00.00");
  second.reset();
  assert.equal(second.value("cmi.core.entry"), "ab-initio");
  assert.equal(new Scorm12({ store: kept }).value("cmi.suspend_data"), "");
});

test("it fails when asked, and logs every call with its code", () => {
  const platform = opened();
  platform.failure = "set";
  refused(platform, (api) => api.LMSSetValue("cmi.suspend_data", "x"), "101");
  refused(platform, (api) => api.LMSCommit(""), "101");
  platform.failure = "throw";
  assert.throws(() => platform.api.LMSGetValue("cmi.core.entry"));
  platform.failure = "";
  assert.equal(platform.api.LMSSetValue("cmi.suspend_data", "x"), "true");
  assert.deepEqual(platform.log.map(({ call, code }) => [call.split("(")[0], code]), [
    ["LMSInitialize", "0"], ["LMSSetValue", "101"], ["LMSCommit", "101"], ["LMSGetValue", "101"], ["LMSSetValue", "0"],
  ]);
});

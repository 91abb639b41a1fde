import assert from "node:assert/strict";
import { test } from "node:test";

import { variantOf } from "../../../coursebuilder/player/attempt.js";
import { interactionOf } from "../../../coursebuilder/player/interactions.js";
import { pattern as pattern12 } from "../../../coursebuilder/player/runtime/patterns12.js";
import { createScorm2004 } from "../../../coursebuilder/player/runtime/scorm2004.js";
import { duration, identifier, patterns, response, timestamp, typeOf } from "../../../coursebuilder/player/runtime/patterns2004.js";
import { createRuntime } from "../../../coursebuilder/player/runtime/index.js";
import { fractionOf } from "../../../coursebuilder/player/scoring.js";
import { QUESTIONS } from "./questions.mjs";

const STATUSES = ["completed", "incomplete", "not attempted", "unknown"];
const REAL = /^-?\d{1,10}(\.\d{1,7})?$/;
const TEXT = (length) => (value) => value.length <= length;
/** What may be written, as SCORM 2004 4th edition has it (RTE 4.2) and no looser than Moodle. */
const WRITABLE = [
  [/^cmi\.(objectives\.\d+\.)?completion_status$/, (value) => STATUSES.includes(value)],
  [/^cmi\.(objectives\.\d+\.)?success_status$/, (value) => ["passed", "failed", "unknown"].includes(value)],
  [/^cmi\.(objectives\.\d+\.)?score\.scaled$/, (value) => REAL.test(value) && Math.abs(Number(value)) <= 1],
  [/^cmi\.(objectives\.\d+\.)?score\.(raw|min|max)$/, (value) => REAL.test(value)],
  [/^cmi\.(objectives\.\d+\.)?progress_measure$/, (value) => REAL.test(value) && Number(value) >= 0 && Number(value) <= 1],
  [/^cmi\.location$/, TEXT(1000)],
  [/^cmi\.suspend_data$/, TEXT(64000)],
  [/^cmi\.exit$/, (value) => ["time-out", "suspend", "logout", "normal", ""].includes(value)],
  [/^cmi\.session_time$/, (value) => /^PT(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?$/.test(value) && value !== "PT"],
  [/^cmi\.interactions\.\d+\.id$/, (value) => /^[\w.]{1,250}$/.test(value)],
  [/^cmi\.interactions\.\d+\.type$/, (value) => ["true-false", "choice", "fill-in", "long-fill-in", "matching", "sequencing", "likert", "numeric"].includes(value)],
  [/^cmi\.interactions\.\d+\.timestamp$/, (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)],
  [/^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, TEXT(4000)],
  [/^cmi\.interactions\.\d+\.weighting$/, (value) => REAL.test(value)],
  [/^cmi\.interactions\.\d+\.learner_response$/, TEXT(4000)],
  [/^cmi\.interactions\.\d+\.result$/, (value) => ["correct", "incorrect", "unanticipated", "neutral"].includes(value) || REAL.test(value)],
  [/^cmi\.interactions\.\d+\.latency$/, (value) => /^PT[\dHMS.]+$/.test(value)],
  [/^adl\.nav\.request$/, (value) => ["continue", "previous", "exit", "exitAll", "suspendAll", "_none_"].includes(value)],
];

/** A strict platform in memory: it writes down every call and every error the standard names. */
function platform(values = {}, answers = {}) {
  const calls = [];
  const errors = [];
  const stored = {
    "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.mode": "normal", "cmi.credit": "credit",
    "cmi.entry": "ab-initio", "cmi.learner_id": "p1", "cmi.learner_name": "Achter, Voor",
    "cmi.interactions._children": "id,type", "cmi.interactions._count": "0", "cmi.objectives._count": "0", ...values,
  };
  let phase = "new";
  const fail = (code, answer = "false") => {
    errors.push(code);
    return answer;
  };
  const usual = {
    Initialize: (none) => {
      if (none !== "") return fail(201);
      if (phase !== "new") return fail(phase === "open" ? 103 : 104);
      phase = "open";
      return "true";
    },
    GetValue(element) {
      if (phase !== "open") return fail(phase === "new" ? 122 : 123, "");
      return element in stored ? stored[element] : fail(403, "");
    },
    SetValue(element, value) {
      if (phase !== "open") return fail(phase === "new" ? 132 : 133);
      const rule = WRITABLE.find(([pattern]) => pattern.test(element));
      if (!rule) return fail(401);
      if (typeof value !== "string" || !rule[1](value)) return fail(406);
      const place = element.match(/^(cmi\.(?:interactions|objectives))\.(\d+)\.(\w+)/);
      if (place && place[3] !== "id" && !(`${place[1]}.${place[2]}.id` in stored)) return fail(408);
      if (place?.[3] === "id") {
        if (place[2] !== stored[`${place[1]}._count`]) return fail(351);
        stored[`${place[1]}._count`] = String(Number(place[2]) + 1);
      }
      if (/learner_response|pattern$/.test(element) && !(`${place[1]}.${place[2]}.type` in stored)) return fail(408);
      stored[element] = value;
      return "true";
    },
    Commit: (none) => (none === "" && phase === "open" ? "true" : fail(phase === "open" ? 201 : 143)),
    Terminate: (none) => {
      if (none !== "" || phase !== "open") return fail(113);
      phase = "over";
      return "true";
    },
    GetLastError: () => String(errors.at(-1) ?? 0),
  };
  const api = Object.fromEntries(Object.entries({ ...usual, ...answers }).map(([name, act]) => [name, (...given) => {
    calls.push([name, ...given]);
    return act(...given);
  }]));
  const serious = () => errors.filter((code) => code !== 403);
  return { api, calls, stored, errors, serious, named: (name) => calls.filter(([called]) => called === name) };
}

function clock() {
  const timers = [];
  const time = {
    at: 0,
    now: () => time.at,
    later: (task, delay) => timers.push({ task, due: time.at + delay, done: false }) - 1,
    cancel: (index) => {
      timers[index].done = true;
    },
    pass(milliseconds) {
      const until = time.at + milliseconds;
      for (;;) {
        const next = timers.filter((timer) => !timer.done && timer.due <= until).sort((a, b) => a.due - b.due)[0];
        if (!next) break;
        time.at = next.due;
        next.done = true;
        next.task();
      }
      time.at = until;
    },
  };
  return time;
}

async function opened(values, answers) {
  const lms = platform(values, answers);
  const time = clock();
  const runtime = createScorm2004({ API_1484_11: lms.api }, time);
  const launch = await runtime.start();
  return { ...lms, time, runtime, launch };
}

const OBJECTIVES = {
  "cmi.objectives._count": "3", "cmi.objectives.0.id": "needs.start", "cmi.objectives.1.id": "objective.avg",
  "cmi.objectives.2.id": "module.kader",
};
const RESULT = { percent: null, done: false, passed: null, progress: 0 };

test("a new learner is incomplete at once, and the session is to be suspended", async () => {
  const { launch, stored, calls, serious } = await opened();
  assert.deepEqual(calls[0], ["Initialize", ""]);
  assert.equal(stored["cmi.completion_status"], "incomplete");
  assert.equal(stored["cmi.success_status"], "unknown");
  assert.equal(stored["cmi.exit"], "suspend");
  assert.equal(launch.writable, true);
  assert.deepEqual(launch.learner, { id: "p1", name: "Achter, Voor" });
  assert.deepEqual(serious(), []);
});

test("completion and success are two things: handed in but failed, then passed", async () => {
  const { runtime, stored, serious } = await opened();
  runtime.setResult({ ...RESULT, progress: 0.5 });
  assert.equal(stored["cmi.completion_status"], "incomplete");
  assert.equal(stored["cmi.progress_measure"], "0.5");
  runtime.setResult({ percent: 40, done: false, passed: false, progress: 1 });
  assert.deepEqual([stored["cmi.completion_status"], stored["cmi.success_status"]], ["completed", "failed"]);
  assert.deepEqual(["scaled", "raw", "min", "max"].map((part) => stored[`cmi.score.${part}`]), ["0.4", "40", "0", "100"]);
  runtime.setResult({ percent: 90, done: true, passed: true, progress: 1 });
  assert.deepEqual([stored["cmi.completion_status"], stored["cmi.success_status"], stored["cmi.score.raw"]], ["completed", "passed", "90"]);
  assert.deepEqual(serious(), []);
});

test("a module without scored quizzes passes when it is done, so that the next one opens", async () => {
  const { runtime, stored } = await opened();
  runtime.setResult({ ...RESULT, done: true, progress: 1 });
  assert.deepEqual([stored["cmi.completion_status"], stored["cmi.success_status"]], ["completed", "passed"]);
  assert.equal("cmi.score.raw" in stored, false);
});

test("nothing is ever lowered", async () => {
  const { runtime, stored } = await opened({
    "cmi.completion_status": "completed", "cmi.success_status": "passed", "cmi.score.scaled": "0.8", "cmi.score.raw": "80",
    "cmi.progress_measure": "1", "cmi.entry": "resume",
  });
  runtime.setResult({ percent: 40, done: false, passed: false, progress: 0.2 });
  assert.deepEqual(
    ["completion_status", "success_status", "score.raw", "score.scaled", "progress_measure"].map((part) => stored[`cmi.${part}`]),
    ["completed", "passed", "80", "0.8", "1"],
  );
});

test("objectives of the manifest are found by their id, none is added, others are left alone", async () => {
  const { runtime, stored, serious } = await opened(OBJECTIVES);
  const objectives = [
    { id: "module.kader", ...RESULT, percent: 60, progress: 0.5 },
    { id: "objective.avg", ...RESULT, percent: 100, done: true, passed: true, progress: 1 },
    { id: "objective.elders", ...RESULT, done: true },
  ];
  runtime.setResult({ ...RESULT, percent: 60, progress: 0.5, objectives });
  assert.equal(stored["cmi.objectives.2.score.scaled"], "0.6");
  assert.equal(stored["cmi.objectives.2.completion_status"], "incomplete");
  assert.equal(stored["cmi.objectives.1.success_status"], "passed");
  assert.equal(stored["cmi.objectives._count"], "3");
  assert.deepEqual(Object.keys(stored).filter((element) => element.startsWith("cmi.objectives.0")), ["cmi.objectives.0.id"]);
  assert.deepEqual(serious(), []);
});

for (const values of [{ "cmi.mode": "browse" }, { "cmi.mode": "review" }, { "cmi.credit": "no-credit" }]) {
  test(`${Object.values(values)[0]}: nothing but time and exit is written`, async () => {
    const { runtime, launch, named } = await opened({ ...values, ...OBJECTIVES });
    assert.equal(launch.writable, false);
    runtime.setResult({ percent: 100, done: true, passed: true, progress: 1, objectives: [{ id: "module.kader", ...RESULT }] });
    runtime.setState("1|x");
    runtime.setLocation("a/b");
    runtime.addInteraction(INTERACTION);
    runtime.commit({ now: true });
    runtime.finish();
    assert.deepEqual(new Set(named("SetValue").map(([, element]) => element)), new Set(["cmi.exit", "cmi.session_time"]));
  });
}

test("an empty mode is an ordinary one", async () => {
  const { launch } = await opened({ "cmi.mode": "", "cmi.credit": "" });
  assert.equal(launch.writable, true);
});

test("long states pass up to the standard's limit, locations are cut", async () => {
  const { runtime, stored, serious } = await opened();
  assert.equal(runtime.setState("1".repeat(64000)), true);
  assert.equal(runtime.setState("1".repeat(64001)), false);
  runtime.setLocation("x".repeat(1500));
  assert.equal(stored["cmi.location"].length, 1000);
  assert.deepEqual(serious(), []);
});

test("moving on: asked first, then requested, then the session ends once", async () => {
  const { runtime, named, calls, serious } = await opened({
    "adl.nav.request_valid.continue": "true", "adl.nav.request_valid.previous": "false",
  });
  assert.equal(runtime.canMove("next"), true);
  assert.equal(runtime.canMove("previous"), false);
  runtime.move("next");
  runtime.finish();
  assert.deepEqual(calls.slice(-5).map(([name, element, value]) => [name, element, value]), [
    ["SetValue", "adl.nav.request", "continue"], ["SetValue", "cmi.session_time", "PT0S"], ["SetValue", "cmi.exit", "suspend"],
    ["Commit", "", undefined], ["Terminate", "", undefined],
  ]);
  assert.equal(named("Terminate").length, 1);
  assert.deepEqual(serious(), []);
});

test("a platform that cannot say whether it moves is asked; one that knows nothing of it is not", async () => {
  const unsure = await opened({ "adl.nav.request_valid.continue": "unknown" });
  assert.equal(unsure.runtime.canMove("next"), true);
  const plain = await opened();
  assert.equal(plain.runtime.canMove("next"), false);
});

test("the session ends once, with its time, and is deaf afterwards", async () => {
  const { runtime, time, calls, named, serious } = await opened();
  time.pass(3723450);
  runtime.finish();
  runtime.finish();
  runtime.setState("1|late");
  runtime.setResult({ percent: 1, done: true, passed: true, progress: 1 });
  runtime.commit({ now: true });
  assert.deepEqual(calls.filter(([name]) => name !== "GetValue").slice(-4), [
    ["SetValue", "cmi.session_time", "PT1H2M3.45S"], ["SetValue", "cmi.exit", "suspend"], ["Commit", ""], ["Terminate", ""],
  ]);
  assert.equal(named("Terminate").length, 1);
  assert.equal(serious().includes(133), false);
});

test("an API that comes late is found; one that never comes is given up", async () => {
  const lms = platform();
  const time = clock();
  const host = {};
  const starting = createScorm2004(host, time).start();
  time.pass(3000);
  host.API_1484_11 = lms.api;
  time.pass(500);
  assert.equal((await starting).mode, "normal");
  const never = createScorm2004({ API: {} }, time).start();
  time.pass(20000);
  assert.equal(await never, null);
});

test("a platform that has initialised already is gone on with; one that refuses is not", async () => {
  const lms = platform();
  lms.api.Initialize("");
  const { runtime, launch } = await (async () => {
    const session = createScorm2004({ API_1484_11: lms.api }, clock());
    return { runtime: session, launch: await session.start() };
  })();
  assert.equal(launch.writable, true);
  assert.equal(runtime.connected, true);
  const refusing = platform({}, { Initialize: () => "false" });
  const told = [];
  const other = createScorm2004({ API_1484_11: refusing.api }, clock());
  other.onTrouble((failing) => told.push(failing));
  assert.equal(await other.start(), null);
  other.finish();
  assert.deepEqual(told, [true]);
  assert.equal(refusing.named("Terminate").length, 0);
});

test("an API that throws or answers nonsense does not stop the course", async () => {
  const thrower = () => {
    throw new Error("no");
  };
  for (const bad of [thrower, () => undefined, () => null, () => ({}), () => 7]) {
    const { runtime } = await opened({}, { GetValue: bad, SetValue: bad, Commit: bad, Terminate: bad });
    assert.equal(runtime.setState("1|x"), false);
    runtime.setResult({ percent: 10, done: true, passed: true, progress: 1, objectives: [{ id: "module.m", ...RESULT }] });
    runtime.addInteraction(INTERACTION);
    runtime.canMove("next");
    runtime.move("next");
    runtime.commit({ now: true });
    runtime.finish();
  }
});

test("changes are sent after two seconds of rest; a failing commit is tried again", async () => {
  let works = false;
  const { runtime, time, named } = await opened({}, { Commit: () => String(works) });
  const told = [];
  runtime.onTrouble((failing) => told.push(failing));
  runtime.setLocation("a/b");
  runtime.commit();
  time.pass(1500);
  runtime.commit();
  time.pass(1500);
  assert.equal(named("Commit").length, 0);
  time.pass(30000);
  assert.ok(named("Commit").length >= 3 && named("Commit").length <= 6);
  works = true;
  time.pass(60000);
  assert.equal(runtime.dirty, false);
  assert.deepEqual([told[0], told.at(-1)], [true, false]);
});

const INTERACTION = {
  id: "kader/toets/wie-beslist", type: "choice", response: ["a", "c"], correct: [["a", "b"]], result: 0.5, weight: 2,
  latency: 12500, time: new Date(2026, 10, 23, 9, 5, 7),
};

test("an interaction: id and type first, legal ids, behind those the platform has", async () => {
  const { runtime, named, serious } = await opened({ "cmi.interactions._count": "3" });
  runtime.addInteraction(INTERACTION);
  runtime.addInteraction({ ...INTERACTION, result: "wrong" });
  const written = named("SetValue").filter(([, element]) => element.startsWith("cmi.interactions")).map(([, element, value]) => [element, value]);
  assert.deepEqual(written.slice(0, 8), [
    ["cmi.interactions.3.id", "kader.toets.wie_beslist"], ["cmi.interactions.3.type", "choice"],
    ["cmi.interactions.3.timestamp", "2026-11-23T09:05:07"], ["cmi.interactions.3.correct_responses.0.pattern", "a[,]b"],
    ["cmi.interactions.3.weighting", "2"], ["cmi.interactions.3.learner_response", "a[,]c"],
    ["cmi.interactions.3.result", "0.5"], ["cmi.interactions.3.latency", "PT12.5S"],
  ]);
  assert.equal(written[8][0], "cmi.interactions.4.id");
  assert.equal(written[14][1], "incorrect");
  assert.deepEqual(serious(), []);
});

test("patterns of every type", () => {
  assert.equal(response("true-false", ["t"]), "true");
  assert.deepEqual(patterns({ type: "true-false", correct: [["f"]] }), ["false"]);
  assert.equal(response("matching", [["1", "a"], ["2", "b"]]), "1[.]a[,]2[.]b");
  assert.equal(response("sequencing", ["c", "a"]), "c[,]a");
  assert.equal(response("likert", ["3"]), "3");
  assert.equal(response("numeric", ["4.50"]), "4.5");
  assert.deepEqual(patterns({ type: "numeric", ranges: [[3.9, 4.1], [4, 4], [1e-9, 0.1 + 0.2]] }), ["3.9[:]4.1", "4[:]4", "0[:]0.3"]);
  assert.deepEqual(patterns({ type: "choice", correct: [["a"], ["b"], ["a"]] }), ["a", "b"]);
  assert.deepEqual(patterns({ type: "likert", correct: [] }), []);
  assert.equal(response("choice", ["een-twee"]), "een_twee");
});

test("texts of learners cannot pose as patterns, and long ones have a type of their own", () => {
  assert.equal(response("fill-in", ["{lang=nl}a[,]b[.]c[:]d"]), " {lang=nl}a[ , ]b[ . ]c[ : ]d");
  const long = { type: "fill-in", response: ["x".repeat(5000)] };
  assert.equal(typeOf(long), "long-fill-in");
  assert.equal(response(typeOf(long), long.response).length, 4000);
  assert.equal(typeOf({ type: "fill-in", response: ["kort"] }), "fill-in");
});

test("identifiers, durations and times", () => {
  assert.match(identifier("één/twee-drie/vier vijf"), /^[\w.]+$/);
  assert.equal(duration(0), "PT0S");
  assert.equal(duration(60000), "PT1M");
  assert.equal(duration(3600000), "PT1H");
  assert.equal(duration(59999), "PT1M");
  assert.equal(duration(59990), "PT59.99S");
  assert.equal(duration(-5), "PT0S");
  assert.equal(timestamp(new Date(2026, 0, 1, 23, 59, 1)), "2026-01-01T23:59:01");
});

test("the runtimes by name", async () => {
  for (const name of ["scorm12", "scorm2004", "none"]) assert.equal((await createRuntime(name, {})).name, name);
  assert.equal((await createRuntime("elders", {})).name, "none");
});

test("a calculated question is reported with the number of its own variant, legal in both standards", () => {
  const question = {
    ...QUESTIONS.number, id: "reken", key: "rek", units: [], hints: [], stem: "{uren} / {leden}", variables: ["leden", "uren"],
    answers: [{ tolerance: 0.00001, fraction: 1, feedback: "" }],
    variants: [{ given: [3, 100], values: [100 / 3] }, { given: [7, 1e-7], values: [1e-7 / 7] }, { given: [3, -2e9], values: [-2e9 / 3] }],
  };
  const seen = new Set();
  for (let seed = 0; seed < 40; seed += 1) {
    const asked = variantOf(question, `s${seed}`);
    const { value } = asked.answers[0];
    seen.add(value);
    for (const [given, result] of [[value, "correct"], [value + 1, "wrong"]]) {
      const report = interactionOf(asked, String(given), { activity: "m/toets", fraction: fractionOf(asked, String(given)), time: new Date(0), latency: 0 });
      assert.equal(report.result, result);
      const told = response("numeric", report.response);
      assert.match(told, REAL);
      const [range, ...more] = patterns(report);
      assert.equal(more.length, 0);
      const ends = range.split("[:]");
      for (const end of ends) assert.match(end, REAL);
      const within = Number(told) >= Number(ends[0]) && Number(told) <= Number(ends[1]);
      assert.equal(within, result === "correct");
      for (const text of [pattern12("numeric", report.response), pattern12("numeric", report.correct[0])]) {
        assert.match(text, /^-?\d+(\.\d+)?$/);
      }
    }
  }
  assert.equal(seen.size, 3);
});

import assert from "node:assert/strict";
import { test } from "node:test";

import { findApi } from "../../../coursebuilder/player/runtime/find-api.js";
import { decimal, identifier, pattern, timeOfDay, timespan } from "../../../coursebuilder/player/runtime/patterns12.js";
import { createScorm12 } from "../../../coursebuilder/player/runtime/scorm12.js";

/** A platform in memory that writes down every call; `answers` overrule a function. */
function platform(values = {}, answers = {}) {
  const calls = [];
  const stored = {
    "cmi.core.lesson_status": "not attempted", "cmi.core.lesson_mode": "normal", "cmi.core.credit": "credit",
    "cmi.core.student_id": "p1", "cmi.core.student_name": "Achter, Voor", "cmi.interactions._children": "id,type",
    "cmi.interactions._count": "3", ...values,
  };
  const usual = {
    LMSInitialize: () => "true",
    LMSGetValue: (element) => stored[element] ?? "",
    LMSSetValue: (element, value) => {
      stored[element] = value;
      return "true";
    },
    LMSCommit: () => "true",
    LMSFinish: () => "true",
  };
  const api = Object.fromEntries(Object.entries({ ...usual, ...answers }).map(([name, act]) => [name, (...given) => {
    calls.push([name, ...given]);
    return act(...given);
  }]));
  return { api, calls, stored, named: (name) => calls.filter(([called]) => called === name) };
}

/** A clock whose timers run when told. */
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
  const runtime = createScorm12({ API: lms.api }, time);
  const launch = await runtime.start();
  return { ...lms, time, runtime, launch };
}

test("the API is found above, in the opener, and past frames that refuse", () => {
  const API = {};
  const top = { API };
  top.parent = top;
  const middle = { get API() { throw new Error("another origin"); }, parent: top };
  const sco = { parent: middle };
  assert.equal(findApi(sco, "API"), API);
  const lonely = { opener: sco };
  lonely.parent = lonely;
  lonely.top = lonely;
  assert.equal(findApi(lonely, "API"), API);
  const nobody = {};
  nobody.parent = nobody;
  nobody.top = nobody;
  assert.equal(findApi(nobody, "API"), null);
});

test("a new learner is incomplete at once, and the session is to be suspended", async () => {
  const { launch, stored, calls } = await opened();
  assert.deepEqual(calls[0], ["LMSInitialize", ""]);
  assert.equal(stored["cmi.core.lesson_status"], "incomplete");
  assert.equal(stored["cmi.core.exit"], "suspend");
  assert.equal(launch.writable, true);
  assert.deepEqual(launch.learner, { id: "p1", name: "Achter, Voor" });
});

test("an API that comes late is found; one that never comes is given up", async () => {
  const lms = platform();
  const time = clock();
  const host = {};
  const starting = createScorm12(host, time).start();
  time.pass(3000);
  host.API = lms.api;
  time.pass(500);
  assert.equal((await starting).mode, "normal");
  const never = createScorm12({}, time).start();
  time.pass(20000);
  assert.equal(await never, null);
});

test("passed, completed and a better score are never lowered", async () => {
  for (const status of ["passed", "completed"]) {
    const { runtime, stored } = await opened({ "cmi.core.lesson_status": status, "cmi.core.score.raw": "80" });
    runtime.setResult({ percent: 40, done: false, passed: false });
    assert.equal(stored["cmi.core.lesson_status"], status);
    assert.equal(stored["cmi.core.score.raw"], "80");
    runtime.setResult({ percent: 90, done: true, passed: true });
    assert.equal(stored["cmi.core.lesson_status"], "passed");
    assert.equal(stored["cmi.core.score.raw"], "90");
  }
});

test("failed may become passed; content alone becomes completed; score comes before status", async () => {
  const { runtime, stored, named } = await opened();
  runtime.setResult({ percent: 0, done: false, passed: false });
  assert.equal(stored["cmi.core.lesson_status"], "failed");
  runtime.setResult({ percent: 100, done: true, passed: true });
  const order = named("LMSSetValue").map(([, element]) => element);
  assert.deepEqual(order.slice(2, 6), ["cmi.core.score.min", "cmi.core.score.max", "cmi.core.score.raw", "cmi.core.lesson_status"]);
  assert.equal(stored["cmi.core.lesson_status"], "passed");
  const plain = await opened();
  plain.runtime.setResult({ percent: null, done: true, passed: null });
  assert.equal(plain.stored["cmi.core.lesson_status"], "completed");
  assert.equal("cmi.core.score.raw" in plain.stored, false);
});

for (const values of [{ "cmi.core.lesson_mode": "browse" }, { "cmi.core.lesson_mode": "review" }, { "cmi.core.credit": "no-credit" }]) {
  test(`${Object.values(values)[0]}: nothing but time and exit is written`, async () => {
    const { runtime, launch, named } = await opened(values);
    assert.equal(launch.writable, false);
    runtime.setResult({ percent: 100, done: true, passed: true });
    runtime.setState("1|x");
    runtime.setLocation("a/b");
    runtime.addInteraction(INTERACTION);
    runtime.commit({ now: true });
    runtime.finish();
    const written = new Set(named("LMSSetValue").map(([, element]) => element));
    assert.deepEqual(written, new Set(["cmi.core.exit", "cmi.core.session_time"]));
  });
}

test("an empty mode is an ordinary one", async () => {
  const { launch } = await opened({ "cmi.core.lesson_mode": "", "cmi.core.credit": "" });
  assert.equal(launch.writable, true);
});

test("changes are sent after two seconds of rest, or at once", async () => {
  const { runtime, time, named } = await opened();
  runtime.setLocation("a/b");
  runtime.commit();
  time.pass(1500);
  runtime.commit();
  time.pass(1500);
  assert.equal(named("LMSCommit").length, 0);
  time.pass(600);
  assert.equal(named("LMSCommit").length, 1);
  runtime.commit({ now: true });
  assert.equal(named("LMSCommit").length, 1, "nothing changed");
  runtime.setLocation("a/c");
  runtime.commit({ now: true });
  assert.equal(named("LMSCommit").length, 2);
});

test("a page that is hidden sends its time though nothing changed", async () => {
  const { runtime, time, stored, named } = await opened();
  runtime.commit({ now: true });
  time.pass(65000);
  runtime.commit({ now: true, always: true });
  assert.equal(stored["cmi.core.session_time"], "0000:01:05.00");
  assert.equal(named("LMSCommit").length, 2);
});

test("a value the platform has is not sent again", async () => {
  const { runtime, named } = await opened();
  runtime.setState("1|x");
  runtime.setState("1|x");
  assert.equal(named("LMSSetValue").filter(([, element]) => element === "cmi.suspend_data").length, 1);
});

test("a failing commit keeps the data dirty, tells, and is tried again later and later", async () => {
  let works = false;
  const { runtime, time, named } = await opened({}, { LMSCommit: () => String(works) });
  const told = [];
  runtime.onTrouble((failing) => told.push(failing));
  runtime.setLocation("a/b");
  runtime.commit({ now: true });
  assert.ok(runtime.dirty);
  time.pass(30000);
  const tries = named("LMSCommit").length;
  assert.ok(tries >= 3 && tries <= 6, `${tries}`);
  works = true;
  time.pass(60000);
  assert.equal(runtime.dirty, false);
  assert.deepEqual([told[0], told.at(-1)], [true, false]);
});

test("the session ends once, with its time, and is deaf afterwards", async () => {
  const { runtime, time, calls, named } = await opened();
  time.pass(3723450);
  runtime.finish();
  runtime.finish();
  runtime.setState("1|late");
  runtime.commit({ now: true });
  assert.deepEqual(calls.slice(-4), [
    ["LMSSetValue", "cmi.core.session_time", "0001:02:03.45"], ["LMSSetValue", "cmi.core.exit", "suspend"],
    ["LMSCommit", ""], ["LMSFinish", ""],
  ]);
  assert.equal(named("LMSFinish").length, 1);
});

test("refused initialising: no writing, no end, and a note", async () => {
  const lms = platform({ "cmi.core.lesson_status": "" }, { LMSInitialize: () => "false" });
  const runtime = createScorm12({ API: lms.api }, clock());
  const told = [];
  runtime.onTrouble((failing) => told.push(failing));
  assert.equal(await runtime.start(), null);
  assert.equal(runtime.setState("1|x"), true);
  runtime.finish();
  assert.deepEqual(told, [true]);
  assert.deepEqual(new Set(lms.calls.map(([name]) => name)), new Set(["LMSInitialize", "LMSGetValue"]));
});

test("an API that throws or answers nonsense does not stop the course", async () => {
  const thrower = () => {
    throw new Error("no");
  };
  for (const bad of [thrower, () => undefined, () => null, () => ({}), () => 7]) {
    const { runtime } = await opened({}, { LMSGetValue: bad, LMSSetValue: bad, LMSCommit: bad, LMSFinish: bad });
    assert.equal(runtime.setState("1|x"), false);
    runtime.setResult({ percent: 10, done: true, passed: true });
    runtime.addInteraction(INTERACTION);
    runtime.commit({ now: true });
    runtime.finish();
  }
});

test("booleans count as answers, and undefined as nothing", async () => {
  const { launch, runtime } = await opened({}, {
    LMSInitialize: () => true, LMSSetValue: () => true, LMSGetValue: (element) => (element.endsWith("status") ? "incomplete" : undefined),
  });
  assert.equal(launch.state, "");
  assert.equal(runtime.setState("1|x"), true);
});

test("a state that is too long is not sent, nor a location", async () => {
  const { runtime, stored } = await opened();
  assert.equal(runtime.setState("1".repeat(4097)), false);
  runtime.setLocation("x".repeat(300));
  assert.equal(stored["cmi.core.lesson_location"].length, 255);
});

const INTERACTION = {
  id: "kader/toets/avg", type: "choice", response: ["a", "c"], correct: [["a", "b"]], result: 0.5, weight: 2,
  latency: 12500, time: new Date(2026, 10, 23, 9, 5, 7),
};

test("interactions are added behind those the platform has", async () => {
  const { runtime, named } = await opened();
  runtime.addInteraction(INTERACTION);
  runtime.addInteraction({ ...INTERACTION, result: "wrong" });
  const written = named("LMSSetValue").filter(([, element]) => element.startsWith("cmi.interactions"));
  assert.deepEqual(written.slice(0, 8).map(([, element, value]) => [element, value]), [
    ["cmi.interactions.3.id", "kader_toets_avg"], ["cmi.interactions.3.type", "choice"], ["cmi.interactions.3.time", "09:05:07"],
    ["cmi.interactions.3.correct_responses.0.pattern", "a,b"], ["cmi.interactions.3.weighting", "2"],
    ["cmi.interactions.3.student_response", "a,c"], ["cmi.interactions.3.result", "0.5"], ["cmi.interactions.3.latency", "0000:00:12.50"],
  ]);
  assert.equal(written[8][1], "cmi.interactions.4.id");
});

test("a platform without interactions is left alone after one question", async () => {
  const silent = await opened({ "cmi.interactions._children": "" });
  silent.runtime.addInteraction(INTERACTION);
  assert.equal(silent.named("LMSSetValue").filter(([, element]) => element.includes("interactions")).length, 0);
  const refusing = await opened({}, { LMSSetValue: (element) => String(!element.includes("interactions")) });
  refusing.runtime.addInteraction(INTERACTION);
  refusing.runtime.addInteraction(INTERACTION);
  assert.equal(refusing.named("LMSSetValue").filter(([, element]) => element.includes("interactions")).length, 1);
});

test("patterns, identifiers, times and decimals are legal", () => {
  assert.equal(pattern("matching", [["1", "a"], ["2", "b"]]), "1.a,2.b");
  assert.equal(pattern("sequencing", ["c", "a"]), "c,a");
  assert.equal(pattern("fill-in", ["een\n twee"]), "een twee");
  assert.equal(pattern("numeric", ["4.50"]), "4.5");
  assert.ok(pattern("choice", Array.from({ length: 200 }, () => "a")).length <= 255);
  assert.equal(identifier("één/twee drie").match(/^[A-Za-z0-9_-]+$/) !== null, true);
  assert.equal(timespan(0), "0000:00:00.00");
  assert.equal(timespan(1e12), "9999:46:40.00");
  assert.equal(timeOfDay(new Date(2026, 0, 1, 23, 59, 1)), "23:59:01");
  assert.deepEqual([1 / 3, 1, 1e-9, -0.25].map(decimal), ["0.3333333", "1", "0", "-0.25"]);
});

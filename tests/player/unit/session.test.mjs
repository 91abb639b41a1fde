import assert from "node:assert/strict";
import { test } from "node:test";

import { createNone } from "../../../coursebuilder/player/runtime/none.js";
import { Session } from "../../../coursebuilder/player/session.js";
import { decodeState } from "../../../coursebuilder/player/state.js";
import { COURSE } from "./course.mjs";

const [page, quiz] = COURSE.modules[0].activities;
const other = COURSE.modules[0].activities[2];

function memory() {
  const items = new Map();
  return { items, getItem: (name) => items.get(name) ?? null, setItem: (name, text) => items.set(name, text), removeItem: (name) => items.delete(name) };
}

/** A platform behind the runtime interface; `accepts` says whether it takes and keeps what it is given. */
function platform({ accepts = () => true, limit = 4096 } = {}) {
  const kept = { state: "", location: "", interactions: [], result: null };
  return {
    kept, name: "scorm12", stateLimit: limit, dirty: false, connected: true, finished: 0,
    onTrouble() {},
    setState(line) {
      if (accepts(line)) kept.state = line;
      this.dirty ||= !accepts(line);
      return accepts(line);
    },
    setLocation(id) {
      kept.location = id;
    },
    setResult(result) {
      kept.result = result;
    },
    addInteraction: (interaction) => kept.interactions.push(interaction),
    commit() {
      this.dirty = !accepts(kept.state);
    },
    finish() {
      this.finished += 1;
    },
  };
}

const launchOf = (kept, more = {}) => ({
  mode: "normal", writable: true, entry: kept.state ? "resume" : "ab-initio", location: kept.location, state: kept.state,
  status: "", score: null, learner: { id: "p1", name: "Achter, Voor" }, ...more,
});

let time = 1.79e12;
function start(runtime, storage, launch = launchOf(runtime.kept)) {
  time += 60000;
  const session = new Session(COURSE, runtime, { storage: () => storage, now: () => time });
  session.adopt(launch);
  return session;
}

const attempt = { seed: "abc", elapsed: 5, submitted: false, answers: new Map() };

test("what is done is kept by the platform and there at the next start", () => {
  const lms = platform();
  const session = start(lms, memory());
  session.visit(page);
  session.submitAttempt(quiz, attempt, { fraction: 0.75, grading: "highest" });
  session.keepText(page.key, "eigen", "tekst");
  assert.equal(lms.kept.location, page.id);
  const { percent, done, passed, progress } = lms.kept.result;
  assert.deepEqual({ percent, done, passed, progress }, { percent: 50, done: false, passed: null, progress: 2 / 3 });
  const again = start(lms, memory());
  assert.ok(again.state.visited.has(page.key));
  assert.equal(again.quiz(quiz.key).grade, 0.75);
  assert.equal(again.text(page.key, "eigen"), "tekst");
  assert.equal(again.location, page.id);
});

test("when the course is done its date is kept and does not change", () => {
  const lms = platform();
  const session = start(lms, memory());
  session.visit(page);
  for (const activity of [quiz, other]) session.submitAttempt(activity, attempt, { fraction: 1, grading: "highest" });
  const whole = { percent: 100, done: true, passed: true, progress: 1 };
  assert.deepEqual(lms.kept.result, { ...whole, objectives: [{ id: "module.m", ...whole }] });
  const { completed } = session.state;
  assert.ok(completed > 0);
  const again = start(lms, memory());
  again.visit(page);
  assert.equal(again.state.completed, completed);
});

test("a platform that takes nothing: the copy in the browser brings it back", () => {
  const storage = memory();
  const broken = platform({ accepts: () => false });
  start(broken, storage).visit(page);
  const healed = platform();
  const session = start(healed, storage);
  assert.ok(session.state.visited.has(page.key));
  assert.ok(decodeState(healed.kept.state).visited.has(page.key), "and the platform has it now");
});

test("texts that did not fit on the platform come from the browser", () => {
  const storage = memory();
  const lms = platform({ limit: 120 });
  start(lms, storage).keepText(page.key, "lang", "a".repeat(500));
  assert.equal(decodeState(lms.kept.state).texts.size, 0);
  assert.equal(start(lms, storage).text(page.key, "lang").length, 500);
});

test("a new attempt on the platform starts empty, and offers what the browser has", () => {
  const storage = memory();
  const first = start(platform(), storage);
  first.visit(page);
  first.visit(quiz);
  const session = start(platform(), storage);
  assert.equal(session.state.visited.size, 0);
  assert.ok(session.earlier);
  session.adoptEarlier();
  assert.equal(session.state.visited.size, 2);
});

test("another learner on the same computer gets nothing of it", () => {
  const storage = memory();
  start(platform(), storage).visit(page);
  const lms = platform();
  const session = start(lms, storage, launchOf(lms.kept, { learner: { id: "p2", name: "" } }));
  assert.equal(session.state.visited.size, 0);
  assert.equal(session.earlier, null);
  assert.ok(![...storage.items.values()].join().includes("Achter"), "no name in the browser");
});

test("a damaged state is set aside and the course goes on", () => {
  const storage = memory();
  const lms = platform();
  lms.kept.state = "1|rubbish|z!!!";
  const session = start(lms, storage);
  assert.equal(session.damaged, true);
  assert.ok([...storage.items].some(([name, text]) => name.endsWith(":aside") && text === "1|rubbish|z!!!"));
  session.visit(page);
  assert.ok(decodeState(lms.kept.state).visited.has(page.key));
});

test("storage that throws changes nothing", () => {
  const lms = platform();
  const session = new Session(COURSE, lms, { storage: () => { throw new Error("blocked"); } });
  session.adopt(launchOf(lms.kept));
  session.visit(page);
  assert.ok(decodeState(lms.kept.state).visited.has(page.key));
});

test("work done before the platform answered is kept, an older anonymous copy only offered", () => {
  const storage = memory();
  const lms = platform();
  const early = new Session(COURSE, lms, { storage: () => storage, now: () => time });
  early.resumeLocally();
  early.visit(page);
  early.visit(quiz);
  early.adopt(launchOf({ state: "", location: "" }));
  assert.deepEqual(early.state.visited, new Set([page.key, quiz.key]));
  assert.equal(storage.items.size, 1, "the anonymous copy is gone");

  const shared = memory();
  const stranger = new Session(COURSE, { ...platform({ accepts: () => false }), connected: false }, { storage: () => shared, now: () => time });
  stranger.resumeLocally();
  stranger.visit(page);
  stranger.visit(quiz);
  const next = new Session(COURSE, platform(), { storage: () => shared, now: () => time });
  next.resumeLocally();
  next.adopt(launchOf({ state: "", location: "" }));
  assert.equal(next.state.visited.size, 0);
  assert.ok(next.earlier);
});

test("two tabs: what one stored the other takes in", () => {
  const storage = memory();
  const lms = platform();
  const [one, two] = [start(lms, storage), start(lms, storage)];
  one.visit(page);
  time += 5000;
  two.visit(quiz);
  one.mergeStored();
  one.visit(other);
  assert.deepEqual(decodeState(lms.kept.state).visited, new Set([page.key, quiz.key, other.key]));
});

test("an ended session leaves a clean copy, also when it is ended twice", () => {
  const storage = memory();
  const lms = platform();
  const session = start(lms, storage);
  session.visit(page);
  lms.finish = () => {
    lms.connected = false;
  };
  session.finish();
  session.finish();
  assert.equal(JSON.parse([...storage.items.values()][0]).dirty, false);
});

test("looking back writes nothing", () => {
  const lms = platform();
  const storage = memory();
  const session = start(lms, storage, launchOf(lms.kept, { writable: false, mode: "review" }));
  session.visit(page);
  session.report({ id: "x" });
  session.finish();
  assert.equal(lms.kept.state, "");
  assert.deepEqual(lms.kept.interactions, []);
  assert.equal(storage.items.size, 0);
});

test("without a platform the browser is enough", async () => {
  const storage = memory();
  const session = () => {
    const made = new Session(COURSE, createNone(), { storage: () => storage, now: () => time });
    return createNone().start().then((launch) => (made.adopt(launch), made));
  };
  (await session()).visit(page);
  const again = await session();
  assert.ok(again.state.visited.has(page.key));
  assert.equal(again.location, page.id);
});

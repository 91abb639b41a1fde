import assert from "node:assert/strict";
import { test } from "node:test";

import {
  drawQuestions, earnedShare, layOut, missedObjectives, newAttempt, responseTo, triesLeft, withCheck, withResponse, worth,
} from "../../../coursebuilder/player/attempt.js";
import { shuffled } from "../../../coursebuilder/player/hash.js";
import { decodeState, emptyState, encodeState } from "../../../coursebuilder/player/state.js";
import { QUESTIONS } from "./questions.mjs";

const pool = Array.from({ length: 8 }, (_, index) => ({ ...QUESTIONS.single, id: `p${index}`, key: `p0${index}`, pool: "cijfers" }));
const quiz = {
  behaviour: "immediate", perPage: 1, questions: [QUESTIONS.single, ...pool, QUESTIONS.multiple],
  slots: [{ part: "", shuffle: false, question: "single" }, { from: pool.map(({ id }) => id), count: 3 }, { question: "multi" }],
};
const seeds = Array.from({ length: 40 }, (_, index) => newAttempt(() => index / 40));
const ids = (questions) => questions.map(({ id }) => id);

test("an attempt draws as many as asked, the same ones each time it is opened", () => {
  for (const attempt of seeds) {
    const drawn = ids(drawQuestions(quiz, attempt));
    assert.equal(drawn.length, 5);
    assert.equal(new Set(drawn).size, 5);
    assert.equal(drawn[0], "single");
    assert.deepEqual(ids(drawQuestions(quiz, attempt)), drawn);
  }
  const all = new Set(seeds.flatMap((attempt) => ids(drawQuestions(quiz, attempt))));
  assert.equal(all.size, 10, "every question of the pool comes up");
});

test("a rebuilt quiz keeps asking what was answered", () => {
  for (const attempt of seeds) {
    const drawn = drawQuestions(quiz, attempt).filter(({ pool: name }) => name);
    const begun = withResponse(attempt, drawn[2], ["b"]);
    const rebuilt = {
      ...quiz, questions: [...quiz.questions, { ...QUESTIONS.single, id: "new", key: "new", pool: "cijfers" }],
      slots: quiz.slots.map((slot) => (slot.from ? { ...slot, from: [...slot.from, "new"] } : slot)),
    };
    assert.ok(ids(drawQuestions(rebuilt, begun)).includes(drawn[2].id));
  }
});

test("shuffling is stable, complete, and not stirred by another item", () => {
  const items = [..."abcdefgh"];
  const order = shuffled(items, "seed", (item) => item);
  assert.deepEqual([...order].sort(), items);
  assert.deepEqual(shuffled([...items].reverse(), "seed", (item) => item), order);
  const fewer = shuffled(items.filter((item) => item !== "d"), "seed", (item) => item);
  assert.deepEqual(fewer, order.filter((item) => item !== "d"));
  const firsts = new Set(Array.from({ length: 60 }, (_, seed) => shuffled(items, String(seed), (item) => item)[0]));
  assert.ok(firsts.size >= 6, "each item may come first");
});

const parts = {
  perPage: 2, questions: pool,
  slots: [
    { part: "", shuffle: false, question: "p0" }, { question: "p1" }, { question: "p2" }, { page: true, question: "p3" },
    { part: "Deel twee", shuffle: true, question: "p4" }, { question: "p5" }, { page: true, question: "p6" }, { question: "p7" },
  ],
};
const pages = (attempt, changes = {}) => layOut({ ...parts, ...changes }, attempt).map(({ questions }) => ids(questions));

test("pages hold as many questions as asked, up to a break and the next part", () => {
  for (const attempt of seeds) {
    const laid = layOut(parts, attempt);
    assert.deepEqual(laid.map(({ title, begins, questions }) => [title, begins, questions.length]), [
      ["", true, 2], ["", false, 1], ["", false, 1], ["Deel twee", true, 2], ["Deel twee", false, 2],
    ]);
    assert.deepEqual(pages(attempt).slice(0, 3), [["p0", "p1"], ["p2"], ["p3"]]);
    assert.deepEqual(pages(attempt, { perPage: 0 }).map(({ length }) => length), [3, 1, 2, 2]);
    assert.deepEqual(pages(attempt, { perPage: 1 }).length, 8);
  }
});

test("a part is shuffled within itself", () => {
  const orders = seeds.map((attempt) => pages(attempt).slice(3).flat());
  for (const order of orders) assert.deepEqual([...order].sort(), ["p4", "p5", "p6", "p7"]);
  assert.ok(new Set(orders.map(String)).size > 5);
});

test("draws that share questions ask none twice, and keep what was answered", () => {
  const shared = {
    perPage: 0, questions: pool,
    slots: [{ part: "", shuffle: false, from: ["p0", "p1", "p2"], count: 1 }, { from: ["p2", "p3", "p4"], count: 2 }],
  };
  for (const attempt of seeds) {
    const drawn = drawQuestions(shared, attempt);
    assert.equal(new Set(ids(drawn)).size, 3);
    for (const question of drawn) {
      assert.deepEqual(ids(drawQuestions(shared, withResponse(attempt, question, ["b"]))), ids(drawn));
    }
  }
});

test("a checked answer stands; an open one may change or go", () => {
  let attempt = withResponse(newAttempt(), QUESTIONS.single, ["a"]);
  assert.deepEqual(responseTo(QUESTIONS.single, attempt), ["a"]);
  attempt = withResponse(attempt, QUESTIONS.single, []);
  assert.equal(attempt.answers.size, 0);
  attempt = withCheck(quiz, attempt, QUESTIONS.single, ["b"]);
  assert.equal(earnedShare(QUESTIONS.single, attempt), 1);
  attempt = withResponse(attempt, QUESTIONS.single, ["a"]);
  assert.deepEqual(responseTo(QUESTIONS.single, attempt), ["b"]);
});

test("an answer to other parts is not shown", () => {
  const attempt = withResponse(newAttempt(), QUESTIONS.single, ["a"]);
  const edited = { ...QUESTIONS.single, choices: [...QUESTIONS.single.choices].reverse() };
  assert.deepEqual(responseTo(edited, attempt), []);
  assert.equal(earnedShare(edited, attempt), 0);
});

const tried = { behaviour: "interactive" };
const hinted = (question) => ({ ...question, hints: ["<p>1</p>", "<p>2</p>"] });
const play = (question, ...responses) =>
  responses.reduce((attempt, response) => withCheck(tried, attempt, question, response), newAttempt());
const near = (share, expected) => assert.ok(Math.abs(share - expected) < 1e-8, `${share} is not ${expected}`);

/** The attempt as the platform gives it back. */
function again(attempt) {
  const state = emptyState();
  state.quizzes.set("abc", { attempts: 1, grade: 0, attempt });
  return decodeState(encodeState(state, 4096)).quizzes.get("abc").attempt;
}

test("tries with hints cost a third each, of true or false all", () => {
  const question = hinted(QUESTIONS.single);
  assert.equal(triesLeft(tried, question, newAttempt()), 3);
  let attempt = play(question, ["a"]);
  assert.equal(triesLeft(tried, question, attempt), 2);
  attempt = withCheck(tried, attempt, question, ["b"]);
  assert.ok(attempt.answers.get(question.key).checked);
  near(earnedShare(question, attempt), 2 / 3);
  assert.equal(triesLeft({ behaviour: "immediate" }, question, attempt), 1);
  near(earnedShare(question, play(question, ["a"], ["c"], ["b"])), 1 / 3);
  const often = { ...question, hints: [..."123"] };
  near(earnedShare(often, play(often, ["a"], ["c"], ["a"], ["b"])), 0);
  const yesNo = hinted(QUESTIONS.truefalse);
  assert.equal(earnedShare(yesNo, play(yesNo, ["t"])), 1);
  assert.equal(earnedShare(yesNo, play(yesNo, ["f"], ["t"])), 0, "the other answer is no second guess");
});

const TRIES = [
  ["matching", [["a", "b", "b"], ["a", "b", "a"]], 8 / 9, "only the late part pays"],
  ["matching", [["a", "b", "b"], ["b", "b", "a"], ["a", "b", "a"]], (1 / 3 + 1 + 2 / 3) / 3, "a part that was lost pays from there"],
  ["matching", [["a", "c", "c"], ["a", "c", "c"], ["a", "c", "c"]], 1 / 3, "wrong parts earn nothing, the right one all"],
  ["choose", [["a", "a"], ["a", "b"]], 5 / 6, "lists in the gaps"],
  ["drag", [["c", "b"], ["c", "a"], ["a", "b"]], 1 / 3, "both pay for two tries"],
  ["typed", [["bestuur", "x"], ["bestuur", "adviseert"]], 5 / 6, "an answer that stays is not late"],
  ["typed", [["bestuur", "x"], ["schoolbestuur", "adviseert"]], 2 / 3, "another right answer is late"],
  ["typed", [["bestuur", "x"], ["x", "adviseert"], ["bestuur", "adviseert"]], (1 / 3 + 2 / 3) / 2, "back to an earlier answer"],
];

for (const [name, responses, share, why] of TRIES) {
  test(`tries at ${name}: ${why}`, () => {
    const question = hinted(QUESTIONS[name]);
    near(earnedShare(question, play(question, ...responses)), share);
    const resumed = responses.reduce(
      (attempt, response) => again(withCheck(tried, again(withResponse(attempt, question, response)), question, response)), newAttempt());
    near(earnedShare(question, resumed), share);
  });
}

test("an answer that was changed but not checked after a wrong try counts as Moodle counts it", () => {
  const question = hinted(QUESTIONS.typed);
  let attempt = play(question, ["bestuur", "x"]);
  near(earnedShare(question, attempt), 1 / 2);
  attempt = withResponse(attempt, question, ["bestuu", "x"]);
  assert.equal(earnedShare(question, attempt), 0);
  attempt = withResponse(attempt, question, ["bestuur", "adviseert"]);
  near(earnedShare(question, attempt), 5 / 6);
});

test("tries that an earlier package saved without their history are paid for by the whole answer, as it did", () => {
  const question = hinted(QUESTIONS.matching);
  const attempt = play(question, ["a", "b", "b"]);
  const line = encodeState({ ...emptyState(), quizzes: new Map([["abc", { attempts: 0, grade: 0, attempt }]]) });
  const record = /par\S(?<flag>\S)(?<packed>\w{3})@(?<history>\w{3})!/u.exec(line).groups;
  assert.deepEqual({ ...record }, { flag: "B", packed: "ABB", history: "AAD" });
  const old = again(withAnswer(attempt, question, { history: undefined, fraction: undefined }));
  near(earnedShare(question, old), 1 / 3);
  near(earnedShare(question, withCheck(tried, old, question, ["a", "b", "a"])), 2 / 3);
});

function withAnswer(attempt, question, change) {
  const answer = { ...attempt.answers.get(question.key), ...change };
  return { ...attempt, answers: new Map(attempt.answers).set(question.key, answer) };
}

test("a long typed answer that the platform's copy cuts keeps what it is worth, checked or not", () => {
  const long = "x".repeat(70);
  const question = { ...QUESTIONS.short, answers: [{ pattern: long, fraction: 1, feedback: "" }] };
  const answered = again(again(withResponse(newAttempt(), question, long)));
  assert.equal(responseTo(question, answered), "x".repeat(64));
  assert.equal(earnedShare(question, answered), 1);
});

test("tries at a question whose parts changed since are paid for by the whole answer", () => {
  const question = hinted(QUESTIONS.matching);
  const edited = { ...question, pairs: [...question.pairs].reverse() };
  const attempt = withCheck(tried, play(question, ["a", "b", "b"]), edited, ["a", "b", "a"]);
  near(earnedShare(edited, attempt), 2 / 3);
});

test("an attempt is worth its points; essays count for nothing", () => {
  const questions = [QUESTIONS.single, QUESTIONS.multiple, QUESTIONS.essay];
  let attempt = withCheck(quiz, newAttempt(), QUESTIONS.multiple, ["a"]);
  attempt = withResponse(attempt, QUESTIONS.single, ["a"]);
  assert.deepEqual(worth(questions, attempt), { earned: 1, possible: 3, fraction: 1 / 3 });
  assert.equal(worth([QUESTIONS.essay], attempt).fraction, 1);
  assert.deepEqual(missedObjectives(questions, attempt), ["een"]);
});

const calculated = {
  ...QUESTIONS.number, id: "reken", key: "rek", units: [], decimals: 2, stem: "<p>{uren} / {leden}?</p>", hints: ["{leden}"],
  answers: [{ tolerance: 0.01, fraction: 1, feedback: "{uren}" }], variables: ["leden", "uren"],
  variants: [{ given: [3, 12], values: [4] }, { given: [4, 10], values: [2.5] }, { given: [8, 102.5], values: [12.8125] }],
};
const reckoned = { perPage: 1, questions: [calculated], slots: [{ part: "", shuffle: false, question: "reken" }] };

test("an attempt gets one variant of a calculated question, the same each time, and scores it", () => {
  const seen = new Set();
  for (const attempt of seeds) {
    const [question] = drawQuestions(reckoned, attempt);
    assert.deepEqual(drawQuestions(reckoned, attempt), [question]);
    assert.doesNotMatch(question.stem + question.hints + question.answers[0].feedback, /[{}]/u);
    seen.add(question.stem);
    const right = withCheck(reckoned, attempt, question, String(question.answers[0].value));
    assert.equal(earnedShare(question, right), 1);
    const wrong = withCheck(reckoned, attempt, question, String(question.answers[0].value + 0.1));
    assert.equal(earnedShare(question, wrong), 0);
  }
  assert.equal(seen.size, 3, "every variant comes up");
});

test("an answer to a variant that changed is not kept", () => {
  const [question] = drawQuestions(reckoned, seeds[0]);
  const answered = withResponse(seeds[0], question, "4");
  const changed = { ...calculated, variants: calculated.variants.map((variant) => ({ ...variant, given: variant.given.map((n) => n + 1) })) };
  const [other] = drawQuestions({ ...reckoned, questions: [changed] }, answered);
  assert.equal(responseTo(other, answered), "");
});

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  drawQuestions, earnedShare, layOut, missedObjectives, newAttempt, responseTo, triesLeft, withCheck, withResponse, worth,
} from "../../../coursebuilder/player/attempt.js";
import { shuffled } from "../../../coursebuilder/player/hash.js";
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
  attempt = withCheck(attempt, QUESTIONS.single, { final: true, response: ["b"] });
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

test("tries with hints cost a third each", () => {
  const interactive = { behaviour: "interactive" };
  const question = { ...QUESTIONS.single, hints: ["<p>1</p>", "<p>2</p>"] };
  let attempt = newAttempt();
  assert.equal(triesLeft(interactive, question, attempt), 3);
  attempt = withCheck(attempt, question, { final: false, response: ["a"] });
  assert.equal(triesLeft(interactive, question, attempt), 2);
  attempt = withCheck(attempt, question, { final: true, response: ["b"] });
  assert.ok(Math.abs(earnedShare(question, attempt) - 2 / 3) < 1e-9);
  assert.equal(triesLeft({ behaviour: "immediate" }, question, attempt), 1);
});

test("an attempt is worth its points; essays count for nothing", () => {
  const questions = [QUESTIONS.single, QUESTIONS.multiple, QUESTIONS.essay];
  let attempt = withCheck(newAttempt(), QUESTIONS.multiple, { final: true, response: ["a"] });
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
    const right = withCheck(attempt, question, { final: true, response: String(question.answers[0].value) });
    assert.equal(earnedShare(question, right), 1);
    const wrong = withCheck(attempt, question, { final: true, response: String(question.answers[0].value + 0.1) });
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

import assert from "node:assert/strict";
import { test } from "node:test";

import {
  drawQuestions, earnedShare, missedObjectives, newAttempt, pagesOf, responseTo, triesLeft, withCheck, withResponse, worth,
} from "../../../coursebuilder/player/attempt.js";
import { shuffled } from "../../../coursebuilder/player/hash.js";
import { QUESTIONS } from "./questions.mjs";

const pool = Array.from({ length: 8 }, (_, index) => ({ ...QUESTIONS.single, id: `p${index}`, key: `p0${index}`, pool: "cijfers" }));
const quiz = {
  behaviour: "immediate", shuffleQuestions: false, questions: [QUESTIONS.single, ...pool, QUESTIONS.multiple],
  slots: [{ question: "single" }, { pool: "cijfers", count: 3 }, { question: "multi" }],
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
    const rebuilt = { ...quiz, questions: [...quiz.questions, { ...QUESTIONS.single, id: "new", key: "new", pool: "cijfers" }] };
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

test("pages hold as many questions as asked", () => {
  assert.deepEqual(pagesOf([1, 2, 3], 2), [[1, 2], [3]]);
  assert.deepEqual(pagesOf([1, 2, 3], 0), [[1, 2, 3]]);
  assert.deepEqual(pagesOf([], 1), []);
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

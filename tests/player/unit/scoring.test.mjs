import assert from "node:assert/strict";
import { test } from "node:test";

import { interactionOf } from "../../../coursebuilder/player/interactions.js";
import { packResponse, questionCheck, unpackResponse } from "../../../coursebuilder/player/responses.js";
import {
  fractionOf, isBlank, isWhole, matchedAnswer, matches, readNumber, verdict,
} from "../../../coursebuilder/player/scoring.js";
import { QUESTIONS } from "./questions.mjs";

const third = 1 / 3;
const CASES = [
  ["single", ["b"], 1], ["single", ["a"], 0], ["single", [], 0], ["single", ["c"], -0.25],
  ["multiple", ["a", "b"], 1], ["multiple", ["a"], 0.5], ["multiple", ["a", "c"], 0],
  ["multiple", ["a", "b", "c"], 0.5], ["multiple", ["a", "b", "c", "d"], 0], ["multiple", ["c", "d"], 0],
  ["truefalse", ["t"], 1], ["truefalse", ["f"], 0], ["truefalse", [], 0],
  ["short", "Takenoverzicht", 1], ["short", "taken- en urenoverzicht", 0.5], ["short", " TAKEN  overzicht ", 0.5],
  ["short", "lijst", 0], ["short", "a*b", 1], ["short", "aXb", 0],
  ["number", "4,5", 1], ["number", "4.9", 1], ["number", "5,1", 0.5], ["number", "270 minuut", 1],
  ["number", "270 minuten", 0], ["number", "vier", 0], ["number", "", 0],
  ["matching", ["a", "b", "a"], 1], ["matching", ["a", "a", "a"], 2 * third], ["matching", ["", "", ""], 0],
  ["ordering", ["a", "b", "c"], 1], ["ordering", ["b", "a", "c"], third], ["ordering", [], 0],
  ["exact", ["a", "b", "c"], 1], ["exact", ["b", "a", "c"], 0],
  ["choose", ["a", "b"], 1], ["choose", ["a", "a"], 0.5],
  ["drag", ["a", "b"], 1], ["drag", ["d", "b"], 0.5], ["drag", ["b", "a"], 0],
  ["typed", ["schoolbestuur", "Adviseert"], 1], ["typed", ["bestuur", ""], 0.5],
  ["essay", "wat dan ook", null],
];

for (const [name, response, share] of CASES) {
  test(`${name}: ${JSON.stringify(response)} earns ${share}`, () => {
    const given = fractionOf(QUESTIONS[name], response);
    if (share === null) assert.equal(given, null);
    else assert.ok(Math.abs(given - share) < 1e-6, `${given}`);
  });
}

test("verdicts have their borders", () => {
  assert.deepEqual([1, 0.999, 0.5, 0, null].map(verdict), ["right", "partial", "partial", "wrong", "open"]);
});

test("numbers are read as people write them", () => {
  assert.equal(readNumber("1 234,5"), 1234.5);
  assert.equal(readNumber("−3"), -3);
  assert.equal(readNumber("1e3"), 1000);
  assert.equal(readNumber(",5"), 0.5);
  for (const wrong of ["", "1,2,3", "abc", "-", "4 uur"]) assert.equal(readNumber(wrong), null, wrong);
});

test("patterns hold nothing but stars", () => {
  assert.ok(matches("a.b", "a.b", false));
  assert.ok(!matches("a.b", "axb", false));
  assert.ok(matches("(a|b)", "(a|b)", true));
  assert.ok(!matches("Aap", "aap", true));
  assert.equal(matchedAnswer(QUESTIONS.short, "zomaar").feedback, "<p>Nee.</p>");
});

test("blank and whole answers are told apart", () => {
  assert.ok(isBlank(QUESTIONS.matching, ["", "", ""]));
  assert.ok(!isBlank(QUESTIONS.matching, ["a", "", ""]));
  assert.ok(!isWhole(QUESTIONS.matching, ["a", "", ""]));
  assert.ok(isWhole(QUESTIONS.single, ["a"]));
  assert.ok(isBlank(QUESTIONS.ordering, []), "untouched");
  assert.ok(isWhole(QUESTIONS.ordering, ["a", "b", "c"]));
  assert.ok(!isWhole(QUESTIONS.short, "  "));
});

for (const [name, response] of CASES.filter(([name]) => name !== "essay")) {
  test(`${name}: ${JSON.stringify(response)} packs and unpacks`, () => {
    const packed = packResponse(QUESTIONS[name], response);
    assert.match(packed, /^[!-~]*$/);
    assert.doesNotMatch(packed, /[!;|"<&]/);
    assert.deepEqual(unpackResponse(QUESTIONS[name], packed), response);
  });
}

test("the check of a question changes with its parts, not with its stem", () => {
  const { single } = QUESTIONS;
  assert.equal(questionCheck(single), questionCheck({ ...single, stem: "<p>Anders</p>" }));
  const reordered = { ...single, choices: [...single.choices].reverse() };
  assert.notEqual(questionCheck(single), questionCheck(reordered));
});

const REPORTS = {
  single: [["b"], "choice", [["b"]], "correct"],
  multiple: [["a"], "choice", [["a", "b"]], 0.5],
  truefalse: [["f"], "true-false", [["t"]], "wrong"],
  short: ["lijst", "fill-in", [["takenoverzicht"], ["a\\*b"]], "wrong"],
  number: ["270 minuut", "numeric", [["4.5"]], "correct"],
  matching: [["a", "", "a"], "matching", [[["1", "a"], ["2", "b"], ["3", "a"]]], 2 * third],
  ordering: [["a", "b", "c"], "sequencing", [["a", "b", "c"]], "correct"],
  drag: [["a", "b"], "matching", [[["1", "a"], ["2", "b"]]], "correct"],
  typed: [["x", "y"], "fill-in", [["schoolbestuur, adviseert"]], "wrong"],
  essay: ["tekst", "fill-in", [], "neutral"],
};
for (const [name, [response, type, correct, result]] of Object.entries(REPORTS)) {
  test(`${name} is reported as ${type}`, () => {
    const question = QUESTIONS[name];
    const report = interactionOf(question, response, {
      activity: "kader/toets", fraction: fractionOf(question, response), latency: 1000, time: new Date(0),
    });
    assert.equal(report.type, type);
    assert.deepEqual(report.correct, correct);
    if (typeof result === "number") assert.ok(Math.abs(report.result - result) < 1e-6);
    else assert.equal(report.result, result);
    assert.equal(report.id, `kader/toets/${question.id}`);
  });
}

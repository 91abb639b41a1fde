/**
 * An answered question in neutral terms, which each runtime writes as its standard wants:
 * `{id, type, response, correct, result, weight, latency, time}`. `response` and each of `correct`
 * are lists of short ids, of `[source, target]` pairs, or of texts.
 */

import { readNumber, verdict } from "./scoring.js";

/** The report of a response, or null for what cannot be reported. */
export function interactionOf(question, response, { activity, fraction, latency, time }) {
  const body = BODIES[question.type](question, response);
  return {
    ...body,
    id: `${activity}/${question.id}`,
    result: { right: "correct", wrong: "wrong", open: "neutral" }[verdict(fraction)] ?? fraction,
    weight: question.type === "essay" ? 0 : question.points,
    latency,
    time,
  };
}

/** The report of one statement of a self-scan. */
export function likertOf(statement, value, { activity, latency, time }) {
  return {
    id: `${activity}/${statement.id}`, type: "likert", response: [String(value)], correct: [],
    result: "neutral", weight: 0, latency, time,
  };
}

const BODIES = {
  choice(question, response) {
    const right = question.choices.filter((choice) => choice.fraction > 0).map((choice) => choice.id);
    const correct = question.multiple ? [right] : question.choices
      .filter((choice) => choice.fraction >= 0.999999).map((choice) => [choice.id]);
    return { type: "choice", response, correct };
  },
  truefalse: (question, response) => (
    { type: "true-false", response, correct: [[question.answer ? "t" : "f"]] }
  ),
  shortanswer: (question, response) => ({
    type: "fill-in",
    response: [response],
    correct: question.answers.filter((answer) => answer.fraction >= 0.999999).map(({ pattern }) => [pattern]),
  }),
  numerical(question, response) {
    const value = readNumber(response, question.units);
    const correct = question.answers.filter((answer) => answer.fraction >= 0.999999);
    if (value === null) return { type: "fill-in", response: [response], correct: [] };
    return {
      type: "numeric",
      response: [String(value)],
      correct: correct.map((answer) => [String(answer.value)]),
      ranges: correct.map(({ value: middle, tolerance }) => [middle - tolerance, middle + tolerance]),
    };
  },
  matching: (question, response) => ({
    type: "matching",
    response: pairs(question.pairs, response),
    correct: [pairs(question.pairs, question.pairs.map((pair) => pair.option))],
  }),
  ordering: (question, response) => (
    { type: "sequencing", response, correct: [question.items.map((item) => item.id)] }
  ),
  gaps(question, response) {
    if (question.mode === "type") {
      return {
        type: "fill-in",
        response: [response.join(", ")],
        correct: [[question.gaps.map((gap) => gap.patterns[0]).join(", ")]],
      };
    }
    return {
      type: "matching",
      response: pairs(question.gaps, response),
      correct: [pairs(question.gaps, question.gaps.map((gap) => gap.answer))],
    };
  },
  essay: (question, response) => ({ type: "fill-in", response: [response], correct: [] }),
};

function pairs(sources, targets) {
  return sources.map((source, index) => [source.id, targets[index]]).filter(([, target]) => target);
}

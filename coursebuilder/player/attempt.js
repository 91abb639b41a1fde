/** One attempt at a quiz, without a screen: what it asks, how it stands, what it is worth. */

import { digits, shuffled } from "./hash.js";
import { blankResponse, isText, packResponse, questionCheck, unpackResponse } from "./responses.js";
import { fractionOf, isBlank, penalised, verdict } from "./scoring.js";

/** An attempt nobody has answered yet. */
export function newAttempt(random = Math.random) {
  return { seed: digits(Math.floor(random() * 0x40000), 3), elapsed: 0, submitted: false, answers: new Map() };
}

/**
 * The questions an attempt asks, in order. Drawing ranks each question by the seed and its own key,
 * those already answered first: a rebuilt course asks the same ones.
 */
export function drawQuestions(quiz, attempt) {
  const byId = new Map(quiz.questions.map((question) => [question.id, question]));
  const drawn = quiz.slots.flatMap((slot) => {
    if (slot.question !== undefined) return byId.get(slot.question) ?? [];
    const pool = quiz.questions.filter((question) => question.pool === slot.pool);
    const order = shuffled(pool, attempt.seed, (question) => question.key);
    const known = (question) => (attempt.answers.has(question.key) ? 0 : 1);
    return order.sort((a, b) => known(a) - known(b)).slice(0, slot.count);
  });
  return quiz.shuffleQuestions ? shuffled(drawn, attempt.seed, (question) => `order ${question.key}`) : drawn;
}

/** Questions in the groups that are shown together. */
export function pagesOf(questions, perPage) {
  const size = perPage || questions.length || 1;
  const pages = [];
  for (let at = 0; at < questions.length; at += size) pages.push(questions.slice(at, at + size));
  return pages;
}

/** What the learner answered to a question; the blank response when nothing, or to other parts. */
export function responseTo(question, attempt) {
  const answer = attempt.answers.get(question.key);
  const known = answer && answer.check === questionCheck(question);
  return known ? unpackResponse(question, answer.packed) : blankResponse(question);
}

/** The attempt with a response kept; an answer that was checked stands. */
export function withResponse(attempt, question, response) {
  const known = attempt.answers.get(question.key);
  if (known?.checked) return attempt;
  const answers = new Map(attempt.answers);
  if (isBlank(question, response) && !known?.tries) answers.delete(question.key);
  else {
    answers.set(question.key, {
      check: questionCheck(question), tries: known?.tries ?? 0, checked: false,
      packed: packResponse(question, response), text: isText(question),
    });
  }
  return { ...attempt, answers };
}

/** The attempt after its answer to a question is checked, for good or with a try left. */
export function withCheck(attempt, question, { final, response }) {
  const kept = withResponse(attempt, question, response);
  const answer = kept.answers.get(question.key);
  if (!answer) return kept;
  const fraction = fractionOf(question, response);
  const checked = { ...answer, checked: final, tries: answer.tries + (final ? 0 : 1) };
  if (final && fraction !== null) checked.fraction = penalised(fraction, answer.tries);
  return { ...kept, answers: new Map(kept.answers).set(question.key, checked) };
}

/** Tries a question has left after the ones taken; quizzes without hints give one. */
export function triesLeft(quiz, question, attempt) {
  if (quiz.behaviour !== "interactive") return 1;
  return question.hints.length + 1 - (attempt.answers.get(question.key)?.tries ?? 0);
}

/** The share (0…1) an attempt's answer earned; null for a question a person marks. */
export function earnedShare(question, attempt) {
  if (question.type === "essay") return null;
  const answer = attempt.answers.get(question.key);
  if (!answer) return 0;
  if (answer.fraction !== undefined) return answer.fraction;
  if (answer.check !== questionCheck(question)) return 0;
  return penalised(fractionOf(question, unpackResponse(question, answer.packed)), answer.tries);
}

/** `{earned, possible, fraction}` of an attempt. */
export function worth(questions, attempt) {
  let earned = 0;
  let possible = 0;
  for (const question of questions) {
    const share = earnedShare(question, attempt);
    if (share === null) continue;
    earned += share * question.points;
    possible += question.points;
  }
  return { earned, possible, fraction: possible ? earned / possible : 1 };
}

/** Ids of the objectives of the questions that were not wholly right. */
export function missedObjectives(questions, attempt) {
  const missed = questions.filter((question) => ["wrong", "partial"].includes(verdict(earnedShare(question, attempt))));
  return [...new Set(missed.flatMap((question) => question.objectives))];
}

/** One attempt at a quiz, without a screen: what it asks, how it stands, what it is worth. */

import { digits, fnv1a, number, shuffled } from "./hash.js";
import { blankResponse, isText, packResponse, questionCheck, unpackResponse } from "./responses.js";
import { fractionOf, isBlank, partsRight, verdict } from "./scoring.js";

/** An attempt nobody has answered yet. */
export function newAttempt(random = Math.random) {
  return { seed: digits(Math.floor(random() * 0x40000), 3), elapsed: 0, submitted: false, answers: new Map() };
}

/**
 * The pages of an attempt in order, each `{title, begins, questions}`: the heading of its part of the
 * quiz, and whether that part begins here. Shuffling stirs a part within itself; its page breaks stay.
 */
export function layOut(quiz, attempt) {
  const parts = [];
  const asked = new Set();
  for (const slot of quiz.slots) {
    if ("part" in slot) parts.push({ title: slot.part, shuffle: slot.shuffle, questions: [], breaks: [0] });
    const { questions, breaks } = parts.at(-1);
    if (slot.page) breaks.push(questions.length);
    questions.push(...asks(slot, quiz, attempt, asked).map((question) => variantOf(question, attempt.seed)));
  }
  return parts.flatMap(({ title, shuffle, questions, breaks }) => {
    const order = shuffle ? shuffled(questions, attempt.seed, (question) => `order ${question.key}`) : questions;
    const pages = [];
    order.forEach((question, index) => {
      const full = quiz.perPage && pages.at(-1)?.questions.length === quiz.perPage;
      if (full || breaks.includes(index)) pages.push({ title, begins: index === 0, questions: [] });
      pages.at(-1).questions.push(question);
    });
    return pages;
  });
}

/** A calculated question as one of its variants, which the seed chooses; any other as it is. */
export function variantOf(question, seed) {
  if (!question.variants) return question;
  const [{ given, values }] = shuffled(question.variants, seed + question.key, (variant) => variant.given.join());
  const words = new Intl.NumberFormat(globalThis.document?.documentElement.lang || undefined, { maximumFractionDigits: 15, useGrouping: false });
  const fill = (html) => question.variables.reduce(
    (text, name, index) => text.replaceAll(`{${name}}`, words.format(given[index])), html);
  const filled = ["stem", "feedback", "whenCorrect", "whenPartial", "whenIncorrect"].map((part) => [part, fill(question[part])]);
  return {
    ...question, ...Object.fromEntries(filled), hints: question.hints.map(fill), variant: given.join(),
    answers: question.answers.map((answer, index) => ({ ...answer, value: values[index], feedback: fill(answer.feedback) })),
  };
}

/** The questions an attempt asks, in order. */
export function drawQuestions(quiz, attempt) {
  return layOut(quiz, attempt).flatMap(({ questions }) => questions);
}

/**
 * The questions of a slot. Drawing ranks each by the seed and its own key, those already answered first
 * unless another draw may have asked them: a rebuilt course asks the same ones.
 */
function asks(slot, quiz, attempt, asked) {
  const find = (id) => quiz.questions.find((question) => question.id === id);
  if (slot.question !== undefined) return [find(slot.question)];
  const left = slot.from.filter((id) => !asked.has(id)).map(find);
  const order = shuffled(left, attempt.seed, (question) => question.key);
  const own = ({ id }) => quiz.slots.filter(({ from }) => from?.includes(id)).length === 1;
  const known = (question) => attempt.answers.has(question.key) && own(question);
  const chosen = [...order.filter(known), ...order.filter((question) => !known(question))].slice(0, slot.count);
  for (const { id } of chosen) asked.add(id);
  return order.filter((question) => chosen.includes(question));
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
  if (!isBlank(question, response) || known?.tries) return withAnswer(attempt, question, response);
  const answers = new Map(attempt.answers);
  answers.delete(question.key);
  return { ...attempt, answers };
}

/** The attempt after its answer to a question is checked: for good, or with another try to come. */
export function withCheck(quiz, attempt, question, response) {
  const checked = verdict(fractionOf(question, response)) === "right" || triesLeft(quiz, question, attempt) <= 1;
  if (checked) return withAnswer(attempt, question, response, { checked });
  const taken = taking(question, attempt);
  const late = question.pairs ?? question.gaps ? lateness(question, response, taken) : [];
  const history = late.map((part) => digits(part, 1 + isText(question))).join("");
  return withAnswer(attempt, question, response, { tries: taken.tries + 1, history });
}

function withAnswer(attempt, question, response, change) {
  const answer = {
    ...taking(question, attempt), checked: false, ...change,
    check: questionCheck(question), packed: packResponse(question, response),
  };
  answer.fraction = shareOf(question, response, answer);
  return { ...attempt, answers: new Map(attempt.answers).set(question.key, answer) };
}

/** The wrong tries that were taken and, unless the question changed since, the history of its parts. */
function taking(question, attempt) {
  const { check, tries = 0, history } = attempt.answers.get(question.key) ?? {};
  return { tries, history: check === questionCheck(question) ? history : "" };
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
  if (answer?.check !== questionCheck(question)) return 0;
  return answer.fraction ?? shareOf(question, unpackResponse(question, answer.packed), answer);
}

/** The share of a response after wrong tries, as Moodle has it: each costs a third (of true or false all), or of each part its own. */
function shareOf(question, response, taken) {
  const { tries, history } = taken;
  const share = fractionOf(question, response);
  if (!tries) return share;
  if (!history) return Math.max(0, share - (question.type === "truefalse" ? 1 : tries / 3));
  const late = lateness(question, response, taken);
  return late.reduce((sum, part) => sum + 3 - part % 4, 0) / 3 / late.length;
}

/**
 * For each part of matching and gaps how many tries came before this answer to it, 3 when it is wrong or has no third left;
 * and four times a trace of what was typed: Moodle lets another right answer in a gap pay as well.
 */
function lateness(question, response, { tries, history }) {
  const typed = isText(question);
  return partsRight(question, response).map((right, index) => {
    const trace = typed ? fnv1a(response[index].trim()) % 1024 : 0;
    const kept = number(history?.slice(index * (1 + typed), (index + 1) * (1 + typed)) || "!");
    const late = kept % 4 < 3 && kept >> 2 === trace ? kept % 4 : Math.min(3, tries);
    return 4 * trace + (right ? late : 3);
  });
}

/** `{earned, possible, fraction}` of an attempt, never below 0. */
export function worth(questions, attempt) {
  let earned = 0;
  let possible = 0;
  for (const question of questions) {
    const share = earnedShare(question, attempt);
    if (share === null) continue;
    earned += share * question.points;
    possible += question.points;
  }
  earned = Math.max(0, earned);
  return { earned, possible, fraction: possible ? earned / possible : 1 };
}

/** Ids of the objectives of the questions that were not wholly right. */
export function missedObjectives(questions, attempt) {
  const missed = questions.filter((question) => ["wrong", "partial"].includes(verdict(earnedShare(question, attempt))));
  return [...new Set(missed.flatMap((question) => question.objectives))];
}

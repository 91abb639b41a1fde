/**
 * Plays a quiz with the player's own code: a file `{quiz, attempts}` in, each attempt a list of rounds `{id: {answer,
 * check}}`; a list of reports out. After each round the attempt goes through the platform's copy of the state, of which
 * the report gives the characters. An answer `{off}` is the value of the attempt's variant and so much more.
 */

import { readFileSync } from "node:fs";
import { drawQuestions, earnedShare, newAttempt, triesLeft, withCheck, withResponse, worth } from "../../../coursebuilder/player/attempt.js";
import { regrade } from "../../../coursebuilder/player/progress.js";
import { isWhole } from "../../../coursebuilder/player/scoring.js";
import { decodeState, emptyState, encodeState } from "../../../coursebuilder/player/state.js";

const { quiz, attempts } = JSON.parse(readFileSync(process.argv[2], "utf-8"));

function line(attempt) {
  const state = emptyState();
  state.quizzes.set("abc", { attempts: 0, grade: 0, attempt });
  return encodeState(state, 4096);
}

function saved(attempt) {
  return decodeState(line(attempt)).quizzes.get("abc").attempt;
}

function answered(attempt, question, { answer, check }) {
  if (attempt.answers.get(question.key)?.checked) return attempt;
  const response = answer.off === undefined ? answer : String(question.answers[0].value + answer.off);
  const kept = withResponse(attempt, question, response);
  return check && isWhole(question, response) ? withCheck(quiz, kept, question, response) : kept;
}

function reported(attempt, question) {
  const kept = attempt.answers.get(question.key);
  return {
    mark: earnedShare(question, attempt) * question.points,
    finished: kept?.checked ?? false,
    left: kept?.checked ? 0 : triesLeft(quiz, question, attempt),
  };
}

function played(rounds) {
  let attempt = newAttempt();
  const questions = drawQuestions(quiz, attempt).filter(({ type }) => type !== "essay");
  const report = [];
  for (const round of [{}, ...rounds]) {
    for (const question of questions) {
      if (round[question.id]) attempt = answered(attempt, question, round[question.id]);
    }
    attempt = saved(attempt);
    report.push(Object.fromEntries(questions.map((question) => [question.id, reported(attempt, question)])));
  }
  const { earned, fraction } = worth(questions, attempt);
  return { rounds: report, earned, fraction, characters: line(attempt).length - line(null).length };
}

/** The grade of the quiz after each attempt, were they all of one learner. */
function graded(reports) {
  let record = { attempts: 0, grade: 0 };
  return reports.map((report) => {
    const grade = regrade(quiz.grading, record, report.fraction);
    record = { attempts: record.attempts + 1, grade };
    return { ...report, grade };
  });
}

console.log(JSON.stringify(graded(attempts.map(played))));

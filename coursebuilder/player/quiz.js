/** A quiz on the screen: its start, the questions page by page, the overview, the result. */

import { drawQuestions, earnedShare, layOut, newAttempt, responseTo, worth } from "./attempt.js";
import { button, focusOn, h } from "./dom.js";
import { hasPassed } from "./progress.js";
import { interactionOf } from "./interactions.js";
import { QuizPage } from "./quiz-page.js";
import { overviewOf, partHeading, percentOf, resultView } from "./quiz-result.js";
import { isBlank } from "./scoring.js";
import { startTimer } from "./timer.js";

/** Makes a quiz of a marked element. */
export function enhanceQuiz(host, quiz, context) {
  return new QuizView(host, quiz, context);
}

class QuizView {
  constructor(host, quiz, context) {
    Object.assign(this, { host, quiz, ...context });
    this.seen = new Map();
    const { attempt } = this.session.quiz(this.activity.key);
    if (attempt?.submitted) this.showResult(attempt, { again: true });
    else this.showStart(attempt);
  }

  /** Fills the host with one stage and takes the reader to its heading. */
  stage(heading, ...nodes) {
    this.stopTimer?.();
    this.stopTimer = null;
    const title = h("h2", { class: "cb-stage-title", tabindex: -1, text: heading });
    this.host.replaceChildren(title, ...nodes.filter(Boolean));
    if (this.moved) focusOn(title);
    this.moved = true;
  }

  /** What the learner has to know, and the way in. */
  showStart(attempt) {
    const { t, quiz } = this;
    const record = this.session.quiz(this.activity.key);
    const questions = drawQuestions(quiz, attempt ?? newAttempt(() => 0));
    this.moment = this.canStart(record) ? 2 : 3;
    const facts = [
      t("questions", { n: questions.length }),
      this.activity.points ? t("passMark", { n: quiz.pass }) : "",
      quiz.timeLimit ? t("timeLimit", { n: quiz.timeLimit }) : "",
      quiz.attempts ? t("attemptsLeft", { n: Math.max(0, quiz.attempts - record.attempts) }) : "",
      record.attempts && this.activity.points && this.sees("points") ? t(quiz.grading === "highest" ? "bestScore" : "scoreSoFar", { n: percentOf(record.grade) }) : "",
    ].filter(Boolean);
    const action = this.canStart(record) || attempt
      ? button(t(attempt ? "resumeQuiz" : "startQuiz"), () => this.begin(attempt), { class: "cb-button cb-primary" })
      : h("p", { text: t("noAttempts") });
    this.stage(t("quiz"), h("ul", { class: "cb-facts" }, facts.map((fact) => h("li", { text: fact }))), action);
  }

  /**
   * Whether the learner may see something (`correctness`, `points`, `feedback`, `rightAnswers`,
   * `answers`) now: 0 during an attempt, 1 just after it, 2 on coming back, 3 when it was the last.
   */
  sees(what) {
    const { review } = this.quiz;
    const beside = what !== "points" && this.moment > 0;
    return Math.max(review[what], beside ? review.answers : 0) <= this.moment;
  }

  canStart(record = this.session.quiz(this.activity.key)) {
    return !this.quiz.attempts || record.attempts < this.quiz.attempts;
  }

  begin(attempt) {
    this.attempt = attempt ?? newAttempt();
    this.elapsedBefore = this.attempt.elapsed;
    this.begun = this.session.now();
    this.moment = 0;
    this.arrange();
    this.keep();
    const done = this.quiz.behaviour === "deferred" ? "check" : "checked";
    const open = this.pages.findIndex((page) => page.some((question) => !this.attempt.answers.get(question.key)?.[done]));
    if (attempt && open < 0) this.showOverview();
    else this.showPage(Math.max(0, open));
  }

  /** The pages of the attempt, and its questions in order. */
  arrange() {
    this.layout = layOut(this.quiz, this.attempt);
    this.pages = this.layout.map(({ questions }) => questions);
    this.questions = this.pages.flat();
  }

  /** Seconds spent on this attempt. */
  elapsed() {
    return this.elapsedBefore + Math.round((this.session.now() - this.begun) / 1000);
  }

  keep(options) {
    this.attempt = { ...this.attempt, elapsed: this.elapsed() };
    this.session.keepAttempt(this.activity.key, this.attempt, options);
  }

  showPage(index) {
    const { t } = this;
    const page = new QuizPage(this, index);
    const first = this.pages.slice(0, index).flat().length + 1;
    const total = this.questions.length;
    const single = this.pages[index].length === 1;
    const heading = single ? t("questionOf", { n: first, total }) : t("questions", { n: total });
    this.stage(heading, this.meter(index), this.clock(), partHeading(this.layout[index]), page.element);
    for (const question of this.pages[index]) if (!this.seen.has(question.key)) this.seen.set(question.key, this.session.now());
  }

  meter(index) {
    return h("progress", { class: "cb-meter", max: this.pages.length, value: index + 1, "aria-hidden": "true" });
  }

  clock() {
    if (!this.quiz.timeLimit) return null;
    const element = h("p", { class: "cb-clock", role: "timer" });
    queueMicrotask(() => {
      this.stopTimer = startTimer({
        element, t: this.t, left: () => this.quiz.timeLimit * 60 - this.elapsed(), over: () => this.submit({ timeUp: true }),
      });
    });
    return element;
  }

  next(index) {
    if (index + 1 < this.pages.length) this.showPage(index + 1);
    else this.showOverview();
  }

  showOverview() {
    const open = this.questions.filter((question) => this.isOpen(question));
    if (open.length === 0 && this.quiz.behaviour !== "deferred") {
      this.submit();
      return;
    }
    this.stage(this.t("overview"), this.clock(), overviewOf(this, open));
  }

  isOpen(question) {
    return isBlank(question, this.responseTo(question));
  }

  responseTo(question) {
    return question.type === "essay"
      ? this.session.text(this.activity.key, question.id)
      : responseTo(question, this.attempt);
  }

  /** Reports a checked answer to the platform. */
  report(question) {
    const response = this.responseTo(question);
    if (isBlank(question, response)) return;
    const time = this.seen.get(question.key) ?? this.begun;
    this.session.report(interactionOf(question, response, {
      activity: this.activity.id, fraction: earnedShare(question, this.attempt), time: new Date(time), latency: this.session.now() - time,
    }));
  }

  submit({ timeUp = false } = {}) {
    this.stopTimer?.();
    if (this.attempt.submitted) return;
    this.attempt = { ...this.attempt, elapsed: this.elapsed(), submitted: true };
    const { fraction } = worth(this.questions, this.attempt);
    for (const question of this.questions) {
      if (!this.attempt.answers.get(question.key)?.checked) this.report(question);
    }
    this.session.submitAttempt(this.activity, this.attempt, { fraction, grading: this.quiz.grading });
    this.showResult(this.attempt, { timeUp });
  }

  showResult(attempt, { timeUp = false, again = false } = {}) {
    this.attempt = attempt;
    this.arrange();
    this.moved = !again;
    this.moment = this.canStart() ? 1 + again : 3;
    const record = this.session.quiz(this.activity.key);
    const passed = hasPassed(this.activity, record);
    this.stage(this.t("result"), timeUp && h("p", { class: "cb-notice", text: this.t("timeUp") }),
      resultView(this, { record, passed }));
    this.moved = true;
  }

  /** What the views of its questions need. */
  questionContext() {
    return { t: this.t, place: this.place, seed: this.attempt.seed, shuffleAnswers: this.quiz.shuffleAnswers };
  }
}

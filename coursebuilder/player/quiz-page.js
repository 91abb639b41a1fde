/** The questions of a quiz that are shown together, with their checks and tries. */

import { earnedShare, triesLeft, withCheck, withResponse } from "./attempt.js";
import { button, focusOn, h } from "./dom.js";
import { createQuestion } from "./questions/index.js";
import { percentOf } from "./quiz-result.js";
import { fractionOf, isWhole, verdict } from "./scoring.js";

/** One page of a quiz; `element` is what to show. */
export class QuizPage {
  constructor(view, index) {
    this.view = view;
    this.index = index;
    const { t } = view;
    const numbered = view.pages[index].length > 1;
    const first = view.pages.slice(0, index).flat().length + 1;
    this.nextButton = button(t(index + 1 < view.pages.length ? "next" : "finishQuiz"), () => view.next(index), { class: "cb-button cb-next" });
    const back = index > 0 && button(t("previous"), () => view.showPage(index - 1));
    const items = view.pages[index].map((question, place) => this.item(question, numbered ? first + place : 0));
    this.element = h("div", { class: "cb-quiz-page" }, items, h("div", { class: "cb-actions" }, back, this.nextButton));
    this.rank();
  }

  /** The next page is the first thing to do once all here is checked. */
  rank() {
    this.nextButton.classList.toggle("cb-primary", !this.element.querySelector(".cb-check"));
  }

  /** A question with its check button. */
  item(question, number) {
    const { view } = this;
    const { t, quiz } = view;
    const shown = createQuestion(question, { ...view.questionContext(), changed: () => this.changed(question, shown) });
    const points = question.type !== "essay" && h("p", { class: "cb-points", text: t("points", { n: question.points }) });
    const entry = { question, view: shown, points, sees: (what) => view.sees(what) };
    shown.write(view.responseTo(question));
    shown.answered(!view.isOpen(question));
    if (quiz.behaviour !== "deferred" && question.type !== "essay") {
      entry.check = button(t("check"), () => this.check(entry), { class: "cb-button cb-primary cb-check" });
    }
    shown.feedback.before(h("div", { class: "cb-actions" }, entry.check));
    this.restore(entry);
    return h("section", { class: "cb-quiz-item", "aria-label": number ? t("question", { n: number }) : undefined },
      number > 0 && h("p", { class: "cb-number" }, t("question", { n: number })), points, shown.element);
  }

  /** Shows a question that was checked before as it stood; what was changed after a wrong try is not judged. */
  restore(entry) {
    const answer = this.view.attempt.answers.get(entry.question.key);
    if (answer?.checked) this.showFinal(entry);
    else if (answer?.tries && entry.check) this.showNext(entry);
  }

  changed(question, shown) {
    const { view } = this;
    if (view.attempt.submitted) return;
    const response = shown.read();
    if (question.type === "essay") view.session.keepText(view.activity.key, question.id, response);
    else {
      view.attempt = withResponse(view.attempt, question, response);
      view.keep();
    }
    shown.answered(!view.isOpen(question));
  }

  check(entry) {
    const { view } = this;
    const { question } = entry;
    const response = entry.view.read();
    if (!isWhole(question, response)) {
      entry.view.remark(view.t(view.isOpen(question) ? "answerFirst" : "answerAll"));
      return;
    }
    view.attempt = withCheck(view.quiz, view.attempt, question, response);
    view.keep({ now: true });
    if (!view.attempt.answers.get(question.key).checked) {
      this.showTry(entry);
      return;
    }
    view.report(question);
    this.showFinal(entry);
    this.rank();
    const { element, feedback } = entry.view;
    focusOn(view.pages[this.index].length === 1 ? this.nextButton : feedback, true);
    for (const part of [feedback.firstChild, element.querySelector("input:checked")]) part?.scrollIntoView({ block: "nearest" });
  }

  /** The answer is judged for good; what it earned is told where the verdict does not. */
  showFinal(entry) {
    const { t, attempt } = this.view;
    const { points } = entry.question;
    const share = earnedShare(entry.question, attempt);
    if (verdict(share) === "partial" && this.view.sees("points")) {
      entry.points.textContent = t("scoreLine", { percent: percentOf(share), earned: share * points, possible: points });
    }
    entry.check?.remove();
    entry.view.show({ fraction: fractionOf(entry.question, entry.view.read()), reveal: true, sees: entry.sees });
  }

  /** A wrong try: what was wrong, what helps, and the way to another. */
  showTry(entry) {
    const again = button(this.view.t("tryAgain"), () => {
      this.showNext(entry);
      focusOn(entry.view.element.querySelector("input,select,button"));
    });
    entry.check.hidden = true;
    entry.view.show({
      fraction: fractionOf(entry.question, entry.view.read()), reveal: false, sees: entry.sees, extra: [...this.help(entry), again],
    });
    entry.view.lock();
    focusOn(again);
  }

  /** The next try; what helps stays in sight. */
  showNext(entry) {
    entry.view.hide();
    entry.view.feedback.append(...this.help(entry));
    entry.check.hidden = false;
  }

  /** The hint after a wrong try, and the tries that are left. */
  help({ question }) {
    const { t, place, quiz, attempt } = this.view;
    const hint = question.hints[attempt.answers.get(question.key).tries - 1];
    return [
      hint && h("div", { class: "cb-hint" }, h("strong", { text: t("hint") }), place(hint)),
      h("p", { text: t("triesLeft", { n: triesLeft(quiz, question, attempt) }) }),
    ].filter(Boolean);
  }
}

/** A practice question in a page: as many tries as the learner likes, never part of the score. */

import { variantOf } from "./attempt.js";
import { button, focusOn, h } from "./dom.js";
import { createQuestion } from "./questions/index.js";
import { fractionOf, isWhole, verdict } from "./scoring.js";

/** Makes a practice question of a marked element. */
export function enhancePractice(host, asked, { t, place }) {
  const question = variantOf(asked, "practice");
  const again = button(t("again"), () => {
    shown.write(null);
    shown.hide();
    shown.answered(false);
    [again.hidden, check.hidden] = [true, false];
    focusOn(shown.element.querySelector("input,select,textarea,button"));
  });
  const check = button(t("check"), () => {
    const response = shown.read();
    if (!isWhole(question, response)) {
      shown.remark(t("answerFirst"));
      return;
    }
    const fraction = fractionOf(question, response);
    shown.show({ fraction, reveal: true, extra: hints(question, fraction) });
    [again.hidden, check.hidden] = [false, true];
    focusOn(again);
  }, { class: "cb-button cb-check" });

  function hints({ hints: all }, fraction) {
    if (!all.length || verdict(fraction) === "right") return [];
    return [h("div", { class: "cb-hint" }, h("strong", { text: t("hint") }), place(all[0]))];
  }

  const shown = createQuestion(question, {
    t, place, seed: "practice", shuffleAnswers: question.shuffle !== false, changed: () => shown.answered(true),
  });
  again.hidden = true;
  shown.feedback.before(h("div", { class: "cb-actions" }, check, again));
  host.replaceChildren(h("p", { class: "cb-kicker", text: t("practice") }), shown.element);
}

/** A question on the screen, whatever its type: stem, controls, feedback. */

import { freshId, h } from "../dom.js";
import { blankResponse } from "../responses.js";
import { verdict } from "../scoring.js";
import { build as choice } from "./choice.js";
import { build as gaps } from "./gaps.js";
import { mark } from "./marks.js";
import { build as matching } from "./matching.js";
import { build as ordering } from "./ordering.js";
import { build as text, buildEssay as essay } from "./text.js";

const BUILDERS = {
  choice, truefalse: choice, shortanswer: text, numerical: text, matching, ordering, gaps, essay,
};

/**
 * A view of a question: `{element, feedback, read, write, answered, show, hide, remark, lock}`.
 * Enter in a text box presses the check button (class `cb-check`) put into the element.
 * `context` holds `t`, `place(html)`, `seed`, `shuffleAnswers` and `changed()`.
 */
export function createQuestion(question, context) {
  const { t, place } = context;
  const stemId = freshId("stem");
  /** A remark holds until something changes. */
  const unremark = () => feedback.querySelector(".cb-remark")?.remove();
  const changed = () => {
    unremark();
    context.changed();
  };
  const controls = BUILDERS[question.type](question, { ...context, changed });
  const feedback = h("div", { class: "cb-feedback", role: "status" });
  const element = h("fieldset", { class: `cb-question cb-type-${question.type}`, "aria-labelledby": stemId, data: { question: question.id, state: "unanswered" } },
    h("div", { class: "cb-stem", id: stemId }, place(question.stem)), controls.body, feedback);
  for (const event of ["input", "change"]) controls.body.addEventListener(event, changed);
  element.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || !event.target.matches("input[type=text]")) return;
    event.preventDefault();
    element.querySelector(".cb-check:not([hidden])")?.click();
  });
  return {
    element,
    feedback,
    read: controls.read,
    write: (response) => controls.write(response ?? blankResponse(question)),
    answered(yes) {
      element.dataset.state = yes ? "answered" : "unanswered";
    },
    /**
     * Shows how the response did; `reveal` ends the question, `extra` stands below. `sees` tells what
     * of `correctness`, `feedback` and `rightAnswers` the learner may know.
     */
    show({ fraction, reveal, extra = [], sees = () => true }) {
      const kind = sees("correctness") ? verdict(fraction) : "open";
      element.dataset.state = kind;
      controls.enable(!reveal);
      controls.mark(controls.read(), {
        correctness: sees("correctness"), feedback: sees("feedback"), rightAnswers: reveal && sees("rightAnswers"),
      });
      feedback.className = `cb-feedback cb-feedback-${kind}`;
      feedback.replaceChildren(h("p", { class: "cb-verdict" }, mark(kind, t(kind))), controls.note ?? "",
        fraction === null ? h("p", { text: t("openNote") }) : "",
        ...(sees("feedback") ? feedbackParts(question, verdict(fraction), { reveal, place }) : []), ...extra);
    },
    /** Back to an answer that can be changed. */
    hide() {
      element.dataset.state = "answered";
      controls.enable(true);
      controls.unmark();
      feedback.className = "cb-feedback";
      feedback.replaceChildren();
    },
    /** A short remark, such as "answer first". */
    remark(message) {
      unremark();
      feedback.prepend(h("p", { class: "cb-remark", text: message }));
    },
    lock: () => controls.enable(false),
  };
}

function feedbackParts(question, kind, { reveal, place }) {
  const combined = { right: question.whenCorrect, partial: question.whenPartial, wrong: question.whenIncorrect }[kind];
  const parts = [combined, reveal ? question.feedback : ""].filter(Boolean);
  return parts.map((html) => h("div", { class: "cb-feedback-text" }, place(html)));
}

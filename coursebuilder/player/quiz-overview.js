/** Before handing in: which questions are answered. */

import { button, h } from "./dom.js";
import { isWhole } from "./scoring.js";

/** The list of questions with their state and the buttons to go back or hand in. */
export function overviewOf(view, open) {
  const { t } = view;
  const rows = view.questions.map((question, index) => {
    const state = open.includes(question) ? "unanswered"
      : isWhole(question, view.responseTo(question)) ? "answered" : "incompleteAnswer";
    const page = view.pages.findIndex((questions) => questions.includes(question));
    return h("li", { class: `cb-overview-${state}` },
      button(t("question", { n: index + 1 }), () => view.showPage(page), { class: "cb-link" }),
      h("span", { class: "cb-overview-state", text: t(state) }));
  });
  return h("div", { class: "cb-overview" },
    h("p", { text: open.length ? t("unansweredCount", { n: open.length }) : t("allAnswered") }),
    h("ol", { class: "cb-overview-list" }, rows),
    h("div", { class: "cb-actions" },
      button(t("back"), () => view.showPage(view.pages.length - 1)),
      button(t("submit"), () => view.submit(), { class: "cb-button cb-primary cb-submit" })));
}

/** Before handing in: which questions are answered; and the headings of a quiz's parts. */

import { button, h } from "./dom.js";
import { isWhole } from "./scoring.js";

/** The heading of the part that a page belongs to; null without one. */
export function partHeading({ title }, level = "h3") {
  return title ? h(level, { class: "cb-part", text: title }) : null;
}

/** A list for each part of the quiz, under its heading; `itemOf(question, index)` is a line of it. */
export function listsOf(view, kind, itemOf, level) {
  const nodes = [];
  let index = 0;
  for (const page of view.layout) {
    if (page.begins) nodes.push(partHeading(page, level), h("ol", { class: kind, start: index + 1 }));
    for (const question of page.questions) nodes.at(-1).append(itemOf(question, index++));
  }
  return nodes.filter(Boolean);
}

/** The list of questions with their state and the buttons to go back or hand in. */
export function overviewOf(view, open) {
  const { t } = view;
  const lists = listsOf(view, "cb-overview-list", (question, index) => {
    const state = open.includes(question) ? "unanswered"
      : isWhole(question, view.responseTo(question)) ? "answered" : "incompleteAnswer";
    const page = view.pages.findIndex((questions) => questions.includes(question));
    return h("li", { class: `cb-overview-${state}` },
      button(t("question", { n: index + 1 }), () => view.showPage(page), { class: "cb-link" }),
      h("span", { class: "cb-overview-state", text: t(state) }));
  });
  return h("div", { class: "cb-overview" },
    h("p", { text: open.length ? t("unansweredCount", { n: open.length }) : t("allAnswered") }),
    lists,
    h("div", { class: "cb-actions" },
      button(t("back"), () => view.showPage(view.pages.length - 1)),
      button(t("submit"), () => view.submit(), { class: "cb-button cb-primary cb-submit" })));
}

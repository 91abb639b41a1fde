/** The end of a quiz: what is answered before handing in; then the score, what to read again, the answers, the way on. */

import { earnedShare, missedObjectives, worth } from "./attempt.js";
import { button, h } from "./dom.js";
import { mark } from "./questions/marks.js";
import { createQuestion } from "./questions/index.js";
import { activities } from "./progress.js";
import { fractionOf, isBlank, isWhole, verdict } from "./scoring.js";

/** Everything below the heading "Result". */
export function resultView(view, { record, passed }) {
  const { t, quiz, attempt, questions } = view;
  const { earned, possible, fraction } = worth(questions, attempt);
  const percent = percentOf(fraction);
  return h("div", { class: "cb-result" },
    possible && view.sees("points") ? scoreCard(t, { percent, earned, possible, passed: percent >= quiz.pass }) : h("p", { class: "cb-score", text: t("handedIn") }),
    record.attempts > 1 && possible && view.sees("points") ? h("p", { text: t(quiz.grading === "highest" ? "bestScore" : "scoreSoFar", { n: percentOf(record.grade) }) }) : null,
    band(view, fraction * 100),
    view.sees("correctness") ? rereading(view) : null,
    wayOn(view, record, passed),
    view.sees("answers") ? [h("h3", { text: t("review") }),
      ...listsOf(view, "cb-review", (question, index) => reviewed(view, question, index + 1), "h4")] : null);
}

/** A share in whole percents. */
export function percentOf(fraction) {
  return Math.floor(fraction * 100 + 0.5 + 1e-6);
}

function scoreCard(t, { percent, earned, possible, passed }) {
  return h("div", { class: `cb-score ${passed ? "cb-score-passed" : "cb-score-failed"}` },
    h("p", { class: "cb-score-line", text: t("scoreLine", { percent, earned, possible }) }),
    h("p", { class: "cb-score-verdict" }, mark(passed ? "right" : "partial", t(passed ? "passed" : "notPassed"))));
}

/** The overall feedback of the highest band the score reaches. */
function band({ quiz, place }, percent) {
  const reached = [...quiz.bands].sort((a, b) => b.from - a.from).find(({ from }) => percent >= from - 1e-6);
  return reached ? h("div", { class: "cb-band" }, place(reached.html)) : null;
}

/** The objectives of what went wrong, each with the pages about it. */
function rereading({ t, quiz, course, activity, questions, attempt, addressOf }) {
  const missed = new Set(missedObjectives(questions, attempt));
  const objectives = course.modules.flatMap((module) => module.objectives ?? []).filter(({ id }) => missed.has(id));
  if (objectives.length === 0) return null;
  const pages = activities(course).filter((page) => page.id !== activity.id && page.type === "page");
  const items = objectives.map(({ id, text }) => {
    const about = pages.filter((page) => page.objectives?.includes(id));
    return h("li", {}, text, about.length ? h("ul", {}, about.map((page) =>
      h("li", {}, h("a", { href: addressOf(page), text: page.title })))) : null);
  });
  return h("section", { class: "cb-reread" }, h("h3", { text: t("reread") }), h("ul", {}, items));
}

/** What to do now: go on, or try again where that can help; and how often one may. */
function wayOn(view, { attempts }, passed) {
  const { t, quiz, course, activity } = view;
  const all = activities(course);
  const again = view.canStart();
  const next = (passed || !again) && all[all.indexOf(activity) + 1];
  const left = again ? quiz.attempts && t("attemptsLeft", { n: quiz.attempts - attempts }) : !passed && t("noAttempts");
  return [h("p", { class: "cb-actions" },
    next && h("a", { class: "cb-button cb-primary", href: view.addressOf(next), text: `${t("next")}: ${next.title}` }),
    again && button(t("retake"), () => view.begin(null), { class: `cb-button cb-retake${next ? "" : " cb-primary"}` })),
  left ? h("p", { text: left }) : null];
}

/** One question as it was answered, locked, with all its feedback. */
function reviewed(view, question, number) {
  const shown = createQuestion(question, { ...view.questionContext(), changed() {} });
  const response = view.responseTo(question);
  const share = earnedShare(question, view.attempt);
  shown.write(response);
  shown.show({ fraction: isBlank(question, response) ? share && 0 : fractionOf(question, response), reveal: true,
    sees: (what) => view.sees(what) });
  shown.lock();
  const kind = view.sees("correctness") ? verdict(share) : "open";
  const { t } = view;
  return h("li", { class: "cb-review-item" },
    h("details", {},
      h("summary", {}, t("question", { n: number }), " ", mark(kind, t(kind)),
        isBlank(question, response) ? ` (${t("unanswered")})` : ""),
      shown.element));
}

/** The heading of the part that a page belongs to; null without one. */
export function partHeading({ title }, level = "h3") {
  return title ? h(level, { class: "cb-part", text: title }) : null;
}

/** A list for each part of the quiz, under its heading; `itemOf(question, index)` is a line of it. */
function listsOf(view, kind, itemOf, level) {
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

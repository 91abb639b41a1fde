/** After handing in: the score, what to read again, the answers with feedback, another attempt. */

import { earnedShare, missedObjectives, worth } from "./attempt.js";
import { button, h } from "./dom.js";
import { listsOf } from "./quiz-overview.js";
import { mark } from "./questions/marks.js";
import { createQuestion } from "./questions/index.js";
import { activities } from "./progress.js";
import { fractionOf, isBlank, verdict } from "./scoring.js";

/** Everything below the heading "Result". */
export function resultView(view, { record, passed }) {
  const { t, quiz, attempt, questions } = view;
  const { earned, possible, fraction } = worth(questions, attempt);
  const percent = Math.floor(fraction * 100 + 0.5 + 1e-6);
  return h("div", { class: "cb-result" },
    possible && view.sees("points") ? scoreCard(t, { percent, earned, possible, passed: percent >= quiz.pass }) : h("p", { class: "cb-score", text: t("handedIn") }),
    record.attempts > 1 && possible && view.sees("points") ? h("p", { text: t("bestScore", { n: Math.floor(record.grade * 100 + 0.5 + 1e-6) }) }) : null,
    band(view, fraction * 100),
    view.sees("correctness") ? rereading(view) : null,
    h("p", { class: "cb-actions" }, retake(view), !passed && !view.canStart() ? h("span", { text: t("noAttempts") }) : null),
    view.sees("answers") ? [h("h3", { text: t("review") }),
      ...listsOf(view, "cb-review", (question, index) => reviewed(view, question, index + 1), "h4")] : null);
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

function retake(view) {
  return view.canStart() ? button(view.t("retake"), () => view.begin(null), { class: "cb-button cb-retake" }) : null;
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
    h("details", { open: kind !== "right" },
      h("summary", {}, t("question", { n: number }), " ", mark(kind, t(kind)),
        isBlank(question, response) ? ` (${t("unanswered")})` : ""),
      shown.element));
}

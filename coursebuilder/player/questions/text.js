/** Short answers, numbers and open questions: a text box. */

import { freshId, h } from "../dom.js";
import { matchedAnswer } from "../scoring.js";
import { mark, readable } from "./marks.js";

/** The controls of a `shortanswer` or `numerical` question. */
export function build(question, { t, place }) {
  const id = freshId("text");
  const numeric = question.type === "numerical";
  const input = h("input", {
    id, type: "text", class: "cb-input", maxlength: 200, autocomplete: "off", autocapitalize: "off", spellcheck: "false",
    inputmode: numeric && !question.units.length ? "decimal" : undefined,
    "aria-describedby": numeric ? `${id}-hint` : undefined,
  });
  const note = h("div", { class: "cb-answer-note" });
  const units = numeric ? question.units.map((unit) => unit.name).join(", ") : "";
  const instruction = numeric && h("p", {
    class: "cb-instruction", id: `${id}-hint`, text: units ? t("numberUnit", { units }) : t("numberHint"),
  });
  const body = h("div", { class: "cb-typed" },
    h("label", { class: "cb-label", for: id, text: t("yourAnswer") }), instruction, input);
  return {
    body,
    note,
    read: () => input.value,
    write(response) {
      input.value = response;
    },
    enable(on) {
      input.readOnly = !on;
    },
    mark(response, sees) {
      const met = matchedAnswer(question, response);
      const best = bestOf(question);
      note.replaceChildren();
      if (met?.feedback && sees.feedback) note.append(h("div", { class: "cb-choice-feedback" }, place(met.feedback)));
      if (sees.rightAnswers && best && !(sees.correctness && met?.fraction === best.fraction)) {
        note.append(h("p", {}, mark("missed", `${t("rightAnswer")} ${shown(question, best)}`)));
      }
    },
    unmark: () => note.replaceChildren(),
  };
}

/** A right answer to show, one without wildcards if there is any. */
function bestOf({ answers }) {
  const right = answers.filter((answer) => answer.fraction >= 0.999999);
  return right.find(({ pattern = "" }) => readable(pattern) === pattern) ?? right[0];
}

function shown(question, answer) {
  if (question.type === "shortanswer") return readable(answer.pattern);
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined, { maximumFractionDigits: question.decimals ?? 10 });
  return [number.format(answer.value), question.units[0]?.name].filter(Boolean).join(" ");
}

/** The controls of an `essay` question. */
export function buildEssay(question, { t }) {
  const id = freshId("essay");
  const area = h("textarea", { id, class: "cb-input", rows: question.lines || 8 });
  return {
    body: h("div", { class: "cb-typed" }, h("label", { class: "cb-label", for: id, text: t("yourAnswer") }), area),
    read: () => area.value,
    write(response) {
      area.value = response;
    },
    enable(on) {
      area.readOnly = !on;
    },
    mark() {},
    unmark() {},
  };
}

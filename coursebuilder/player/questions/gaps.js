/** Gaps in a passage: a list, a text box, or words from a bank in each gap. */

import { h, hidden } from "../dom.js";
import { shuffled } from "../hash.js";
import { partsRight } from "../scoring.js";
import { wordGaps } from "./word-bank.js";
import { judged, readable } from "./marks.js";

/** The controls of a `gaps` question. */
export function build(question, context) {
  const { t, place } = context;
  const passage = h("div", { class: "cb-passage" }, place(question.html));
  const controls = question.mode === "drag"
    ? wordGaps(question, context)
    : fieldGaps(question, context);
  const notes = question.gaps.map(() => h("span", { class: "cb-gap-note" }));
  question.gaps.forEach((gap, index) => {
    const spot = passage.querySelector(`[data-gap="${CSS.escape(gap.id)}"]`);
    spot?.replaceWith(h("span", { class: "cb-gap" }, controls.elements[index], notes[index]));
  });
  return {
    body: h("div", {}, passage, controls.after),
    read: controls.read,
    write: controls.write,
    enable: controls.enable,
    mark(response, sees) {
      const right = partsRight(question, response);
      notes.forEach((note, index) => {
        const expected = [hidden(`${t("rightAnswer")} `), answerText(question, question.gaps[index])];
        note.replaceChildren(...judged(right[index], expected, sees, t));
      });
    },
    unmark() {
      for (const note of notes) note.replaceChildren();
    },
  };
}

/** Lists or text boxes. */
function fieldGaps(question, { t, seed, shuffleAnswers }) {
  const elements = question.gaps.map((gap, index) => {
    const label = t("gap", { n: index + 1 });
    if (question.mode === "type") {
      const size = Math.max(8, ...gap.patterns.map((pattern) => pattern.length + 2));
      return h("input", {
        type: "text", class: "cb-input cb-gap-input", "aria-label": label, size: Math.min(size, 30), maxlength: 100,
        autocomplete: "off", autocapitalize: "off", spellcheck: "false",
      });
    }
    const named = `${seed}${question.key}${gap.id}`;
    const options = shuffleAnswers ? shuffled(gap.options, named, (option) => option.id) : gap.options;
    return h("select", { class: "cb-select cb-gap-select", "aria-label": label },
      h("option", { value: "", text: t("choose") }),
      options.map((option) => h("option", { value: option.id, text: option.text })));
  });
  return {
    elements,
    read: () => elements.map((element) => element.value),
    write(response) {
      elements.forEach((element, index) => {
        element.value = response[index] ?? "";
      });
    },
    enable(on) {
      for (const element of elements) {
        if (question.mode === "type") element.readOnly = !on;
        else element.disabled = !on;
      }
    },
  };
}

function answerText(question, gap) {
  if (question.mode === "type") return readable(gap.patterns[0]);
  return (gap.options ?? question.options).find((option) => option.id === gap.answer)?.text ?? "";
}

/** Matching: a list beside each left side, the same for mouse, touch, keyboard and screen reader. */

import { freshId, h } from "../dom.js";
import { shuffled } from "../hash.js";
import { partsRight } from "../scoring.js";
import { judged } from "./marks.js";

/** The controls of a `matching` question. */
export function build(question, { t, place, seed, shuffleAnswers }) {
  const mix = question.shuffle && shuffleAnswers;
  const named = seed + question.key;
  const options = mix ? shuffled(question.options, named, (option) => option.id) : question.options;
  const rows = question.pairs.map((pair, index) => row(pair, { index, options, t, place }));
  const order = mix ? shuffled(rows, named, (entry) => `pair ${entry.pair.id}`) : rows;
  return {
    body: h("div", { class: "cb-pairs" }, order.map(({ element }) => element)),
    read: () => rows.map(({ select }) => select.value),
    write(response) {
      rows.forEach(({ select }, index) => {
        select.value = response[index] ?? "";
      });
    },
    enable(on) {
      for (const { select } of rows) select.disabled = !on;
    },
    mark(response, sees) {
      const right = partsRight(question, response);
      rows.forEach(({ note, pair }, index) => {
        const { text } = question.options.find((option) => option.id === pair.option);
        note.replaceChildren(...judged(right[index], `${t("rightAnswer")} ${text}`, sees, t));
      });
    },
    unmark() {
      for (const { note } of rows) note.replaceChildren();
    },
  };
}

function row(pair, { options, t, place }) {
  const id = freshId("pair");
  const select = h("select", { id, class: "cb-select" },
    h("option", { value: "", text: t("choose") }),
    options.map((option) => h("option", { value: option.id, text: option.text })));
  const note = h("div", { class: "cb-pair-note" });
  const label = h("label", { for: id, class: "cb-pair-left" }, place(pair.html));
  return { pair, select, note, element: h("div", { class: "cb-pair", data: { id: pair.id } }, label, select, note) };
}

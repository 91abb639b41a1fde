/** One choice, several choices, true or false: radio buttons and check boxes. */

import { freshId, h } from "../dom.js";
import { shuffled } from "../hash.js";
import { mark } from "./marks.js";

/** The controls of a `choice` or `truefalse` question. */
export function build(question, { t, place, seed, shuffleAnswers }) {
  const name = freshId("choice");
  const mix = question.type === "choice" && question.shuffle && shuffleAnswers;
  const choices = mix ? shuffled(question.choices, seed + question.key, (choice) => choice.id) : question.choices;
  const rows = choices.map((choice) => row(choice, { name, multiple: question.multiple, place }));
  const body = h("div", { class: "cb-choices" },
    h("p", { class: "cb-instruction", text: t(question.multiple ? "chooseMany" : "chooseOne") }),
    rows.map(({ element }) => element));
  return {
    body,
    read: () => rows.filter(({ input }) => input.checked).map(({ choice }) => choice.id),
    write(response) {
      for (const { input, choice } of rows) input.checked = response.includes(choice.id);
    },
    enable(on) {
      for (const { input } of rows) input.disabled = !on;
    },
    mark(response, sees) {
      for (const entry of rows) markRow(entry, response, { question, sees, t, place });
    },
    unmark() {
      for (const { note, element } of rows) {
        note.replaceChildren();
        element.classList.remove("cb-is-right", "cb-is-wrong");
      }
    },
  };
}

function row(choice, { name, multiple, place }) {
  const input = h("input", { type: multiple ? "checkbox" : "radio", name, value: choice.id });
  const note = h("div", { class: "cb-choice-note" });
  const label = h("label", { class: "cb-choice-label" }, input, h("span", { class: "cb-choice-text" }, place(choice.html)));
  return { choice, input, note, element: h("div", { class: "cb-choice" }, label, note) };
}

/** Shows what the learner ticked as right or wrong and, when the answer is given away, what was right. */
function markRow({ choice, note, element }, response, { question, sees, t, place }) {
  const ticked = response.includes(choice.id);
  const right = isRight(question, choice);
  note.replaceChildren();
  const expected = right && sees.rightAnswers;
  element.classList.toggle("cb-is-right", expected || (ticked && right && sees.correctness));
  element.classList.toggle("cb-is-wrong", ticked && !right && sees.correctness);
  if (ticked && sees.correctness) note.append(mark(right ? "right" : "wrong", `${t(right ? "right" : "wrong")} (${t("yourChoice")})`));
  else if (expected) note.append(mark("missed", t("expected")));
  if (choice.feedback && sees.feedback && (ticked || expected)) {
    note.append(h("div", { class: "cb-choice-feedback" }, place(choice.feedback)));
  }
}

function isRight(question, choice) {
  if (question.type === "truefalse") return choice.id === (question.answer ? "t" : "f");
  return choice.fraction > 0;
}

/** Signs for right and wrong: a shape and a word, never colour alone. */

import { h } from "../dom.js";

const SIGNS = { right: "✓", partial: "◐", wrong: "✗", missed: "→", open: "✎" };

/** A sign with its words. */
export function mark(kind, ...words) {
  return h("span", { class: `cb-mark cb-mark-${kind}` },
    h("span", { class: "cb-sign", "aria-hidden": "true", text: SIGNS[kind] }), words.flat());
}

/** What to note at a part of an answer: whether it is right, and what would have been. */
export function judged(right, expected, sees, t) {
  const kind = right ? "right" : "wrong";
  const notes = sees.correctness ? [mark(kind, t(kind))] : [];
  if (sees.rightAnswers && !(right && sees.correctness)) notes.push(" ", mark("missed", expected));
  return notes;
}

/** A pattern as a learner may read it: an ellipsis for any text, a star for `\\*`. */
export function readable(pattern) {
  return pattern.replace(/\\\*|\*/g, (star) => (star === "*" ? "…" : "*"));
}

/** Free text in a few safe ASCII characters: `_` a space, `$` a line break, `%` a tab, `~ABC` any other. */

import { digits, number } from "./hash.js";

const PLAIN = /[A-Za-z0-9,.()?:/+=*'-]/;
const SHORT = { " ": "_", "\n": "$", "\t": "%" };
const LONG = { _: " ", $: "\n", "%": "\t" };

/** The safe form of a text. */
export function encodeText(text) {
  let safe = "";
  for (let index = 0; index < text.length; index += 1) {
    const unit = text[index];
    safe += PLAIN.test(unit) ? unit : SHORT[unit] ?? `~${digits(unit.charCodeAt(0), 3)}`;
  }
  return safe;
}

/** The text of a safe form. */
export function decodeText(safe) {
  return safe
    .replace(/~(...)|[_$%]/g, (match, code) =>
      code === undefined ? LONG[match] : String.fromCharCode(number(code)));
}

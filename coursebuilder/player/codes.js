/**
 * Two codes for the state. Sets of 18-bit keys as base64url text: sorted gaps in a Rice code (Golomb with a
 * power of two). Free text in a few safe ASCII characters: `_` a space, `$` a line break, `%` a tab, `~ABC` any other.
 */

import { ALPHABET, digits, number } from "./hash.js";

const UNIVERSE = 1 << 18;

/**
 * The text of a set of three-character keys; "" for the empty set.
 *
 * The first character is the Rice parameter k. Each gap (key - previous key - 1) follows as its
 * quotient by 2^k in ones, a zero, and its k low bits. The last character is padded with ones,
 * which never make a whole code.
 */
export function encodeKeys(keys) {
  const sorted = [...new Set(keys)].map(number).sort((a, b) => a - b);
  if (sorted.length === 0) return "";
  const gaps = sorted.map((key, index) => key - (index ? sorted[index - 1] + 1 : 0));
  const k = cheapest(gaps);
  const bits = gaps.map(
    (gap) => `${"1".repeat(gap >> k)}0${k ? (gap & ((1 << k) - 1)).toString(2).padStart(k, "0") : ""}`,
  ).join("");
  const padded = bits.padEnd(Math.ceil(bits.length / 6) * 6, "1");
  return ALPHABET[k] + padded.replace(/.{6}/g, (six) => ALPHABET[parseInt(six, 2)]);
}

/** The keys that `encodeKeys` wrote; throws RangeError when the text is none of its. */
export function decodeKeys(text) {
  const keys = [];
  if (text === "") return keys;
  const k = number(text[0]);
  if (!(k < 18)) throw new RangeError("no Rice parameter");
  const bits = [...text.slice(1)].map((character) => {
    const value = number(character);
    if (Number.isNaN(value)) throw new RangeError("not base64url");
    return value.toString(2).padStart(6, "0");
  }).join("");
  for (let at = 0, next = 0; ; ) {
    const zero = bits.indexOf("0", at);
    if (zero < 0 || zero + 1 + k > bits.length) return keys;
    const low = k ? parseInt(bits.slice(zero + 1, zero + 1 + k), 2) : 0;
    next += (zero - at) * 2 ** k + low;
    if (next >= UNIVERSE) throw new RangeError("key out of range");
    keys.push(digits(next, 3));
    next += 1;
    at = zero + 1 + k;
  }
}

/** The Rice parameter that makes these gaps shortest. */
function cheapest(gaps) {
  let best = 0;
  let least = Infinity;
  for (let k = 0; k < 18; k += 1) {
    const bits = gaps.reduce((sum, gap) => sum + (gap >> k) + 1 + k, 0);
    if (bits < least) [best, least] = [k, bits];
  }
  return best;
}

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

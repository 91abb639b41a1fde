/** A response packed into a few characters for the state, and back. */

import { ALPHABET } from "./hash.js";
import { checkCharacter } from "./state.js";
import { decodeText, encodeText } from "./codes.js";

/** The response of a learner who has not answered. */
export function blankResponse(question) {
  const parts = partsOf(question);
  if (kind(question) !== "gaps-type" && (isText(question) || question.type === "essay")) return "";
  return parts === null ? [] : parts.map(() => "");
}

/** Whether an answer is text, which the platform's copy may have to cut. */
export function isText(question) {
  return TYPED.has(kind(question));
}

/** The packed form: one character for each chosen part, or encoded text; "" for an essay (see texts). */
export function packResponse(question, response) {
  if (question.type === "essay") return "";
  if (kind(question) === "gaps-type") return encodeText(response.join("\t"));
  if (isText(question)) return encodeText(response);
  const options = optionIds(question);
  return response.map((id, index) => {
    const place = options(index).indexOf(id);
    return place < 0 ? "*" : ALPHABET[place];
  }).join("");
}

/** The response of a packed form; the blank one where it does not fit the question. */
export function unpackResponse(question, packed) {
  const blank = blankResponse(question);
  if (kind(question) === "gaps-type") {
    const typed = decodeText(packed).split("\t");
    return blank.map((_, index) => typed[index] ?? "");
  }
  if (isText(question)) return decodeText(packed);
  if (question.type === "essay") return "";
  const options = optionIds(question);
  const response = [...packed].map((character, index) => options(index)[ALPHABET.indexOf(character)] ?? "");
  if (blank.length && response.length !== blank.length) return blank;
  return blank.length ? response : response.filter((id) => id !== "");
}

/** A character that changes when the question's parts change. */
export function questionCheck(question) {
  const parts = question.choices ?? question.items ?? question.pairs ?? question.gaps ?? [];
  const texts = [...parts, ...(question.options ?? [])].map((part) =>
    part.html ?? part.text ?? (part.options ?? []).map((option) => option.text).join(" "));
  return checkCharacter([question.type, ...texts, ...(question.variant ? [question.variant] : [])].join("\n"));
}

const TYPED = new Set(["shortanswer", "numerical", "gaps-type"]);

function kind(question) {
  return question.type === "gaps" ? `gaps-${question.mode}` : question.type;
}

/** What has one answer each, or null when the response is a list of its own length. */
function partsOf(question) {
  if (question.type === "matching") return question.pairs;
  if (question.type === "gaps") return question.gaps;
  return null;
}

function optionIds(question) {
  const ids = (list) => list.map((option) => option.id);
  if (question.type === "gaps" && question.mode === "choose") {
    return (index) => ids(question.gaps[index]?.options ?? []);
  }
  const all = ids(question.choices ?? question.items ?? question.options ?? []);
  return () => all;
}

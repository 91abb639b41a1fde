/** SCORM 2004 data types (Run-Time Environment, 4th edition, 4.1.1 and 4.2.9). */

import { decimal } from "./patterns12.js";

/** Characters of a text answer, and of a long one. */
const SHORT = 250;
const LONG = 4000;
const LABELS = { t: "true", f: "false" };

/** A timeinterval: `PT1H2M3.45S`. */
export function duration(milliseconds) {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const seconds = (hundredths % 6000) / 100;
  const minutes = Math.floor(hundredths / 6000) % 60;
  const hours = Math.floor(hundredths / 360000);
  return `PT${hours ? `${hours}H` : ""}${minutes ? `${minutes}M` : ""}${seconds || !(hours || minutes) ? `${seconds}S` : ""}`;
}

/** A time to the second, in the learner's own zone, which short fractions would force to be named. */
export function timestamp(date) {
  const pad = (value, width = 2) => String(value).padStart(width, "0");
  const day = [pad(date.getFullYear(), 4), pad(date.getMonth() + 1), pad(date.getDate())].join("-");
  return `${day}T${[date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part)).join(":")}`;
}

/** A long identifier of an id with slashes; Moodle takes no hyphen. */
export function identifier(id) {
  return id.replace(/\//g, ".").replace(/[^\w.]+/g, "_").slice(0, SHORT);
}

/** The type an answer is reported as: a long text has a type of its own. */
export function typeOf({ type, response }) {
  return type === "fill-in" && String(response[0] ?? "").length > SHORT ? "long-fill-in" : type;
}

/** A learner_response. */
export function response(type, parts) {
  switch (type) {
    case "true-false": return LABELS[parts[0]] ?? "";
    case "numeric": return decimal(Number(parts[0]));
    case "fill-in": return text(parts[0], SHORT);
    case "long-fill-in": return text(parts[0], LONG);
    case "matching": return joined(parts.map((pair) => pair.map(short).join("[.]")));
    default: return joined(parts.map(short));
  }
}

/** The correct_responses patterns of an interaction, all different. */
export function patterns({ type, correct, ranges }) {
  const all = type === "numeric"
    ? ranges.map((ends) => ends.map(decimal).join("[:]"))
    : correct.map((parts) => response(type, parts));
  return [...new Set(all)].filter((pattern) => pattern !== "");
}

/** A short_identifier_type. */
function short(id) {
  return String(id).replace(/[^\w.]/g, "_").slice(0, SHORT);
}

function joined(parts) {
  return [...new Set(parts)].join("[,]");
}

/** A characterstring without what the standard reads as a separator or a property. */
function text(value, length) {
  const plain = String(value ?? "").replace(/\[([,.:])\]/g, "[ $1 ]").replace(/^\{/, " {");
  return plain.slice(0, length);
}

/** SCORM 1.2 data types (Run-Time Environment 1.2, 3.4.4 and 3.4.7). */

const LONGEST = 255;

/** A CMITimespan: `HHHH:MM:SS.SS`. */
export function timespan(milliseconds) {
  const hundredths = Math.max(0, Math.round(milliseconds / 10));
  const seconds = Math.floor(hundredths / 100);
  const hours = Math.min(9999, Math.floor(seconds / 3600));
  return `${pad(hours, 4)}:${pad(Math.floor(seconds / 60) % 60, 2)}:${pad(seconds % 60, 2)}.${pad(hundredths % 100, 2)}`;
}

/** A CMITime: the time of day, `HH:MM:SS`. */
export function timeOfDay(date) {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => pad(part, 2)).join(":");
}

/** A CMIIdentifier of an id with slashes. */
export function identifier(id) {
  return id.replace(/[^A-Za-z0-9_-]+/g, "_").slice(0, LONGEST);
}

/** A CMIFeedback of a response or of a right answer. */
export function pattern(type, parts) {
  if (type === "matching") return joined(parts.map(([source, target]) => `${source}.${target}`));
  if (type === "fill-in") return String(parts[0] ?? "").replace(/\s+/g, " ").slice(0, LONGEST);
  if (type === "numeric") return decimal(Number(parts[0]));
  return joined(parts);
}

/** A CMIDecimal: no exponent, at most seven decimals. */
export function decimal(value) {
  return value.toFixed(7).replace(/\.?0+$/, "").replace(/^-0$/, "0");
}

/** As many whole parts as fit. */
function joined(parts) {
  let text = "";
  for (const part of parts) {
    const longer = text ? `${text},${part}` : part;
    if (longer.length > LONGEST) break;
    text = longer;
  }
  return text;
}

function pad(value, width) {
  return String(value).padStart(width, "0");
}

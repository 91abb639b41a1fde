/** How much of a question's points a response earns: Moodle's rules, the same as model/scoring.py. */

/**
 * The share of the points of a response, or null for a question a person marks: 0…1, and below 0 where
 * one choice with a minus is made, as in Moodle.
 */
export function fractionOf(question, response) {
  const share = SCORERS[question.type](question, response);
  const least = question.type === "choice" && !question.multiple ? -1 : 0;
  return share === null ? null : Math.max(least, Math.min(1, round(share)));
}

/** `right`, `partial` or `wrong`; `open` for a question a person marks. */
export function verdict(fraction) {
  if (fraction === null) return "open";
  if (fraction > 0.999999) return "right";
  return fraction > 0.000001 ? "partial" : "wrong";
}

/** The answer of a short answer or numerical question that a response meets, or null. */
export function matchedAnswer(question, response) {
  if (question.type === "shortanswer") {
    const text = tidy(response);
    return question.answers.find((answer) => matches(answer.pattern, text, question.caseSensitive)) ?? null;
  }
  const value = readNumber(response, question.units);
  if (value === null) return null;
  const near = (answer) => Math.abs(value - answer.value) <= answer.tolerance + 1e-9 * Math.max(1, Math.abs(answer.value));
  return question.answers.find(near) ?? null;
}

/** Whether each part of a matching, ordering or gap question is right, in the author's order. */
export function partsRight(question, response) {
  if (question.type === "matching") {
    return question.pairs.map((pair, index) => response[index] === pair.option);
  }
  if (question.type === "ordering") {
    return question.items.map((item, index) => response[index] === item.id);
  }
  return question.gaps.map((gap, index) => gapRight(question, gap, response[index] ?? ""));
}

/** Whether nothing has been answered yet. */
export function isBlank(question, response) {
  if (response === null || response === undefined) return true;
  if (typeof response === "string") return response.trim() === "";
  return response.every((part) => part.trim() === "");
}

/** Whether every part has been answered. */
export function isWhole(question, response) {
  if (isBlank(question, response)) return false;
  return typeof response === "string" || question.type === "choice"
    || response.every((part) => part.trim() !== "");
}

/**
 * The number a learner wrote, in the unit of the answers: comma or point, thousands in spaces, an
 * optional unit behind it; null when it is none.
 */
export function readNumber(text, units = []) {
  const found = /^([+-]?(?:\d[\d\s\u00a0\u202f]*)?(?:[.,]\d+)?(?:[eE][+-]?\d+)?)\s*(\D*)$/u
    .exec(String(text).trim().replace("\u2212", "-"));
  if (!found || !/\d/.test(found[1])) return null;
  const value = Number(found[1].replace(/\s/gu, "").replace(",", "."));
  const name = found[2].trim();
  if (name === "") return value;
  const unit = units.find((candidate) => candidate.name.toLowerCase() === name.toLowerCase());
  return unit ? value / unit.factor : null;
}

/** Whether a text is what a pattern describes: `*` any text, `\*` a star. */
export function matches(pattern, text, caseSensitive) {
  const source = tidy(pattern).split(/(\\\*|\*)/).map((part) => {
    if (part === "*") return ".*";
    return (part === "\\*" ? "*" : part).replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  }).join("");
  return new RegExp(`^${source}$`, caseSensitive ? "su" : "sui").test(text);
}

const SCORERS = {
  choice(question, response) {
    return question.choices
      .filter((choice) => response.includes(choice.id))
      .reduce((sum, choice) => sum + choice.fraction, 0);
  },
  truefalse: (question, response) => (response[0] === (question.answer ? "t" : "f") ? 1 : 0),
  shortanswer: (question, response) => matchedAnswer(question, response)?.fraction ?? 0,
  numerical: (question, response) => matchedAnswer(question, response)?.fraction ?? 0,
  matching: shareOfParts,
  ordering(question, response) {
    const share = shareOfParts(question, response);
    return question.grading === "exact" ? Math.floor(share) : share;
  },
  gaps: shareOfParts,
  essay: () => null,
};

function shareOfParts(question, response) {
  const parts = partsRight(question, response);
  return parts.filter(Boolean).length / parts.length;
}

function gapRight(question, gap, given) {
  if (question.mode !== "type") return given === gap.answer;
  return gap.patterns.some((pattern) => matches(pattern, tidy(given), question.caseSensitive));
}

function tidy(text) {
  return String(text).normalize("NFC").trim().replace(/\s+/gu, " ");
}

function round(value) {
  return Math.round(value * 1e9) / 1e9;
}

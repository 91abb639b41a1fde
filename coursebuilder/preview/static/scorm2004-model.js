/** The data model of SCORM 2004 (Run-Time Environment, 4th edition, chapter 4): elements, types, error codes. */

import { decimal, oneOf, text } from "./platform.js";

export const LIMIT = 64000;

export const ERRORS = {
  0: "No error",
  101: "General exception",
  102: "General initialization failure",
  103: "Already initialized",
  104: "Content instance terminated",
  111: "General termination failure",
  112: "Termination before initialization",
  113: "Termination after termination",
  122: "Retrieve data before initialization",
  123: "Retrieve data after termination",
  132: "Store data before initialization",
  133: "Store data after termination",
  142: "Commit before initialization",
  143: "Commit after termination",
  201: "General argument error",
  301: "General get failure",
  351: "General set failure",
  391: "General commit failure",
  401: "Undefined data model element",
  402: "Unimplemented data model element",
  403: "Data model element value not initialized",
  404: "Data model element is read only",
  405: "Data model element is write only",
  406: "Data model element type mismatch",
  407: "Data model element value out of range",
  408: "Data model dependency not established",
};

const FITS = "0";
const MISMATCH = "406";
const OUT_OF_RANGE = "407";

const of = (fits) => (value) => (fits(value) ? FITS : MISMATCH);
const between = (low, high) => (value) => {
  if (!decimal(value)) return MISMATCH;
  return Number(value) >= low && Number(value) <= high ? FITS : OUT_OF_RANGE;
};
const localized = (most) => (value) => value.replace(/^\{lang=[A-Za-z0-9-]+\}/, "").length <= most;
const interval = (value) =>
  /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(value);
const time = (value) =>
  /^(19[7-9]\d|20[0-3]\d)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?)?)?)?)?)?$/.test(value);
const identifier = (value) => /^\S{1,4000}$/.test(value);
const short = (value) => /^[^\s[\]]{1,250}$/.test(value);
const different = (parts) => new Set(parts).size === parts.length;
const list = (fits) => (value) => value === "" || value.split("[,]").every(fits);
const pair = (left, right) => (value) => {
  const halves = value.split("[.]");
  return halves.length === 2 && left(halves[0]) && right(halves[1]);
};
const plain = (most) => (value) => localized(most)(value.replace(/^(\{(case_matters|order_matters)=(true|false)\})*/, ""));

/** Type of an interaction -> what an answer and a right answer look like (4.2.9.1 and 4.2.9.2). */
const RESPONSES = {
  "true-false": [oneOf("true", "false")],
  choice: [(value) => list(short)(value) && different(value.split("[,]"))],
  "fill-in": [list(localized(250)), list(plain(250))],
  "long-fill-in": [localized(4000), plain(4000)],
  matching: [list(pair(short, short))],
  performance: [list(pair(text(250), text(250)))],
  sequencing: [list(short)],
  likert: [short],
  numeric: [decimal, (value) => {
    const ends = value.split("[:]");
    return ends.length === 2 && ends.every((end) => end === "" || decimal(end));
  }],
  other: [text(4000)],
};

const STATUS = {
  completion_status: of(oneOf("completed", "incomplete", "not attempted", "unknown")),
  success_status: of(oneOf("passed", "failed", "unknown")),
  progress_measure: between(0, 1),
};
const SCORE = {
  "score.scaled": between(-1, 1),
  "score.raw": of(decimal),
  "score.min": of(decimal),
  "score.max": of(decimal),
};
const INTERACTION = {
  id: of(identifier),
  type: of(oneOf(...Object.keys(RESPONSES))),
  timestamp: of(time),
  weighting: of(decimal),
  learner_response: null,
  result: of((value) => oneOf("correct", "incorrect", "unanticipated", "neutral")(value) || decimal(value)),
  latency: of(interval),
  description: of(localized(250)),
  "objectives.n.id": of(identifier),
  "correct_responses.n.pattern": null,
};
const COMMENT = { comment: of(localized(4000)), location: of(text(250)), timestamp: of(time) };
const PREFERENCE = {
  audio_level: between(0, Infinity),
  language: of((value) => /^([A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)?$/.test(value)),
  delivery_speed: between(0, Infinity),
  audio_captioning: of(oneOf("-1", "0", "1")),
};

/** Element, its indexes as `n` -> [may be read, may be written, what a value is checked by]. */
export const ELEMENTS = {
  ...all("cmi", { ...STATUS, ...SCORE, location: of(text(1000)), suspend_data: of(text(LIMIT)) }),
  ...all("cmi.objectives.n", { id: of(identifier), ...STATUS, ...SCORE, description: of(localized(250)) }),
  ...all("cmi.interactions.n", INTERACTION),
  ...all("cmi.comments_from_learner.n", COMMENT),
  ...all("cmi.learner_preference", PREFERENCE),
  "cmi.exit": [false, true, of(oneOf("time-out", "suspend", "logout", "normal", ""))],
  "cmi.session_time": [false, true, of(interval)],
  "adl.nav.request": [true, true, of((value) =>
    oneOf("continue", "previous", "exit", "exitAll", "abandon", "abandonAll", "suspendAll", "_none_")(value)
    || /^\{target=[^}]+\}(choice|jump)$/.test(value))],
  ...Object.fromEntries([
    "_version", "completion_threshold", "credit", "entry", "launch_data", "learner_id", "learner_name",
    "max_time_allowed", "mode", "scaled_passing_score", "time_limit_action", "total_time",
  ].map((name) => [`cmi.${name}`, [true, false, null]])),
  "adl.nav.request_valid.continue": [true, false, null],
  "adl.nav.request_valid.previous": [true, false, null],
};

export const CHILDREN = {
  cmi: "_version,comments_from_learner,comments_from_lms,completion_status,credit,entry,exit,interactions,launch_data,"
    + "learner_id,learner_name,learner_preference,location,max_time_allowed,mode,objectives,progress_measure,"
    + "scaled_passing_score,score,session_time,success_status,suspend_data,time_limit_action,total_time",
  "cmi.comments_from_learner": "comment,location,timestamp",
  "cmi.comments_from_lms": "comment,location,timestamp",
  "cmi.interactions": "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency,description",
  "cmi.learner_preference": "audio_level,language,delivery_speed,audio_captioning",
  "cmi.objectives": "id,score,success_status,completion_status,progress_measure,description",
  "cmi.objectives.n.score": "scaled,raw,min,max",
  "cmi.score": "scaled,raw,min,max",
};

/** The collections: what has a `_count`. */
export const COLLECTIONS = [
  "cmi.comments_from_learner", "cmi.comments_from_lms", "cmi.interactions", "cmi.interactions.n.objectives",
  "cmi.interactions.n.correct_responses", "cmi.objectives",
];

/** The error code of a learner_response or a pattern of an interaction of that type. */
export function checkResponse(type, value, { pattern }) {
  const [answer, right = answer] = RESPONSES[type];
  return (pattern ? right : answer)(value) ? FITS : MISMATCH;
}

/** The sum of two timeintervals. */
export function sum(one, other) {
  const hundredths = Math.round((seconds(one) + seconds(other)) * 100);
  const hours = Math.floor(hundredths / 360000);
  const minutes = Math.floor(hundredths / 6000) % 60;
  return `PT${hours}H${minutes}M${(hundredths % 6000) / 100}S`;
}

function seconds(value) {
  const [, years, months, days, hours, minutes, rest] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(value ?? "") ?? [];
  const whole = [years, months, days, hours, minutes].map((part) => Number(part ?? 0));
  const day = 86400;
  return whole[0] * 365 * day + whole[1] * 30 * day + whole[2] * day + whole[3] * 3600 + whole[4] * 60 + Number(rest ?? 0);
}

function all(prefix, members) {
  return Object.fromEntries(Object.entries(members).map(([name, check]) => [`${prefix}.${name}`, [true, true, check]]));
}

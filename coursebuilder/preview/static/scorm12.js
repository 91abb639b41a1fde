/**
 * A learning platform for one learner: the SCORM 1.2 run-time API (SCORM 1.2 RTE, chapter 3) as strict
 * as the standard, with a log of every call and ways to fail on purpose.
 */

import { Platform, decimal, oneOf, text } from "./platform.js";

export const LIMIT = 4096;

const NO_ERROR = "0";
const GENERAL = "101";
const INVALID = "201";
const NO_CHILDREN = "202";
const NO_COUNT = "203";
const NOT_STARTED = "301";
const NOT_KNOWN = "401";
const KEYWORD = "402";
const READ_ONLY = "403";
const WRITE_ONLY = "404";
const WRONG_TYPE = "405";

const MESSAGES = {
  [NO_ERROR]: "No error",
  [GENERAL]: "General exception",
  [INVALID]: "Invalid argument error",
  [NO_CHILDREN]: "Element cannot have children",
  [NO_COUNT]: "Element not an array - cannot have count",
  [NOT_STARTED]: "Not initialized",
  [NOT_KNOWN]: "Not implemented error",
  [KEYWORD]: "Invalid set value, element is a keyword",
  [READ_ONLY]: "Element is read only",
  [WRITE_ONLY]: "Element is write only",
  [WRONG_TYPE]: "Incorrect data type",
};

const score = (value) => value === "" || (decimal(value) && Number(value) >= 0 && Number(value) <= 100);
const timespan = (value) => /^\d{2,4}:\d\d:\d\d(\.\d{1,2})?$/.test(value);
const time = (value) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(value);
const identifier = (value) => /^\S{1,255}$/.test(value);

/** Element -> [may be read, may be written, what fits]. */
const ELEMENTS = {
  "cmi.core.student_id": [true, false],
  "cmi.core.student_name": [true, false],
  "cmi.core.lesson_location": [true, true, text(255)],
  "cmi.core.credit": [true, false],
  "cmi.core.lesson_status": [true, true, oneOf("passed", "completed", "failed", "incomplete", "browsed")],
  "cmi.core.entry": [true, false],
  "cmi.core.score.raw": [true, true, score],
  "cmi.core.score.max": [true, true, score],
  "cmi.core.score.min": [true, true, score],
  "cmi.core.total_time": [true, false],
  "cmi.core.lesson_mode": [true, false],
  "cmi.core.exit": [false, true, oneOf("time-out", "suspend", "logout", "")],
  "cmi.core.session_time": [false, true, timespan],
  "cmi.suspend_data": [true, true, text(LIMIT)],
  "cmi.launch_data": [true, false],
  "cmi.comments": [true, true, text(4096)],
  "cmi.comments_from_lms": [true, false],
  "cmi.student_data.mastery_score": [true, false],
};
const CHILDREN = {
  "cmi.core._children": "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time,lesson_mode,exit,session_time",
  "cmi.core.score._children": "raw,min,max",
  "cmi.interactions._children": "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
};
const INTERACTION = {
  id: identifier,
  time,
  type: oneOf("true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert", "numeric"),
  weighting: decimal,
  student_response: text(255),
  result: (value) => oneOf("correct", "wrong", "unanticipated", "neutral")(value) || decimal(value),
  latency: timespan,
};
const IN_INTERACTION = /^cmi\.interactions\.(\d+)\.(?:(\w+)|correct_responses\.(\d+)\.pattern|objectives\.(\d+)\.id)$/;

const FRESH = {
  "cmi.core.student_id": "learner-1",
  "cmi.core.student_name": "Learner, Preview",
  "cmi.core.credit": "credit",
  "cmi.core.lesson_mode": "normal",
  "cmi.core.lesson_status": "not attempted",
  "cmi.core.entry": "ab-initio",
  "cmi.core.total_time": "0000:00:00.00",
};

/** The platform of SCORM 1.2. */
export class Scorm12 extends Platform {
  name = "API";
  limit = LIMIT;
  #values;
  #interactions;

  constructor(options = {}) {
    super("attempt", GENERAL, options);
    const kept = this.kept();
    this.#values = kept?.values ?? { ...FRESH };
    this.#interactions = kept?.interactions ?? [];
    this.api = {
      LMSInitialize: (...given) => this.logged("LMSInitialize", given, () => this.#initialize(given)),
      LMSFinish: (...given) => this.logged("LMSFinish", given, () => this.#finish(given)),
      LMSGetValue: (...given) => this.logged("LMSGetValue", given, () => this.#get(String(given[0]))),
      LMSSetValue: (...given) => this.logged("LMSSetValue", given, () => this.#set(String(given[0]), String(given[1]))),
      LMSCommit: (...given) => this.logged("LMSCommit", given, () => this.#commit(given)),
      LMSGetLastError: () => this.code,
      LMSGetErrorString: (code) => MESSAGES[String(code)] ?? "",
      LMSGetDiagnostic: (code) => MESSAGES[String(code || this.code)] ?? "",
    };
  }

  /** What is kept of an element; "" when nothing is. */
  value(element) {
    return this.#values[element] ?? "";
  }

  /** The interactions so far. */
  get interactions() {
    return this.#interactions;
  }

  /** What the panel shows: `[key of the label, value]`. */
  get facts() {
    const value = (name) => this.value(`cmi.core.${name}`);
    return [
      ["status", value("lesson_status")],
      ["score", value("score.raw") === "" ? "" : `${value("score.raw")} / ${value("score.max") || 100}`],
      ["location", value("lesson_location")],
      ["entry", value("entry")],
      ["time", value("total_time")],
    ];
  }

  get suspendData() {
    return this.value("cmi.suspend_data");
  }

  /** Id, answer and result of each interaction. */
  get answers() {
    return this.#interactions.map(({ id, student_response, result }) => [id, student_response, result]);
  }

  /** Makes ready for the next launch: what the learner left is taken up. */
  launch() {
    if (this.phase === "open") this.#end();
    this.phase = "new";
    this.changed();
  }

  /** Forgets the learner. */
  reset() {
    this.#values = { ...FRESH };
    this.#interactions = [];
    this.phase = "new";
    this.log = [];
    this.#keep();
    this.changed();
  }

  #initialize(given) {
    if (given.length !== 1 || given[0] !== "") return this.refuse(INVALID);
    if (this.phase === "open" || this.failure === "start") return this.refuse(GENERAL);
    this.phase = "open";
    return this.answer("true");
  }

  #finish(given) {
    if (this.phase !== "open") return this.refuse(NOT_STARTED);
    if (given.length !== 1 || given[0] !== "") return this.refuse(INVALID);
    this.#end();
    return this.answer("true");
  }

  /** The end of a session: its time is added, and the next one resumes when it was suspended. */
  #end() {
    this.phase = "over";
    const values = this.#values;
    values["cmi.core.total_time"] = sum(values["cmi.core.total_time"], values["cmi.core.session_time"]);
    const suspended = values["cmi.core.exit"] === "suspend";
    values["cmi.core.entry"] = suspended ? "resume" : "";
    if (!suspended) values["cmi.suspend_data"] = "";
    delete values["cmi.core.session_time"];
    delete values["cmi.core.exit"];
    this.#keep();
  }

  #commit(given) {
    if (this.phase !== "open") return this.refuse(NOT_STARTED);
    if (given.length !== 1 || given[0] !== "") return this.refuse(INVALID);
    if (this.failure === "set") return this.refuse(GENERAL);
    this.#keep();
    return this.answer("true");
  }

  #get(element) {
    if (this.phase !== "open") return this.refuse(NOT_STARTED, "");
    if (element in CHILDREN) return this.answer(CHILDREN[element]);
    if (element === "cmi.interactions._count") return this.answer(String(this.#interactions.length));
    if (IN_INTERACTION.test(element)) return this.refuse(WRITE_ONLY, "");
    const rule = ELEMENTS[element];
    if (!rule) return this.refuse(unknown(element), "");
    if (!rule[0]) return this.refuse(WRITE_ONLY, "");
    return this.answer(this.value(element));
  }

  #set(element, value) {
    if (this.phase !== "open") return this.refuse(NOT_STARTED);
    if (this.failure === "set") return this.refuse(GENERAL);
    if (/\._(children|count|version)$/.test(element)) return this.refuse(KEYWORD);
    const inner = IN_INTERACTION.exec(element);
    if (inner) return this.#setInteraction(inner, value);
    const rule = ELEMENTS[element];
    if (!rule) return this.refuse(unknown(element));
    if (!rule[1]) return this.refuse(READ_ONLY);
    if (!rule[2](value)) return this.refuse(WRONG_TYPE);
    this.#values[element] = value;
    return this.answer("true");
  }

  #setInteraction([, place, name, response, objective], value) {
    const index = Number(place);
    if (index > this.#interactions.length) return this.refuse(INVALID);
    const fits = name ? INTERACTION[name] : objective ? identifier : text(255);
    if (!fits) return this.refuse(NOT_KNOWN);
    if (!fits(value)) return this.refuse(WRONG_TYPE);
    const interaction = (this.#interactions[index] ??= {});
    if (name) interaction[name] = value;
    else if (response !== undefined) (interaction.patterns ??= [])[Number(response)] = value;
    return this.answer("true");
  }

  #keep() {
    this.keep({ values: this.#values, interactions: this.#interactions });
  }
}

function unknown(element) {
  if (element.endsWith("._children")) return NO_CHILDREN;
  return element.endsWith("._count") ? NO_COUNT : NOT_KNOWN;
}

function sum(...times) {
  const seconds = times.filter(Boolean).map((value) => value.split(":").map(Number))
    .reduce((total, [hours, minutes, rest]) => total + hours * 3600 + minutes * 60 + rest, 0);
  const two = (value) => String(value).padStart(2, "0");
  const hours = String(Math.floor(seconds / 3600)).padStart(4, "0");
  return `${hours}:${two(Math.floor(seconds / 60) % 60)}:${(seconds % 60).toFixed(2).padStart(5, "0")}`;
}

/** The SCORM 1.2 run-time behind the player's runtime interface (docs/player.md, "Runtimes"). */

import { Connection } from "./connection.js";
import { decimal, identifier, pattern, timeOfDay, timespan } from "./patterns12.js";

const STANDARD = {
  api: "API",
  functions: { start: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit", end: "LMSFinish" },
  probe: "cmi.core.lesson_status",
  time: "cmi.core.session_time",
  exit: "cmi.core.exit",
  duration: timespan,
};
/** A status never goes down this list. */
const RANKS = ["browsed", "incomplete", "failed", "completed", "passed"];

/** A runtime; `options` replace the clock and the timers in tests. */
export function createScorm12(host, options = {}) {
  return new Scorm12(host, options);
}

class Scorm12 {
  name = "scorm12";
  stateLimit = 4096;
  #lms;
  #writable = false;
  #status = "";
  #score = null;

  constructor(host, options) {
    this.#lms = new Connection(host, STANDARD, options);
  }

  /** Calls `listener(failing)` when saving starts or stops failing. */
  onTrouble(listener) {
    this.#lms.onTrouble(listener);
  }

  /** Promises what the platform knows of this learner, or null when no API answers in time. */
  start() {
    return this.#lms.start(() => this.#launch());
  }

  #launch() {
    const lms = this.#lms;
    const mode = lms.get("cmi.core.lesson_mode") || "normal";
    const credit = lms.get("cmi.core.credit") || "credit";
    this.#writable = mode !== "browse" && mode !== "review" && credit !== "no-credit";
    this.#status = lms.get("cmi.core.lesson_status");
    const raw = lms.get("cmi.core.score.raw");
    this.#score = raw === "" || Number.isNaN(Number(raw)) ? null : Number(raw);
    if (this.#writable && !RANKS.slice(1).includes(this.#status)) this.#setStatus("incomplete");
    lms.set("cmi.core.exit", "suspend");
    return {
      mode,
      writable: this.#writable,
      entry: lms.get("cmi.core.entry"),
      location: lms.get("cmi.core.lesson_location"),
      state: lms.get("cmi.suspend_data"),
      status: this.#status,
      score: this.#score,
      learner: { id: lms.get("cmi.core.student_id"), name: lms.get("cmi.core.student_name") },
    };
  }

  /** Keeps where the learner is. */
  setLocation(location) {
    return this.#writable && this.#lms.set("cmi.core.lesson_location", location.slice(0, 255));
  }

  /** Keeps the state line; false when the platform refuses it. */
  setState(line) {
    if (!this.#writable) return true;
    return line.length <= this.stateLimit && this.#lms.set("cmi.suspend_data", line);
  }

  /**
   * Keeps the course's percentage (null: none yet) and `{done, passed}`; neither a better score nor
   * a better status is ever overwritten.
   */
  setResult({ percent, done, passed }) {
    if (!this.#writable) return;
    if (percent !== null && (this.#score === null || percent > this.#score)) {
      this.#score = percent;
      this.#lms.set("cmi.core.score.min", "0");
      this.#lms.set("cmi.core.score.max", "100");
      this.#lms.set("cmi.core.score.raw", String(percent));
    }
    const status = { true: "passed", false: "failed" }[passed] ?? (done ? "completed" : "incomplete");
    if (RANKS.indexOf(status) > RANKS.indexOf(this.#status)) this.#setStatus(status);
  }

  #setStatus(status) {
    if (this.#lms.set("cmi.core.lesson_status", status)) this.#status = status;
  }

  /** Adds an answered question to the platform's journal, where it keeps one. */
  addInteraction(interaction) {
    if (!this.#writable) return;
    const { type, result } = interaction;
    this.#lms.addInteraction(identifier(interaction.id), [
      ["type", type],
      ["time", timeOfDay(interaction.time)],
      ...interaction.correct.map((answer, place) => [`correct_responses.${place}.pattern`, pattern(type, answer)]),
      ["weighting", decimal(Math.min(100, interaction.weight))],
      ["student_response", pattern(type, interaction.response)],
      ["result", typeof result === "number" ? decimal(result) : result],
      ["latency", timespan(interaction.latency)],
    ]);
  }

  /** Sends what changed: at once, or after two seconds of rest; with `always` at least the time. */
  commit(options) {
    this.#lms.commit(options);
  }

  /** Whether something has not reached the platform. */
  get dirty() {
    return this.#lms.dirty;
  }

  /** Whether a session with the platform is open. */
  get connected() {
    return this.#lms.connected;
  }

  /** Ends the session, once; everything after it is ignored. */
  finish() {
    this.#lms.finish();
  }
}

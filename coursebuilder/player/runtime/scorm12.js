/**
 * The SCORM 1.2 run-time behind the player's runtime interface (docs/player.md, "Runtimes").
 *
 * Nothing a platform does can throw into the player: a missing, late, failing or lying API ends in
 * `trouble()`, and the learner's work goes on with the local copy.
 */

import { findApi } from "./find-api.js";
import { decimal, identifier, pattern, timeOfDay, timespan } from "./patterns12.js";

const POLL = 250;
const PATIENCE = 15000;
const COMMIT_AFTER = 2000;
const LONGEST_RETRY = 60000;
/** A status never goes down this list. */
const RANKS = ["browsed", "incomplete", "failed", "completed", "passed"];

/** A runtime; `options` replace the clock and the timers in tests. */
export function createScorm12(host, options = {}) {
  return new Scorm12(host, options);
}

class Scorm12 {
  name = "scorm12";
  stateLimit = 4096;
  #api = null;
  #phase = "new";
  #writable = false;
  #dirty = false;
  #written = new Map();
  #timer = null;
  #retry = COMMIT_AFTER;
  #interactions = null;
  #status = "";
  #score = null;
  #trouble = () => {};

  constructor(host, { now = () => Date.now(), later = null, cancel = null } = {}) {
    this.host = host;
    this.now = now;
    this.later = later ?? ((task, delay) => host.setTimeout(task, delay));
    this.cancel = cancel ?? ((timer) => host.clearTimeout(timer));
  }

  /** Calls `listener(failing)` when saving starts or stops failing. */
  onTrouble(listener) {
    this.#trouble = listener;
  }

  /** Promises what the platform knows of this learner, or null when no API answers in time. */
  start() {
    const deadline = this.now() + PATIENCE;
    return new Promise((resolve) => {
      const attempt = () => {
        const launch = this.#open();
        if (launch || this.#phase === "over" || this.now() >= deadline) resolve(launch);
        else this.later(attempt, POLL);
      };
      attempt();
    });
  }

  #open() {
    if (this.#phase !== "new") return null;
    const api = findApi(this.host, "API");
    if (!api) return null;
    this.#api = api;
    this.#phase = "open";
    this.started = this.now();
    const accepted = truth(this.#call("LMSInitialize", ""));
    // 101 also stands for "already initialised": some platforms do it for the content.
    const readable = accepted || this.#get("cmi.core.lesson_status") !== "";
    if (!readable) {
      this.#phase = "over";
      this.#trouble(true);
      return null;
    }
    return this.#launch();
  }

  #launch() {
    const mode = this.#get("cmi.core.lesson_mode") || "normal";
    const credit = this.#get("cmi.core.credit") || "credit";
    this.#writable = mode !== "browse" && mode !== "review" && credit !== "no-credit";
    this.#status = this.#get("cmi.core.lesson_status");
    const raw = this.#get("cmi.core.score.raw");
    this.#score = raw === "" || Number.isNaN(Number(raw)) ? null : Number(raw);
    if (this.#writable && !RANKS.slice(1).includes(this.#status)) this.#setStatus("incomplete");
    this.#set("cmi.core.exit", "suspend");
    return {
      mode,
      writable: this.#writable,
      entry: this.#get("cmi.core.entry"),
      location: this.#get("cmi.core.lesson_location"),
      state: this.#get("cmi.suspend_data"),
      status: this.#status,
      score: this.#score,
      learner: { id: this.#get("cmi.core.student_id"), name: this.#get("cmi.core.student_name") },
    };
  }

  /** Keeps where the learner is. */
  setLocation(location) {
    return this.#writable && this.#set("cmi.core.lesson_location", location.slice(0, 255));
  }

  /** Keeps the state line; false when the platform refuses it. */
  setState(line) {
    if (!this.#writable) return true;
    return line.length <= this.stateLimit && this.#set("cmi.suspend_data", line);
  }

  /**
   * Keeps the course's percentage (null: none yet) and `{done, passed}`; neither a better score nor
   * a better status is ever overwritten.
   */
  setResult({ percent, done, passed }) {
    if (!this.#writable) return;
    if (percent !== null && (this.#score === null || percent > this.#score)) {
      this.#score = percent;
      this.#set("cmi.core.score.min", "0");
      this.#set("cmi.core.score.max", "100");
      this.#set("cmi.core.score.raw", String(percent));
    }
    const status = { true: "passed", false: "failed" }[passed] ?? (done ? "completed" : "incomplete");
    if (RANKS.indexOf(status) > RANKS.indexOf(this.#status)) this.#setStatus(status);
  }

  #setStatus(status) {
    if (this.#set("cmi.core.lesson_status", status)) this.#status = status;
  }

  /** Adds an answered question to the platform's journal, where it keeps one. */
  addInteraction(interaction) {
    if (!this.#writable || !this.#keepsInteractions()) return;
    const index = this.#interactions.next;
    const set = (element, value) => this.#set(`cmi.interactions.${index}.${element}`, value);
    if (!set("id", identifier(interaction.id))) {
      this.#interactions.refused = true;
      return;
    }
    this.#interactions.next += 1;
    set("type", interaction.type);
    set("time", timeOfDay(interaction.time));
    interaction.correct.forEach((answer, place) =>
      set(`correct_responses.${place}.pattern`, pattern(interaction.type, answer)));
    set("weighting", decimal(Math.min(100, interaction.weight)));
    set("student_response", pattern(interaction.type, interaction.response));
    set("result", typeof interaction.result === "number" ? decimal(interaction.result) : interaction.result);
    set("latency", timespan(interaction.latency));
  }

  /** Probes once: a platform that keeps no interactions answers with an error or with nothing. */
  #keepsInteractions() {
    if (this.#interactions === null) {
      const children = this.#get("cmi.interactions._children");
      const count = Number(this.#get("cmi.interactions._count") || 0);
      this.#interactions = { refused: !children.includes("id"), next: Number.isInteger(count) ? count : 0 };
    }
    return !this.#interactions.refused;
  }

  /** Sends what changed: at once, or after two seconds of rest; with `always` at least the time. */
  commit({ now = false, always = false } = {}) {
    if (this.#phase !== "open" || !(this.#dirty || always)) return;
    if (this.#timer !== null) this.cancel(this.#timer);
    this.#timer = null;
    if (!now) {
      this.#timer = this.later(() => this.commit({ now: true }), this.#retry);
      return;
    }
    this.#set("cmi.core.session_time", timespan(this.now() - this.started));
    const kept = truth(this.#call("LMSCommit", ""));
    this.#dirty = !kept;
    if (!kept) {
      this.#retry = Math.min(LONGEST_RETRY, this.#retry * 2);
      this.#timer = this.later(() => this.commit({ now: true }), this.#retry);
    } else {
      this.#retry = COMMIT_AFTER;
    }
    this.#trouble(!kept);
  }

  /** Whether something has not reached the platform. */
  get dirty() {
    return this.#dirty;
  }

  /** Whether a session with the platform is open. */
  get connected() {
    return this.#phase === "open";
  }

  /** Ends the session, once; everything after it is ignored. */
  finish() {
    const open = this.#phase === "open";
    this.#phase = "over";
    if (this.#timer !== null) this.cancel(this.#timer);
    if (!open) return;
    this.#write("cmi.core.session_time", timespan(this.now() - this.started));
    this.#write("cmi.core.exit", "suspend");
    this.#call("LMSCommit", "");
    this.#call("LMSFinish", "");
  }

  #get(element) {
    const value = this.#call("LMSGetValue", element);
    return value === "undefined" || value === "null" ? "" : value;
  }

  /** Whether the platform took the value; a value it already has is not sent again. */
  #set(element, value) {
    if (this.#phase !== "open") return false;
    if (this.#written.get(element) === value) return true;
    if (!this.#write(element, value)) return false;
    this.#written.set(element, value);
    this.#dirty = true;
    return true;
  }

  #write(element, value) {
    return truth(this.#call("LMSSetValue", element, value));
  }

  #call(name, ...values) {
    try {
      return String(this.#api[name](...values));
    } catch {
      return "";
    }
  }
}

function truth(answer) {
  return answer === "true" || answer === "1";
}

/**
 * A session with a platform's SCORM API, whichever version: found, opened, saved and ended.
 *
 * Nothing a platform does can throw into the player: a missing, late, failing or lying API ends in
 * `onTrouble`, and the learner's work goes on with the local copy.
 */

import { findApi } from "./find-api.js";

const POLL = 250;
const PATIENCE = 15000;
const COMMIT_AFTER = 2000;
const LONGEST_RETRY = 60000;

/**
 * `standard` names what differs between versions: `api` and `functions` (start, get, set, commit, end),
 * the elements `probe` (never empty in an open session), `time` and `exit`, and `duration(ms)`.
 */
export class Connection {
  #api = null;
  #phase = "new";
  #dirty = false;
  #written = new Map();
  #timer = null;
  #retry = COMMIT_AFTER;
  #interactions = null;
  #trouble = () => {};

  constructor(host, standard, { now = () => Date.now(), later = null, cancel = null } = {}) {
    this.host = host;
    this.standard = standard;
    this.now = now;
    this.later = later ?? ((task, delay) => host.setTimeout(task, delay));
    this.cancel = cancel ?? ((timer) => host.clearTimeout(timer));
  }

  /** Calls `listener(failing)` when saving starts or stops failing. */
  onTrouble(listener) {
    this.#trouble = listener;
  }

  /** Promises what `launch()` gives once the session is open, or null when no API answers in time. */
  start(launch) {
    const deadline = this.now() + PATIENCE;
    return new Promise((resolve) => {
      const attempt = () => {
        const opened = this.#open();
        if (opened) resolve(launch());
        else if (this.#phase === "over" || this.now() >= deadline) resolve(null);
        else this.later(attempt, POLL);
      };
      attempt();
    });
  }

  #open() {
    if (this.#phase !== "new") return false;
    this.#api = findApi(this.host, this.standard.api);
    if (!this.#api) return false;
    this.#phase = "open";
    this.started = this.now();
    const accepted = truth(this.#call("start", ""));
    // Refusal also stands for "already initialised": some platforms do it for the content.
    if (accepted || this.get(this.standard.probe) !== "") return true;
    this.#phase = "over";
    this.#trouble(true);
    return false;
  }

  /** The element's value; empty when there is none. */
  get(element) {
    const value = this.#call("get", element);
    return value === "undefined" || value === "null" ? "" : value;
  }

  /** Whether the platform took the value; a value it already has is not sent again. */
  set(element, value) {
    if (this.#phase !== "open") return false;
    if (this.#written.get(element) === value) return true;
    if (!this.#write(element, value)) return false;
    this.#written.set(element, value);
    this.#dirty = true;
    return true;
  }

  /** Adds an interaction with that id and `[element, value]` pairs, where the platform keeps any. */
  addInteraction(id, elements) {
    if (!this.#keepsInteractions()) return;
    const place = `cmi.interactions.${this.#interactions.next}`;
    if (!this.set(`${place}.id`, id)) {
      this.#interactions.refused = true;
      return;
    }
    this.#interactions.next += 1;
    for (const [element, value] of elements) this.set(`${place}.${element}`, value);
  }

  /** Probes once: a platform that keeps no interactions answers with an error or with nothing. */
  #keepsInteractions() {
    if (this.#interactions === null) {
      const children = this.get("cmi.interactions._children");
      const count = Number(this.get("cmi.interactions._count") || 0);
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
    this.set(this.standard.time, this.#elapsed());
    const kept = truth(this.#call("commit", ""));
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

  /** Ends the session, once, to be resumed; everything after it is ignored. */
  finish() {
    const open = this.#phase === "open";
    this.#phase = "over";
    if (this.#timer !== null) this.cancel(this.#timer);
    if (!open) return;
    this.#write(this.standard.time, this.#elapsed());
    this.#write(this.standard.exit, "suspend");
    this.#call("commit", "");
    this.#call("end", "");
  }

  #elapsed() {
    return this.standard.duration(this.now() - this.started);
  }

  #write(element, value) {
    return truth(this.#call("set", element, value));
  }

  #call(name, ...values) {
    try {
      return String(this.#api[this.standard.functions[name]](...values));
    } catch {
      return "";
    }
  }
}

function truth(answer) {
  return answer === "true" || answer === "1";
}

/** The SCORM 2004 run-time behind the player's runtime interface (docs/player.md, "Runtimes"). */

import { Connection } from "./connection.js";
import { decimal } from "./patterns12.js";
import { duration, identifier, patterns, response, timestamp, typeOf } from "./patterns2004.js";

const STANDARD = {
  api: "API_1484_11",
  functions: { start: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate" },
  probe: "cmi.completion_status",
  time: "cmi.session_time",
  exit: "cmi.exit",
  duration,
};
const LONGEST_LOCATION = 1000;
const REQUESTS = { next: "continue", previous: "previous" };
/** Neither status ever goes down its list. */
const COMPLETIONS = ["unknown", "not attempted", "incomplete", "completed"];
const SUCCESSES = ["unknown", "failed", "passed"];

/** A runtime; `options` replace the clock and the timers in tests. */
export function createScorm2004(host, options = {}) {
  return new Scorm2004(host, options);
}

class Scorm2004 {
  name = "scorm2004";
  stateLimit = 64000;
  #lms;
  #writable = false;
  /** Element prefix (`cmi`, `cmi.objectives.0`) -> what the platform has. */
  #known = new Map();
  #objectives = null;

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
    const mode = lms.get("cmi.mode") || "normal";
    const credit = lms.get("cmi.credit") || "credit";
    this.#writable = mode !== "browse" && mode !== "review" && credit !== "no-credit";
    const known = this.#read("cmi");
    if (this.#writable) this.#raise("cmi", "completion", "incomplete");
    lms.set("cmi.exit", "suspend");
    return {
      mode,
      writable: this.#writable,
      entry: lms.get("cmi.entry"),
      location: lms.get("cmi.location"),
      state: lms.get("cmi.suspend_data"),
      status: known.success === "unknown" ? known.completion : known.success,
      score: known.score === null ? null : Math.round(known.score * 100),
      learner: { id: lms.get("cmi.learner_id"), name: lms.get("cmi.learner_name") },
    };
  }

  /** What the platform has under a prefix, read once. */
  #read(prefix) {
    if (!this.#known.has(prefix)) {
      const score = this.#lms.get(`${prefix}.score.scaled`);
      this.#known.set(prefix, {
        completion: this.#lms.get(`${prefix}.completion_status`) || "unknown",
        success: this.#lms.get(`${prefix}.success_status`) || "unknown",
        score: score === "" || Number.isNaN(Number(score)) ? null : Number(score),
        progress: Number(this.#lms.get(`${prefix}.progress_measure`)) || 0,
      });
    }
    return this.#known.get(prefix);
  }

  #raise(prefix, kind, status) {
    const ranks = kind === "completion" ? COMPLETIONS : SUCCESSES;
    const known = this.#read(prefix);
    if (ranks.indexOf(status) <= ranks.indexOf(known[kind])) return;
    if (this.#lms.set(`${prefix}.${kind}_status`, status)) known[kind] = status;
  }

  /** Keeps where the learner is; nowhere yet is not worth a call, which some platforms refuse. */
  setLocation(location) {
    return location !== "" && this.#writable && this.#lms.set("cmi.location", location.slice(0, LONGEST_LOCATION));
  }

  /** Keeps the state line; false when the platform refuses it. */
  setState(line) {
    if (!this.#writable) return true;
    return line.length <= this.stateLimit && this.#lms.set("cmi.suspend_data", line);
  }

  /**
   * Keeps the result of the SCO and of each of its objectives that the platform knows. Completion says
   * that all is done or handed in, success that it was done well; nothing is ever lowered.
   */
  setResult({ objectives = [], ...result }) {
    if (!this.#writable) return;
    this.#report("cmi", result);
    for (const objective of objectives) {
      const place = this.#placeOf(objective.id);
      if (place !== undefined) this.#report(`cmi.objectives.${place}`, objective);
    }
  }

  #report(prefix, { percent, done, passed, progress }) {
    const known = this.#read(prefix);
    if (percent !== null && (known.score === null || percent / 100 > known.score)) {
      known.score = percent / 100;
      this.#lms.set(`${prefix}.score.min`, "0");
      this.#lms.set(`${prefix}.score.max`, "100");
      this.#lms.set(`${prefix}.score.raw`, String(percent));
      this.#lms.set(`${prefix}.score.scaled`, decimal(percent / 100));
    }
    if (progress > known.progress && this.#lms.set(`${prefix}.progress_measure`, decimal(progress))) {
      known.progress = progress;
    }
    this.#raise(prefix, "completion", done || passed !== null ? "completed" : "incomplete");
    this.#raise(prefix, "success", { true: "passed", false: "failed" }[passed] ?? (done ? "passed" : "unknown"));
  }

  /** Where the platform keeps an objective of the manifest; undefined when it does not. */
  #placeOf(id) {
    if (this.#objectives === null) {
      this.#objectives = new Map();
      const count = Number(this.#lms.get("cmi.objectives._count")) || 0;
      for (let place = 0; place < count; place += 1) {
        this.#objectives.set(this.#lms.get(`cmi.objectives.${place}.id`), place);
      }
    }
    return this.#objectives.get(id);
  }

  /** Adds an answered question to the platform's journal, where it keeps one. */
  addInteraction(interaction) {
    if (!this.#writable) return;
    const type = typeOf(interaction);
    const { result } = interaction;
    this.#lms.addInteraction(identifier(interaction.id), [
      ["type", type],
      ["timestamp", timestamp(interaction.time)],
      ...patterns({ ...interaction, type }).map((pattern, place) => [`correct_responses.${place}.pattern`, pattern]),
      ["weighting", decimal(interaction.weight)],
      ["learner_response", response(type, interaction.response)],
      ["result", typeof result === "number" ? decimal(result) : { wrong: "incorrect" }[result] ?? result],
      ["latency", duration(interaction.latency)],
    ]);
  }

  /** Whether the platform may go to the `next` or the `previous` module from here. */
  canMove(direction) {
    return ["true", "unknown"].includes(this.#lms.get(`adl.nav.request_valid.${REQUESTS[direction]}`));
  }

  /** Asks the platform for that module and ends the session with this one. */
  move(direction) {
    this.#lms.set("adl.nav.request", REQUESTS[direction]);
    this.#lms.finish();
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

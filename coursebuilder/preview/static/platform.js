/** What the platforms of both standards share: one learner, a log of every call, ways to fail on purpose. */

const LONGEST_LOG = 500;

/**
 * A platform with an `api` object as its standard names it. `changed()` is called after every call;
 * `store` keeps the learner's work under `key` for the next visit.
 */
export class Platform {
  phase = "new";
  /** "" as it should be; "start", "set" and "throw" fail in that way. */
  failure = "";
  log = [];
  code = "0";

  constructor(key, general, { store = null, changed = () => {}, now = () => Date.now() } = {}) {
    this.key = key;
    this.general = general;
    this.store = store;
    this.changed = changed;
    this.now = now;
  }

  /** What the store has of an earlier visit; null when there is nothing, or nothing that can be read. */
  kept() {
    try {
      return JSON.parse(this.store?.getItem(this.key) ?? "null");
    } catch {
      return null;
    }
  }

  /** Keeps the learner's work for the next visit. */
  keep(work) {
    try {
      this.store?.setItem(this.key, JSON.stringify(work));
    } catch {
      // A browser that keeps nothing: the attempt lasts as long as the page.
    }
  }

  /** The answer of `act`, with the call and its error code in the log. */
  logged(name, given, act) {
    const entry = { time: this.now(), call: `${name}(${given.map((value) => JSON.stringify(value)).join(", ")})` };
    this.log.push(entry);
    if (this.log.length > LONGEST_LOG) this.log.shift();
    try {
      if (this.failure === "throw") {
        Object.assign(entry, { returned: "(exception)", code: this.general, failed: true });
        throw new Error("the LMS fails on purpose");
      }
      const returned = act();
      Object.assign(entry, { returned, code: this.code, failed: this.code !== "0" });
      return returned;
    } finally {
      this.changed();
    }
  }

  /** `value` as the answer to a call that went well. */
  answer(value) {
    this.code = "0";
    return value;
  }

  /** `value` as the answer to a call that did not. */
  refuse(code, value = "false") {
    this.code = code;
    return value;
  }
}

/** `text` of at most so many characters. */
export const text = (most) => (value) => value.length <= most;
export const oneOf = (...words) => (value) => words.includes(value);
export const decimal = (value) => /^-?\d+(\.\d+)?$/.test(value);

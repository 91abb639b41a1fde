/** One learner in one course: the state, its local copy and the platform, kept in step. */

import { createStorage } from "./storage.js";
import { isRequired, regrade, reportOf } from "./progress.js";
import { decodeState, emptyState, encodeState, mergeStates, partKey } from "./state.js";

/** What a refused state line shrinks to. */
const SHORT_STATE = 1000;

export class Session {
  learner = { id: "", name: "" };
  writable = true;
  location = "";
  /** An earlier state found in this browser while the platform starts anew: `adoptEarlier()`. */
  earlier = null;
  #storage;
  #anonymous = null;
  #touched = false;
  #finished = false;
  #listeners = new Map();

  constructor(course, runtime, { storage, now = () => Date.now() }) {
    this.course = course;
    this.runtime = runtime;
    this.now = now;
    this.state = emptyState();
    this.#makeStorage = (learnerId) => createStorage(course, learnerId, storage);
    this.#storage = this.#makeStorage("");
    runtime.onTrouble((failing) => {
      if (!failing && this.writable) this.#copy();
      this.#emit("trouble", failing);
    });
  }

  #makeStorage;

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  #emit(event, value) {
    for (const listener of this.#listeners.get(event) ?? []) listener(value);
  }

  /** Works with the local copy only until the platform answers. */
  resumeLocally() {
    const copy = this.#storage.read();
    if (!copy) return;
    this.state = this.#decoded(copy.line) ?? emptyState();
    this.location = copy.location ?? "";
  }

  /** Takes up what the platform knows; keeps what was done before it answered. */
  adopt(launch) {
    const meanwhile = this.#touched ? this.state : emptyState();
    this.learner = launch.learner;
    this.writable = launch.writable;
    this.#changeStorage(launch.learner.id);
    const copy = this.#storage.read();
    const kept = copy && this.#decoded(copy.line);
    const remote = launch.state ? this.#decoded(launch.state) : null;
    let state = remote ?? emptyState();
    if (kept && (remote || copy.dirty || this.runtime.name === "none" || launch.state)) {
      state = copy.dirty || !remote ? mergeStates(state, kept) : withTexts(state, kept);
    } else if (kept && worthKeeping(kept)) {
      this.earlier = kept;
    }
    this.state = meanwhile.saved ? mergeStates(state, meanwhile) : state;
    this.location = launch.location || (remote || this.runtime.name === "none" ? copy?.location : "") || this.location;
    if (this.writable) this.#save({ silent: true });
    this.#emit("change");
  }

  /**
   * From the copy of a learner nobody knew yet to that of this one. What stands there from an
   * earlier day may be another person's: it is offered, not taken.
   */
  #changeStorage(learnerId) {
    const next = this.#makeStorage(learnerId);
    if (next.name === this.#storage.name) return;
    const copy = this.#storage.read();
    const state = copy && !this.#touched ? this.#decoded(copy.line) : null;
    this.#anonymous = this.#storage;
    if (state && worthKeeping(state)) this.earlier = state;
    else this.#anonymous.clear();
    this.#storage = next;
  }

  /** Goes on with the state of an earlier time in this browser. */
  adoptEarlier() {
    if (!this.earlier) return;
    this.state = mergeStates(this.state, this.earlier);
    this.dropEarlier();
    this.#touch({ now: true });
  }

  /** Leaves it. */
  dropEarlier() {
    this.earlier = null;
    this.#anonymous?.clear();
  }

  #decoded(line) {
    try {
      return decodeState(line);
    } catch {
      this.#storage.setAside(line);
      this.damaged = true;
      this.#emit("damaged");
      return null;
    }
  }

  /** Notes that an activity is open. */
  visit(activity) {
    this.location = activity.id.length <= 255 ? activity.id : activity.key;
    this.state.visited.add(activity.key);
    this.#touch();
  }

  /** The learner's record of a quiz. */
  quiz(key) {
    return this.state.quizzes.get(key) ?? { attempts: 0, grade: 0, attempt: null };
  }

  /** Keeps the attempt under way, as the latest of all; `now` when an answer was graded. */
  keepAttempt(key, attempt, options) {
    const quiz = this.quiz(key);
    this.state.quizzes.delete(key);
    this.state.quizzes.set(key, { ...quiz, attempt });
    this.#touch(options);
  }

  /** Closes an attempt worth `fraction` of the points. */
  submitAttempt(activity, attempt, { fraction, grading }) {
    const quiz = this.quiz(activity.key);
    this.state.quizzes.set(activity.key, {
      attempts: quiz.attempts + 1,
      grade: regrade(grading, quiz, fraction),
      attempt: { ...attempt, submitted: true },
    });
    this.#touch({ now: true });
  }

  /** Values of the statements of a self-scan. */
  scan(key) {
    return this.state.scans.get(key) ?? new Map();
  }

  keepScan(key, values) {
    this.state.scans.set(key, values);
    this.#touch();
  }

  /** The scene (local key) a learner is in, and whether an ending was reached; nothing before that. */
  situation(key) {
    return this.state.situations.get(key);
  }

  keepSituation(key, place) {
    this.state.situations.set(key, place);
    this.#touch({ now: place.ended });
  }

  /** The kept text of a reflection or an essay. */
  text(activityKey, id) {
    return this.state.texts.get(partKey(activityKey, id)) ?? "";
  }

  keepText(activityKey, id, text) {
    const key = partKey(activityKey, id);
    this.state.texts.delete(key);
    if (text) this.state.texts.set(key, text);
    this.#touch();
  }

  /** The ticked items (local keys) of a checklist. */
  list(activityKey, id) {
    return this.state.lists.get(partKey(activityKey, id)) ?? new Set();
  }

  keepList(activityKey, id, items) {
    this.state.lists.set(partKey(activityKey, id), items);
    this.#touch();
  }

  /** Reports an answer to the platform. */
  report(interaction) {
    if (this.writable) this.runtime.addInteraction(interaction);
  }

  /** Whether this activity counts for completion. */
  required(activity) {
    return isRequired(this.course, activity);
  }

  #touch({ now = false } = {}) {
    this.#touched = true;
    if (this.writable) this.#save({ now });
    this.#emit("change");
  }

  /** The local copy first: another tab may have written to it, and the platform may refuse. */
  #save({ now = false, silent = false } = {}) {
    if (!silent) this.state.saved = Math.max(this.state.saved, Math.floor(this.now() / 1000));
    const { runtime, state } = this;
    const result = reportOf(this.course, state);
    if (result.done && !state.completed) state.completed = state.saved;
    const taken = runtime.setState(encodeState(state, runtime.stateLimit))
      || runtime.setState(encodeState(state, SHORT_STATE));
    runtime.setLocation(this.location);
    runtime.setResult(result);
    runtime.commit({ now });
    if (!taken && runtime.connected) this.#emit("trouble", true);
    this.#copy();
  }

  #copy() {
    const dirty = this.runtime.name !== "none" && (this.runtime.dirty || !this.runtime.connected);
    this.#storage.write({ line: encodeState(this.state), location: this.location, dirty });
  }

  /** Takes in what another tab of the same learner wrote. */
  mergeStored() {
    const copy = this.#storage.read();
    const stored = copy && this.#decoded(copy.line);
    if (!stored || stored.saved < this.state.saved) return;
    this.state = mergeStates(this.state, stored);
    this.#emit("change");
  }

  /** The name under which the local copy is kept, for `storage` events. */
  get storageName() {
    return this.#storage.name;
  }

  /** Sends what is left and the time: when the page is hidden, which may be the last that is seen of it. */
  flush() {
    this.runtime.commit({ now: true, always: true });
    if (this.writable) this.#copy();
  }

  /** Ends the session with the platform. */
  finish() {
    this.runtime.commit({ now: true });
    if (this.writable && !this.#finished) this.#copy();
    this.#finished = true;
    this.runtime.finish();
  }
}

/** The platform's state, with the texts that did not fit into it. */
function withTexts(state, kept) {
  const texts = mergeStates({ ...emptyState(), saved: kept.saved, texts: kept.texts }, state).texts;
  return { ...state, texts };
}

function worthKeeping(state) {
  return state.visited.size > 1 || state.quizzes.size > 0 || state.situations.size > 0 || state.texts.size > 0;
}

/** The copy of a learner's state in the browser, which protects it when the platform fails. */

import { fnv1a } from "./hash.js";

/** A guarded store of one course and learner: every call may find storage blocked, and goes on. */
export function createStorage(course, learnerId, storage) {
  const scope = course.scope === "module" ? course.modules.map((module) => module.id).join("+") : "";
  const name = `cb:${course.id}:${scope}:${fnv1a(learnerId).toString(36)}`;
  return {
    name,
    /** `{line, location, dirty}` or null. */
    read: () => guarded(() => JSON.parse(storage().getItem(name))),
    write: (copy) => guarded(() => storage().setItem(name, JSON.stringify(copy))),
    /** Puts a state that cannot be read where nobody overwrites it. */
    setAside: (line) => guarded(() => storage().setItem(`${name}:aside`, line)),
    clear: () => guarded(() => storage().removeItem(name)),
  };
}

/** What the learner chose for all courses: theme and text size. */
export function createPreferences(storage) {
  return {
    read: () => guarded(() => JSON.parse(storage().getItem("cb:preferences"))) ?? {},
    write: (choices) => guarded(() => storage().setItem("cb:preferences", JSON.stringify(choices))),
  };
}

/** What `act` gives, or null when the browser refuses or the content is not what we wrote. */
function guarded(act) {
  try {
    return act() ?? null;
  } catch {
    return null;
  }
}

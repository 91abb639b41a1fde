/** The runtimes by the name in the shell's `data-runtime`. */

import { createNone } from "./none.js";
import { createScorm12 } from "./scorm12.js";

const RUNTIMES = { none: createNone, scorm12: createScorm12 };

/** The runtime of that name; one that keeps nothing for a name the player does not know. */
export function createRuntime(name, host) {
  return (RUNTIMES[name] ?? createNone)(host);
}

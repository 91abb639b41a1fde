/** The runtimes by the name in the shell's `data-runtime`; a package carries only the one it uses. */

const RUNTIMES = {
  none: async () => (await import("./none.js")).createNone,
  scorm12: async () => (await import("./scorm12.js")).createScorm12,
  scorm2004: async () => (await import("./scorm2004.js")).createScorm2004,
};

/** Promises the runtime of that name; one that keeps nothing for a name the player does not know. */
export async function createRuntime(name, host) {
  return (await (RUNTIMES[name] ?? RUNTIMES.none)())(host);
}

/** The runtime without a platform: the browser's own storage holds everything. */

/** A runtime that keeps nothing itself; the session's local copy does. */
export function createNone() {
  return {
    name: "none",
    stateLimit: Infinity,
    dirty: false,
    connected: false,
    onTrouble() {},
    start: async () => ({
      mode: "normal", writable: true, entry: "resume", location: "", state: "", status: "",
      score: null, learner: { id: "", name: "" },
    }),
    setLocation: () => true,
    setState: () => true,
    setResult() {},
    addInteraction() {},
    commit() {},
    finish() {},
  };
}

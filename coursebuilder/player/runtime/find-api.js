/** The search for the platform's API object, as SCORM describes it. */

const HOPS = 500;

/** The API object named `name` in a frame above `host`, its opener or its opener's opener; null when none. */
export function findApi(host, name) {
  let start = host;
  for (let openers = 0; start && openers < 3; openers += 1) {
    const api = climb(start, name);
    if (api) return api;
    start = openerOf(start);
  }
  return null;
}

function climb(start, name) {
  let frame = start;
  for (let hop = 0; frame && hop < HOPS; hop += 1) {
    const api = read(() => frame[name]);
    if (api && typeof api === "object") return api;
    const above = read(() => frame.parent);
    if (!above || above === frame) return null;
    frame = above;
  }
  return null;
}

function openerOf(frame) {
  const own = read(() => frame.opener);
  const top = read(() => frame.top.opener);
  return top || own || null;
}

/** What a frame of another origin may refuse to show. */
function read(get) {
  try {
    return get();
  } catch {
    return null;
  }
}

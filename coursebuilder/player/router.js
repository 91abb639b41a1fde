/** Addresses within the shell: `#/kader/het-project/doel` is an activity and a place in it. */

/** `{view, activity, anchor}` of a hash; the view is `home`, `activity`, or the name after `#/-/`. */
export function routeOf(hash, course) {
  const [first = "", second = "", anchor = ""] = hash.replace(/^#\/?/, "").split("/").map(decoded);
  if (first === "-") return { view: second };
  const id = `${first}/${second}`;
  for (const module of course.modules) {
    const activity = module.activities.find((candidate) => candidate.id === id);
    if (activity) return { view: "activity", module, activity, anchor };
  }
  return { view: "home" };
}

/** The hash of an activity and a place in it. */
export function hashOf(activity, anchor = "") {
  return `#/${activity.id}${anchor ? `/${encodeURIComponent(anchor)}` : ""}`;
}

/** The hash for a link to a page of the course; null for any other address. */
export function hashOfAddress(address, course, root) {
  const url = new URL(address, root);
  const anchor = decoded(url.hash.slice(1));
  url.hash = "";
  url.search = "";
  const activity = addressesOf(course, root).get(url.href);
  return activity ? hashOf(activity, anchor) : null;
}

const known = new WeakMap();

/** Address -> activity; made once for a course. */
function addressesOf(course, root) {
  if (!known.has(course)) {
    const all = course.modules.flatMap((module) => module.activities);
    known.set(course, new Map(all.map((activity) => [new URL(activity.href, root).href, activity])));
  }
  return known.get(course);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

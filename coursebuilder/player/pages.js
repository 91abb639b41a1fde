/** The pages of a course, fetched once each. */

import { resolveAddresses } from "./content.js";

/** `load(activity)` promises `{main, url}`: the page's main part, ready to be cloned. */
export function createPages(root, fetcher = (url) => fetch(url)) {
  const known = new Map();
  // A preview that has rebuilt the course says so.
  globalThis.addEventListener?.("cb-stale", () => known.clear());
  async function load(activity) {
    const url = new URL(activity.href, root);
    const response = await fetcher(url);
    if (!response.ok) throw new Error(`${url.pathname}: ${response.status}`);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const main = page.getElementById("cb-main");
    if (!main) throw new Error(`${url.pathname}: no main part`);
    resolveAddresses(main, url);
    return { main, url };
  }
  return {
    load(activity) {
      if (!known.has(activity.key)) {
        const page = load(activity);
        known.set(activity.key, page);
        page.catch(() => known.delete(activity.key));
      }
      return known.get(activity.key);
    },
  };
}

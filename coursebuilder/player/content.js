/** HTML of the course: its pages, made ready to stand in the shell's own document. */

const ADDRESSES = ["href", "src", "poster"];

/** The nodes of a piece of course HTML, its addresses resolved against the page it came from. */
export function fragmentOf(html, base) {
  const template = document.createElement("template");
  template.innerHTML = html;
  resolveAddresses(template.content, base);
  return template.content;
}

/** Makes relative addresses under `root` absolute; `#anchor` stays. */
export function resolveAddresses(root, base) {
  for (const attribute of ADDRESSES) {
    for (const element of root.querySelectorAll(`[${attribute}]`)) {
      const value = element.getAttribute(attribute);
      if (!value.startsWith("#")) element.setAttribute(attribute, new URL(value, base).href);
    }
  }
  for (const element of root.querySelectorAll("[srcset]")) {
    const candidates = element.getAttribute("srcset").split(/,\s+/).map((candidate) => {
      const [address, ...descriptor] = candidate.trim().split(/\s+/);
      return [new URL(address, base).href, ...descriptor].join(" ");
    });
    element.setAttribute("srcset", candidates.join(", "));
  }
}

/** Lets wide tables scroll by themselves; a stop for the keyboard while there is something to scroll to. */
export function wrapTables(root, label) {
  for (const table of root.querySelectorAll("table")) {
    if (table.closest(".cb-table, .cb-scroll")) continue;
    const frame = document.createElement("div");
    frame.className = "cb-scroll";
    const name = table.caption?.textContent.trim() || label;
    new ResizeObserver(() => {
      const wide = frame.scrollWidth > frame.clientWidth;
      for (const [key, value] of [["tabindex", 0], ["role", "region"], ["aria-label", name]]) {
        if (wide) frame.setAttribute(key, value);
        else frame.removeAttribute(key);
      }
    }).observe(frame);
    table.replaceWith(frame);
    frame.append(table);
  }
}

/** The JSON in a marked element, or null. */
export function dataOf(element) {
  const script = element.querySelector(':scope > script[type="application/json"]');
  return script ? JSON.parse(script.textContent) : null;
}

/** The pages of a course, fetched once each: `load(activity)` promises `{main, url}`: the page's main part, ready to be cloned. */
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

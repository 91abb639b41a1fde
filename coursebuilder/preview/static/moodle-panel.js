/** How Moodle will see the course: a tree of what the backup holds, fetched when somebody looks. */

import { h } from "./dom.js";

/**
 * The panel in `root`; `update(news, t)` is told of each state: `{version, shown, stale}`.
 * What stands open stays so when a newer state is shown.
 */
export function createMoodlePanel(root, tab) {
  let t = (key) => key;
  let news = { version: -1, shown: false, stale: false };
  let fetched = "";
  const note = h("p", { role: "status", id: "moodle-note" });
  const content = h("div");
  root.replaceChildren(note, content);
  const opened = new Map();

  const show = async () => {
    note.textContent = !news.shown ? t("moodleNothing") : news.stale ? t("moodleStale") : "";
    const wanted = `${news.version} ${t.language}`;
    if (!news.shown || root.hidden || wanted === fetched) return;
    fetched = wanted;
    if (!content.firstChild) note.textContent = t("moodleMaking");
    const answer = await fetch(`/_preview/moodle-${t.language}.json`);
    if (wanted !== fetched) return;
    note.textContent = !answer.ok ? t("moodleFailed") : news.stale ? t("moodleStale") : "";
    if (answer.ok) content.replaceChildren(...view(await answer.json(), t, opened));
    else fetched = "";
  };
  new MutationObserver(show).observe(root, { attributeFilter: ["hidden"] });
  return {
    update(state, speak) {
      t = speak;
      news = state;
      tab.classList.toggle("stale", news.stale);
      show();
    },
  };
}

function view({ facts, groups, remarks }, t, opened) {
  const all = (open) => h("button", { type: "button", text: t(open ? "openAll" : "closeAll"), on: { click: ({ target }) => {
    for (const details of target.closest("[role=tabpanel]").querySelectorAll("details")) details.open = open;
  } } });
  return [
    ...remarks.map((text) => h("p", { class: "warning", text })),
    h("dl", { id: "moodle-facts" }, facts.flatMap(([label, value]) => [h("dt", { text: label }), h("dd", { text: value })])),
    h("div", { class: "buttons" }, all(true), all(false)),
    ...groups.flatMap(({ title, branches }, place) => [
      h("h2", { text: title }),
      h("ul", { class: "tree", "aria-label": title }, branches.map((branch, number) => item(branch, `${place}/${number}`, opened, place === 0))),
    ]),
  ];
}

/** A branch: what stands below it is folded away, unless it is `first` shown or somebody opened it. */
function item({ title, named, details, below }, key, opened, first = false) {
  const open = opened.get(key) ?? first;
  const line = [
    h("span", { class: named ? "name" : "word", text: title }), " ",
    h("span", { class: "details", text: details.join(" · ") }),
  ];
  if (below.length === 0) return h("li", {}, line);
  const folded = h("details", { open }, h("summary", {}, line),
    h("ul", {}, below.map((branch, number) => item(branch, `${key}/${number}`, opened))));
  folded.addEventListener("toggle", () => opened.set(key, folded.open));
  return h("li", {}, folded);
}

/** Search in the text of all pages, fetched when the first search is made. */

import { freshId, h } from "./dom.js";
import { activities } from "./progress.js";
import { hashOf } from "./router.js";

const AROUND = 70;

/** Text without case and accents, as long as the text itself. */
function folded(text) {
  return [...text].map((character) => {
    const plain = character.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === character.length ? plain : character;
  }).join("");
}

/** `[{activity, before, match, after}]` of pages that hold every word; those with it in the title first. */
export function findIn(index, query) {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = index.filter(({ title, text }) => words.every((word) => `${title}\n${text}`.includes(word)));
  const inTitle = ({ title }) => (words.some((word) => title.includes(word)) ? 0 : 1);
  return found.sort((a, b) => inTitle(a) - inTitle(b)).map(({ activity, text, original }) => {
    const at = Math.max(0, text.indexOf(words[0]));
    const end = text.includes(words[0]) ? at + words[0].length : at;
    const from = at > AROUND ? text.indexOf(" ", at - AROUND) + 1 : 0;
    const to = text.indexOf(" ", end + AROUND);
    return {
      activity, before: (from > 0 ? "… " : "") + original.slice(Math.min(from, at), at),
      match: original.slice(at, end), after: original.slice(end, to < 0 ? undefined : to) + (to < 0 ? "" : " …"),
    };
  });
}

/** One entry of the index. */
export function entryOf(activity, text) {
  const original = text.replace(/\s+/g, " ").trim();
  return { activity, title: folded(activity.title), text: folded(original), original };
}

/** The view: a box and the places found. */
export async function searchView({ t, course, pages }) {
  const id = freshId("search");
  const input = h("input", { id, type: "search", class: "cb-input", autocomplete: "off" });
  const status = h("p", { role: "status" });
  const list = h("ol", { class: "cb-found" });
  const moduleOf = (activity) => course.modules.find((module) => module.activities.includes(activity)).title;
  let index = null;
  const run = async () => {
    index ??= Promise.all(activities(course).map((activity) => pages.load(activity)
      .then(({ main }) => entryOf(activity, textOf(main)), () => entryOf(activity, ""))));
    const query = input.value;
    const found = findIn(await index, query);
    if (query !== input.value) return;
    history.replaceState({ query }, "");
    status.textContent = found.length || !query.trim() ? (query.trim() ? t("searchCount", { n: found.length }) : "") : t("searchNone", { query });
    list.replaceChildren(...found.map(({ activity, before, match, after }) => h("li", {},
      h("a", { href: hashOf(activity), text: activity.title }), h("span", { class: "cb-meta", text: moduleOf(activity) }),
      h("p", {}, before, h("mark", { text: match }), after))));
  };
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(run, 150);
  });
  input.value = history.state?.query ?? "";
  if (input.value) await run();
  return [h("h1", { text: t("search") }),
    h("div", { class: "cb-typed", role: "search" }, h("label", { for: id, class: "cb-label", text: t("searchLabel") }), input), status, list];
}

function textOf(main) {
  const copy = main.cloneNode(true);
  for (const element of copy.querySelectorAll("script, h1, .cb-box, [data-cb=quiz]")) element.remove();
  for (const block of copy.querySelectorAll("p, li, h2, h3, h4, td, th, dt, dd, pre, summary, figcaption")) block.append(" ");
  return copy.textContent;
}

/** How Moodle will see the course. */

import { h } from "./dom.js";

/** Shows `{sections, bank}` in the panel. */
export function showMoodle(root, { sections = [], bank = [] }, t) {
  root.replaceChildren(
    h("h2", { text: t("sections") }),
    h("p", { text: `★ ${t("counting")}` }),
    ...sections.filter(({ activities }) => activities.length > 0).map((section) => sectionTable(section, t)),
    h("h2", { text: t("bank") }),
    bankTable(bank, t),
  );
}

function sectionTable({ number, title, activities }, t) {
  const rows = activities.map(({ kind, name, completion, counts }) =>
    h("tr", {}, h("th", { scope: "row", text: name }), h("td", { text: kind }),
      h("td", { text: counts ? `${completion} ★` : completion })));
  return h("table", {},
    h("caption", { text: `${number}. ${title}` }),
    h("thead", {}, h("tr", {}, ["activity", "form", "completion"].map((key) => h("th", { scope: "col", text: t(key) })))),
    h("tbody", {}, rows));
}

function bankTable(bank, t) {
  return h("table", { id: "moodle-bank" },
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("category") }), h("th", { scope: "col", class: "number", text: t("questions") }))),
    h("tbody", {}, bank.map(({ title, depth, questions }) =>
      h("tr", {}, h("th", { scope: "row", class: `depth-${Math.min(depth, 3)}`, text: title }), h("td", { class: "number", text: questions })))));
}

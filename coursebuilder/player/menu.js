/** The contents of the course with the learner's progress. */

import { h, hidden } from "./dom.js";
import { statusOf, tally } from "./progress.js";
import { hashOf } from "./router.js";

const SIGNS = { done: "✓", started: "◐", failed: "↻", new: "" };

/** The navigation; `refresh(current)` brings it up to date. */
export function createMenu({ course, session, t, extras }) {
  const links = new Map();
  const tallies = new Map();
  const modules = course.modules.map((module) => {
    const count = h("span", { class: "cb-menu-count" });
    tallies.set(module, count);
    const items = module.activities.map((activity) => h("li", {}, entry(activity)));
    return h("li", { class: "cb-menu-module" },
      h("div", { class: "cb-menu-title" }, h("span", { text: module.title }), count), h("ol", {}, items));
  });

  function entry(activity) {
    const sign = h("span", { class: "cb-status", "aria-hidden": "true" });
    const word = hidden("");
    const detail = [activity.type === "page" ? "" : t(activity.type), activity.duration ? t("minutes", { n: activity.duration }) : ""]
      .filter(Boolean).join(" · ");
    const link = h("a", { href: hashOf(activity), class: "cb-menu-link" }, sign,
      h("span", { class: "cb-menu-name" }, activity.title, h("span", { class: "cb-menu-detail", text: detail })), word);
    links.set(activity, { link, sign, word });
    return link;
  }

  const element = h("nav", { id: "cb-menu", class: "cb-menu", "aria-label": t("contents") },
    h("ol", { class: "cb-menu-list" }, modules),
    h("ul", { class: "cb-menu-extras" }, extras.map(({ href, label }) => h("li", {}, h("a", { href, text: label })))));

  return {
    element,
    refresh(current) {
      for (const [activity, { link, sign, word }] of links) {
        const status = statusOf(course, session.state, activity);
        sign.textContent = SIGNS[status];
        sign.dataset.status = status;
        word.textContent = ` (${t(status)})`;
        if (activity === current) link.setAttribute("aria-current", "page");
        else link.removeAttribute("aria-current");
      }
      for (const [module, count] of tallies) {
        const { done, total } = tally(course, session.state, module.activities);
        count.textContent = total ? `${done}/${total}` : "";
        count.setAttribute("aria-label", t("progress", { done, total }));
        count.setAttribute("role", "img");
      }
    },
    reveal: (current) => links.get(current)?.link.scrollIntoView({ block: "nearest" }),
  };
}

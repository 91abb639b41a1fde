/** What is wrong with the course, above the page it is about. */

import { h } from "./dom.js";

/** The overlay; `show(state, t)` shows the findings of a state, `open(page)` is told where to go. */
export function createFindings({ section, list, stale, toggle, open }) {
  let t = (key) => key;
  let closed = false;
  let count = { error: 0, warning: 0, info: 0 };
  const apply = () => {
    const any = count.error + count.warning + count.info > 0;
    section.hidden = !any || closed;
    toggle.disabled = !any;
    toggle.setAttribute("aria-expanded", String(!section.hidden));
    toggle.textContent = any ? counted(count, t) : t("noFindings");
    toggle.className = count.error ? "error" : count.warning ? "warning" : "";
    toggle.title = any ? t(section.hidden ? "showFindings" : "hideFindings") : "";
  };
  toggle.addEventListener("click", () => {
    closed = !section.hidden;
    apply();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !section.hidden) {
      closed = true;
      apply();
      toggle.focus();
    }
  });
  let errors = "";
  return {
    show(state, speak) {
      t = speak;
      count = { error: 0, warning: 0, info: 0 };
      for (const finding of state.findings) count[finding.severity] += 1;
      const now = JSON.stringify(state.findings.filter((finding) => finding.severity === "error"));
      if (now !== errors) closed = count.error === 0;
      errors = now;
      section.classList.toggle("errors", count.error > 0);
      stale.hidden = !(state.stale && state.shown);
      list.replaceChildren(...inOrder(state.findings).map((finding) => item(finding, t, open)));
      apply();
    },
    close() {
      closed = true;
    },
  };
}

/** `1 error, 2 notes`: what there is none of is left out. */
function counted(count, t) {
  return Object.entries(count).filter(([, number]) => number > 0)
    .map(([severity, number]) => t(`${severity}${number === 1 ? "1" : "s"}`, { count: number })).join(", ");
}

/** Errors first; within a severity as they come. */
function inOrder(findings) {
  const ranks = { error: 0, warning: 1, info: 2 };
  return [...findings].sort((one, other) => ranks[one.severity] - ranks[other.severity]);
}

function item({ severity, code, name, path, line, column, message, hint, source, page }, t, open) {
  const words = `${path}:${line}:${column}`;
  const place = page ? h("button", { type: "button", text: words, on: { click: () => open(page) } }) : words;
  return h("li", {},
    h("p", { class: "place" }, place, ` ${code} ${name}`),
    h("p", {}, h("span", { class: severity, text: t(severity) }), ": ", message[t.language]),
    ...(source.trim() ? [h("pre", { text: source })] : []),
    h("p", { class: "hint", text: `${t("hint")}: ${hint[t.language]}` }));
}

/** Tabs, by the ARIA authoring practices: arrows move, Home and End jump. */

import { freshId, h } from "./dom.js";

/** Makes tabs of `<div data-cb="tabs">` with `<section data-title>` panels. */
export function enhanceTabs(host) {
  const panels = [...host.querySelectorAll(":scope > [data-title]")];
  if (panels.length < 2) return;
  const tabs = panels.map((panel, index) => tabOf(panel, () => select(index)));
  const list = h("div", { class: "cb-tablist", role: "tablist" }, tabs);

  function select(index, { focus = false } = {}) {
    tabs.forEach((tab, at) => {
      tab.setAttribute("aria-selected", String(at === index));
      tab.tabIndex = at === index ? 0 : -1;
      panels[at].hidden = at !== index;
    });
    if (focus) tabs[index].focus();
  }

  list.addEventListener("keydown", (event) => {
    const at = tabs.indexOf(document.activeElement);
    const { length } = tabs;
    const by = getComputedStyle(list).direction === "rtl" ? -1 : 1;
    const to = { ArrowRight: (at + by + length) % length, ArrowLeft: (at - by + length) % length, Home: 0, End: length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    select(to, { focus: true });
  });
  host.prepend(list);
  host.classList.add("cb-live");
  select(0);
}

function tabOf(panel, onClick) {
  panel.id ||= freshId("panel");
  const id = freshId("tab");
  panel.setAttribute("role", "tabpanel");
  panel.setAttribute("aria-labelledby", id);
  panel.tabIndex = 0;
  for (const title of panel.querySelectorAll(":scope > .cb-tab-title")) title.remove();
  return h("button", { type: "button", role: "tab", id, class: "cb-tab", "aria-controls": panel.id, on: { click: onClick } }, panel.dataset.title);
}

/** What a learner writes and ticks in a page, kept for them. */

import { freshId, h } from "./dom.js";
import { localKey } from "./hash.js";

/** Makes a reflection of a marked element: its static rendering stays, a text box comes under it. */
export function enhanceReflection(host, { t, session, activity }) {
  const { id: partId, lines } = host.dataset;
  const id = freshId("reflection");
  const state = h("span", { class: "cb-kept", role: "status" });
  const area = h("textarea", { id, class: "cb-input", rows: lines || 4, "aria-describedby": describedBy(host, id) });
  area.value = session.text(activity.key, partId);
  area.addEventListener("input", () => {
    session.keepText(activity.key, partId, area.value);
    state.textContent = "";
  });
  area.addEventListener("change", () => {
    state.textContent = session.writable ? t("kept") : "";
  });
  for (const line of host.querySelectorAll(".cb-static-lines")) line.remove();
  host.append(h("div", { class: "cb-typed" }, h("label", { class: "cb-label", for: id, text: t("reflection") }), area, state));
}

/** The prompt, as the description of the box. */
function describedBy(host, id) {
  const prompt = host.querySelector(".cb-static, .cb-prompt") ?? host.firstElementChild;
  if (!prompt) return undefined;
  prompt.id ||= `${id}-prompt`;
  return prompt.id;
}

/** Makes a checklist of a marked element: each `data-item` line gets a check box. */
export function enhanceChecklist(host, { t, session, activity }) {
  const partId = host.dataset.id;
  const ticked = new Set(session.list(activity.key, partId));
  const items = [...host.querySelectorAll("[data-item]")];
  const count = h("p", { class: "cb-ticked", role: "status" });
  const show = () => {
    const done = items.filter((item) => ticked.has(localKey(item.dataset.item))).length;
    count.textContent = t("ticked", { done, total: items.length });
  };
  for (const item of items) {
    const key = localKey(item.dataset.item);
    const box = h("input", { type: "checkbox" });
    box.checked = ticked.has(key);
    box.addEventListener("change", () => {
      if (box.checked) ticked.add(key);
      else ticked.delete(key);
      session.keepList(activity.key, partId, new Set(ticked));
      show();
    });
    for (const old of item.querySelectorAll(":scope > input, :scope > .cb-box")) old.remove();
    item.replaceChildren(h("label", { class: "cb-tick" }, box, h("span", {}, [...item.childNodes])));
  }
  host.classList.add("cb-live");
  show();
  host.append(count);
}

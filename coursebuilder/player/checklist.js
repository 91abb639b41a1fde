/** Lines to tick whose ticks are kept. */

import { h } from "./dom.js";
import { localKey } from "./hash.js";

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

/** A text box whose content is kept for the learner. */

import { freshId, h } from "./dom.js";

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

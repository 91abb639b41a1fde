/** Quiet messages above the page: never a dialog, never in the way. */

import { button, h } from "./dom.js";

/** The place of the messages; `show(name, text, actions)` and `hide(name)`. */
export function createNotices(t) {
  const element = h("div", { class: "cb-notices", role: "status" });
  const shown = new Map();
  const hide = (name) => {
    shown.get(name)?.remove();
    shown.delete(name);
  };
  return {
    element,
    hide,
    show(name, text, actions = []) {
      hide(name);
      const buttons = actions.map(({ label, act }) => button(label, () => {
        hide(name);
        act();
      }));
      const close = button("×", () => hide(name), { class: "cb-icon", "aria-label": t("close") });
      const notice = h("div", { class: "cb-notice" }, h("p", { text }), ...buttons, close);
      shown.set(name, notice);
      element.append(notice);
    },
  };
}

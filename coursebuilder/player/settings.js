/** Colours, text size and shortcuts, kept for all courses in this browser. */

import { button, freshId, h } from "./dom.js";

const THEMES = { "": "themeAuto", light: "themeLight", dark: "themeDark" };
const SIZES = ["0", "1", "2", "3"];

/** Puts the kept choices on the root element. */
export function applyPreferences(preferences, root = document.documentElement) {
  const { theme, size } = preferences.read();
  if (theme in THEMES && theme) root.dataset.theme = theme;
  else delete root.dataset.theme;
  if (SIZES.includes(size)) root.dataset.size = size;
}

/** The dialog; `open()` shows it. */
export function createSettings({ t, preferences, shortcuts }) {
  const choices = preferences.read();
  const change = (name, value) => {
    choices[name] = value;
    preferences.write(choices);
    applyPreferences({ read: () => choices });
  };
  const dialog = h("dialog", { class: "cb-dialog", "aria-label": t("settings") },
    h("div", { class: "cb-dialog-head" }, h("h2", { text: t("settings") }),
      button("×", () => dialog.close(), { class: "cb-icon", "aria-label": t("close") })),
    radios(t("theme"), Object.entries(THEMES).map(([value, key]) => [value, t(key)]), choices.theme ?? "", (value) => change("theme", value)),
    radios(t("size"), SIZES.map((value) => [value, t(`size${value}`)]), choices.size ?? "1", (value) => change("size", value)),
    keyList(t, shortcuts, { on: choices.keys !== false, change: (value) => change("keys", value) }));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  return {
    element: dialog,
    open: () => dialog.showModal(),
    get keysOn() {
      return choices.keys !== false;
    },
  };
}

function radios(legend, options, current, choose) {
  const name = freshId("setting");
  return h("fieldset", { class: "cb-setting" }, h("legend", { text: legend }),
    h("div", { class: "cb-segments" }, options.map(([value, label]) => {
      const input = h("input", { type: "radio", name, value, on: { change: () => choose(value) } });
      input.checked = value === current;
      return h("label", { class: "cb-segment" }, input, h("span", { text: label }));
    })));
}

/** Single-key shortcuts can be switched off (WCAG 2.2, 2.1.4). */
function keyList(t, shortcuts, { on, change }) {
  const box = h("input", { type: "checkbox", on: { change: () => change(box.checked) } });
  box.checked = on;
  return h("fieldset", { class: "cb-setting" }, h("legend", { text: t("shortcuts") }),
    h("label", { class: "cb-tick" }, box, h("span", { text: t("shortcutsOn") })),
    h("dl", { class: "cb-keys" }, shortcuts.flatMap(({ key, label }) => [h("dt", {}, h("kbd", { text: key })), h("dd", { text: t(label) })])));
}

/** Listens for single keys outside text boxes. */
export function listenForKeys(shortcuts, isOn) {
  document.addEventListener("keydown", (event) => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, dialog, [contenteditable], [role=tablist]")) return;
    const shortcut = shortcuts.find(({ key }) => key === event.key.toLowerCase());
    if (!shortcut) return;
    event.preventDefault();
    shortcut.act();
  });
}

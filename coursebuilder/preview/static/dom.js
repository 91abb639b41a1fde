/** Building the preview's own elements; text is always text. */

/** An element with attributes (`text`, `on` and `class` as one expects) and children. */
export function h(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key === "text") element.textContent = value;
    else if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
    else if (value === true) element.setAttribute(key, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat());
  return element;
}

/** A row of a table. */
export function row(cells) {
  return h("tr", {}, cells.map((text) => h("td", { text: text ?? "" })));
}

/** A table with translated headings around `body`. */
export function table(t, id, columns, body) {
  const headings = columns.map((key) => h("th", { scope: "col", text: t(key) }));
  return h("table", { id }, h("thead", {}, h("tr", {}, headings)), body);
}

/** The words of the page in one language: `t(key, values)`, `t.language`. */
export function speaker(texts, language) {
  const say = (key, values = {}) =>
    (texts[language][key] ?? key).replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
  return Object.assign(say, { language });
}

/** Fills in the words of elements marked `data-text`, `data-label` and `data-title`. */
export function fill(t, root = document) {
  for (const element of root.querySelectorAll("[data-text]")) element.textContent = t(element.dataset.text);
  for (const element of root.querySelectorAll("[data-label]")) element.setAttribute("aria-label", t(element.dataset.label));
  for (const element of root.querySelectorAll("[data-title]")) element.title = t(element.dataset.title);
}

/** Tabs that the arrow keys move between (WAI-ARIA, tabs pattern). */
export function tabs(list) {
  const all = [...list.querySelectorAll("[role=tab]")];
  const choose = (tab) => {
    for (const other of all) {
      const chosen = other === tab;
      other.setAttribute("aria-selected", String(chosen));
      other.tabIndex = chosen ? 0 : -1;
      document.getElementById(other.getAttribute("aria-controls")).hidden = !chosen;
    }
  };
  all.forEach((tab, index) => {
    tab.addEventListener("click", () => choose(tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = all[(index + step + all.length) % all.length];
      choose(next);
      next.focus();
    });
  });
}

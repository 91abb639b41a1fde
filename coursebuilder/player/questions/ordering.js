/** Putting in order: drag an item, or move it with its two buttons. */

import { announce, button, h } from "../dom.js";
import { shuffled } from "../hash.js";
import { partsRight } from "../scoring.js";
import { judged } from "./marks.js";

/** The controls of an `ordering` question. */
export function build(question, { t, place, seed, changed }) {
  const list = h("ol", { class: "cb-order" });
  const rows = new Map(question.items.map((item) => [item.id, row(item)]));
  const start = scrambled(question.items, seed + question.key).map((item) => item.id);
  let touched = false;
  let enabled = true;

  function row(item) {
    const content = h("div", { class: "cb-order-text" }, place(item.html));
    const name = content.textContent.trim().slice(0, 60);
    const up = button("↑", () => step(item.id, -1, up), { class: "cb-icon", "aria-label": t("moveUp", { item: name }) });
    const down = button("↓", () => step(item.id, 1, down), { class: "cb-icon", "aria-label": t("moveDown", { item: name }) });
    const handle = h("span", { class: "cb-handle", "aria-hidden": "true", text: "⠿" });
    const note = h("div", { class: "cb-order-note" });
    const element = h("li", { class: "cb-order-item", data: { id: item.id } },
      handle, content, h("span", { class: "cb-order-buttons" }, up, down), note);
    draggable(element, { list, isEnabled: () => enabled, dropped: () => moved(item.id) });
    return { element, up, down, note, name };
  }

  const read = () => [...list.children].map((element) => element.dataset.id);

  function arrange(ids) {
    list.replaceChildren(...ids.map((id) => rows.get(id).element));
    edges();
  }

  /** The first cannot go up and the last cannot go down; said, not disabled, to keep the focus. */
  function edges() {
    const ids = read();
    ids.forEach((id, index) => {
      rows.get(id).up.setAttribute("aria-disabled", String(index === 0));
      rows.get(id).down.setAttribute("aria-disabled", String(index === ids.length - 1));
    });
  }

  function step(id, by, pressed) {
    const { element } = rows.get(id);
    const other = by < 0 ? element.previousElementSibling : element.nextElementSibling;
    if (!enabled || !other) return;
    if (by < 0) other.before(element);
    else other.after(element);
    pressed.focus();
    moved(id);
  }

  function moved(id) {
    touched = true;
    edges();
    const n = read().indexOf(id) + 1;
    announce(t("moved", { item: rows.get(id).name, n, total: rows.size }));
    changed();
  }

  arrange(start);
  return {
    body: h("div", {}, h("p", { class: "cb-instruction", text: t("orderHint") }), list),
    read: () => (touched ? read() : []),
    write(response) {
      touched = response.length === rows.size;
      arrange(touched ? response : start);
    },
    enable(on) {
      enabled = on;
      list.classList.toggle("cb-locked", !on);
      for (const { up, down } of rows.values()) up.hidden = down.hidden = !on;
    },
    mark(response, sees) {
      const order = response.length ? response : read();
      const right = partsRight(question, order);
      order.forEach((id, index) => {
        const should = question.items.findIndex((item) => item.id === id) + 1;
        rows.get(id).note.replaceChildren(...judged(right[index], t("place", { n: should }), sees, t));
      });
    },
    unmark() {
      for (const { note } of rows.values()) note.replaceChildren();
    },
  };
}

/** A seeded order in which no item stands at its own place: as it is shown it earns nothing. */
function scrambled(items, seed) {
  const circle = shuffled(items, seed, (item) => item.id);
  return items.map((item) => circle[(circle.indexOf(item) + 1) % circle.length]);
}

/** Lets a pointer pull an item through its list. The neighbour moves: a moved element loses the pointer. */
function draggable(element, { list, isEnabled, dropped }) {
  const before = () => [...list.children].indexOf(element);
  let from = -1;
  element.addEventListener("pointerdown", (event) => {
    const grip = event.pointerType === "touch" ? ".cb-handle" : ".cb-handle, .cb-order-text";
    if (!isEnabled() || event.button !== 0 || !event.target.closest(grip)) return;
    event.preventDefault();
    from = before();
    element.setPointerCapture(event.pointerId);
    element.classList.add("cb-dragging");
  });
  element.addEventListener("pointermove", (event) => {
    if (from < 0) return;
    const above = element.previousElementSibling;
    const below = element.nextElementSibling;
    if (above && event.clientY < middle(above)) element.after(above);
    else if (below && event.clientY > middle(below)) element.before(below);
  });
  const end = () => {
    if (from < 0) return;
    element.classList.remove("cb-dragging");
    if (before() !== from) dropped();
    from = -1;
  };
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
}

function middle(element) {
  const box = element.getBoundingClientRect();
  return box.top + box.height / 2;
}

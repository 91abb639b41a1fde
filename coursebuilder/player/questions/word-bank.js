/** Words to drag into gaps; the same by keyboard or tap: choose a word, then a gap. */

import { announce, button, h } from "../dom.js";
import { shuffled } from "../hash.js";

const DRAG_FROM = 6;

/** Gap buttons and the bank below the passage. */
export function wordGaps(question, { t, seed, shuffleAnswers, changed }) {
  const placed = question.gaps.map(() => "");
  let picked = "";
  let enabled = true;
  const words = new Map(question.options.map((option) => [option.id, option.text]));
  const order = shuffleAnswers
    ? shuffled(question.options, seed + question.key, (option) => option.id)
    : question.options;
  const bank = new Map(order.map((option) => [option.id, word(option)]));
  const gaps = placed.map((_, index) => button("", () => onGap(index), { class: "cb-drop", data: { gap: index } }));

  function word(option) {
    const element = button(option.text, () => pick(option.id), { class: "cb-word", "aria-pressed": "false" });
    dragWord(element, {
      isEnabled: () => enabled,
      gapAt: (target) => gaps.indexOf(target?.closest(".cb-drop")),
      dropped: (index) => fill(index, option.id),
    });
    return element;
  }

  function pick(id) {
    if (!enabled) return;
    picked = picked === id ? "" : id;
    show();
    if (picked) announce(t("picked", { word: words.get(id) }));
  }

  function onGap(index) {
    if (picked || placed[index]) fill(index, picked);
    else announce(t("dragHint"));
  }

  function fill(index, id) {
    if (id && !isReusable(id)) placed.forEach((other, at) => {
      if (other === id) placed[at] = "";
    });
    placed[index] = id;
    picked = "";
    show();
    gaps[index].focus();
    announce(id ? t("placed", { word: words.get(id), n: index + 1 }) : t("cleared", { n: index + 1 }));
    changed();
  }

  /** A word that is the answer of several gaps stays in the bank. */
  function isReusable(id) {
    return question.gaps.filter((gap) => gap.answer === id).length > 1;
  }

  function show() {
    gaps.forEach((gap, index) => {
      const text = words.get(placed[index]);
      gap.textContent = text ?? "\u2003";
      gap.classList.toggle("cb-filled", Boolean(text));
      gap.setAttribute("aria-label", text ? t("gapFilled", { n: index + 1, word: text }) : t("gapEmpty", { n: index + 1 }));
    });
    for (const [id, element] of bank) {
      element.setAttribute("aria-pressed", String(id === picked));
      element.classList.toggle("cb-used", placed.includes(id) && !isReusable(id));
    }
  }

  show();
  return {
    elements: gaps,
    after: h("div", { class: "cb-bank" },
      h("p", { class: "cb-instruction", text: t("dragHint") }),
      h("div", { class: "cb-words", role: "group", "aria-label": t("words") }, [...bank.values()])),
    read: () => [...placed],
    write(response) {
      placed.forEach((_, index) => {
        placed[index] = response[index] ?? "";
      });
      show();
    },
    enable(on) {
      enabled = on;
      for (const element of [...bank.values(), ...gaps]) element.disabled = !on;
    },
  };
}

/** Lets a pointer carry a word to a gap. */
function dragWord(element, { isEnabled, gapAt, dropped }) {
  let start = null;
  let moving = false;
  element.addEventListener("pointerdown", (event) => {
    if (!isEnabled() || event.button !== 0) return;
    start = { x: event.clientX, y: event.clientY };
    element.setPointerCapture(event.pointerId);
  });
  element.addEventListener("pointermove", (event) => {
    if (!start) return;
    const [x, y] = [event.clientX - start.x, event.clientY - start.y];
    moving ||= Math.hypot(x, y) > DRAG_FROM;
    if (!moving) return;
    element.classList.add("cb-dragging");
    element.style.translate = `${x}px ${y}px`;
  });
  const end = (event) => {
    if (!start) return;
    const wasMoving = moving;
    [start, moving] = [null, false];
    element.classList.remove("cb-dragging");
    element.style.translate = "";
    if (!wasMoving) return;
    element.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => element.removeEventListener("click", swallow, { capture: true }), 0);
    const target = document.elementFromPoint(event.clientX, event.clientY);
    const index = event.type === "pointerup" ? gapAt(target) : -1;
    if (index >= 0) dropped(index);
  };
  element.addEventListener("pointerup", end);
  element.addEventListener("pointercancel", end);
}

function swallow(event) {
  event.stopImmediatePropagation();
  event.preventDefault();
}

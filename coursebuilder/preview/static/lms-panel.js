/** The panel that shows what the platform knows, and what the learner's day may bring. */

import { h } from "./dom.js";
import { LIMIT } from "./scorm12.js";

/** The panel; `actions` are leave, resume and reset; `update()` shows what is now. */
export function createLmsPanel(root, platform, t, actions) {
  const field = () => h("dd");
  const fields = Object.fromEntries(["session", "status", "score", "location", "entry", "time"].map((key) => [key, field()]));
  for (const [key, element] of Object.entries(fields)) element.id = `lms-${key}`;
  const leave = h("button", { type: "button", text: t("leave"), on: { click: () => actions.leave() } });
  const resume = h("button", { type: "button", text: t("resume"), disabled: true, on: { click: () => actions.resume() } });
  const reset = h("button", { type: "button", text: t("reset"), on: { click: () => actions.reset() } });
  const failure = h("select", { id: "lms-failure", on: { change: () => { platform.failure = failure.value; } } },
    [["", "failNo"], ["false", "failFalse"], ["throw", "failThrow"]].map(([value, key]) => h("option", { value, text: t(key) })));
  const size = h("p", { id: "lms-size" });
  const meter = h("meter", { min: 0, max: LIMIT, high: LIMIT * 0.8, low: LIMIT * 0.5, optimum: 0, "aria-labelledby": "lms-suspend lms-size" });
  const suspend = h("div", { class: "long", id: "lms-data", tabindex: 0, role: "group", "aria-labelledby": "lms-suspend" });
  const interactions = h("tbody");
  const noInteractions = h("p", { text: t("noInteractions") });
  const log = h("tbody");
  const logged = h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": t("log") },
    h("table", { id: "lms-log" }, head(t, "call", "returned", "code"), log));
  const table = h("table", { id: "lms-interactions" }, head(t, "question", "answer", "result"), interactions);
  root.append(
    h("div", { class: "buttons" }, leave, resume, reset),
    h("p", {}, h("label", { for: "lms-failure", text: t("failure") }), " ", failure),
    h("dl", {}, Object.entries(fields).flatMap(([key, element]) => [h("dt", { text: t(key) }), element])),
    h("h2", { id: "lms-suspend", text: t("suspend") }), size, meter, suspend,
    h("h2", { text: t("interactions") }), noInteractions, table,
    h("h2", { text: t("log") }),
    h("button", { type: "button", text: t("clear"), on: { click: () => { platform.log = []; update(); } } }), logged,
  );
  const update = () => {
    const value = (name) => platform.value(`cmi.core.${name}`);
    fields.session.textContent = t({ new: "sessionNew", open: "sessionOpen", over: "sessionOver" }[platform.phase]);
    fields.status.textContent = value("lesson_status");
    fields.score.textContent = value("score.raw") === "" ? "–" : `${value("score.raw")} / ${value("score.max") || 100}`;
    fields.location.textContent = value("lesson_location") || "–";
    fields.entry.textContent = value("entry") || "–";
    fields.time.textContent = value("total_time");
    const data = platform.value("cmi.suspend_data");
    size.textContent = t("size", { size: data.length, limit: LIMIT });
    meter.value = data.length;
    suspend.textContent = data || "–";
    showInteractions();
    showLog();
  };
  const showInteractions = () => {
    table.hidden = platform.interactions.length === 0;
    noInteractions.hidden = !table.hidden;
    interactions.replaceChildren(...platform.interactions.map((entry) =>
      row([entry.id ?? "", entry.student_response ?? "", entry.result ?? ""])));
  };
  const showLog = () => {
    log.replaceChildren(...platform.log.slice(-200).reverse().map((entry) => {
      const line = row([entry.call.length > 160 ? `${entry.call.slice(0, 160)}…` : entry.call, entry.returned ?? "", entry.code ?? ""]);
      if (entry.failed) line.className = "failed";
      return line;
    }));
  };
  return {
    update: soon(update),
    left(gone) {
      leave.disabled = gone;
      resume.disabled = !gone;
    },
  };
}

function row(cells) {
  return h("tr", {}, cells.map((text) => h("td", { text })));
}

function head(t, ...keys) {
  return h("thead", {}, h("tr", {}, keys.map((key) => h("th", { scope: "col", text: t(key) }))));
}

/** `act` once for all calls of one turn. */
function soon(act) {
  let waiting = false;
  return () => {
    if (waiting) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      act();
    });
  };
}

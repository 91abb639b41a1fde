/** The panel that shows what a platform knows, and what the learner's day may bring. */

import { h, row, table } from "./dom.js";

const FAILURES = [["", "failNo"], ["start", "failStart"], ["set", "failSet"], ["throw", "failThrow"]];
const SHOWN_CALLS = 200;
const LONGEST_CALL = 160;

/**
 * The panel of one platform, built into `root`; `actions` are leave, resume, reset and launch(sco).
 * `update()` shows what is now, `left(gone)` that the learner went or came.
 */
export function createLmsPanel(root, platform, t, actions) {
  const button = (key, act) => h("button", { type: "button", text: t(key), on: { click: act } });
  const leave = button("leave", () => actions.leave());
  const resume = button("resume", () => actions.resume());
  const failure = h("select", { id: "lms-failure", on: { change: () => { platform.failure = failure.value; } } },
    FAILURES.map(([value, key]) => h("option", { value, text: t(key), selected: platform.failure === value })));
  const facts = h("dl");
  const suspend = suspendData(platform, t);
  const lists = [
    ...(platform.scos ? [scoList(platform, t, actions)] : []),
    ...(platform.scos ? [list("objectives", ["objective", "success", "scaled"], () => platform.objectives, t)] : []),
    list("interactions", ["question", "answer", "result"], () => platform.answers, t, "noInteractions"),
  ];
  const log = h("tbody");
  root.replaceChildren(
    h("div", { class: "buttons" }, leave, resume, button("reset", () => actions.reset())),
    h("p", {}, h("label", { for: "lms-failure", text: t("failure") }), " ", failure),
    facts, ...suspend.parts, ...lists.flatMap(({ parts }) => parts),
    h("h2", { text: t("log") }),
    button("clear", () => { platform.log = []; update(); }),
    h("div", { class: "scroll", tabindex: 0, role: "group", "aria-label": t("log") },
      table(t, "lms-log", ["call", "returned", "code"], log)),
  );
  const update = () => {
    const phase = t({ new: "sessionNew", open: "sessionOpen", over: "sessionOver" }[platform.phase]);
    facts.replaceChildren(...[["session", phase], ...platform.facts].flatMap(([key, value]) =>
      [h("dt", { text: t(key) }), h("dd", { id: `lms-${key}`, text: value || "–" })]));
    suspend.update();
    for (const part of lists) part.update();
    log.replaceChildren(...platform.log.slice(-SHOWN_CALLS).reverse().map(calledRow));
  };
  const left = (gone) => {
    leave.disabled = gone;
    resume.disabled = !gone;
  };
  left(false);
  return { update: soon(update), left };
}

function suspendData(platform, t) {
  const { limit } = platform;
  const size = h("p", { id: "lms-size" });
  const meter = h("meter", { min: 0, max: limit, high: limit * 0.8, low: limit * 0.5, optimum: 0, "aria-labelledby": "lms-suspend lms-size" });
  const data = h("div", { class: "long", id: "lms-data", tabindex: 0, role: "group", "aria-labelledby": "lms-suspend" });
  return {
    parts: [h("h2", { id: "lms-suspend", text: t("suspend") }), size, meter, data],
    update() {
      const { suspendData: kept } = platform;
      size.textContent = t("size", { size: kept.length, limit });
      meter.value = kept.length;
      data.textContent = kept || "–";
    },
  };
}

/** The menu of the platform: a SCO with its status, to be opened when its prerequisites allow. */
function scoList(platform, t, actions) {
  const body = h("ol", { id: "lms-scos", class: "scos" });
  return {
    parts: [h("h2", { text: t("scos") }), body],
    update() {
      body.replaceChildren(...platform.scos.map((sco) => {
        const free = platform.mayStart(sco);
        const current = sco === platform.current;
        return h("li", {}, h("button", {
          type: "button", text: sco.title, disabled: !free, title: free ? "" : t("needs"),
          "aria-current": current ? "true" : false, on: { click: () => actions.launch(sco) },
        }), ` ${platform.statusOf(sco)}`);
      }));
    },
  };
}

function list(name, columns, rows, t, none = "none") {
  const body = h("tbody");
  const shown = table(t, `lms-${name}`, columns, body);
  const empty = h("p", { text: t(none) });
  return {
    parts: [h("h2", { text: t(name) }), empty, shown],
    update() {
      const found = rows();
      shown.hidden = found.length === 0;
      empty.hidden = !shown.hidden;
      body.replaceChildren(...found.map((cells) => row(cells)));
    },
  };
}

function calledRow({ call, returned = "", code = "", failed }) {
  const line = row([call.length > LONGEST_CALL ? `${call.slice(0, LONGEST_CALL)}…` : call, returned, code]);
  if (failed) line.className = "failed";
  return line;
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

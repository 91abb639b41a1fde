/** A self-scan: statements on a scale, a chart of the averages, advice for each group. */

import { button, focusOn, freshId, h, hidden } from "./dom.js";
import { chartOf } from "./chart.js";
import { localKey } from "./hash.js";
import { likertOf } from "./interactions.js";

/** `[{group, average}]`; average is null while a statement of the group has no answer. */
export function averagesOf(scan, values) {
  return scan.groups.map((group) => {
    const given = group.statements.map((statement) => values.get(localKey(statement.id)));
    const whole = given.length > 0 && given.every(Boolean);
    const average = whole ? given.reduce((sum, value) => sum + value, 0) / given.length : null;
    return { group, average };
  });
}

/** The advice of a group for an average: ranges are given to one decimal, gaps go to the lower one. */
export function adviceFor(group, average) {
  const rounded = Math.round(average * 10 + 1e-6) / 10;
  return group.advice.find(({ low, high }) => rounded >= low - 1e-9 && rounded <= high + 1e-9)
    ?? [...group.advice].sort((a, b) => b.low - a.low).find(({ low }) => rounded >= low) ?? null;
}

/** Makes a self-scan of a marked element. */
export function enhanceScan(host, scan, { t, place, session, activity, course }) {
  const values = new Map(session.scan(activity.key));
  const outcome = h("div", { class: "cb-scan-outcome" });
  const remark = h("p", { class: "cb-remark", role: "status" });
  const shownAt = session.now();

  function answer(statement, value) {
    values.set(localKey(statement.id), value);
    session.keepScan(activity.key, new Map(values));
    session.report(likertOf(statement, value, {
      activity: activity.id, time: new Date(session.now()), latency: session.now() - shownAt,
    }));
    remark.textContent = "";
    boxOf(statement).classList.remove("cb-remark");
    if (outcome.hasChildNodes()) show();
  }

  const boxOf = ({ id }) => host.querySelector(`[data-statement="${CSS.escape(id)}"]`);

  function missing() {
    return scan.groups.flatMap((group) => group.statements).filter(({ id }) => !values.get(localKey(id)));
  }

  function show() {
    const heading = h("h2", { tabindex: -1, text: t("result") });
    outcome.replaceChildren(heading, ...outcomeOf(scan, values, { t, place, language: course.language }));
    return heading;
  }

  const reveal = button(t("scanResult"), () => {
    const open = missing();
    if (!open.length) return focusOn(show());
    const boxes = open.map(boxOf);
    boxes[0].before(remark);
    remark.textContent = t("scanMissing", { n: open.length });
    for (const box of boxes) box.classList.add("cb-remark");
    focusOn(boxes[0].querySelector("input"));
  }, { class: "cb-button cb-primary" });

  host.replaceChildren(scaleLegend(scan, t),
    ...scan.groups.map((group) => groupOf(scan, group, { values, place, answer })),
    h("div", { class: "cb-actions" }, reveal), outcome);
  if (missing().length === 0) show();
}

function scaleLegend(scan, t) {
  return h("div", { class: "cb-scale" }, h("p", { class: "cb-label", text: t("scale") }),
    h("ol", {}, scan.scale.map((label) => h("li", { text: label }))));
}

/** The ends of the scale, near the numbers; each number says its own label to a screen reader. */
function ends({ scale }) {
  const last = scale.length;
  return h("p", { class: "cb-meta", "aria-hidden": "true", text: `1\u00a0=\u00a0${scale[0]} · ${last}\u00a0=\u00a0${scale[last - 1]}` });
}

function groupOf(scan, group, { values, place, answer }) {
  return h("section", { class: "cb-scan-group" }, h("h2", { text: group.title }), ends(scan), group.statements.map((statement) => {
    const id = freshId("statement");
    const boxes = scan.scale.map((label, index) => {
      const input = h("input", { type: "radio", name: id, value: index + 1, on: { change: () => answer(statement, index + 1) } });
      input.checked = values.get(localKey(statement.id)) === index + 1;
      return h("label", { class: "cb-rate", title: label }, input,
        h("span", { class: "cb-rate-number", "aria-hidden": "true", text: index + 1 }), hidden(`${index + 1}: ${label}`));
    });
    return h("fieldset", { class: "cb-statement", "aria-labelledby": id, data: { statement: statement.id } },
      h("div", { id, class: "cb-statement-text" }, place(statement.html)), h("div", { class: "cb-rates" }, boxes));
  }));
}

function outcomeOf(scan, values, { t, place, language }) {
  const averages = averagesOf(scan, values);
  const top = scan.scale.length;
  const decimals = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const shown = (average) => decimals.format(Math.round(average * 10 + 1e-6) / 10);
  const rows = averages.map(({ group, average }) => h("tr", {},
    h("th", { scope: "row", text: group.title }), h("td", { text: t("outOf", { n: shown(average), total: top }) })));
  const table = h("table", { class: "cb-table" }, h("caption", { text: t("scanChart") }),
    h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("scanGroup") }), h("th", { scope: "col", text: t("scanAverage") }))),
    h("tbody", {}, rows));
  const advice = averages.map(({ group, average }) => [group, adviceFor(group, average)]).filter(([, found]) => found);
  return [
    chartOf(averages.map(({ group, average }) => ({ label: group.title, value: average })), { top, title: t("scanChart"), shown }),
    table,
    ...(advice.length ? [h("h2", { text: t("scanAdvice") })] : []),
    ...advice.map(([group, found]) => h("section", { class: "cb-advice" }, h("h3", { text: group.title }), place(found.html))),
  ];
}

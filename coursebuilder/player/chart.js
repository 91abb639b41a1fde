/** Charts of a self-scan as inline SVG; the table beside them says the same in words. */

import { h, svg } from "./dom.js";

const WIDTH = 440;
const ROW = 52;
const RADAR = 300;

/** A bar chart (values written by `shown`), with a radar beside it when there are three to ten groups. */
export function chartOf(entries, { top, title, shown }) {
  const radar = entries.length >= 3 && entries.length <= 10;
  return h("div", { class: "cb-charts" }, bars(entries, { top, title, shown }), radar ? radarOf(entries, top) : null);
}

function bars(entries, { top, title, shown }) {
  const label = `${title}: ${entries.map((entry) => `${entry.label} ${shown(entry.value)}`).join(", ")}`;
  const rows = entries.flatMap(({ label: text, value }, index) => {
    const y = index * ROW;
    const name = `${index + 1}. ${text}`;
    return [
      svg("text", { x: 0, y: y + 18, class: "cb-chart-label" }, name.length > 44 ? `${name.slice(0, 43)}…` : name),
      svg("rect", { x: 0, y: y + 26, width: WIDTH - 50, height: 14, rx: 7, class: "cb-chart-track" }),
      svg("rect", { x: 0, y: y + 26, width: ((WIDTH - 50) * value) / top, height: 14, rx: 7, class: "cb-chart-bar" }),
      svg("text", { x: WIDTH, y: y + 38, class: "cb-chart-value", "text-anchor": "end" }, shown(value)),
    ];
  });
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${entries.length * ROW}`, class: "cb-chart cb-bars", role: "img", "aria-label": label }, rows);
}

function radarOf(entries, top) {
  const middle = RADAR / 2;
  const reach = middle - 28;
  const spot = (index, share) => {
    const angle = (index / entries.length) * 2 * Math.PI - Math.PI / 2;
    return [middle + Math.cos(angle) * reach * share, middle + Math.sin(angle) * reach * share];
  };
  const ring = (share) => entries.map((_, index) => spot(index, share(index)).map((at) => at.toFixed(1)).join(",")).join(" ");
  const grid = Array.from({ length: top }, (_, level) =>
    svg("polygon", { points: ring(() => (level + 1) / top), class: "cb-chart-grid" }));
  const spokes = entries.map((_, index) => {
    const [x2, y2] = spot(index, 1);
    return svg("line", { x1: middle, y1: middle, x2, y2, class: "cb-chart-grid" });
  });
  const names = entries.map((_, index) => {
    const [x, y] = spot(index, 1.13);
    return svg("text", { x, y: y + 5, class: "cb-chart-value", "text-anchor": "middle" }, String(index + 1));
  });
  const shape = svg("polygon", { points: ring((index) => entries[index].value / top), class: "cb-chart-shape" });
  return svg("svg", { viewBox: `0 0 ${RADAR} ${RADAR}`, class: "cb-chart cb-radar", "aria-hidden": "true" }, grid, spokes, shape, names);
}

/** Small helpers to build elements; no inline style or handler attribute is ever written. */

/** An element with properties (`class`, `text`, `on`, `data`, ARIA and plain attributes) and children. */
export function h(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (key === "text") element.textContent = value;
    else if (key === "on") for (const [event, listener] of Object.entries(value)) element.addEventListener(event, listener);
    else if (key === "data") Object.assign(element.dataset, value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An SVG element with attributes and children. */
export function svg(name, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children.flat());
  return element;
}

/** Text for screen readers only. */
export function hidden(text) {
  return h("span", { class: "cb-hidden", text });
}

/** A button. */
export function button(label, onClick, properties = {}) {
  return h("button", { type: "button", class: "cb-button", ...properties, on: { click: onClick } }, label);
}

/** The course's logo, of which one picture is seen; null without one. */
export function logo({ course, root }, alt = course.logo?.alt) {
  const { src, dark } = course.logo ?? {};
  const picture = (path, kind) => h("img", { class: `cb-logo-${kind}`, src: new URL(path, root).href, alt });
  if (!src) return null;
  return h("div", { class: "cb-logo" }, dark ? [picture(src, "light"), picture(dark, "dark")] : picture(src, "plain"));
}

let count = 0;

/** An id no other element has. */
export function freshId(prefix) {
  count += 1;
  return `${prefix}-${count}`;
}

/** Puts the keyboard where reading goes on, without drawing a ring around a whole part. */
export function focusOn(element, preventScroll = false) {
  if (!element) return;
  if (!element.matches("a[href],button,input,select,textarea,summary,[tabindex]")) element.tabIndex = -1;
  element.focus({ preventScroll });
}

/** Says something to screen readers. */
export function announce(text) {
  let region = document.getElementById("cb-announcer");
  if (!region) {
    region = h("div", { id: "cb-announcer", class: "cb-hidden", "aria-live": "polite" });
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}

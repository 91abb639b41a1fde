/** The frame around the pages: bar, menu, page, previous and next. */

import { button, focusOn, h, hidden, logo } from "./dom.js";
import { enhance } from "./enhance.js";
import { createMenu } from "./menu.js";
import { createNotices } from "./notices.js";
import { activities, statusOf, tally } from "./progress.js";
import { hashOf, hashOfAddress, routeOf } from "./router.js";
import { createSettings, listenForKeys } from "./settings.js";

const NARROW = "(max-width: 60rem)";
/** Views of the player's own, loaded when asked for. */
const VIEWS = {
  notes: async (context) => (await import("./notes.js")).notesView(context),
  certificate: async (context) => (await import("./certificate.js")).certificateView(context),
  search: async (context) => (await import("./search.js")).searchView(context),
};

/** The shell of a course. `context`: course, root, session, pages, t, preferences. */
export class Shell {
  current = null;
  pending = null;
  /** How far down an address was when it was left. */
  places = {};
  views = { ...VIEWS };

  constructor(context) {
    Object.assign(this, context);
    this.context = { ...context, addressOf: hashOf };
    const { t } = context;
    // One module of a course has no certificate: the course is not done with it.
    this.whole = context.course.scope !== "module";
    if (!this.whole) delete this.views.certificate;
    this.notices = createNotices(t);
    this.menu = createMenu({ ...context, extras: [
      { href: "#/-/search", label: t("search") }, { href: "#/-/notes", label: t("notes") },
      ...(this.whole ? [{ href: "#/-/certificate", label: t("certificate") }] : []),
    ] });
    this.shortcuts = [
      { key: "n", label: "keyNext", act: () => this.step(1) }, { key: "p", label: "keyPrevious", act: () => this.step(-1) },
      { key: "m", label: "keyMenu", act: () => this.toggleMenu(true) }, { key: "/", label: "keySearch", act: () => this.go("#/-/search") },
      { key: "?", label: "keySettings", act: () => this.settings.open() },
    ];
    this.settings = createSettings({ t, preferences: context.preferences, shortcuts: this.shortcuts });
    this.build();
    this.session.on("change", () => this.refreshSoon());
    history.scrollRestoration = "manual";
    window.addEventListener("hashchange", ({ oldURL }) => {
      this.places[oldURL] = window.scrollY;
      this.toggleMenu(false, { focus: false });
      this.show();
    });
    listenForKeys(this.shortcuts, () => this.settings.keysOn);
  }

  /** Replaces the static document by the frame; its main part stays as the home view. */
  build() {
    const { t, course } = this;
    const old = document.getElementById("cb-main");
    this.home = [...old.childNodes];
    this.main = h("main", { id: "cb-main", class: "cb-main", tabindex: -1 });
    this.pager = h("nav", { class: "cb-pager", "aria-label": `${t("previous")} / ${t("next")}` });
    this.menuButton = button("", () => this.toggleMenu(), { class: "cb-bar-button cb-menu-button", "aria-label": t("menu"), "aria-expanded": "false", "aria-controls": "cb-menu" });
    this.menuButton.append(h("span", { class: "cb-burger", "aria-hidden": "true" }), h("span", { class: "cb-bar-label", text: t("menu") }));
    this.count = h("span", { class: "cb-count" });
    this.meter = h("progress", { class: "cb-progress", max: 1, value: 0, "aria-label": t("progress", { done: 0, total: 0 }) });
    const skip = h("a", { class: "cb-skip", href: "#cb-main", text: t("skip") });
    skip.addEventListener("click", (event) => {
      event.preventDefault();
      this.main.focus();
    });
    const settings = button("Aa", () => this.settings.open(), { class: "cb-bar-button", "aria-label": t("settings") });
    this.bar = h("header", { class: "cb-bar" }, this.menuButton,
      logo(this, ""),
      h("a", { class: "cb-course", href: "#/", text: course.title }), this.count, settings, this.meter);
    this.backdrop = h("div", { class: "cb-backdrop", on: { click: () => this.toggleMenu(false) } });
    this.column = h("div", { class: "cb-column" }, this.notices.element, this.main, this.pager);
    document.body.replaceChildren(skip, this.bar, h("div", { class: "cb-frame" }, this.menu.element, this.backdrop, this.column), this.settings.element);
    document.body.classList.add("cb-app");
    this.menu.element.addEventListener("click", (event) => {
      if (event.target.closest("a")) this.toggleMenu(false, { focus: false });
    });
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && document.body.classList.contains("cb-menu-open")) this.toggleMenu(false);
    });
    this.addStatuses(this.home);
  }

  /** Adds a view, at `#/-/name`, and a line in the menu. */
  addView(name, label, view) {
    this.views[name] = view;
    this.menu.element.querySelector(".cb-menu-extras").append(h("li", {}, h("a", { href: `#/-/${name}`, text: label })));
  }

  /** The home view's links show how far each page is. */
  addStatuses(nodes) {
    this.marks = new Map();
    const links = nodes.flatMap((node) => (node.querySelectorAll ? [...node.querySelectorAll("a[href]")] : []));
    for (const link of links) {
      const hash = hashOfAddress(link.getAttribute("href"), this.course, this.root);
      if (!hash) continue;
      link.setAttribute("href", hash);
      const mark = h("span", { class: "cb-status" });
      link.prepend(mark);
      this.marks.set(mark, routeOf(hash, this.course).activity);
    }
  }

  /** Opens or closes the drawer; on a wide screen the menu folds away instead. */
  toggleMenu(open, { focus = true } = {}) {
    const { classList } = document.body;
    let now;
    if (matchMedia(NARROW).matches) {
      now = classList.toggle("cb-menu-open", open);
      this.column.inert = now;
    } else if (open === false) return;
    else now = !classList.toggle("cb-menu-folded", open && false);
    this.sayMenu(now);
    if (!focus) return;
    if (now) focusOn(this.menu.element.querySelector("[aria-current], a"));
    else this.menuButton.focus();
  }

  sayMenu(open) {
    this.menuButton.setAttribute("aria-expanded", String(open));
  }

  /** Starts: where the address says, else where the learner was, else at home. */
  open() {
    const place = this.session.location;
    const known = activities(this.course).find(({ id, key }) => id === place || key === place);
    if (!location.hash.startsWith("#/") && known) history.replaceState(null, "", hashOf(known));
    this.sayMenu(!matchMedia(NARROW).matches);
    this.show({ first: true });
  }

  go(hash) {
    if (location.hash === hash) this.show();
    else location.hash = hash;
  }

  step(by) {
    const all = activities(this.course);
    const at = this.current ? all.indexOf(this.current) + by : by > 0 ? 0 : -1;
    if (all[at]) this.go(hashOf(all[at]));
    else if (at < 0) this.go("#/");
  }

  /** Shows what the address names. */
  async show({ first = false } = {}) {
    const hash = location.hash;
    if (/^#[^/]/.test(hash) && !first) return;
    const route = routeOf(hash, this.course);
    const same = route.activity && route.activity === this.current;
    if (same && route.anchor && !first) {
      this.scrollTo(route.anchor);
      return;
    }
    const nodes = await this.nodesOf(route).catch((error) => this.failure(route, error));
    if (location.hash !== hash) return;
    this.current = route.activity ?? null;
    this.main.replaceChildren(...nodes);
    this.main.dataset.view = route.view;
    this.afterShow(route, first);
  }

  afterShow(route, first) {
    const title = route.activity?.title ?? this.main.querySelector("h1")?.textContent;
    document.title = title && title !== this.course.title ? `${title} – ${this.course.title}` : this.course.title;
    if (route.activity) this.session.visit(route.activity);
    else this.refresh();
    this.fillPager();
    // An entry of the history that was shown before has a state.
    const place = (history.state && this.places[location.href]) || 0;
    if (!history.state) history.replaceState({}, "");
    if (route.anchor && !place) this.scrollTo(route.anchor);
    else {
      if (!first) focusOn(this.main.querySelector("input[type=search]") ?? this.main.querySelector("h1") ?? this.main, true);
      window.scrollTo(0, place);
    }
    this.menu.reveal(this.current);
    const following = activities(this.course)[activities(this.course).indexOf(this.current) + 1];
    if (following) setTimeout(() => this.pages.load(following).catch(() => null), 1500);
  }

  /** The nodes of a view. */
  async nodesOf(route) {
    if (route.view === "activity") return this.activityNodes(route);
    if (this.views[route.view]) return this.views[route.view](this.context);
    return this.homeNodes();
  }

  async activityNodes({ module, activity }) {
    const { main, url } = await this.pages.load(activity);
    const copy = document.importNode(main, true);
    enhance(copy, { ...this.context, activity, url });
    return [h("p", { class: "cb-kicker", text: module.title }), ...copy.childNodes];
  }

  failure(route, error) {
    console.error(error);
    const { t } = this;
    const plain = route.activity && h("a", { href: new URL(route.activity.href, this.root).href, text: t("openPlain") });
    return [h("h1", { text: route.activity?.title ?? this.course.title }), h("p", { text: t("loadFailed") }),
      h("p", { class: "cb-actions" }, button(t("retry"), () => this.show(), { class: "cb-button cb-primary" }), plain)].filter(Boolean);
  }

  /** The static start page with a way in under its first paragraph. */
  homeNodes() {
    const at = this.home.findIndex((node) => node.nodeName === "P") + 1;
    const button = this.resumeButton();
    return [...this.home.slice(0, at), button, ...this.home.slice(at)].filter(Boolean);
  }

  /** "Start" or "continue". */
  resumeButton() {
    const all = activities(this.course);
    const status = (activity) => statusOf(this.course, this.session.state, activity);
    const begun = all.some((activity) => status(activity) !== "new");
    const target = all.find((activity) => status(activity) !== "done") ?? all[0];
    if (!target) return null;
    return h("p", { class: "cb-resume" },
      h("a", { class: "cb-button cb-primary", href: hashOf(target), text: this.t(begun ? "continue" : "start") }));
  }

  fillPager() {
    const all = activities(this.course);
    const at = all.indexOf(this.current);
    const link = (activity, kind) => activity && h("a", { class: `cb-pager-link cb-pager-${kind}`, href: hashOf(activity), rel: kind === "next" ? "next" : "prev" }, this.wayTo(kind, activity));
    const ends = [link(all[at - 1], "previous") ?? this.wayOut("previous"), link(all[at + 1], "next") ?? this.wayOut("next")];
    this.pager.replaceChildren(...(this.current ? ends : []).filter(Boolean));
  }

  /** The way to the module before or after this one, where the platform moves between them. */
  wayOut(kind) {
    const module = this.course[kind];
    const { runtime } = this.session;
    if (!module || !runtime.canMove?.(kind)) return null;
    const leave = () => {
      this.session.flush();
      runtime.move(kind);
      this.notices.show("ended", this.t("ended"));
    };
    const way = button("", leave, { class: `cb-pager-link cb-pager-${kind}` });
    way.append(...this.wayTo(kind, module));
    return way;
  }

  wayTo(kind, { title }) {
    return [h("span", { class: "cb-pager-kind", text: this.t(kind) }), h("span", { class: "cb-pager-title", text: title })];
  }

  scrollTo(anchor) {
    const target = document.getElementById(anchor);
    if (!target) return;
    target.closest("details:not([open])")?.setAttribute("open", "");
    target.scrollIntoView();
    focusOn(target);
  }

  /** Once per frame, however much changes. */
  refreshSoon() {
    this.pending ??= requestAnimationFrame(() => {
      this.pending = null;
      this.refresh();
    });
  }

  /** Brings progress up to date everywhere. */
  refresh() {
    const { t, course } = this;
    const { state } = this.session;
    this.menu.refresh(this.current);
    const { done, total } = tally(course, state);
    this.count.hidden = this.meter.hidden = !total;
    this.meter.max = total || 1;
    this.meter.value = done;
    this.meter.setAttribute("aria-label", t("progress", { done, total }));
    this.count.replaceChildren(h("span", { "aria-hidden": "true", text: `${done}/${total}` }), hidden(t("progress", { done, total })));
    for (const [mark, activity] of this.marks) {
      const status = statusOf(course, state, activity);
      mark.dataset.status = status;
      mark.replaceChildren(hidden(`${t(status)}: `));
    }
    const finished = total > 0 && done === total;
    if (finished && this.finished === false) {
      if (this.whole) this.notices.show("done", t("courseDone"), [{ label: t("certificate"), act: () => this.go("#/-/certificate") }]);
      else this.notices.show("done", t("moduleDone"));
    }
    this.finished = finished;
  }
}

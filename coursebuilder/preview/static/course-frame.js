/** The framed course: opened, left, and opened again where the learner was. */

import { onlyOurs } from "./course-notes.js";

const PATIENCE = 3000;

/** The frame; `prepare()` is called before each launch. */
export class CourseFrame {
  shown = false;
  /** Address of the shell that a platform launches. */
  shell = "/course/index.html";
  #theme = "";

  constructor(frame, prepare) {
    this.frame = frame;
    this.prepare = prepare;
    frame.addEventListener("load", () => this.#dress());
  }

  /** Opens the course, at a page of it when one is named. */
  open(page = "") {
    this.prepare();
    this.shown = true;
    this.frame.src = `${this.shell}${page}`;
  }

  /** Goes to a page of the course that is open. */
  go(page) {
    if (this.shown) this.#window.location.hash = page;
  }

  /** Loads the course again: same page, same place on it. */
  reload() {
    if (!this.shown) return;
    const { scrollY } = this.#window;
    this.frame.addEventListener("load", () => this.#scrollTo(scrollY), { once: true });
    this.prepare();
    this.#window.location.reload();
  }

  /** Shows the page again without leaving the course; a whole load where that cannot be. */
  refresh() {
    if (!this.shown) return;
    const view = this.#window;
    const main = view.document.querySelector(".cb-app #cb-main");
    const hasPlace = view.location.hash.split("/").length > 3;
    if (!main || hasPlace) {
      this.reload();
      return;
    }
    const { scrollY } = view;
    const focused = document.activeElement;
    const observer = new view.MutationObserver((changes) => {
      if (changes.every(onlyOurs)) return;
      observer.disconnect();
      view.scrollTo({ top: scrollY, behavior: "instant" });
      // The player puts the focus on the new page; whoever was elsewhere stays there.
      if (focused === document.body) this.frame.blur();
      else if (focused !== this.frame) focused?.focus();
    });
    observer.observe(main, { childList: true });
    view.dispatchEvent(new view.Event("cb-stale"));
    view.dispatchEvent(new view.HashChangeEvent("hashchange"));
  }

  /** Leaves the course, as closing its window does; `then` is called when it has gone. */
  leave(then = () => {}) {
    this.frame.addEventListener("load", then, { once: true });
    this.shown = false;
    this.frame.src = "about:blank";
  }

  /** Shows the course in light or dark colours, or as the system has it. */
  colour(theme) {
    this.#theme = theme;
    this.#dress();
  }

  get #window() {
    return this.frame.contentWindow;
  }

  #dress() {
    const root = this.frame.contentDocument?.documentElement;
    if (!root) return;
    if (this.#theme) root.dataset.theme = this.#theme;
    else if (root.dataset.previewed) delete root.dataset.theme;
    root.dataset.previewed = this.#theme;
  }

  /** The player fetches its page after the load: wait until there is something to scroll to. */
  #scrollTo(y) {
    const view = this.#window;
    const deadline = performance.now() + PATIENCE;
    let moved = false;
    for (const event of ["wheel", "touchstart", "keydown", "pointerdown"]) {
      view.addEventListener(event, () => { moved = true; }, { once: true, passive: true });
    }
    let settled = 0;
    const attempt = () => {
      if (moved || performance.now() > deadline || !view.document) return;
      const ready = view.document.querySelector(".cb-app #cb-main h1");
      if (ready && Math.abs(view.scrollY - y) > 1) view.scrollTo({ top: y, behavior: "instant" });
      if (ready && Math.abs(view.scrollY - y) <= 1) settled += 1;
      if (settled < 10) view.requestAnimationFrame(attempt);
    };
    attempt();
  }
}

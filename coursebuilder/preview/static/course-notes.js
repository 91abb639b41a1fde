/** Findings on the page of the course, each at the line it is about. */

const BLOCKS = "h1, h2, h3, h4, h5, h6, p, li, dt, dd, td, th, figcaption, pre, summary, legend, label, caption";
const INSIDE = new Set(["LI", "DD", "DT", "TD", "TH", "SUMMARY", "LEGEND", "LABEL", "CAPTION", "FIGCAPTION"]);
const REST = 60;

/** Keeps the notes of the framed page: `show(findings, t)` after news, `attach()` after a load of the frame. */
export class CourseNotes {
  #findings = [];
  #t = (key) => key;
  #observer = null;

  constructor(frame) {
    this.frame = frame;
  }

  show(findings, t) {
    this.#findings = findings;
    this.#t = t;
    this.#place();
  }

  /** Watches the page that the frame has now: the player changes it as the learner goes on. */
  attach() {
    const view = this.frame.contentWindow;
    const body = this.frame.contentDocument?.body;
    if (!body || !view.location.pathname.startsWith("/course")) return;
    let timer = null;
    this.#observer?.disconnect();
    this.#observer = new view.MutationObserver((changes) => {
      if (changes.every(onlyOurs)) return;
      view.clearTimeout(timer);
      timer = view.setTimeout(() => this.#place(), REST);
    });
    this.#observer.observe(body, { childList: true, subtree: true });
    view.addEventListener("hashchange", () => this.#place());
    this.#place();
  }

  #place() {
    const page = this.frame.contentDocument;
    const main = page?.querySelector(".cb-app #cb-main");
    if (!main) return;
    for (const old of page.querySelectorAll("[data-preview-note]")) old.remove();
    const address = page.location.hash;
    const blocks = [...main.querySelectorAll(BLOCKS)].filter((block) => block.getClientRects().length > 0);
    const pictures = [...main.querySelectorAll("img[alt]")];
    for (const finding of this.#findings) {
      if (finding.page && `${address}/`.startsWith(`${finding.page}/`)) put(note(page, finding, this.#t), where(finding, blocks, pictures), main);
    }
  }
}

/** The element that shows the words of the finding's line, or of the nearest line above that is shown. */
function where({ near }, blocks, pictures) {
  for (const words of near) {
    const picture = pictures.find(({ alt }) => alt && squeezed(alt) === words);
    if (picture) return picture.closest("figure, p") ?? picture;
    const exact = blocks.find((block) => squeezed(block.textContent) === words);
    const found = exact ?? smallest(blocks.filter((block) => squeezed(block.textContent).includes(words)));
    if (found) return found;
  }
  return null;
}

function smallest(blocks) {
  return blocks.reduce((best, block) => (!best || block.textContent.length < best.textContent.length ? block : best), null);
}

function put(element, place, main) {
  if (!place) main.prepend(element);
  else if (INSIDE.has(place.tagName)) place.append(element);
  else place.after(element);
}

/** A note whose words and styles are its own: neither the player nor a reader of its page sees them. */
function note(page, { severity, code, message, hint }, t) {
  const host = page.createElement("div");
  host.dataset.previewNote = code;
  host.setAttribute("role", "note");
  const root = host.attachShadow({ mode: "open" });
  const style = page.createElement("link");
  style.rel = "stylesheet";
  style.href = "/_preview/note.css";
  const box = page.createElement("details");
  box.className = severity;
  box.open = severity === "error";
  const line = page.createElement("summary");
  line.textContent = `${t(severity)} ${code}: ${message[t.language]}`;
  const remedy = page.createElement("p");
  remedy.textContent = `${t("hint")}: ${hint[t.language]}`;
  box.append(line, remedy);
  root.append(style, box);
  return host;
}

/** Whether a change of a page is no more than notes that come or go. */
export function onlyOurs({ addedNodes, removedNodes }) {
  return [...addedNodes, ...removedNodes].every((node) => node.dataset?.previewNote);
}

function squeezed(words) {
  return words.replace(/\s+/g, " ").trim();
}

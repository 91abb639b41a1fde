/** "My notes": everything a learner wrote and ticked, on one page, to download or print. */

import { button, h } from "./dom.js";
import { dataOf } from "./content.js";
import { localKey } from "./hash.js";
import { activities } from "./progress.js";

/** Promises the notes: `[{title, parts: [{title, prompt, text, items}]}]`, pages in course order. */
export async function collectNotes({ course, session, pages }) {
  const { texts, lists } = session.state;
  const keys = [...texts.keys(), ...lists.keys()].map((key) => key.slice(0, 3));
  const noted = activities(course).filter((activity) => keys.includes(activity.key));
  const notes = await Promise.all(noted.map(async (activity) => {
    const { main } = await pages.load(activity);
    const parts = [...main.querySelectorAll("[data-cb]")].flatMap((host) => partsOf(host, session, activity));
    return { title: activity.title, parts };
  }));
  return notes.filter(({ parts }) => parts.length > 0);
}

function partsOf(host, session, activity) {
  const { cb, id } = host.dataset;
  if (cb === "reflection") {
    const text = session.text(activity.key, id);
    return text ? [{ ...describe(host), text }] : [];
  }
  if (cb === "checklist") {
    const ticked = session.list(activity.key, id);
    const items = [...host.querySelectorAll("[data-item]")].map((item) => ({
      text: plain(item), done: ticked.has(localKey(item.dataset.item)),
    }));
    return items.some(({ done }) => done) ? [{ ...describe(host), prompt: "", items }] : [];
  }
  if (cb !== "quiz") return [];
  return dataOf(host).questions.filter(({ type }) => type === "essay").flatMap((question) => {
    const text = session.text(activity.key, question.id);
    return text ? [{ title: question.name, prompt: "", text }] : [];
  });
}

function describe(host) {
  const heading = host.querySelector("h2, h3, h4, h5, h6, .cb-block-title");
  const prompt = [...host.querySelectorAll("p")].filter((paragraph) => paragraph !== heading && !paragraph.closest("li"));
  return { title: heading ? plain(heading) : "", prompt: prompt.map(plain).join("\n") };
}

function plain(element) {
  const copy = element.cloneNode(true);
  for (const box of copy.querySelectorAll(".cb-box, script")) box.remove();
  return copy.textContent.replace(/\s+/g, " ").trim();
}

/** The notes as plain text. */
export function notesText(title, notes) {
  const lines = [title, "=".repeat(title.length), ""];
  for (const page of notes) {
    lines.push(page.title, "-".repeat(page.title.length), "");
    for (const part of page.parts) {
      lines.push(...[part.title, part.prompt].filter(Boolean));
      lines.push(...(part.items ?? []).map((item) => `[${item.done ? "x" : " "}] ${item.text}`));
      if (part.text) lines.push("", part.text);
      lines.push("");
    }
  }
  return lines.join("\n");
}

/** The view with its buttons. */
export async function notesView(context) {
  const { t, course } = context;
  const notes = await collectNotes(context);
  if (notes.length === 0) return [h("h1", { text: t("notes") }), h("p", { text: t("notesEmpty") })];
  const article = h("div", { class: "cb-notes" }, notes.map((page) => h("section", {}, h("h2", { text: page.title }), page.parts.map(partView))));
  const title = `${course.title} – ${t("notes")}`;
  const file = `${course.id}-${t("notes").toLowerCase().replace(/ /g, "-")}-${new Date().toLocaleDateString("sv")}`;
  const actions = h("div", { class: "cb-actions cb-no-print" },
    button(t("downloadText"), () => download(`${file}.txt`, "text/plain", notesText(title, notes))),
    button(t("downloadHtml"), () => download(`${file}.html`, "text/html", standalone(title, course.language, article))),
    button(t("print"), () => print()));
  return [h("h1", { text: t("notes") }), h("p", { text: t("notesIntro") }), actions, article];
}

function partView({ title, prompt, text, items }) {
  return h("div", { class: "cb-jotting" }, title ? h("h3", { text: title }) : null, prompt ? h("p", { class: "cb-jotting-prompt", text: prompt }) : null,
    items ? h("ul", {}, items.map((item) => h("li", { text: `${item.done ? "☑" : "☐"} ${item.text}` }))) : null,
    text ? h("p", { class: "cb-jotting-text", text }) : null);
}

function standalone(title, language, article) {
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = language;
  page.head.prepend(Object.assign(page.createElement("meta"), { httpEquiv: "Content-Type", content: "text/html; charset=utf-8" }));
  const copy = page.importNode(article, true);
  for (const text of copy.querySelectorAll(".cb-jotting-text")) {
    text.replaceChildren(...text.textContent.split("\n").flatMap((line, index) => (index ? [page.createElement("br"), line] : [line])));
  }
  const heading = Object.assign(page.createElement("h1"), { textContent: title });
  page.body.append(heading, copy);
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n`;
}

/** Offers a text as a file. */
export function download(name, type, text) {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = h("a", { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

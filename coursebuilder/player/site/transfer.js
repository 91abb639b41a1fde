/** "My progress": kept in this browser, to be taken along as a file and put back. */

import { button, h } from "../dom.js";
import { download } from "../notes.js";
import { progressText, readProgress } from "./progress-file.js";

/** The nodes of the view. */
export function transferView(shell, texts) {
  const { course, session } = shell;
  const said = h("p", { role: "status", class: "cb-transfer-status" });
  // Behind a button: a file box speaks the browser's language and is hard to hit on a phone.
  const input = h("input", { type: "file", hidden: true, accept: ".json,application/json" });
  input.addEventListener("change", async () => {
    if (input.files.length === 0) return;
    const { state, problem, title } = readProgress(await input.files[0].text(), course);
    if (state) {
      session.earlier = state;
      session.adoptEarlier();
    }
    said.textContent = texts[problem ?? "restored"].replace("{title}", title ?? "");
    input.value = "";
  });
  const keep = () => {
    const day = new Date().toISOString().slice(0, 10);
    download(`${course.id}-${day}.json`, "application/json", progressText(course, session.state));
  };
  const offline = navigator.serviceWorker?.controller ? h("p", { text: texts.offline }) : null;
  return [
    h("h1", { text: texts.title }), h("p", { text: texts.intro }),
    h("p", { class: "cb-actions" }, button(texts.keep, keep, { class: "cb-button cb-primary" }),
      button(texts.restore, () => input.click()), input),
    said, offline,
  ].filter(Boolean);
}

/** What only a website has: it works offline, and a learner can take progress along as a file. */

import { textsFor } from "./texts.js";
import { transferView } from "./transfer.js";

document.addEventListener("cb:open", ({ detail: shell }) => {
  const texts = textsFor(shell.course.language);
  shell.addView("progress", texts.title, () => transferView(shell, texts));
});

if ("serviceWorker" in navigator) {
  const worker = new URL("../../service-worker.js", import.meta.url);
  // Only over https and on the own machine; elsewhere the site works as it is.
  window.addEventListener("load", () => navigator.serviceWorker.register(worker).catch(() => null));
}

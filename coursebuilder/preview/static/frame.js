/** The preview's page: the course in a frame, a platform for it to talk to, and news of the server. */

import { CourseFrame } from "./course-frame.js";
import { fill, speaker, tabs } from "./dom.js";
import { createFindings } from "./findings.js";
import { createLmsPanel } from "./lms-panel.js";
import { showMoodle } from "./moodle-panel.js";
import { Platform } from "./scorm12.js";

const $ = (id) => document.getElementById(id);

const t = speaker(await (await fetch("/_preview/texts.json")).json());
fill(t);
tabs(document.querySelector("[role=tablist]"));

const platform = new Platform({ store: window.sessionStorage, changed: () => panel?.update() });
window.API = platform.api;
const course = new CourseFrame($("course"), () => platform.launch());
const panel = createLmsPanel($("lms"), platform, t, {
  leave() {
    course.leave();
    panel.left(true);
    say(t("left"));
  },
  resume() {
    course.open();
    panel.left(false);
    say("");
  },
  reset() {
    course.leave();
    $("course").addEventListener("load", () => {
      platform.reset();
      forgetCopies();
      course.open();
      panel.left(false);
      say(t("resetDone"));
    }, { once: true });
  },
});
panel.update();
const findings = createFindings({
  section: $("findings"), list: $("list"), stale: $("stale"), toggle: $("toggle"), t,
  open(page) {
    if (!course.shown) panel.left(false);
    if (course.shown) course.go(page);
    else course.open(page);
  },
});

for (const input of document.querySelectorAll("input[name=width]")) {
  input.addEventListener("change", () => { $("stage").dataset.width = input.value; });
}
for (const input of document.querySelectorAll("input[name=colours]")) {
  input.addEventListener("change", () => course.colour(input.value));
}

let version = -1;
let findingsVersion = -1;
let frame = "";
const events = new EventSource("/_preview/events");
events.addEventListener("error", () => say(t("gone")));
events.addEventListener("message", ({ data }) => {
  const news = JSON.parse(data);
  if (news.version !== version && news.version > 0) {
    if (course.shown && news.frame === frame) course.refresh();
    else if (course.shown) course.reload();
    else if (version < 1) course.open(location.hash);
    if (version > 0) say(t("updated", { time: new Date().toLocaleTimeString() }));
  } else if (version < 1) say("");
  version = news.version;
  frame = news.frame;
  if (news.findings !== findingsVersion) {
    findingsVersion = news.findings;
    refresh();
  }
});

/** Fetches the findings and what Moodle will see. */
async function refresh() {
  const state = await (await fetch("/_preview/state.json")).json();
  findings.show(state);
  $("placeholder").hidden = state.shown;
  $("placeholder").textContent = state.shown ? "" : t("nothing");
  if (state.title) {
    document.title = `${state.title} – ${t("preview")}`;
    $("title").textContent = state.title;
  }
  showMoodle($("moodle"), state.moodle, t);
}

/** The player's own copies of the learner's work, which outlive an attempt. */
function forgetCopies() {
  for (const key of Object.keys(window.localStorage)) {
    if (key.startsWith("cb:") && key !== "cb:preferences") window.localStorage.removeItem(key);
  }
}

function say(words) {
  $("news").textContent = words;
}

/** The preview's page: the course in a frame, platforms for it to talk to, and news of the server. */

import { CourseFrame } from "./course-frame.js";
import { CourseNotes } from "./course-notes.js";
import { fill, speaker, tabs } from "./dom.js";
import { createFindings } from "./findings.js";
import { createLmsPanel } from "./lms-panel.js";
import { createMoodlePanel } from "./moodle-panel.js";
import { Scorm12 } from "./scorm12.js";
import { Scorm2004 } from "./scorm2004.js";

const $ = (id) => document.getElementById(id);
const FOLDERS = { scorm12: "/course/", scorm2004: "/course2004/" };
const MAIN = "index.html";

const texts = await (await fetch("/_preview/texts.json")).json();
let t = speaker(texts, document.documentElement.lang);
let state = null;

const options = { store: window.sessionStorage, changed: () => panel?.update() };
const platforms = { scorm12: new Scorm12(options), scorm2004: new Scorm2004({ ...options, moved }) };
let standard = "scorm12";
let platform = platforms[standard];
let panel = null;

const course = new CourseFrame($("course"), () => platform.launch());
const notes = new CourseNotes($("course"));
$("course").addEventListener("load", () => notes.attach());

const actions = {
  leave() {
    course.leave();
    panel.left(true);
    say(t("left"));
  },
  resume() {
    start();
    say("");
  },
  reset() {
    course.leave(() => {
      platform.reset();
      forgetCopies();
      start();
      say(t("resetDone"));
    });
  },
  launch(sco, page = "") {
    course.leave(() => {
      platform.choose(sco.id);
      start(page);
      say("");
    });
  },
};
const findings = createFindings({
  section: $("findings"), list: $("list"), stale: $("stale"), toggle: $("toggle"),
  open(page) {
    const sco = platform.scos?.find(({ id }) => page.startsWith(`#/${id}/`));
    if (sco && sco !== platform.current) actions.launch(sco, page);
    else if (course.shown) course.go(page);
    else start(page);
  },
});

const moodle = createMoodlePanel($("moodle"), $("tab-moodle"));

/** The platform of a standard takes over: its API is the one the course finds. */
function use(name) {
  delete window[platform.name];
  standard = name;
  platform = platforms[name];
  window[platform.name] = platform.api;
  showPlatform();
}

function showPlatform() {
  const gone = panel !== null && !course.shown;
  panel = createLmsPanel($("platform"), platform, t, actions);
  panel.left(gone);
  panel.update();
}

/** Address of what the platform launches. */
function shell() {
  return FOLDERS[standard] + (platform.current?.shell ?? MAIN);
}

function start(page = "") {
  course.shell = shell();
  course.open(page);
  panel.left(false);
}

/** The course asked the platform for the module before or after. */
function moved(sco) {
  start();
  say(t("moved", { title: sco.title }));
}

function speak(language) {
  t = speaker(texts, language);
  document.documentElement.lang = language;
  fill(t);
  showPlatform();
  if (state) show();
}

window[platform.name] = platform.api;
speak(t.language);
tabs(document.querySelector("[role=tablist]"));
for (const [name, act] of Object.entries({
  width: (value) => { $("stage").dataset.width = value; },
  colours: (value) => course.colour(value),
  language: speak,
  standard(value) {
    course.leave(() => {
      use(value);
      if (state?.shown) start();
    });
  },
})) {
  for (const input of document.querySelectorAll(`input[name=${name}]`)) {
    if (name === "language") input.checked = input.value === t.language;
    if (name === "standard") input.checked = input.value === standard;
    input.addEventListener("change", () => act(input.value));
  }
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
    else if (version < 1) start(location.hash);
    if (version > 0) say(t("updated", { time: new Date().toLocaleTimeString(t.language) }));
  } else if (version < 1) say("");
  version = news.version;
  frame = news.frame;
  if (news.findings !== findingsVersion) {
    findingsVersion = news.findings;
    refresh();
  }
});

/** Fetches the findings and what platforms will see. */
async function refresh() {
  state = await (await fetch("/_preview/state.json")).json();
  platforms.scorm2004.package(state.scos);
  if (course.shown && course.shell !== shell()) start();
  show();
}

function show() {
  findings.show(state, t);
  notes.show(state.findings, t);
  $("placeholder").hidden = state.shown;
  $("placeholder").textContent = state.shown ? "" : t("nothing");
  if (state.title) {
    document.title = `${state.title} – ${t("preview")}`;
    $("title").textContent = state.title;
  }
  moodle.update(state.moodle, t);
  panel.update();
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

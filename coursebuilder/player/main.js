/** The one script a page loads: starts the shell; a page opened by itself stays as it is. */

import { loadTexts } from "./i18n/index.js";
import { createPages, wrapTables } from "./content.js";
import { hashOfAddress } from "./router.js";
import { createRuntime } from "./runtime/index.js";
import { Session } from "./session.js";
import { applyPreferences } from "./settings.js";
import { Shell } from "./shell.js";
import { createPreferences } from "./storage.js";

/** How long the first page waits for a platform that is not there at once. */
const FIRST_WAIT = 500;

const preferences = createPreferences(() => window.localStorage);
applyPreferences(preferences);
if (document.documentElement.dataset.cb === "shell") {
  const release = holdClicks();
  boot(document.documentElement.dataset, release).catch((error) => {
    release();
    throw error;
  });
} else {
  loadTexts(document.documentElement.lang).then((t) => wrapTables(document, t("table")));
}

/** Keeps a click on the static contents from leaving the shell while it starts; gives back its address. */
function holdClicks() {
  let wanted = null;
  const hold = (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    wanted = link.href;
  };
  document.addEventListener("click", hold);
  return () => {
    document.removeEventListener("click", hold);
    return wanted;
  };
}

async function boot({ course: address, runtime: name }, release) {
  const courseUrl = new URL(address, document.baseURI);
  const runtime = await createRuntime(name, window);
  const started = runtime.start();
  const course = await (await fetch(courseUrl)).json();
  const t = await loadTexts(course.language);
  const session = new Session(course, runtime, { storage: () => window.localStorage });
  endWith(session);
  const root = new URL(course.root || ".", courseUrl);
  const shell = new Shell({ course, root, session, pages: createPages(root), t, preferences });
  tellOf(session, shell, t);
  const late = Symbol("late");
  const launch = await Promise.race([started, new Promise((resolve) => setTimeout(resolve, FIRST_WAIT, late))]);
  if (launch && launch !== late) session.adopt(launch);
  else session.resumeLocally();
  sayHow(launch === late ? undefined : launch, { session, shell, t });
  const wanted = release();
  const hash = wanted && hashOfAddress(wanted, course, root);
  if (hash) history.replaceState(null, "", hash);
  document.dispatchEvent(new CustomEvent("cb:open", { detail: shell }));
  shell.open();
  if (launch === late) takeUpLate(await started, { session, shell, t });
}

/** A platform that answers after the first page is shown: what was done meanwhile is kept. */
function takeUpLate(launch, { session, shell, t }) {
  if (launch) {
    session.adopt(launch);
    shell.refresh();
  }
  sayHow(launch, { session, shell, t });
}

/** Notes about how the session started. */
function sayHow(launch, { session, shell, t }) {
  if (launch === null) shell.notices.show("untracked", t("notTracked"));
  if (launch && !launch.writable) shell.notices.show("readonly", t("readOnly"));
  if (session.damaged) shell.notices.show("damaged", t("damaged"));
  if (!session.earlier) return;
  shell.notices.show("earlier", t("earlier"), [
    { label: t("takeEarlier"), act: () => session.adoptEarlier() },
    { label: t("leaveEarlier"), act: () => session.dropEarlier() },
  ]);
}

/** Notes about saving, while the session goes on. */
function tellOf(session, shell, t) {
  let failing = false;
  session.on("trouble", (now) => {
    if (now === failing) return;
    failing = now;
    shell.notices.show("trouble", t(now ? "saveTrouble" : "saveRestored"));
    if (!now) setTimeout(() => shell.notices.hide("trouble"), 4000);
  });
}

/** Saves when the page is hidden and ends when it is left; `finish` sees to it that it ends once. */
function endWith(session) {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") session.flush();
  });
  for (const event of ["pagehide", "beforeunload"]) {
    window.addEventListener(event, () => session.finish());
  }
  window.addEventListener("pageshow", (event) => {
    if (event.persisted) window.location.reload();
  });
  window.addEventListener("storage", (event) => {
    if (event.key === session.storageName) session.mergeStored();
  });
}

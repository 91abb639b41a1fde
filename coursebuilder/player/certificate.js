/** The certificate: the learner's name from the platform, course, date and score, to print. */

import { button, freshId, h, logo } from "./dom.js";
import { activities, isRequired, percentOf, statusOf } from "./progress.js";
import { hashOf } from "./router.js";

/** "Last, First" as platforms give it, the other way round. */
export function displayName(name) {
  const parts = name.split(",").map((part) => part.trim());
  return parts.length === 2 && parts[0] && parts[1] ? `${parts[1]} ${parts[0]}` : name.trim();
}

/** The view; a note instead as long as the course is not done. */
export function certificateView({ t, course, root, session }) {
  const { state } = session;
  const open = activities(course).filter((activity) => isRequired(course, activity) && statusOf(course, state, activity) !== "done");
  if (open.length) return notYet(t, open);
  const name = h("p", { class: "cb-certificate-name", text: displayName(session.learner.name) || "\u00a0" });
  const percent = percentOf(course, state);
  const date = new Intl.DateTimeFormat(course.language, { dateStyle: "long" }).format(new Date(state.completed * 1000));
  const sheet = h("div", { class: "cb-certificate" }, logo({ course, root }),
    h("h1", { text: t("certificateOf") }),
    h("p", { text: t("certificateTo") }), name,
    h("p", { text: t("certificateFor") }), h("p", { class: "cb-certificate-course", text: course.title }),
    percent === null ? null : h("p", { text: t("certificateScore", { n: percent }) }),
    h("p", { text: t("certificateDate", { date }) }));
  return [sheet, session.learner.name ? null : nameField(t, name),
    h("div", { class: "cb-actions cb-no-print" }, button(t("print"), () => print(), { class: "cb-button cb-primary" }))].filter(Boolean);
}

/** What is still to be done, each with its way there. */
function notYet(t, open) {
  return [h("h1", { text: t("certificate") }), h("p", { text: t("certificateLater") }), h("h2", { text: t("toDo", { n: open.length }) }),
    h("ul", { class: "cb-to-do" }, open.map((activity) => h("li", {}, h("a", { href: hashOf(activity), text: activity.title }))))];
}

/** Where no platform knows the learner, they write their own name; it goes nowhere but on the paper. */
function nameField(t, name) {
  const id = freshId("name");
  const input = h("input", { id, class: "cb-input", autocomplete: "name" });
  input.addEventListener("input", () => {
    name.textContent = input.value || "\u00a0";
  });
  return h("p", { class: "cb-typed cb-no-print" }, h("label", { class: "cb-label", for: id, text: t("nameLabel") }), input);
}

/** A course of one page and two quizzes. */

const activity = (id, key, more) => ({ id: `m/${id}`, key, title: id, href: `pages/m/${id}.html`, duration: 5, required: true, ...more });

export const COURSE = {
  format: 1, id: "proef", title: "Proef", language: "nl-BE", version: "1", root: "", scope: "course",
  completion: { pages: "viewed", quizzes: "passed" }, pass: 70,
  modules: [{ id: "m", title: "Module", objectives: [], prerequisites: [], activities: [
    activity("pagina", "aB3", { type: "page" }),
    activity("toets", "x9_", { type: "quiz", points: 4, pass: 70 }),
    activity("eind", "y8-", { type: "quiz", points: 2, pass: 50 }),
  ] }],
};

import assert from "node:assert/strict";
import { test } from "node:test";

import { percentOf, regrade, reportOf, statusOf, tally } from "../../../coursebuilder/player/progress.js";
import { adviceFor, averagesOf } from "../../../coursebuilder/player/scan.js";
import { displayName } from "../../../coursebuilder/player/certificate.js";
import { entryOf, findIn } from "../../../coursebuilder/player/search.js";
import { hashOf, hashOfAddress, routeOf } from "../../../coursebuilder/player/router.js";
import { localKey } from "../../../coursebuilder/player/hash.js";
import { emptyState } from "../../../coursebuilder/player/state.js";
import { notesText } from "../../../coursebuilder/player/notes.js";
import { translator } from "../../../coursebuilder/player/i18n/index.js";
import { COURSE } from "./course.mjs";

const [page, first, second] = COURSE.modules[0].activities;

function state(quizzes, seen = [page.key]) {
  const empty = emptyState();
  empty.visited = new Set(seen);
  empty.quizzes = new Map(quizzes.map(([key, grade]) => [key, { attempts: 1, grade, attempt: null }]));
  return empty;
}

test("the course's percentage counts quizzes not taken as nothing", () => {
  assert.equal(percentOf(COURSE, state([])), null);
  assert.equal(percentOf(COURSE, state([[first.key, 1]])), 67);
  assert.equal(percentOf(COURSE, state([[first.key, 1], [second.key, 1]])), 100);
  assert.equal(percentOf(COURSE, state([[first.key, 0.75 / 2 + 0.375]])), 50, "half up");
});

const OUTCOMES = [
  ["nothing done", [], [], { done: false, passed: null }],
  ["page seen, quizzes open", [], [page.key], { done: false, passed: null }],
  ["all passed", [[first.key, 0.7], [second.key, 1]], [page.key], { done: true, passed: true }],
  ["one failed, and may be done again", [[first.key, 0.69], [second.key, 1]], [page.key], { done: false, passed: null }],
  ["passed, page not seen", [[first.key, 1], [second.key, 1]], [], { done: false, passed: null }],
];
for (const [name, quizzes, seen, expected] of OUTCOMES) {
  test(`result: ${name}`, () => {
    const { done, passed } = reportOf(COURSE, state(quizzes, seen));
    assert.deepEqual({ done, passed }, expected);
  });
}

const LAST_TRIES = [
  ["attempts are left", { attempts: 2 }, null, 2 / 3],
  ["it was the last attempt", { attempts: 1 }, false, 1],
  ["the first attempt counts", { attempts: 3, grading: "first" }, false, 1],
];
for (const [name, more, passed, progress] of LAST_TRIES) {
  test(`a quiz below its pass mark is failed when no attempt is left: ${name}`, () => {
    const course = structuredClone(COURSE);
    Object.assign(course.modules[0].activities[1], more);
    const report = reportOf(course, state([[first.key, 0.69], [second.key, 1]]));
    assert.deepEqual([report.done, report.passed, report.progress], [false, passed, progress]);
  });
}

test("a situation is done when an ending is reached", () => {
  const activity = { ...page, type: "situation" };
  const seen = state([]);
  assert.equal(statusOf(COURSE, emptyState(), activity), "new");
  assert.equal(statusOf(COURSE, seen, activity), "started");
  seen.situations.set(activity.key, { scene: "aaa", ended: true });
  assert.equal(statusOf(COURSE, seen, activity), "done");
});

test("when handing in is enough a failed quiz is done, and quizzes do not decide", () => {
  const course = { ...COURSE, completion: { pages: "viewed", quizzes: "submitted" } };
  const { percent, done, passed } = reportOf(course, state([[first.key, 0], [second.key, 0]]));
  assert.deepEqual({ percent, done, passed }, { percent: 0, done: true, passed: null });
  const free = { ...COURSE, completion: { pages: "none", quizzes: "none" } };
  assert.equal(reportOf(free, emptyState()).done, true);
});

test("statuses and tallies", () => {
  const half = state([[first.key, 0.2]]);
  assert.deepEqual([page, first, second].map((activity) => statusOf(COURSE, half, activity)), ["done", "failed", "new"]);
  assert.deepEqual(tally(COURSE, half), { done: 1, total: 3 });
});

test("grading keeps what the quiz says", () => {
  const quiz = { attempts: 2, grade: 0.6 };
  const grades = ["highest", "first", "last", "average"].map((grading) => regrade(grading, quiz, 0.3));
  assert.deepEqual(grades.map((grade) => Math.round(grade * 100) / 100), [0.6, 0.6, 0.3, 0.5]);
  assert.equal(regrade("first", { attempts: 0, grade: 0 }, 0.3), 0.3);
});

test("addresses lead to activities and back", () => {
  assert.deepEqual(routeOf("#/m/pagina/doel", COURSE).anchor, "doel");
  assert.equal(routeOf("#/m/pagina", COURSE).activity, page);
  assert.equal(routeOf("#/m/weg", COURSE).view, "home");
  assert.equal(routeOf("", COURSE).view, "home");
  assert.equal(routeOf("#/-/notes", COURSE).view, "notes");
  assert.equal(routeOf("#/%E0%A4%A", COURSE).view, "home");
  const root = "https://lms.example/a/";
  assert.equal(hashOfAddress("https://lms.example/a/pages/m/pagina.html#doel%C3%A9", COURSE, root), hashOf(page, "doelé"));
  assert.equal(hashOfAddress("https://elders.example/pages/m/pagina.html", COURSE, root), null);
});

test("a group's average needs all its answers; advice covers every tenth", () => {
  const group = { id: "g", statements: [{ id: "een" }, { id: "twee" }, { id: "drie" }], advice: [
    { low: 1, high: 2.4, html: "laag" }, { low: 2.5, high: 5, html: "hoog" },
  ] };
  const values = new Map([[localKey("een"), 2], [localKey("twee"), 3]]);
  assert.equal(averagesOf({ groups: [group] }, values)[0].average, null);
  values.set(localKey("drie"), 2);
  assert.ok(Math.abs(averagesOf({ groups: [group] }, values)[0].average - 7 / 3) < 1e-9);
  assert.deepEqual([1, 2.4, 2.44, 2.46, 5].map((average) => adviceFor(group, average).html), ["laag", "laag", "laag", "hoog", "hoog"]);
});

test("names of learners are turned round", () => {
  assert.equal(displayName("Achter, Voornaam"), "Voornaam Achter");
  assert.equal(displayName("Voornaam Achter"), "Voornaam Achter");
  assert.equal(displayName("a, b, c"), "a, b, c");
});

test("search finds words without accents, titles first", () => {
  const index = [entryOf({ title: "Andere" }, "Over coördinatie en taken."), entryOf({ title: "Coördinatie" }, "De taken van het team.")];
  assert.deepEqual(findIn(index, "coordinatie TAKEN").map(({ activity }) => activity.title), ["Coördinatie", "Andere"]);
  assert.equal(findIn(index, "coördinatie")[1].match, "coördinatie");
  assert.deepEqual(findIn(index, "  "), []);
  assert.deepEqual(findIn(index, "weg"), []);
});

test("notes become plain text", () => {
  const text = notesText("Mijn notities", [{ title: "Pagina", parts: [
    { title: "Jouw school", prompt: "Wie?", text: "Ik." }, { title: "Lijst", prompt: "", items: [{ text: "uren", done: true }] },
  ] }]);
  for (const line of ["Mijn notities", "Jouw school", "Ik.", "[x] uren"]) assert.ok(text.split("\n").includes(line), line);
});

test("every language has every text, with the same values in it", async () => {
  const languages = await Promise.all(["nl", "en", "fr", "de"].map(async (name) =>
    (await import(`../../../coursebuilder/player/i18n/${name}.js`)).default));
  const fields = (text) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  for (const texts of languages) {
    assert.deepEqual(Object.keys(texts).sort(), Object.keys(languages[0]).sort());
    for (const [key, text] of Object.entries(texts)) assert.deepEqual(fields(text), fields(languages[0][key]), key);
  }
  const t = translator(languages[0], "nl");
  assert.equal(t("questions", { n: 1 }), "1 vraag");
  assert.equal(t("questions", { n: 2 }), "2 vragen");
  assert.equal(t("bestScore", { n: 66.5 }), "Je beste resultaat: 66,5\u00a0%");
});

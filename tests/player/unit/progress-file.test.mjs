import assert from "node:assert/strict";
import { test } from "node:test";

import { progressText, readProgress } from "../../../coursebuilder/player/site/progress-file.js";
import { textsFor } from "../../../coursebuilder/player/site/texts.js";
import { emptyState, encodeState } from "../../../coursebuilder/player/state.js";

const COURSE = { id: "ict", title: "Cursus" };

test("progress in a file reads back the same", () => {
  const state = emptyState();
  state.saved = 1000;
  state.visited.add("aB3");
  state.texts.set("aB3x9_", "één tekst\nmet \"tekens\" <&>");
  const { state: read } = readProgress(progressText(COURSE, state), COURSE);
  assert.equal(encodeState(read), encodeState(state));
});

test("what is not ours, of another course or damaged is named", () => {
  const text = progressText(COURSE, emptyState());
  for (const other of ["", "null", "[]", "{}", "geen json", '{"format": "coursebuilder-progress"}']) {
    assert.deepEqual(readProgress(other, COURSE), { problem: "notProgress" });
  }
  assert.deepEqual(readProgress(text, { id: "x" }), { problem: "otherCourse", title: "Cursus" });
  assert.deepEqual(readProgress(text.replace("|z", "|y"), COURSE), { problem: "damaged" });
});

test("every language has every word", () => {
  const keys = Object.keys(textsFor("nl-BE"));
  for (const language of ["en", "fr", "de"]) assert.deepEqual(Object.keys(textsFor(language)), keys);
  assert.equal(textsFor("pl"), textsFor("en"));
});

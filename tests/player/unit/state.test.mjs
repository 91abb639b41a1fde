import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { digits, localKey } from "../../../coursebuilder/player/hash.js";
import { decodeKeys, decodeText, encodeKeys, encodeText } from "../../../coursebuilder/player/codes.js";
import { decodeState, emptyState, encodeState, mergeStates, partKey } from "../../../coursebuilder/player/state.js";

const fixture = JSON.parse(readFileSync(new URL("../fixtures/state.json", import.meta.url), "utf8"));

/** The most characters a set of `count` keys can take. */
function keysBound(count) {
  if (count === 0) return 0;
  let bits = Infinity;
  for (let k = 0; k < 18; k += 1) bits = Math.min(bits, count * (k + 1) + ((2 ** 18 - 1) >> k));
  return 1 + Math.ceil(bits / 6);
}

/** The same numbers in every run. */
function lcg(seed) {
  let value = seed;
  return () => {
    value = (Math.imul(value, 1664525) + 1013904223) >>> 0;
    return value / 2 ** 32;
  };
}

function someKeys(count, random) {
  const keys = new Set();
  while (keys.size < count) keys.add(digits(Math.floor(random() * 0x40000), 3));
  return keys;
}

function answer(packed, more = {}) {
  return { check: "k", tries: 0, checked: false, packed, ...more };
}

function quiz(answers, more = {}) {
  return { attempts: 1, grade: 0.5, attempt: { seed: "abc", elapsed: 90, submitted: false, answers: new Map(answers), ...more } };
}

/** The fullest state of a course of that shape. */
function fullest({ activities, quizzes, histories = [], scans, lists, situations = 0 }) {
  const random = lcg(7);
  const state = emptyState();
  const keys = [...someKeys(activities, random)];
  const parts = (count) => [...someKeys(count, random)];
  state.saved = 36 ** 7 - 1;
  state.completed = 36 ** 7 - 1;
  state.visited = new Set(keys);
  quizzes.forEach((lengths, index) => {
    const answers = parts(lengths.length).map((key, at) => {
      const history = "D".repeat(histories[index]?.[at] ?? 0);
      const body = lengths[at] - (history ? history.length + 1 : 0);
      return [key, answer("A".repeat(body === 67 ? 90 : body), { tries: 15, checked: true, fraction: 0.5, history })];
    });
    state.quizzes.set(keys[index], quiz(answers, { elapsed: 1e6 }));
  });
  scans.forEach((count, index) => state.scans.set(keys[index], new Map(parts(count).map((key) => [key, 5]))));
  lists.forEach((count, index) => state.lists.set(partKey(keys[index], "x"), new Set(parts(count))));
  for (const key of keys.slice(0, situations)) state.situations.set(key, { scene: "sCn", ended: true });
  return state;
}

for (const { name, shape, characters } of fixture.bounds) {
  test(`the bound of ${name} holds`, () => {
    const line = encodeState(fullest(shape), 4096);
    assert.ok(line.length <= characters, `${line.length} > ${characters}`);
    const seen = keysBound(shape.activities) - encodeKeys(fullest(shape).visited).length;
    assert.equal(line.length + seen, characters);
  });
}

for (const { id, key } of fixture.localKeys) {
  test(`the local key of ${id}`, () => assert.equal(localKey(id), key));
}

for (const { count, characters } of fixture.keys) {
  test(`${count} keys take at most ${characters} characters`, () => {
    assert.equal(keysBound(count), characters);
    const random = lcg(count);
    for (let run = 0; run < 20; run += 1) {
      const keys = someKeys(count, random);
      const text = encodeKeys(keys);
      assert.ok(text.length <= characters);
      assert.deepEqual(new Set(decodeKeys(text)), keys);
    }
  });
}

test("keys at the ends of the range come back", () => {
  for (const keys of [["AAA"], ["___"], ["AAA", "___"], ["AAA", "AAB", "AAC"]]) {
    assert.deepEqual(decodeKeys(encodeKeys(keys)), keys);
  }
});

for (const { name, line } of fixture.lines) {
  test(`the line of ${name} reads back and writes the same`, () => {
    assert.equal(encodeState(decodeState(line)), line);
  });
}

test("a state comes back whole, in safe characters", () => {
  const state = emptyState();
  state.saved = 1790000000;
  state.completed = 1790000001;
  state.visited.add("aB3");
  state.quizzes.set("x9_", quiz([["p0Q", answer("AC", { tries: 2, checked: true, history: "AD" })]]));
  state.scans.set("sCn", new Map([[localKey("kent"), 4]]));
  state.situations.set("sIt", { scene: localKey("einde"), ended: true });
  state.lists.set(partKey("aB3", "lijst"), new Set([localKey("uren")]));
  state.texts.set(partKey("aB3", "eigen"), 'Zij zei: "één < twee & drie"\n\tén ~ 🙂 | ; !');
  const line = encodeState(state, 4096);
  assert.match(line, /^[!-~]+$/);
  assert.doesNotMatch(line, /["<&\\]/);
  const back = decodeState(line);
  assert.deepEqual(back.texts, state.texts);
  assert.deepEqual(back.lists, state.lists);
  assert.deepEqual(back.scans, state.scans);
  assert.deepEqual(back.situations, state.situations);
  assert.deepEqual(back.visited, state.visited);
  assert.equal(back.saved, state.saved);
  assert.equal(back.completed, state.completed);
  const [kept] = back.quizzes.get("x9_").attempt.answers.values();
  assert.deepEqual(kept, { check: "k", tries: 2, checked: true, packed: "AC", history: "AD" });
  assert.equal(back.quizzes.get("x9_").grade, 0.5);
});

test("shares of thirds, sevenths and ninths survive", () => {
  for (const grade of [1 / 3, 2 / 7, 5 / 9, 0.7, 1]) {
    const state = emptyState();
    state.quizzes.set("x9_", { attempts: 1, grade, attempt: null });
    assert.ok(Math.abs(decodeState(encodeState(state)).quizzes.get("x9_").grade - grade) < 1e-9);
  }
});

test("a cut, changed, foreign or older line is damage, never half a state", () => {
  const line = fixture.lines[0].line;
  for (const bad of [line.slice(0, -1), line.slice(0, 20), line.replace("q", "s"), `2${line.slice(1)}`, "{}", "x", ""]) {
    assert.throws(() => decodeState(bad), RangeError, bad);
  }
});

test("texts give way first, the oldest before the newest; then answers of finished attempts", () => {
  const state = emptyState();
  state.quizzes.set("x9_", quiz([["p0Q", answer("A".repeat(40))]], { submitted: true }));
  state.texts.set("aB3old", "a".repeat(60));
  state.texts.set("aB3new", "b".repeat(60));
  assert.deepEqual([...decodeState(encodeState(state, 190)).texts.keys()], ["aB3new"]);
  const small = decodeState(encodeState(state, 60));
  assert.equal(small.texts.size, 0);
  assert.equal(small.quizzes.get("x9_").attempt, null);
  assert.equal(small.quizzes.get("x9_").grade, 0.5);
  for (let limit = 30; limit < 260; limit += 1) {
    const line = encodeState(state, limit);
    assert.ok(line.length <= limit, `${line.length} > ${limit}`);
    decodeState(line);
  }
});

test("of several open attempts the latest stays longest", () => {
  const state = emptyState();
  for (const key of ["x9_", "y8-"]) state.quizzes.set(key, quiz([["p0Q", answer("A".repeat(40))]]));
  const kept = [...decodeState(encodeState(state, 100)).quizzes].filter(([, { attempt }]) => attempt).map(([key]) => key);
  assert.deepEqual(kept, ["y8-"]);
});

test("a long typed answer is cut on the platform and keeps its share", () => {
  const state = emptyState();
  const packed = encodeText("é".repeat(40));
  state.quizzes.set("x9_", quiz([["p0Q", answer(packed, { checked: true, fraction: 0.25 })]]));
  const cut = decodeState(encodeState(state, 4096)).quizzes.get("x9_").attempt.answers.get("p0Q");
  assert.equal(decodeText(cut.packed), "é".repeat(16));
  assert.equal(cut.fraction, 0.25);
  const whole = decodeState(encodeState(state)).quizzes.get("x9_").attempt.answers.get("p0Q");
  assert.equal(whole.packed, packed);
  assert.equal(whole.fraction, 0.25, "for the platform's next copy");
});

test("merging unites what was seen and keeps the latest of the rest", () => {
  const [old, young] = [emptyState(), emptyState()];
  [old.saved, young.saved] = [1, 2];
  old.visited.add("aaa");
  young.visited.add("bbb");
  old.quizzes.set("x9_", { attempts: 2, grade: 0.9, attempt: null });
  young.quizzes.set("x9_", { attempts: 1, grade: 0.4, attempt: null });
  old.lists.set("aB3xyz", new Set(["abc"]));
  young.lists.set("aB3xyz", new Set());
  old.texts.set("aB3eig", "hele tekst");
  young.texts.set("aB3eig", "hele");
  for (const merged of [mergeStates(old, young), mergeStates(young, old)]) {
    assert.deepEqual(merged.visited, new Set(["aaa", "bbb"]));
    assert.equal(merged.quizzes.get("x9_").grade, 0.9);
    assert.equal(merged.lists.get("aB3xyz").size, 0);
    assert.equal(merged.texts.get("aB3eig"), "hele tekst");
    assert.equal(merged.saved, 2);
  }
});

test("a situation that ended once stays so, wherever the learner is now", () => {
  const one = emptyState();
  const other = emptyState();
  one.situations.set("sIt", { scene: "aaa", ended: true });
  Object.assign(other, { saved: 9, situations: new Map([["sIt", { scene: "bbb", ended: false }]]) });
  assert.deepEqual(mergeStates(one, other).situations.get("sIt"), { scene: "bbb", ended: true });
});

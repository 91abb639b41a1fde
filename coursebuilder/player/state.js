/**
 * What a learner did, as one short line of ASCII and back (docs/player.md, "State").
 *
 * Everything hangs on keys of ids, never on positions, so that a rebuilt course finds its own. The
 * line holds no quotation mark, `<`, `&` or line break, which some platforms mangle.
 */

import { ALPHABET, digits, fnv1a, localKey, number } from "./hash.js";
import { decodeKeys, decodeText, encodeKeys, encodeText } from "./codes.js";

export const VERSION = "1";
/** A share of points is stored in 252,000ths: exact for halves to tenths, twelfths and more. */
export const WHOLE = 252000;
/** The longest typed answer the platform's copy keeps; the local copy never cuts. */
export const TEXT_ANSWER = 64;

/** A learner who has done nothing yet. */
export function emptyState() {
  return {
    saved: 0, completed: 0, visited: new Set(), quizzes: new Map(), scans: new Map(), lists: new Map(),
    situations: new Map(), texts: new Map(),
  };
}

/**
 * The line for a state, at most `limit` characters: texts go first, then answers of finished
 * attempts, of open attempts but the latest, and at last of that one.
 */
export function encodeState(state, limit = Infinity) {
  const open = [...state.quizzes.values()].map(({ attempt }) => attempt).filter((attempt) => attempt && !attempt.submitted);
  const latest = open.at(-1);
  for (const keep of [() => true, (attempt) => !attempt.submitted, (attempt) => attempt === latest, () => false]) {
    const line = core(state, keep, limit !== Infinity);
    if (line.length + 5 <= limit) {
      const whole = line + textsWithin(state.texts, limit - line.length - 5);
      return `${whole}|z${checksum(whole)}`;
    }
  }
  const least = `${VERSION}|${state.saved.toString(36)}`;
  const visited = section("v", encodeKeys(state.visited));
  const whole = least.length + visited.length + 5 <= limit ? least + visited : least;
  return `${whole}|z${checksum(whole)}`;
}

/** The state of a line; throws RangeError when it is damaged or of another version. */
export function decodeState(line) {
  const end = line.lastIndexOf("|z");
  if (end < 0 || line.slice(end + 2) !== checksum(line.slice(0, end))) {
    throw new RangeError("damaged state");
  }
  const [version, saved, ...sections] = line.slice(0, end).split("|");
  if (version !== VERSION) throw new RangeError(`state version ${version}`);
  const state = emptyState();
  state.saved = parseInt(saved, 36) || 0;
  for (const text of sections) {
    READERS[text[0]]?.(state, text.slice(1));
  }
  return state;
}

/**
 * Two states of one learner made one. What only grows is united; elsewhere the one saved last wins,
 * and fills its holes from the other.
 */
export function mergeStates(one, other) {
  const [older, newer] = one.saved <= other.saved ? [one, other] : [other, one];
  const merged = emptyState();
  merged.saved = newer.saved;
  merged.completed = older.completed || newer.completed;
  merged.visited = new Set([...older.visited, ...newer.visited]);
  for (const part of ["scans", "lists"]) merged[part] = new Map([...older[part], ...newer[part]]);
  merged.situations = new Map(older.situations);
  for (const [key, { scene, ended }] of newer.situations) {
    merged.situations.set(key, { scene, ended: ended || Boolean(older.situations.get(key)?.ended) });
  }
  merged.texts = new Map(older.texts);
  for (const [key, text] of newer.texts) {
    const known = older.texts.get(key);
    merged.texts.delete(key);
    merged.texts.set(key, known && text.length < known.length && known.startsWith(text) ? known : text);
  }
  merged.quizzes = new Map(older.quizzes);
  for (const [key, quiz] of newer.quizzes) {
    const known = merged.quizzes.get(key);
    merged.quizzes.set(key, known && known.attempts > quiz.attempts ? known : quiz);
  }
  return merged;
}

/** The key of a reflection, checklist or essay of an activity. */
export function partKey(activityKey, id) {
  return activityKey + localKey(id);
}

/** One character that changes when a question's parts do: an answer to other parts is not kept. */
export function checkCharacter(text) {
  return ALPHABET[fnv1a(text) % 64];
}

function core(state, keepAnswers, cut) {
  const quizzes = [...state.quizzes].map(([key, quiz]) => quizRecord(key, quiz, keepAnswers, cut));
  const scans = [...state.scans].map(
    ([key, values]) => `${key}${[...values].map(([id, value]) => id + ALPHABET[value]).join("")};`,
  );
  const lists = [...state.lists].map(([key, items]) => `${key}${[...items].join("")};`);
  const situations = [...state.situations].map(([key, { scene, ended }]) => `${key}${ended ? 1 : 0}${scene};`);
  const completed = state.completed ? state.completed.toString(36) : "";
  return `${VERSION}|${state.saved.toString(36)}${section("d", completed)}${section("v", encodeKeys(state.visited))}${
    section("q", quizzes.join(""))}${section("s", scans.join(""))}${section("c", lists.join(""))}${
    section("b", situations.join(""))}`;
}

function section(letter, text) {
  return text && `|${letter}${text}`;
}

function quizRecord(key, quiz, keepAnswers, cut) {
  const head = key + ALPHABET[Math.min(quiz.attempts, 63)] + digits(Math.round(quiz.grade * WHOLE), 3);
  const { attempt } = quiz;
  if (!attempt || !keepAnswers(attempt)) return `${head};`;
  const answers = [...attempt.answers].map(([id, answer]) => answerRecord(id, answer, cut));
  const elapsed = digits(Math.min(Math.round(attempt.elapsed), 262143), 3);
  return `${head}${attempt.submitted ? "s" : "o"}${attempt.seed}${elapsed}${answers.join("")};`;
}

/** Key, check, flag (tries + 16 checked + 32 long), the share of a long answer, which the platform's copy cuts, answer, `@` and history, `!`. */
function answerRecord(key, answer, cut) {
  const long = answer.long || answer.packed.length > TEXT_ANSWER;
  const flag = Math.min(answer.tries, 15) + (answer.checked ? 16 : 0) + (long ? 32 : 0);
  const share = long ? digits(Math.round((answer.fraction ?? 0) * WHOLE), 3) : "";
  const packed = long && cut
    ? answer.packed.slice(0, TEXT_ANSWER).replace(/~[^~]{0,2}$/, "")
    : answer.packed;
  return `${key}${answer.check}${ALPHABET[flag]}${share}${packed}${answer.history ? `@${answer.history}` : ""}!`;
}

/** The section of texts, newest first, as many as fit. */
function textsWithin(texts, room) {
  let line = "|t";
  for (const [key, text] of [...texts].reverse()) {
    const record = `${key}${encodeText(text)};`;
    if (line.length + record.length <= room) line += record;
  }
  return line.length > 2 ? line : "";
}

function checksum(line) {
  return localKey(line);
}

function records(text) {
  return text.split(";").filter((record) => record !== "");
}

function chunks(text, size) {
  return text.match(new RegExp(`.{${size}}`, "g")) ?? [];
}

const READERS = {
  d(state, text) {
    state.completed = parseInt(text, 36) || 0;
  },
  v(state, text) {
    state.visited = new Set(decodeKeys(text));
  },
  q(state, text) {
    for (const record of records(text)) state.quizzes.set(record.slice(0, 3), readQuiz(record.slice(3)));
  },
  s(state, text) {
    for (const record of records(text)) {
      const values = chunks(record.slice(3), 4).map((pair) => [pair.slice(0, 3), number(pair[3])]);
      state.scans.set(record.slice(0, 3), new Map(values));
    }
  },
  c(state, text) {
    for (const record of records(text)) {
      state.lists.set(record.slice(0, 6), new Set(chunks(record.slice(6), 3)));
    }
  },
  b(state, text) {
    for (const record of records(text)) {
      state.situations.set(record.slice(0, 3), { ended: record[3] === "1", scene: record.slice(4) });
    }
  },
  t(state, text) {
    for (const record of records(text).reverse()) {
      state.texts.set(record.slice(0, 6), decodeText(record.slice(6)));
    }
  },
};

function readQuiz(text) {
  const quiz = { attempts: number(text[0]), grade: number(text.slice(1, 4)) / WHOLE, attempt: null };
  if (text.length > 4) {
    const answers = text.slice(11).split("!").filter((record) => record !== "").map(readAnswer);
    quiz.attempt = {
      seed: text.slice(5, 8), elapsed: number(text.slice(8, 11)), submitted: text[4] === "s",
      answers: new Map(answers),
    };
  }
  return quiz;
}

function readAnswer(text) {
  const flag = number(text[4]);
  const long = flag >= 32;
  const [packed, history] = text.slice(long ? 8 : 5).split("@");
  const answer = { check: text[3], tries: flag % 16, checked: Boolean(flag & 16), packed, history };
  if (long) Object.assign(answer, { long, fraction: number(text.slice(5, 8)) / WHOLE });
  return [text.slice(0, 3), answer];
}

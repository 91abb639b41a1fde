/** A learner's progress as a file and back. */

import { decodeState, encodeState } from "../state.js";

const FORMAT = "coursebuilder-progress";

/** The text of the file. */
export function progressText(course, state, now = new Date()) {
  const { id, title } = course;
  const content = { format: FORMAT, course: id, title, date: now.toISOString(), state: encodeState(state) };
  return `${JSON.stringify(content, null, 2)}\n`;
}

/** `{state}` of a file, or `{problem}`: `notProgress`, `otherCourse` (with its `title`) or `damaged`. */
export function readProgress(text, course) {
  const content = parsed(text);
  if (content?.format !== FORMAT || typeof content.state !== "string") return { problem: "notProgress" };
  if (content.course !== course.id) return { problem: "otherCourse", title: String(content.title ?? "") };
  try {
    return { state: decodeState(content.state) };
  } catch {
    return { problem: "damaged" };
  }
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

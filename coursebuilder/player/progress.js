/** What of a course is done, worth how much, and what the platform should hear of it. */

/** The quizzes of a course that earn points in the player. */
function scored(course) {
  return activities(course).filter((activity) => activity.type === "quiz" && activity.points > 0);
}

/** All activities in course order. */
export function activities(course) {
  return course.modules.flatMap((module) => module.activities);
}

/** `done`, `failed`, `started` or `new`. */
export function statusOf(course, state, activity) {
  const quiz = state.quizzes.get(activity.key);
  if (activity.type !== "quiz") return state.visited.has(activity.key) ? "done" : "new";
  if (!quiz || quiz.attempts === 0) return quiz?.attempt || state.visited.has(activity.key) ? "started" : "new";
  return course.completion.quizzes !== "passed" || hasPassed(activity, quiz) ? "done" : "failed";
}

/** Whether a quiz's grade reaches its pass mark; a quiz without points is passed when handed in. */
export function hasPassed(activity, quiz) {
  return quiz.attempts > 0 && (!activity.points || quiz.grade * 100 >= activity.pass - 1e-3);
}

/** Whether completing the course asks for this activity. */
export function isRequired(course, activity) {
  const rule = activity.type === "quiz" ? course.completion.quizzes : course.completion.pages;
  return rule !== "none" && activity.required !== false;
}

/** `{done, total}` of the activities that count. */
export function tally(course, state, among = activities(course)) {
  const required = among.filter((activity) => isRequired(course, activity));
  const done = required.filter((activity) => statusOf(course, state, activity) === "done");
  return { done: done.length, total: required.length };
}

/** The course's percentage, rounded half up; null before a quiz is handed in or without quizzes. */
export function percentOf(course, state) {
  const quizzes = scored(course);
  const taken = quizzes.filter((quiz) => state.quizzes.get(quiz.key)?.attempts);
  if (taken.length === 0) return null;
  const earned = taken.reduce((sum, quiz) => sum + state.quizzes.get(quiz.key).grade * quiz.points, 0);
  const possible = quizzes.reduce((sum, quiz) => sum + quiz.points, 0);
  return Math.floor((earned / possible) * 100 + 0.5 + 1e-6);
}

/**
 * `{percent, done, passed}`: `passed` is true or false once everything asked for is done or handed
 * in and quizzes decide, else null.
 */
export function resultOf(course, state) {
  const required = activities(course).filter((activity) => isRequired(course, activity));
  const statuses = required.map((activity) => statusOf(course, state, activity));
  const done = statuses.every((status) => status === "done");
  const settled = statuses.every((status) => status === "done" || status === "failed");
  const decides = course.completion.quizzes === "passed" && required.some(({ points }) => points > 0);
  return { percent: percentOf(course, state), done, passed: decides && settled ? done : null };
}

/** The new grade of a quiz after an attempt worth `fraction`. */
export function regrade(grading, quiz, fraction) {
  const taken = quiz.attempts;
  if (taken === 0 || grading === "last") return fraction;
  if (grading === "first") return quiz.grade;
  if (grading === "average") return (quiz.grade * taken + fraction) / (taken + 1);
  return Math.max(quiz.grade, fraction);
}

/** What of a course is done, worth how much, and what the platform should hear of it. */

/** The quizzes among these activities that earn points in the player. */
function scored(among) {
  return among.filter((activity) => activity.type === "quiz" && activity.points > 0);
}

/** All activities in course order. */
export function activities(course) {
  return course.modules.flatMap((module) => module.activities);
}

/** `done`, `failed`, `started` or `new`. */
export function statusOf(course, state, activity) {
  const quiz = state.quizzes.get(activity.key);
  if (activity.type === "situation") {
    if (state.situations.get(activity.key)?.ended) return "done";
    return state.visited.has(activity.key) ? "started" : "new";
  }
  if (activity.type !== "quiz") return state.visited.has(activity.key) ? "done" : "new";
  if (!quiz || quiz.attempts === 0) return quiz?.attempt || state.visited.has(activity.key) ? "started" : "new";
  return course.completion.quizzes !== "passed" || hasPassed(activity, quiz) ? "done" : "failed";
}

/** Whether a quiz's grade reaches its pass mark; a quiz without points is passed when handed in. */
export function hasPassed(activity, quiz) {
  return quiz.attempts > 0 && (!activity.points || quiz.grade * 100 >= activity.pass - 1e-3);
}

/** Whether no further attempt can pass a quiz that was failed. */
function isFinal(activity, { attempts }) {
  return attempts >= activity.attempts || activity.grading === "first";
}

/** Whether completing the course asks for this activity. */
export function isRequired(course, activity) {
  const rule = activity.type === "quiz" ? course.completion.quizzes : course.completion.pages;
  return rule !== "none" && activity.required !== false;
}

/** `{done, total}` of the activities that count. */
export function tally(course, state, among = activities(course)) {
  const required = requiredAmong(course, among);
  const done = required.filter((activity) => statusOf(course, state, activity) === "done");
  return { done: done.length, total: required.length };
}

/** The percentage of the course, rounded half up; null before a quiz is handed in or without quizzes. */
export function percentOf(course, state, among = activities(course)) {
  const quizzes = scored(among);
  const taken = quizzes.filter((quiz) => state.quizzes.get(quiz.key)?.attempts);
  if (taken.length === 0) return null;
  const earned = taken.reduce((sum, quiz) => sum + state.quizzes.get(quiz.key).grade * quiz.points, 0);
  const possible = quizzes.reduce((sum, quiz) => sum + quiz.points, 0);
  return Math.floor((earned / possible) * 100 + 0.5 + 1e-6);
}

/**
 * `{percent, done, passed, progress, objectives}`: `passed` is true once everything asked for is done and quizzes decide, false
 * when nothing is left to try, else null: platforms lock what was failed (Moodle opens it for review only). `progress` is the
 * share of what counts that is done or lost; `objectives` holds the same for each module (`module.kader`) and each of its
 * objectives (`objective.digisprong`).
 */
export function reportOf(course, state) {
  const objectives = course.modules.flatMap((module) => [
    { id: `module.${module.id}`, ...summary(course, state, module.activities) },
    ...module.objectives.map(({ id }) => {
      const aimed = aimedAt(module, id);
      const required = requiredAmong(course, aimed);
      return { id: `objective.${id}`, ...summary(course, state, aimed, required.length > 0 ? required : aimed) };
    }),
  ]);
  return { ...summary(course, state, activities(course)), objectives };
}

/** The activities that serve an objective; all of the module when none says so. */
function aimedAt(module, id) {
  const aimed = module.activities.filter((activity) => activity.objectives?.includes(id));
  return aimed.length > 0 ? aimed : module.activities;
}

function requiredAmong(course, among) {
  return among.filter((activity) => isRequired(course, activity));
}

function summary(course, state, among, counted = requiredAmong(course, among)) {
  const statuses = counted.map((activity) => statusOf(course, state, activity));
  const lost = counted.filter((activity, i) => statuses[i] === "failed" && isFinal(activity, state.quizzes.get(activity.key)));
  const settled = statuses.filter((status) => status === "done").length + lost.length;
  const done = statuses.every((status) => status === "done");
  const decides = course.completion.quizzes === "passed" && counted.some(({ points }) => points > 0);
  return {
    percent: percentOf(course, state, among),
    done,
    passed: decides && settled === statuses.length ? done : null,
    progress: statuses.length > 0 ? settled / statuses.length : 1,
  };
}

/** The new grade of a quiz after an attempt worth `fraction`. */
export function regrade(grading, quiz, fraction) {
  const taken = quiz.attempts;
  if (taken === 0 || grading === "last") return fraction;
  if (grading === "first") return quiz.grade;
  if (grading === "average") return (quiz.grade * taken + fraction) / (taken + 1);
  return Math.max(quiz.grade, fraction);
}

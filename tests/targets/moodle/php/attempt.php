<?php
// A new learner answers every quiz of a course, rightly or not at all; prints the marks as JSON.
// usage: MOODLE_DIR=/path/to/moodle php attempt.php COURSEID right|blank [QUIZ]

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->libdir . '/gradelib.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');

require(__DIR__ . '/notices.php');

[$courseid, $rightly] = [(int) $argv[1], $argv[2] === 'right'];
$course = get_course($courseid);
$generator = new testing_data_generator();
$learner = $generator->create_user(['username' => 'cursist' . uniqid()]);
if (!$DB->record_exists('enrol', ['courseid' => $courseid, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance($course);
}
$generator->enrol_user($learner->id, $courseid, 'student');

$result = [];
foreach (get_fast_modinfo($courseid)->get_instances_of('quiz') as $cm) {
    if (($argv[3] ?? $cm->idnumber) !== $cm->idnumber) {
        continue;
    }
    $result[$cm->idnumber] = play($cm, $course, $learner, $rightly);
}
grade_regrade_final_grades($courseid);
$total = grade_item::fetch_course_item($courseid);
$earned = (float) $total->get_grade($learner->id, false)->finalgrade;
$report = ['quizzes' => $result, 'earned' => $earned, 'possible' => (float) $total->grademax, 'notices' => $notices];
echo json_encode($report, JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

/** One attempt at one quiz, from the start to the gradebook. */
function play(cm_info $cm, stdClass $course, stdClass $learner, bool $rightly): array {
    global $DB;
    \core\session\manager::set_user($learner);
    $settings = class_exists('\mod_quiz\quiz_settings') ? '\mod_quiz\quiz_settings' : '\quiz';
    $attempts = class_exists('\mod_quiz\quiz_attempt') ? '\mod_quiz\quiz_attempt' : '\quiz_attempt';
    $quiz = $settings::create($cm->instance, $learner->id);
    $attempt = quiz_prepare_and_start_new_attempt($quiz, 1, null, false, [], []);
    $usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
    if ($rightly) {
        array_map(fn($slot) => answer($usage, $slot), $usage->get_slots());
        question_engine::save_questions_usage_by_activity($usage);
    }
    $object = $attempts::create($attempt->id);
    if (method_exists($object, 'process_submit')) {
        $object->process_submit(time(), false);
        $attempts::create($attempt->id)->process_grade_submission(time());
    } else {
        $object->process_finish(time(), false);
    }
    mark_by_hand($attempt, $quiz, $learner, $rightly);

    $usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
    $slots = [];
    foreach ($usage->get_slots() as $slot) {
        $slots[] = [
            'type' => $usage->get_question($slot)->get_type_name(),
            'mark' => (float) $usage->get_question_mark($slot),
            'max' => (float) $usage->get_question_max_mark($slot),
        ];
    }
    $grades = grade_get_grades($course->id, 'mod', 'quiz', $cm->instance, $learner->id);
    $info = (new completion_info($course))->get_data($cm, false, $learner->id);
    return [
        'slots' => $slots,
        'grade' => (float) $grades->items[0]->grades[$learner->id]->grade,
        'max' => (float) $grades->items[0]->grademax,
        'completion' => (int) $info->completionstate,
    ];
}

/** Gives the answer that Moodle itself takes for the right one. */
function answer(question_usage_by_activity $usage, int $slot): void {
    $attempt = $usage->get_question_attempt($slot);
    $response = $attempt->get_correct_response();
    if ($attempt->get_question()->get_type_name() === 'essay') {
        $response = ['answer' => '<p>Het team.</p>', 'answerformat' => FORMAT_HTML];
    }
    if (!in_array($attempt->get_behaviour_name(), ['deferredfeedback', 'manualgraded'])) {
        $response['-submit'] = 1;
    }
    $usage->process_action($slot, $response);
}

/** What a trainer does: full marks for the open answers that were given. */
function mark_by_hand(stdClass $attempt, object $quiz, stdClass $learner, bool $rightly): void {
    global $DB;
    \core\session\manager::set_user(get_admin());
    $usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
    foreach ($usage->get_slots() as $slot) {
        if ($usage->get_question_state($slot)->is_finished() && !$usage->get_question_state($slot)->is_graded()
                && $rightly) {
            $usage->manual_grade($slot, '', $usage->get_question_max_mark($slot), FORMAT_HTML);
        }
    }
    question_engine::save_questions_usage_by_activity($usage);
    $DB->set_field('quiz_attempts', 'sumgrades', $usage->get_total_mark(), ['id' => $attempt->id]);
    if (method_exists($quiz, 'get_grade_calculator')) {
        $quiz->get_grade_calculator()->recompute_final_grade($learner->id);
    } else {
        quiz_save_best_grade($quiz->get_quiz(), $learner->id);
    }
}

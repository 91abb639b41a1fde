<?php
// Prints how each quiz of a course is arranged, and what five attempts ask, as JSON.
// usage: MOODLE_DIR=/path/to/moodle php quizzes.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');

require(__DIR__ . '/notices.php');

$courseid = (int) $argv[1];
$generator = new testing_data_generator();
$learner = $generator->create_user(['username' => 'cursist' . uniqid()]);
if (!$DB->record_exists('enrol', ['courseid' => $courseid, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance(get_course($courseid));
}
$generator->enrol_user($learner->id, $courseid, 'student');

$report = [];
foreach (get_fast_modinfo($courseid)->get_instances_of('quiz') as $cm) {
    $quiz = $DB->get_record('quiz', ['id' => $cm->instance], '*', MUST_EXIST);
    $report[$cm->idnumber] = [
        'sections' => array_map(
            fn($section) => [(int) $section->firstslot, (string) $section->heading, (int) $section->shufflequestions],
            array_values($DB->get_records('quiz_sections', ['quizid' => $quiz->id], 'firstslot'))
        ),
        'pages' => array_map('intval', array_values(
            $DB->get_records_menu('quiz_slots', ['quizid' => $quiz->id], 'slot', 'slot, page')
        )),
        'review' => array_filter((array) $quiz, fn($name) => str_starts_with($name, 'review'), ARRAY_FILTER_USE_KEY),
        'attempts' => array_map(fn($number) => asked($cm, $learner, $number), range(1, $quiz->attempts ?: 5)),
    ];
}
echo json_encode(['quizzes' => $report, 'notices' => $notices], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

/** The idnumbers of the questions of an attempt, page by page; what a learner may see just after it. */
function asked(cm_info $cm, stdClass $learner, int $number): array {
    \core\session\manager::set_user($learner);
    $settings = class_exists('\mod_quiz\quiz_settings') ? '\mod_quiz\quiz_settings' : '\quiz';
    $attempts = class_exists('\mod_quiz\quiz_attempt') ? '\mod_quiz\quiz_attempt' : '\quiz_attempt';
    $quiz = $settings::create($cm->instance, $learner->id);
    $attempt = quiz_prepare_and_start_new_attempt($quiz, $number, null, false, [], []);
    $object = $attempts::create($attempt->id);
    $pages = [];
    foreach ($object->get_slots() as $slot) {
        $id = $object->get_question_attempt($slot)->get_question()->idnumber;
        $pages[$object->get_question_page($slot)][] = basename((string) $id);
    }
    if (method_exists($object, 'process_submit')) {
        $object->process_submit(time(), false);
        $attempts::create($attempt->id)->process_grade_submission(time());
    } else {
        $object->process_finish(time(), false);
    }
    $shown = $attempts::create($attempt->id)->get_display_options(true);
    return ['pages' => array_values($pages), 'shown' => [
        'answers' => (bool) $shown->attempt, 'points' => $shown->marks >= question_display_options::MARK_AND_MAX,
        'correctness' => (bool) $shown->correctness, 'feedback' => (bool) $shown->feedback,
        'right_answers' => (bool) $shown->rightanswer,
    ]];
}

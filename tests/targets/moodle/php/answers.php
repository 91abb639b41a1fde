<?php
// Answers a quiz of a course as a file says, and prints the marks as JSON.
// usage: MOODLE_DIR=/path/to/moodle php answers.php COURSEID QUIZ ANSWERS.json
// ANSWERS: idnumber of a question => texts or places of what is chosen, typed or put, in the author's order.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');

require(__DIR__ . '/notices.php');

[$courseid, $wanted] = [(int) $argv[1], $argv[2]];
$answers = json_decode(file_get_contents($argv[3]), true);
$generator = new testing_data_generator();
$learner = $generator->create_user(['username' => 'cursist' . uniqid()]);
if (!$DB->record_exists('enrol', ['courseid' => $courseid, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance(get_course($courseid));
}
$generator->enrol_user($learner->id, $courseid, 'student');

foreach (get_fast_modinfo($courseid)->get_instances_of('quiz') as $found) {
    if ($found->idnumber === $wanted) {
        $cm = $found;
    }
}
\core\session\manager::set_user($learner);
$settings = class_exists('\mod_quiz\quiz_settings') ? '\mod_quiz\quiz_settings' : '\quiz';
$attempts = class_exists('\mod_quiz\quiz_attempt') ? '\mod_quiz\quiz_attempt' : '\quiz_attempt';
$attempt = quiz_prepare_and_start_new_attempt($settings::create($cm->instance, $learner->id), 1, null, false, [], []);
$usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
foreach ($usage->get_slots() as $slot) {
    $id = basename($usage->get_question($slot)->idnumber);
    if (isset($answers[$id])) {
        $usage->process_action($slot, response($usage->get_question_attempt($slot), $answers[$id]));
    }
}
question_engine::save_questions_usage_by_activity($usage);
$object = $attempts::create($attempt->id);
if (method_exists($object, 'process_submit')) {
    $object->process_submit(time(), false);
    $attempts::create($attempt->id)->process_grade_submission(time());
} else {
    $object->process_finish(time(), false);
}
$usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
$marks = [];
foreach ($usage->get_slots() as $slot) {
    $marks[basename($usage->get_question($slot)->idnumber)] = (float) $usage->get_question_mark($slot);
}
echo json_encode(['marks' => $marks, 'notices' => $notices], JSON_PRETTY_PRINT), "\n";

/** The form fields that give an answer. */
function response(question_attempt $attempt, $answer): array {
    $question = $attempt->get_question();
    switch ($question->get_type_name()) {
        case 'multichoice':
            $order = $question->get_order($attempt);
            $places = array_map(
                fn($index) => array_search(array_keys($question->answers)[$index], $order), $answer);
            return $question instanceof qtype_multichoice_single_question ? ['answer' => $places[0]]
                : array_fill_keys(array_map(fn($place) => "choice$place", $places), 1);
        case 'truefalse':
            return ['answer' => $answer[0] ? 0 : 1];
        case 'calculated':
            return ['answer' => $answer[(string) $question->vs->get_values()['uren']]];
        case 'match':
            $fields = [];
            foreach ($question->get_stem_order() as $place => $stem) {
                $text = $answer[array_search($stem, array_keys($question->stems))];
                $choice = array_search($text, $question->choices);
                $fields["sub$place"] = array_search($choice, $question->get_choice_order());
            }
            return $fields;
        case 'ordering':
            $keys = array_map(fn($index) => $question->answers[$question->correctresponse[$index]]->md5key, $answer);
            return [$question->get_response_fieldname() => implode(',', $keys)];
        case 'gapselect':
        case 'ddwtos':
            $fields = [];
            foreach ($question->places as $place => $group) {
                foreach ($question->get_ordered_choices($group) as $key => $choice) {
                    if ($choice->text === $answer[$place - 1]) {
                        $fields[$question->field($place)] = $key;
                    }
                }
            }
            return $fields;
        case 'multianswer':
            return ['sub1_answer' => $answer[0], 'sub2_answer' => $answer[1]];
        default:
            return ['answer' => $answer];
    }
}

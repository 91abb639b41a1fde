<?php
// Plays attempts at a quiz in rounds of answers, with a check or without, and prints the marks of each round as JSON.
// usage: MOODLE_DIR=/path/to/moodle php tries.php COURSEID QUIZ ATTEMPTS.json [one]
// Each attempt is that of a new learner; with "one" they are those of one learner, one after another.
// ATTEMPTS: of each attempt its rounds, of each round idnumber of a question => {"answer": as in response.php, "check": whether it is a try}.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->libdir . '/gradelib.php');
require_once($CFG->dirroot . '/mod/quiz/locallib.php');

require(__DIR__ . '/notices.php');
require(__DIR__ . '/response.php');

[$courseid, $wanted] = [(int) $argv[1], $argv[2]];
if (!$DB->record_exists('enrol', ['courseid' => $courseid, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance(get_course($courseid));
}
foreach (get_fast_modinfo($courseid)->get_instances_of('quiz') as $found) {
    if ($found->idnumber === $wanted) {
        $cm = $found;
    }
}
$attempts = json_decode(file_get_contents($argv[3]), true);
$reports = [];
foreach ($attempts as $index => $rounds) {
    $again = $index && isset($argv[4]);
    $learner = $again ? $learner : learner($cm);
    $reports[] = play($cm, $learner, $again ? $index + 1 : 1, $rounds);
}
echo json_encode(['attempts' => $reports, 'notices' => $notices], JSON_PRETTY_PRINT), "\n";

/** A new learner of the course. */
function learner(cm_info $cm): stdClass {
    $generator = new testing_data_generator();
    $learner = $generator->create_user(['username' => 'cursist' . uniqid()]);
    $generator->enrol_user($learner->id, $cm->course, 'student');
    return $learner;
}

/** One attempt, from the start to the gradebook. */
function play(cm_info $cm, stdClass $learner, int $number, array $rounds): array {
    global $DB;
    \core\session\manager::set_user($learner);
    $settings = class_exists('\mod_quiz\quiz_settings') ? '\mod_quiz\quiz_settings' : '\quiz';
    $attempts = class_exists('\mod_quiz\quiz_attempt') ? '\mod_quiz\quiz_attempt' : '\quiz_attempt';
    $quiz = $settings::create($cm->instance, $learner->id);
    $attempt = quiz_prepare_and_start_new_attempt($quiz, $number, null, false, [], []);

    $report = beginning(question_engine::load_questions_usage_by_activity($attempt->uniqueid)) + ['rounds' => []];
    foreach ([[], ...$rounds] as $round) {
        $usage = question_engine::load_questions_usage_by_activity($attempt->uniqueid);
        foreach ($usage->get_slots() as $slot) {
            $one = $usage->get_question_attempt($slot);
            if (isset($round[id_of($one)]) && !$one->get_state()->is_finished()) {
                answer($usage, $slot, $round[id_of($one)]);
            }
        }
        question_engine::save_questions_usage_by_activity($usage);
        $report['rounds'][] = handed_in_now($attempt->uniqueid);
    }

    $object = $attempts::create($attempt->id);
    if (method_exists($object, 'process_submit')) {
        $object->process_submit(time(), false);
        $attempts::create($attempt->id)->process_grade_submission(time());
    } else {
        $object->process_finish(time(), false);
    }
    $report['marks'] = marks(question_engine::load_questions_usage_by_activity($attempt->uniqueid));
    $report['sum'] = (float) $DB->get_field('quiz_attempts', 'sumgrades', ['id' => $attempt->id]);
    $grades = grade_get_grades($cm->course, 'mod', 'quiz', $cm->instance, $learner->id);
    $report['share'] = $grades->items[0]->grades[$learner->id]->grade / $grades->items[0]->grademax;
    return $report;
}

/** Per question the behaviour it has, and of what is to be put in order the order that is shown. */
function beginning(question_usage_by_activity $usage): array {
    $report = ['behaviours' => [], 'shown' => []];
    foreach ($usage->get_slots() as $slot) {
        $one = $usage->get_question_attempt($slot);
        $report['behaviours'][id_of($one)] = $one->get_behaviour_name();
        if ($one->get_question()->get_type_name() === 'ordering') {
            $right = array_flip($one->get_question()->correctresponse);
            $report['shown'][id_of($one)] = array_map(
                fn($id) => $right[$id], array_values($one->get_question()->currentresponse));
        }
    }
    return $report;
}

function id_of(question_attempt $attempt): string {
    return basename($attempt->get_question()->idnumber);
}

/** One answer, as the form gives it: after a wrong try it asks for another one first. */
function answer(question_usage_by_activity $usage, int $slot, array $given): void {
    $behaviour = $usage->get_question_attempt($slot)->get_behaviour();
    if ($behaviour instanceof qbehaviour_interactive && $behaviour->is_try_again_state()) {
        $usage->process_action($slot, ['-tryagain' => 1]);
    }
    $fields = response($usage->get_question_attempt($slot), $given['answer']);
    $usage->process_action($slot, $fields + ($given['check'] ? ['-submit' => 1] : []));
}

/** Per question its mark if the attempt ended here, whether it is finished, and the tries that are left. */
function handed_in_now(int $id): array {
    $open = question_engine::load_questions_usage_by_activity($id);
    $copy = question_engine::load_questions_usage_by_activity($id);
    $copy->finish_all_questions(time());
    $round = [];
    foreach (marks($copy) as $question => $mark) {
        $round[$question] = ['mark' => $mark];
    }
    foreach ($open->get_slots() as $slot) {
        $one = $open->get_question_attempt($slot);
        $round[id_of($one)] += [
            'finished' => $one->get_state()->is_finished(), 'left' => (int) $one->get_last_behaviour_var('_triesleft'),
        ];
    }
    return $round;
}

function marks(question_usage_by_activity $usage): array {
    $marks = [];
    foreach ($usage->get_slots() as $slot) {
        $marks[id_of($usage->get_question_attempt($slot))] = (float) $usage->get_question_mark($slot);
    }
    return $marks;
}

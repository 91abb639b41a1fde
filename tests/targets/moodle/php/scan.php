<?php
// A new learner answers every feedback activity of a course; prints what was kept as JSON.
// usage: MOODLE_DIR=/path/to/moodle php scan.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->dirroot . '/mod/feedback/lib.php');

require(__DIR__ . '/notices.php');

$course = get_course((int) $argv[1]);
$generator = new testing_data_generator();
$learner = $generator->create_user(['username' => 'cursist' . uniqid()]);
if (!$DB->record_exists('enrol', ['courseid' => $course->id, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance($course);
}
$generator->enrol_user($learner->id, $course->id, 'student');
\core\session\manager::set_user($learner);

$result = [];
foreach (get_fast_modinfo($course)->get_instances_of('feedback') as $cm) {
    $feedback = $DB->get_record('feedback', ['id' => $cm->instance]);
    $form = new mod_feedback_completion($feedback, $cm, $course->id);
    $answers = ['gopage' => 0];
    foreach ($form->get_items(true) as $item) {
        $answers["{$item->typ}_{$item->id}"] = 2;
    }
    $form->save_response_tmp((object) $answers);
    $form->save_response();
    $kept = $DB->get_fieldset_sql(
        'SELECT v.value FROM {feedback_value} v JOIN {feedback_item} i ON i.id = v.item WHERE i.feedback = ?',
        [$feedback->id]
    );
    $result[$cm->idnumber] = [
        'may' => $form->can_complete() && $form->is_open() && !$form->is_empty(),
        'kept' => array_map('intval', $kept),
        'scales' => array_map('scale', array_values($form->get_items(true))),
        'completion' => (int) (new completion_info($course))->get_data($cm, false, $learner->id)->completionstate,
    ];
}
echo json_encode(['scans' => $result, 'notices' => $notices], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

/** The labels of a rated item's scale, as Moodle reads them. */
function scale(stdClass $item): array {
    $info = feedback_get_item_class($item->typ)->get_info($item);
    $lines = explode('|', str_replace(["\r", "\n"], '', $info->presentation));
    return array_map(fn($line) => explode('####', $line)[1], $lines);
}

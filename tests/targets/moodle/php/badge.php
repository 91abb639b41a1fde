<?php
// Switches on the badges of a course; a new learner completes every activity; prints who has what as JSON.
// usage: MOODLE_DIR=/path/to/moodle php badge.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->libdir . '/badgeslib.php');

require(__DIR__ . '/notices.php');

$course = get_course((int) $argv[1]);
\core\session\manager::set_user(get_admin());
$generator = new testing_data_generator();
$learner = $generator->create_user(['username' => 'cursist' . uniqid()]);
if (!$DB->record_exists('enrol', ['courseid' => $course->id, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance($course);
}
set_user_preference('message_provider_moodle_badgerecipientnotice_enabled', 'none', $learner);  // no mail
$generator->enrol_user($learner->id, $course->id, 'student');

$badges = array_map(fn($id) => new badge($id), $DB->get_fieldset_select('badge', 'id', 'courseid = ?', [$course->id]));
array_map(fn($badge) => $badge->set_status(BADGE_STATUS_ACTIVE), $badges);
$before = array_map(fn($badge) => $badge->is_issued($learner->id), $badges);
foreach (get_fast_modinfo($course->id)->get_cms() as $cm) {
    if ($cm->completion) {
        $DB->insert_record('course_modules_completion', ['coursemoduleid' => $cm->id, 'userid' => $learner->id,
            'completionstate' => COMPLETION_COMPLETE, 'timemodified' => time()]);
    }
}
cache::make('core', 'completion')->purge();
array_map(fn($badge) => $badge->review_all_criteria(), $badges);
$after = array_map(fn($badge) => $badge->is_issued($learner->id), $badges);
echo json_encode(['before' => $before, 'after' => $after, 'notices' => $notices], JSON_PRETTY_PRINT), "\n";

<?php
// Prints as JSON the names of the sections that a new learner finds on the course page.
// usage: MOODLE_DIR=/path/to/moodle php seen.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->dirroot . '/course/lib.php');
require_once($CFG->libdir . '/testing/generator/lib.php');

$courseid = (int) $argv[1];
$generator = new testing_data_generator();
$learner = $generator->create_user();
if (!$DB->record_exists('enrol', ['courseid' => $courseid, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance(get_course($courseid));
}
$generator->enrol_user($learner->id, $courseid, 'student');
\core\session\manager::set_user($learner);
$format = course_get_format($courseid);
$seen = array_filter(get_fast_modinfo($courseid)->get_section_info_all(), [$format, 'is_section_visible']);
echo json_encode(['sections' => array_values(array_map([$format, 'get_section_name'], $seen))]), "\n";

<?php
// A new learner of a course who can log in; prints the name, the password, and where what stands as JSON.
// usage: MOODLE_DIR=/path/to/moodle php learner.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');

$courseid = (int) $argv[1];
$name = 'cursist' . uniqid();
$password = 'Cursist-123x';
$generator = new testing_data_generator();
$learner = $generator->create_user(['username' => $name, 'password' => $password]);
if (!$DB->record_exists('enrol', ['courseid' => $courseid, 'enrol' => 'manual'])) {
    enrol_get_plugin('manual')->add_instance(get_course($courseid));
}
$generator->enrol_user($learner->id, $courseid, 'student');
$places = [];
foreach (get_fast_modinfo($courseid)->get_cms() as $cm) {
    $places[$cm->idnumber] = $cm->modname . '/view.php?id=' . $cm->id;
}
echo json_encode(['id' => (int) $learner->id, 'name' => $name, 'password' => $password,
    'site' => $CFG->wwwroot, 'places' => $places], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

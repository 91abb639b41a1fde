<?php
// Backs a course up again, without users; prints the size of the backup as JSON.
// usage: MOODLE_DIR=/path/to/moodle php backup.php COURSEID OUT.mbz

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');

require(__DIR__ . '/notices.php');
$controller = new backup_controller(backup::TYPE_1COURSE, (int) $argv[1], backup::FORMAT_MOODLE,
    backup::INTERACTIVE_YES, backup::MODE_GENERAL, get_admin()->id);
$users = $controller->get_plan()->get_setting('users');
if ($users->get_status() == base_setting::NOT_LOCKED) {
    $users->set_value(0);
}
$controller->set_status(backup::STATUS_AWAITING);
$controller->execute_plan();
$file = $controller->get_results()['backup_destination'];
$file->copy_content_to($argv[2]);
$file->delete();
$controller->destroy();
echo json_encode(['bytes' => filesize($argv[2]), 'notices' => $notices]), "\n";

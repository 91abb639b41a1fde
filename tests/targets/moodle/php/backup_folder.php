<?php
// Backs a course up as a trainer would, without users unless asked for, into a folder; prints what was said as JSON.
// usage: MOODLE_DIR=/path/to/moodle php backup_folder.php COURSEID FOLDER [users]

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->dirroot . '/backup/util/includes/backup_includes.php');
require(__DIR__ . '/notices.php');

$admin = get_admin();
\core\session\manager::set_user($admin);
$controller = new backup_controller(
    backup::TYPE_1COURSE, (int) $argv[1], backup::FORMAT_MOODLE, backup::INTERACTIVE_YES, backup::MODE_GENERAL, $admin->id
);
$wanted = ['users' => (int) (($argv[3] ?? '') === 'users'), 'files' => 1, 'badges' => 1];
foreach ($wanted as $name => $value) {
    $setting = $controller->get_plan()->get_setting($name);
    if ($setting->get_status() == base_setting::NOT_LOCKED) {
        $setting->set_value($value);
    }
}
$controller->set_status(backup::STATUS_AWAITING);
$controller->execute_plan();
$file = $controller->get_results()['backup_destination'];
$file->extract_to_pathname(get_file_packer('application/vnd.moodle.backup'), $argv[2]);
$file->delete();
$controller->destroy();
echo json_encode(['folder' => $argv[2], 'notices' => $notices], JSON_PRETTY_PRINT), "\n";

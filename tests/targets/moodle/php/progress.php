<?php
// What a learner has reached in a course: completion and grade of each activity, and the total, as JSON.
// usage: MOODLE_DIR=/path/to/moodle php progress.php COURSEID USERID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->libdir . '/gradelib.php');

[$courseid, $userid] = [(int) $argv[1], (int) $argv[2]];
$course = get_course($courseid);
grade_regrade_final_grades($courseid);
$completion = new completion_info($course);
$activities = [];
foreach (get_fast_modinfo($course, $userid)->get_cms() as $cm) {
    $items = grade_get_grades($courseid, 'mod', $cm->modname, $cm->instance, $userid)->items;
    $item = reset($items);
    $grade = $item ? $item->grades[$userid]->grade : null;
    $activities[$cm->idnumber] = [
        'completion' => (int) $completion->get_data($cm, false, $userid)->completionstate,
        'grade' => $grade === null ? null : (float) $grade,
        'max' => $item ? (float) $item->grademax : null,
        'open' => (bool) $cm->uservisible,
    ];
}
$total = grade_item::fetch_course_item($courseid);
$done = core_completion\progress::get_course_progress_percentage($course, $userid);
echo json_encode(['activities' => $activities, 'earned' => (float) $total->get_grade($userid, false)->finalgrade,
    'possible' => (float) $total->grademax, 'progress' => $done === null ? null : (float) $done,
], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

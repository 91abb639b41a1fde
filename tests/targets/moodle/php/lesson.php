<?php
// A new learner plays the lessons of a course as the mobile app does; prints the way as JSON.
// usage: MOODLE_DIR=/path/to/moodle php lesson.php COURSEID BUTTON...   (what is pressed, page by page)

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->libdir . '/testing/generator/lib.php');
require_once($CFG->libdir . '/completionlib.php');
require_once($CFG->libdir . '/externallib.php');
require_once($CFG->dirroot . '/mod/lesson/locallib.php');

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
foreach (get_fast_modinfo($course)->get_instances_of('lesson') as $cm) {
    $pages = [];
    mod_lesson_external::launch_attempt($cm->instance);
    $pageid = (int) $DB->get_field('lesson_pages', 'id', ['lessonid' => $cm->instance, 'prevpageid' => 0]);
    $before = state($course, $cm, $learner);
    foreach (array_slice($argv, 2) as $label) {
        $data = (object) mod_lesson_external::get_page_data($cm->instance, $pageid, '', false, true);
        $buttons = [];
        foreach ($DB->get_records('lesson_answers', ['pageid' => $pageid], 'id') as $answer) {
            $buttons[$answer->answer] = (int) $answer->jumpto;
        }
        $page = (object) $data->page;
        $pages[] = ['title' => $page->title, 'contents' => $data->pagecontent, 'buttons' => array_keys($buttons)];
        $post = [['name' => 'jumpto', 'value' => $buttons[$label]]];
        $pageid = (int) mod_lesson_external::process_page($cm->instance, $pageid, $post)['newpageid'];
    }
    $end = $pageid === LESSON_EOL ? mod_lesson_external::finish_attempt($cm->instance) : null;
    $result[$cm->idnumber] = [
        'pages' => $pages,
        'ended' => $end !== null,
        'before' => $before,
        'after' => state($course, $cm, $learner),
        'graded' => $DB->record_exists('grade_grades', ['userid' => $learner->id]),
    ];
}
echo json_encode(['lessons' => $result, 'notices' => $notices], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

/** Whether the activity is complete for the learner. */
function state(stdClass $course, cm_info $cm, stdClass $learner): int {
    return (int) (new completion_info($course))->get_data($cm, false, $learner->id)->completionstate;
}

<?php
// Restores a backup and prints what came of it as JSON.
// usage: MOODLE_DIR=/path/to/moodle php restore.php FILE [COURSEID]
// Without COURSEID a new course is made; with it the backup is merged into that course.

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require_once($CFG->dirroot . '/backup/util/includes/restore_includes.php');

class list_logger extends base_logger {
    public array $lines = [];

    protected function action($message, $level, $options = null) {
        $this->lines[] = (string) $message;
        return true;
    }
}

require(__DIR__ . '/notices.php');

$admin = get_admin();
\core\session\manager::set_user($admin);
$folder = restore_controller::get_tempdir_name(SITEID, $admin->id);
$packer = get_file_packer('application/vnd.moodle.backup');
$packer->extract_to_pathname($argv[1], make_backup_temp_directory($folder));

$courseid = (int) ($argv[2] ?? 0);
$target = backup::TARGET_EXISTING_ADDING;
if (!$courseid) {
    $category = (int) $DB->get_field_sql('SELECT MIN(id) FROM {course_categories}');
    $courseid = restore_dbops::create_new_course('Proef', 'proef' . uniqid(), $category);
    $target = backup::TARGET_NEW_COURSE;
}
$before = questions_of($courseid);
$logger = new list_logger(backup::LOG_WARNING);
$controller = new restore_controller(
    $folder, $courseid, backup::INTERACTIVE_NO, backup::MODE_GENERAL, $admin->id, $target
);
$controller->add_logger($logger);
$controller->execute_precheck();
$precheck = $controller->get_precheck_results();
$controller->execute_plan();
$controller->destroy();

/** Every question of a course's contexts: id => type. */
function questions_of(int $courseid): array {
    global $DB;
    $path = context_course::instance($courseid)->path;
    return $DB->get_records_sql_menu(
        'SELECT q.id, q.qtype
           FROM {question} q
           JOIN {question_versions} v ON v.questionid = q.id
           JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
           JOIN {question_categories} c ON c.id = e.questioncategoryid
           JOIN {context} x ON x.id = c.contextid
          WHERE x.path = ? OR x.path LIKE ?',
        [$path, "$path/%"]
    );
}

rebuild_course_cache($courseid, true);
$activities = $completion = $slots = [];
$modinfo = get_fast_modinfo($courseid);
foreach ($modinfo->get_cms() as $cm) {
    $activities[$cm->modname] = ($activities[$cm->modname] ?? 0) + 1;
    $completion[$cm->idnumber] = (int) $cm->completion;
}
foreach ($modinfo->get_instances_of('quiz') as $cm) {
    $slots[$cm->idnumber] = $DB->count_records('quiz_slots', ['quizid' => $cm->instance]);
}
$path = context_course::instance($courseid)->path;
$files = $DB->count_records_sql(
    "SELECT COUNT(1) FROM {files} f JOIN {context} x ON x.id = f.contextid
      WHERE f.filename <> '.' AND (x.path = ? OR x.path LIKE ?)", [$path, "$path/%"]
);
$types = array_count_values(questions_of($courseid));
ksort($types);
ksort($activities);
echo json_encode([
    'courseid' => $courseid,
    'precheck' => $precheck,
    'log' => $logger->lines,
    'notices' => $notices,
    'sections' => count($modinfo->get_section_info_all()),
    'activities' => $activities,
    'completion' => $completion,
    'questions' => $types,
    'questions_before' => count($before),
    'categories' => $DB->count_records_sql(
        'SELECT COUNT(1) FROM {question_categories} c JOIN {context} x ON x.id = c.contextid
          WHERE c.parent <> 0 AND (x.path = ? OR x.path LIKE ?)', [$path, "$path/%"]
    ),
    'slots' => $slots,
    'files' => $files,
    'grade_items' => $DB->get_records_menu('grade_items', ['courseid' => $courseid], 'sortorder', 'sortorder, grademax'),
    'gradebook' => gradebook_of($courseid),
    'tags' => array_values(core_tag_tag::get_item_tags_array('core', 'course', $courseid)),
    'language' => get_course($courseid)->lang,
    'start' => $DB->get_field('course_sections', 'summary', ['course' => $courseid, 'section' => 0]),
    'pass' => (float) $DB->get_field('course_completion_criteria', 'gradepass',
        ['course' => $courseid, 'criteriatype' => 6]),
    'badges' => badges_of_course($courseid),
    'criteria' => $DB->count_records('course_completion_criteria', ['course' => $courseid]),
], JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE), "\n";

/** What stands in each grade category, by idnumber, and what the category is worth. */
function gradebook_of(int $courseid): array {
    global $DB;
    grade_regrade_final_grades($courseid);
    $book = [];
    foreach ($DB->get_records('grade_categories', ['courseid' => $courseid], 'depth, id') as $category) {
        $total = $DB->get_record('grade_items', ['itemtype' => $category->parent ? 'category' : 'course',
            'iteminstance' => $category->id], '*', MUST_EXIST);
        $items = $DB->get_fieldset_sql('SELECT idnumber FROM {grade_items} WHERE categoryid = ? ORDER BY sortorder',
            [$category->id]);
        $book[$category->parent ? $category->fullname : ''] = ['items' => $items, 'max' => (float) $total->grademax,
            'depth' => (int) $category->depth, 'pass' => (float) $total->gradepass];
    }
    return $book;
}

/** How many activities each badge takes, and how many pictures it has. */
function badges_of_course(int $courseid): array {
    global $DB;
    $badges = [];
    foreach ($DB->get_records('badge', ['courseid' => $courseid]) as $badge) {
        $badges[$badge->name] = ['status' => (int) $badge->status, 'activities' => $DB->count_records_sql(
            'SELECT COUNT(1) FROM {badge_criteria} c JOIN {badge_criteria_param} p ON p.critid = c.id
               JOIN {course_modules} m ON m.id = CAST(p.value AS INTEGER) AND m.course = ? WHERE c.badgeid = ?',
            [$courseid, $badge->id]), 'pictures' => $DB->count_records_select('files',
            "component = 'badges' AND filename <> '.' AND contextid = ? AND itemid = ?",
            [context_course::instance($courseid)->id, $badge->id])];
    }
    return $badges;
}

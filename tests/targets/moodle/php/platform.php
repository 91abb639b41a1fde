<?php
// Prints as JSON what of Moodle's own activities stands in a restored course.
// usage: MOODLE_DIR=/path/to/moodle php platform.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');

require(__DIR__ . '/notices.php');

$course = [(int) $argv[1]];
$found = [];

$entries = $DB->get_records_sql(
    'SELECT e.id, e.concept FROM {glossary_entries} e JOIN {glossary} g ON g.id = e.glossaryid
      WHERE g.course = ? ORDER BY e.concept', $course);
foreach ($entries as $entry) {
    $found['entries'][$entry->concept] = $DB->count_records('glossary_alias', ['entryid' => $entry->id]);
}

$areas = ' FROM {grading_areas} a JOIN {context} x ON x.id = a.contextid
           JOIN {course_modules} m ON m.id = x.instanceid AND x.contextlevel = 70';
$found['guide'] = array_map('floatval', $DB->get_records_sql_menu(
    'SELECT c.shortname, c.maxscore' . $areas . ' JOIN {grading_definitions} d ON d.areaid = a.id
       JOIN {gradingform_guide_criteria} c ON c.definitionid = d.id
      WHERE m.course = ? ORDER BY c.sortorder', $course));
$found['levels'] = $DB->count_records_sql(
    "SELECT COUNT(l.id) $areas JOIN {grading_definitions} d ON d.areaid = a.id
       JOIN {gradingform_rubric_criteria} c ON c.definitionid = d.id
       JOIN {gradingform_rubric_levels} l ON l.criterionid = c.id WHERE m.course = ?", $course);
$found['grading'] = array_values($DB->get_fieldset_sql(
    "SELECT a.activemethod $areas WHERE m.course = ? AND a.activemethod IS NOT NULL ORDER BY m.id", $course));

// The classes of the feedback activity read each presentation, as its form does.
require_once($CFG->dirroot . '/mod/feedback/lib.php');
$kinds = ['textarea' => 'text', 'multichoice' => 'choice', 'multichoicerated' => 'rated'];
$items = $DB->get_records_sql(
    'SELECT i.* FROM {feedback_item} i JOIN {feedback} f ON f.id = i.feedback WHERE f.course = ?', $course);
$found['items'] = [];
foreach ($items as $item) {
    $kind = $kinds[$item->typ];
    $found['items'][$kind] = ($found['items'][$kind] ?? 0) + 1;
    feedback_get_item_class($item->typ)->get_display_name($item);
}
ksort($found['items']);

$found['options'] = $DB->count_records_sql(
    'SELECT COUNT(o.id) FROM {choice_options} o JOIN {choice} c ON c.id = o.choiceid WHERE c.course = ?',
    $course);
$found['files'] = $DB->count_records_sql(
    "SELECT COUNT(f.id) FROM {files} f JOIN {context} x ON x.id = f.contextid
       JOIN {course_modules} m ON m.id = x.instanceid AND x.contextlevel = 70
      WHERE m.course = ? AND f.filename <> '.' AND f.component LIKE 'mod_%'", $course);
$found['hidden'] = array_values($DB->get_fieldset_sql(
    'SELECT name FROM {course_sections} WHERE course = ? AND visible = 0', $course));
$found['grades'] = array_map('intval', $DB->get_records_sql_menu(
    "SELECT itemname, grademax FROM {grade_items} WHERE courseid = ? AND itemtype = 'mod'", $course));
$found['notices'] = $notices;

echo json_encode($found), "\n";

<?php
// Looks at the texts of a restored course as a learner gets them; prints what is wrong as JSON.
// usage: MOODLE_DIR=/path/to/moodle php texts.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');

require(__DIR__ . '/notices.php');

$courseid = (int) $argv[1];
\core\session\manager::set_user(get_admin());
$context = context_course::instance($courseid);
$PAGE->set_context($context);
$PAGE->set_url('/course/view.php', ['id' => $courseid]);

$texts = [];
foreach ($DB->get_records('course_sections', ['course' => $courseid]) as $section) {
    $texts[] = [$section->summary, $context->id, 'course', 'section', $section->id];
}
$modinfo = get_fast_modinfo($courseid);
foreach ($modinfo->get_cms() as $cm) {
    $record = $DB->get_record($cm->modname, ['id' => $cm->instance]);
    $texts[] = [$record->intro, $cm->context->id, "mod_$cm->modname", 'intro', 0];
    if ($cm->modname === 'page') {
        $texts[] = [$record->content, $cm->context->id, 'mod_page', 'content', 0];
    }
    if ($cm->modname === 'feedback') {
        $texts[] = [$record->page_after_submit, $cm->context->id, 'mod_feedback', 'page_after_submit', 0];
    }
    foreach ($cm->modname === 'book' ? $DB->get_records('book_chapters', ['bookid' => $cm->instance]) : [] as $chapter) {
        $texts[] = [$chapter->content, $cm->context->id, 'mod_book', 'chapter', $chapter->id];
    }
}
$questions = $DB->get_records_sql(
    'SELECT q.*, c.contextid
       FROM {question} q
       JOIN {question_versions} v ON v.questionid = q.id
       JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
       JOIN {question_categories} c ON c.id = e.questioncategoryid
       JOIN {context} x ON x.id = c.contextid
      WHERE x.path LIKE ?', ["$context->path/%"]
);
foreach ($questions as $question) {
    $texts[] = [$question->questiontext, $question->contextid, 'question', 'questiontext', $question->id];
    $texts[] = [$question->generalfeedback, $question->contextid, 'question', 'generalfeedback', $question->id];
}

$missing = $open = [];
$formula = false;
$storage = get_file_storage();
foreach ($texts as [$text, $contextid, $component, $area, $item]) {
    preg_match_all('~@@PLUGINFILE@@(/[^"?]+)"~', (string) $text, $found);
    foreach ($found[1] as $address) {
        $path = urldecode($address);
        [$folder, $name] = [dirname($path) === '/' ? '/' : dirname($path) . '/', basename($path)];
        $file = $storage->get_file($contextid, $component, $area, $item, $folder, $name);
        if (!$file || strlen($file->get_content()) !== (int) $file->get_filesize()) {
            $missing[] = "$component/$area$path";
        }
    }
    $text = file_rewrite_pluginfile_urls((string) $text, 'pluginfile.php', $contextid, $component, $area, $item);
    $shown = format_text($text, FORMAT_HTML, ['noclean' => true, 'context' => $context]);
    if (preg_match('~\$@[A-Z]+\*~', $shown, $token)) {
        $open[] = $token[0];
    }
    $formula = $formula || preg_match('~<math [^>]*>.*<msup>.*</math>~s', $shown);
}
echo json_encode([
    'texts' => count($texts),
    'missing_files' => $missing,
    'open_tokens' => $open,
    'formula_kept' => $formula,
    'notices' => $notices,
], JSON_PRETTY_PRINT), "\n";

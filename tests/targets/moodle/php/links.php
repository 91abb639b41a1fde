<?php
// Every link within the site that a course's texts show, with the text it stands in, as JSON.
// usage: MOODLE_DIR=/path/to/moodle php links.php COURSEID

define('CLI_SCRIPT', true);
require(getenv('MOODLE_DIR') . '/config.php');
require(__DIR__ . '/notices.php');

$courseid = (int) $argv[1];
$texts = [];
foreach ($DB->get_records('course_sections', ['course' => $courseid]) as $section) {
    $texts["section $section->section"] = $section->summary;
}
foreach (get_fast_modinfo($courseid)->get_cms() as $cm) {
    $record = $DB->get_record($cm->modname, ['id' => $cm->instance]);
    foreach (['intro', 'content', 'page_after_submit'] as $field) {
        $texts["$cm->modname $field $cm->idnumber"] = $record->$field ?? '';
    }
    foreach ($cm->modname === 'book' ? $DB->get_records('book_chapters', ['bookid' => $cm->instance]) : [] as $chapter) {
        $texts["chapter $chapter->id"] = $chapter->content;
    }
    foreach ($cm->modname === 'quiz' ? $DB->get_records('quiz_feedback', ['quizid' => $cm->instance]) : [] as $band) {
        $texts["quiz feedback $band->id"] = $band->feedbacktext;
    }
}
$path = context_course::instance($courseid)->path;
$questions = $DB->get_records_sql(
    'SELECT q.* FROM {question} q JOIN {question_versions} v ON v.questionid = q.id
       JOIN {question_bank_entries} e ON e.id = v.questionbankentryid
       JOIN {question_categories} c ON c.id = e.questioncategoryid JOIN {context} x ON x.id = c.contextid
      WHERE x.path LIKE ?', ["$path/%"]
);
foreach ($questions as $question) {
    $texts["question text $question->id"] = $question->questiontext;
    $texts["question feedback $question->id"] = $question->generalfeedback;
    foreach ($DB->get_records('question_answers', ['question' => $question->id]) as $answer) {
        $texts["answer $answer->id"] = $answer->answer;
        $texts["answer feedback $answer->id"] = $answer->feedback;
    }
    foreach ($DB->get_records('question_hints', ['questionid' => $question->id]) as $hint) {
        $texts["hint $hint->id"] = $hint->hint;
    }
}
$links = [];
foreach ($texts as $where => $text) {
    preg_match_all('~href="(' . preg_quote($CFG->wwwroot, '~') . '[^"]*|\$@[^"]*|[a-z.]*invalid[^"]*)"~', (string) $text, $found);
    foreach ($found[1] as $address) {
        $links[] = ['kind' => strtok($where, ' '), 'where' => $where, 'address' => html_entity_decode($address)];
    }
}
echo json_encode(['site' => $CFG->wwwroot, 'links' => $links, 'notices' => $notices],
    JSON_PRETTY_PRINT | JSON_UNESCAPED_UNICODE | JSON_UNESCAPED_SLASHES), "\n";

"""Rules CB90x: what SCORM 1.2 cannot carry, or shows in another way."""

from coursebuilder.diagnostics.rule import Rule, Severity

STATE_TOO_LONG = Rule(
    code="CB901",
    name="scorm-state-too-long",
    severity=Severity.ERROR,
    message=(
        "what a learner does in {scope} can take {length} characters; SCORM 1.2 keeps {limit}"
    ),
    hint=(
        "set packaging: modules in course.yml, or split the course: pages seen take {visited}, "
        "results {progress}, the answers of the longest quiz {longest}"
    ),
    what=(
        "A course whose progress, results and answers of one open quiz can grow past the "
        "4,096 characters of cmi.suspend_data."
    ),
    why="A platform cuts or refuses a longer state: the learner would lose progress.",
    example="# course.yml of a course with 60 short answers in one quiz\npackaging: single",
    instead="# the quiz in two, and one state per module\npackaging: modules",
)

STATE_TIGHT = Rule(
    code="CB902",
    name="scorm-state-tight",
    severity=Severity.WARNING,
    message=(
        "with every quiz of {scope} open at once the state can take {length} characters; "
        "SCORM 1.2 keeps {limit}"
    ),
    hint=(
        "set packaging: modules in course.yml; as it is, answers of finished attempts are "
        "forgotten first, scores never"
    ),
    what="A course that fits SCORM 1.2 as long as a learner has one open quiz at a time.",
    why="A learner with several unfinished quizzes may find the answers of one of them gone.",
    example="# course.yml of a course with six quizzes of ten short answers\npackaging: single",
    instead="packaging: modules",
)

TITLE_TOO_LONG = Rule(
    code="CB903",
    name="scorm-title-too-long",
    severity=Severity.WARNING,
    message="the title has {length} characters; SCORM 1.2 shows {limit}",
    hint="shorten the title",
    what="A title of a course or module longer than the 200 characters of the manifest.",
    why="The platform's table of contents would show a title that is cut off.",
    example="title: Alles wat je altijd al wilde weten over … (240 characters)",
    instead="title: Alles over de ICT-coördinator",
)

TOO_MANY_PARTS = Rule(
    code="CB904",
    name="scorm-too-many-parts",
    severity=Severity.WARNING,
    message='"{question}" has {count} parts; SCORM 1.2 can report {limit}',
    hint="split the question",
    what="A question with more choices, pairs, items or gaps than one character can name.",
    why="SCORM 1.2 names each part of an answer by one letter or digit; others go unreported.",
    example="- [x] een\n- [ ] twee\n… (36 choices)",
    instead="two questions of 18 choices",
)

SAME_LOCAL_KEY = Rule(
    code="CB905",
    name="scorm-same-short-key",
    severity=Severity.ERROR,
    message='the ids "{first}" and "{second}" have the same short form in the state of a learner',
    hint='give one of them another id: "{second}-2"',
    what="Two ids of one file whose 18-bit hashes are equal, which is rare.",
    why="The player keeps ticks and texts by that hash: they would be shown at the wrong place.",
    example="::: checklist {#start}\n- [ ] Klaar. {#klaar}\n:::",
    instead="::: checklist {#start}\n- [ ] Klaar. {#klaar-2}\n:::",
)

ESSAY_UNSCORED = Rule(
    code="CB906",
    name="scorm-essay-unscored",
    severity=Severity.INFO,
    message="open questions carry no points in SCORM, where nobody can mark them (here: {count})",
    hint="use the Moodle package where a trainer has to mark open answers",
    what="Open questions in a course that becomes a SCORM package.",
    why="A SCORM package has no trainer's side; the answer is kept, its points do not count.",
    example="## Beschrijf de eerste stap. {#stap type=essay points=5}",
    instead="## Wat is de eerste stap? {#stap}\n- (x) Een plan\n- ( ) Een aankoop",
)

QUIZ_IN_PLAYER = Rule(
    code="CB907",
    name="scorm-quiz-in-player",
    severity=Severity.INFO,
    message="quizzes are played in the package; the platform gets one score for all together (here: {count})",
    hint="use the Moodle package for a grade per quiz and a question bank",
    what="Quizzes in a course that becomes a SCORM package.",
    why="SCORM 1.2 has one score per learning object, and no questions of the platform's own.",
    example="two quizzes in one module",
    instead="the Moodle package of the same course",
)

SCAN_IN_PLAYER = Rule(
    code="CB908",
    name="scorm-scan-in-player",
    severity=Severity.INFO,
    message="a self-scan is a page with chart and advice; the platform gets no answers (here: {count})",
    hint="use the Moodle package where a trainer wants to see the group's answers",
    what="Self-scans in a course that becomes a SCORM package.",
    why="A self-scan has no right answers, so it adds nothing to the score.",
    example="type: scan",
    instead="the Moodle package of the same course",
)

PREREQUISITES_ADVISORY = Rule(
    code="CB909",
    name="scorm-prerequisites-advisory",
    severity=Severity.INFO,
    message="prerequisites are shown, not enforced, in one SCORM object (modules with prerequisites: {count})",
    hint="set packaging: modules for platforms that follow prerequisites, or use the Moodle package",
    what="Prerequisites between modules of a course that is packed as one SCO.",
    why="SCORM 1.2 knows prerequisites between SCOs only.",
    example="packaging: single",
    instead="packaging: modules",
)

PREREQUISITES_TOO_LONG = Rule(
    code="CB910",
    name="scorm-prerequisites-too-long",
    severity=Severity.WARNING,
    message="the prerequisites take {length} characters; SCORM 1.2 holds {limit}",
    hint="name only the modules right before it: theirs count too",
    what="A module with so many prerequisites that the manifest cannot hold them.",
    why="They are left out of the manifest, so the platform opens the module at once.",
    example="prerequisites: [kader, jobprofiel, taken, richtlijnen, …]",
    instead="prerequisites: [richtlijnen]",
)

"""Rules CB911-CB919: what SCORM 2004 cannot carry, or shows in another way."""

from coursebuilder.diagnostics.rule import Rule, Severity

STATE_TOO_LONG = Rule(
    code="CB911",
    name="scorm2004-state-too-long",
    severity=Severity.ERROR,
    message=(
        'what a learner does in "{module}" can take {length} characters; SCORM 2004 keeps {limit}'
    ),
    hint="split the module, or its longest quiz",
    what=(
        "A module whose progress, results and answers of one open quiz can grow past the "
        "64,000 characters of cmi.suspend_data."
    ),
    why="A platform cuts or refuses a longer state: the learner would lose progress.",
    example="a module with one quiz of 900 short answers",
    instead="two modules of 450",
)

TITLE_TOO_LONG = Rule(
    code="CB912",
    name="scorm2004-title-too-long",
    severity=Severity.WARNING,
    message="the title has {length} characters; SCORM 2004 shows {limit}",
    hint="shorten the title",
    what="A title of a course or module longer than the 200 characters platforms must show.",
    why="The platform's table of contents would show a title that is cut off.",
    example="title: Alles wat je altijd al wilde weten over … (240 characters)",
    instead="title: Alles over de ICT-coördinator",
)

QUIZ_IN_PLAYER = Rule(
    code="CB913",
    name="scorm2004-quiz-in-player",
    severity=Severity.INFO,
    message="quizzes are played in the package; the platform gets one score per module (here: {count})",
    hint="use the Moodle package for a grade per quiz and a question bank",
    what="Quizzes in a course that becomes a SCORM 2004 package.",
    why="SCORM has one score per learning object, and no questions of the platform's own.",
    example="two quizzes in one module",
    instead="the Moodle package of the same course",
)

NEEDS_SEQUENCING = Rule(
    code="CB914",
    name="scorm2004-needs-sequencing",
    severity=Severity.INFO,
    message=(
        "prerequisites hold only on platforms with SCORM 2004 sequencing, "
        "which Moodle is not (modules with prerequisites: {count})"
    ),
    hint="use the Moodle package in Moodle, where prerequisites become restricted access",
    what="Prerequisites between modules of a course that becomes a SCORM 2004 package.",
    why="A platform that plays SCORM 2004 without sequencing opens every module at once.",
    example="prerequisites: [kader]",
    instead="the Moodle package of the same course",
)

TOO_MANY_OBJECTIVES = Rule(
    code="CB915",
    name="scorm2004-too-many-objectives",
    severity=Severity.WARNING,
    message="the module has {count} objectives and prerequisites; SCORM 2004 keeps {limit}",
    hint="split the module",
    what="A module with more objectives and prerequisites than platforms must keep.",
    why="A platform may refuse the package, or forget the status of the last objectives.",
    example="objectives: 120 of them in one module.md",
    instead="two modules of 60",
)

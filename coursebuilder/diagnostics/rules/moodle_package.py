"""Rules CB96x: modules that Moodle gets as a SCORM package with the player inside."""

from coursebuilder.diagnostics.rule import Rule, Severity

MODULE_IN_PLAYER = Rule(
    code="CB960",
    name="moodle-module-in-player",
    severity=Severity.INFO,
    message='in Moodle the quizzes of "{module}" are played in a SCORM package: {titles}',
    hint="nothing to do, or take pages: scorm away to have Moodle ask the questions",
    what=(
        "A module with `pages: scorm` that has quizzes or self-scans. Its questions come in no question "
        "bank, and the grade is one percentage for the module."
    ),
    why="The package holds all that is to be read and answered, so that the player shows it as a whole.",
    example="---\ntitle: Kader\npages: scorm\n---",
    instead="---\ntitle: Kader\npages: page\n---",
)

NOTHING_TO_PACKAGE = Rule(
    code="CB961",
    name="moodle-nothing-to-package",
    severity=Severity.WARNING,
    message='"{module}" has no page, quiz or self-scan for a SCORM package',
    hint="take pages: scorm away, or moodle: out of a page",
    what="A module with `pages: scorm` in which every page chooses another form, or that has none.",
    why="Moodle then gets the module as if the setting were not there.",
    example="---\ntitle: Kader\npages: scorm\n---",
    instead="---\ntitle: Kader\n---",
)

LINK_OUT_OF_PACKAGE = Rule(
    code="CB962",
    name="moodle-link-out-of-package",
    severity=Severity.INFO,
    message="in Moodle's SCORM package of this module {target} is text: a package cannot lead out of itself",
    hint="name the place in words, or take pages: scorm away",
    what=(
        "A link from a module with `pages: scorm` to another module, or to an activity that Moodle shows "
        "beside the package."
    ),
    why="Where that is on a site is known only after a restore, which does not look into packages.",
    example="Zet je antwoord op [het forum](05-forum.md).",
    instead="Zet je antwoord op het forum onder deze module.",
)

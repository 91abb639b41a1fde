"""Rules CB16x: what rendering Markdown finds."""

from coursebuilder.diagnostics.rule import Rule, Severity

FORMULA_UNREADABLE = Rule(
    code="CB160",
    name="formula-unreadable",
    severity=Severity.WARNING,
    message="the formula {formula} cannot be shown as a formula: {problem}",
    hint="correct the LaTeX; if it is no formula, write \\$ for a dollar sign",
    what="A formula between dollar signs whose LaTeX has no MathML: an unknown command, a brace or a "
    "\\right that is missing, two subscripts on one letter.",
    why="Learners see the LaTeX itself, and a screen reader spells it out.",
    example="The mean is $\\bar x = \\frac{1}{n$.",
    instead="The mean is $\\bar x = \\frac{1}{n}$.",
)

NESTED_TOO_DEEPLY = Rule(
    code="CB180",
    name="nested-too-deeply",
    severity=Severity.ERROR,
    message="the text that starts here is nested too deeply to convert",
    hint="take out levels of lists or quotes; six are already hard to follow",
    what="Markdown with lists or quotes nested within each other a hundred levels deep or more.",
    why="It cannot be converted, and nobody can read it; usually a script has gone wrong.",
    example="- one\n    - two\n        - three\n            - and so on, two hundred levels",
    instead="- one\n    - two",
)

UNSEEN_LINK = Rule(
    code="CB313",
    name="unseen-link",
    severity=Severity.ERROR,
    message="a link or picture here leads to {target}, which is no page, picture or download of the course",
    hint="write it as [words](address) or ![words](address) on one line, with the address of a page or file",
    what="A link in an unusual notation, or to a file the course is made from, such as course.yml.",
    why="No package can hold what it leads to, and the learner would get an error.",
    example="Lees [het project][1].\n\n[1]:\n  02-het-projekt.md",
    instead="Lees [het project](02-het-project.md).",
)

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

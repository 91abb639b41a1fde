"""Rules CB427-CB429, CB467-CB469, CB478 and CB479: calculated questions."""

from coursebuilder.diagnostics.rule import Rule, Severity

_OTHER = "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."


def _question(
    answer: str,
    stem: str = "Een team van {leden} krijgt {uren} uur. Hoeveel elk?",
    table: str = "| leden | uren |\n| --- | --- |\n| 3 | 12 |\n| 4 | 10 |",
) -> str:
    variants = f"\n\n::: variants\n{table}\n:::" if table else ""
    return f"## {stem} {{#elk type=calculated}}\n\n= {answer}\n\n> Deel.{variants}\n\n{_OTHER}"


_RIGHT = _question("{uren} / {leden} ± 0,05")

MALFORMED_VARIANTS = Rule(
    code="CB427",
    name="malformed-variants",
    severity=Severity.ERROR,
    message="variants are a table: names in its first row, a number in each cell below",
    hint="write | members | hours |, | --- | --- | and then | 3 | 12 |; names have letters and digits",
    what="A `::: variants` that is no table of numbers.",
    why="Each row is a variant of the question; without numbers there is nothing to calculate.",
    example=_question("{leden} ± 0", "Hoeveel is {leden}?", "| leden |\n| --- |\n| drie |"),
    instead=_question("{leden} ± 0", "Hoeveel is {leden}?", "| leden |\n| --- |\n| 3 |"),
)

BAD_FORMULA = Rule(
    code="CB428",
    name="bad-formula",
    severity=Severity.ERROR,
    message="{found} is no formula",
    hint=(
        "write numbers with a decimal point, names in braces, + - * / ( ), and abs, ceil, floor, max, "
        "min, pi, pow, round or sqrt; then ± and the deviation"
    ),
    what="An answer of a calculated question that cannot be worked out.",
    why="Only what Moodle calculates in the same way is taken.",
    example=_question("{uren} : {leden} ± 0,05"),
    instead=_RIGHT,
)

NO_VARIANTS = Rule(
    code="CB429",
    name="no-variants",
    severity=Severity.ERROR,
    message="a calculated question has a table of ::: variants",
    hint="add ::: variants with a table of the values, or leave type=calculated out",
    what="A question with `type=calculated` and without `::: variants`.",
    why="The numbers in it would have no values.",
    example=_question("{uren} / {leden} ± 0,05", table=""),
    instead=_RIGHT,
)

UNKNOWN_VARIABLE = Rule(
    code="CB467",
    name="unknown-variable",
    severity=Severity.ERROR,
    message="{{{name}}} is no column of the variants: {known}",
    hint="correct the name, or add a column {name}",
    what="A formula with a variable that the variants do not give.",
    why="The formula has no value.",
    example=_question("{uur} / {leden} ± 0,05"),
    instead=_RIGHT,
)

FORMULA_WITHOUT_VALUE = Rule(
    code="CB468",
    name="formula-without-value",
    severity=Severity.ERROR,
    message="{formula} has no value in variant {number}",
    hint="change the variant: nothing is divided by 0, and the root of a negative number is none",
    what="A variant in which a formula divides by zero or has no number as its value.",
    why="A learner who gets this variant could not answer.",
    example=_question(
        "{uren} / {leden} ± 0,05", table="| leden | uren |\n| --- | --- |\n| 0 | 12 |"
    ),
    instead=_RIGHT,
)

ROUNDED_ANSWER = Rule(
    code="CB469",
    name="rounded-answer-missed",
    severity=Severity.WARNING,
    message="variant {number}: the right answer {value}, shown as {rounded}, would be wrong",
    hint="allow a larger deviation, or show more decimals=",
    what="A deviation that is smaller than the rounding of the right answer.",
    why="Who types the answer that is shown as right is told that it is wrong.",
    example=_question(
        "{uren} / {leden} ± 0,001", table="| leden | uren |\n| --- | --- |\n| 3 | 10 |"
    ),
    instead=_question(
        "{uren} / {leden} ± 0,005", table="| leden | uren |\n| --- | --- |\n| 3 | 10 |"
    ),
)

UNUSED_VARIABLE = Rule(
    code="CB478",
    name="unused-variable",
    severity=Severity.WARNING,
    message="the question does not show {{{name}}}",
    hint="write {{{name}}} in the text of the question, or remove the column",
    what="A column of the variants that the text of the question does not show.",
    why="Learners cannot calculate with a number that they do not see.",
    example=_question("{uren} / {leden} ± 0,05", "Een team krijgt {uren} uur. Hoeveel elk?"),
    instead=_RIGHT,
)

NAME_WITHOUT_VARIABLE = Rule(
    code="CB479",
    name="name-without-variable",
    severity=Severity.WARNING,
    message="{{{name}}} in the question is no column of the variants: {known}",
    hint="correct the name, or add a column {name}",
    what="A name in braces in a calculated question that the variants do not give.",
    why="Learners would read the name with its braces.",
    example=_question("{uren} / {leden} ± 0,05", "Team {naam} van {leden} krijgt {uren} uur. Elk?"),
    instead=_RIGHT,
)

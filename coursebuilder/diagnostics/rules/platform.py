"""Rules CB189-CB199: the notation of assignments, forums, glossaries, forms and polls."""

from coursebuilder.diagnostics.rule import Rule, Severity

MALFORMED_RUBRIC = Rule(
    code="CB190",
    name="malformed-rubric",
    severity=Severity.ERROR,
    message="this line of the rubric is no row of a table with points in its first row",
    hint="write | Criterion | 0 | 2 | 4 | in the first row, then a row for each criterion",
    what="A `::: rubric` whose content is not a table, or whose first row names no numbers.",
    why="A platform marks by points: every column of a rubric needs a number.",
    example=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: rubric\n| Criterium | zwak | sterk |\n"
        "| --- | --- | --- |\n| Doelen | vaag | concreet |\n:::"
    ),
    instead=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: rubric\n| Criterium | 0 | 2 |\n"
        "| --- | --- | --- |\n| Doelen | vaag | concreet |\n:::"
    ),
)

MALFORMED_GUIDE = Rule(
    code="CB187",
    name="malformed-marking-guide",
    severity=Severity.ERROR,
    message="this line of the marking guide is no row of a table with a criterion and its points",
    hint="write | Criterion | Points | For learners | For who marks |, then a row for each criterion",
    what="A `::: guide` whose content is not a table of two to four columns with points in the second.",
    why="A platform marks by points: every criterion needs the most it can give, more than 0.",
    example=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: guide\n| Criterium | Punten |\n"
        "| --- | --- |\n| Doelen | veel |\n:::"
    ),
    instead=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: guide\n| Criterium | Punten |\n"
        "| --- | --- |\n| Doelen | 4 |\n:::"
    ),
)

RUBRIC_AND_GUIDE = Rule(
    code="CB188",
    name="rubric-and-marking-guide",
    severity=Severity.ERROR,
    message="an assignment has a rubric or a marking guide, not both",
    hint="keep one of the two",
    what="An assignment with a `::: rubric` and a `::: guide`.",
    why="A platform marks an assignment with one form.",
    example=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: rubric\n| Criterium | 0 | 2 |\n"
        "| --- | --- | --- |\n| Doelen | vaag | concreet |\n:::\n\n"
        "::: guide\n| Criterium | Punten |\n| --- | --- |\n| Doelen | 4 |\n:::"
    ),
    instead=(
        "---\ntype: assignment\n---\n# Opdracht\n\n"
        "::: guide\n| Criterium | Punten |\n| --- | --- |\n| Doelen | 4 |\n:::"
    ),
)

SHORT_RUBRIC = Rule(
    code="CB191",
    name="short-rubric",
    severity=Severity.ERROR,
    message="the rubric needs a criterion, and two levels for each (here: {found})",
    hint="fill at least two columns of points in each row",
    what="A rubric without a criterion, or a criterion with fewer than two levels.",
    why="With one level there is nothing to choose; a platform refuses such a rubric.",
    example=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: rubric\n| Criterium | 4 |\n"
        "| --- | --- |\n| Doelen | concreet |\n:::"
    ),
    instead=(
        "---\ntype: assignment\n---\n# Opdracht\n\n::: rubric\n| Criterium | 0 | 4 |\n"
        "| --- | --- | --- |\n| Doelen | vaag | concreet |\n:::"
    ),
)

TERM_WITHOUT_ID = Rule(
    code="CB192",
    name="term-without-id",
    severity=Severity.ERROR,
    message="this term has no id",
    hint=(
        "write {{#{suggestion}}} at the end of the line, or another id of small letters, digits "
        "and hyphens"
    ),
    what="A term of a glossary without `{#id}`.",
    why="Links name a term by its id, also after its wording changes.",
    example="---\ntype: glossary\n---\n# Woordenlijst\n\nTakenoverzicht\n: Een tabel met alle taken.",
    instead=(
        "---\ntype: glossary\n---\n# Woordenlijst\n\nTakenoverzicht {#takenoverzicht}\n"
        ": Een tabel met alle taken."
    ),
)

STRAY_TERM_TEXT = Rule(
    code="CB193",
    name="stray-term-text",
    severity=Severity.ERROR,
    message="this line belongs to no term",
    hint="put : and a space before a definition, and indent the lines that go on with it",
    what="Text between the terms of a glossary, or a term without a definition below it.",
    why="The terms are sorted; a line that belongs to none would be lost.",
    example=(
        "---\ntype: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk.\n\nNog een alinea."
    ),
    instead=(
        "---\ntype: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk.\n\n    Nog een alinea."
    ),
)

NO_TERMS = Rule(
    code="CB194",
    name="no-terms",
    severity=Severity.ERROR,
    message="the glossary has no terms",
    hint="write Term {{#id}} on one line and : definition on the next",
    what="A file of `type: glossary` in which no term stands.",
    why="Learners would open an empty list.",
    example="---\ntype: glossary\n---\n# Woordenlijst\n\nDe woorden van de cursus.",
    instead="---\ntype: glossary\n---\n# Woordenlijst\n\nTaak {#taak}\n: Werk dat iemand doet.",
)

STRAY_FORM_TEXT = Rule(
    code="CB195",
    name="stray-form-text",
    severity=Severity.ERROR,
    message="this line is no option of the question",
    hint="options are lines - ( ) …, - [ ] … or 1. …, of one kind; text goes into the heading",
    what="Text under a question of a form, or options of two kinds.",
    why="A platform's form has a question and its options, and no room for text between them.",
    example="---\ntype: feedback\n---\n# Evaluatie\n\n## Wat neem je mee? {#mee}\n\nSchrijf kort.",
    instead="---\ntype: feedback\n---\n# Evaluatie\n\n## Wat neem je mee? Schrijf kort. {#mee}",
)

FORM_QUESTION_WITHOUT_ID = Rule(
    code="CB196",
    name="form-question-without-id",
    severity=Severity.ERROR,
    message="this question of the form has no id",
    hint=(
        "write {{#{suggestion}}} at the end of the line, or another id of small letters, digits "
        "and hyphens"
    ),
    what="A question of a form without `{#id}`.",
    why="Answers are kept by the id, also after the question's wording changes.",
    example="---\ntype: feedback\n---\n# Evaluatie\n\n## Wat neem je mee?",
    instead="---\ntype: feedback\n---\n# Evaluatie\n\n## Wat neem je mee? {#mee}",
)

NO_FORM_QUESTIONS = Rule(
    code="CB197",
    name="no-form-questions",
    severity=Severity.ERROR,
    message="the form has no questions",
    hint="write a question as a ## heading: ## What will you use? {{#use}}",
    what="A file of `type: feedback` without a `##` heading.",
    why="Learners would open an empty form.",
    example="---\ntype: feedback\n---\n# Evaluatie\n\nZeg wat je ervan vond.",
    instead="---\ntype: feedback\n---\n# Evaluatie\n\nZeg wat je ervan vond.\n\n## Wat neem je mee? {#mee}",
)

TOO_FEW_OPTIONS = Rule(
    code="CB198",
    name="too-few-options",
    severity=Severity.ERROR,
    message="there are not two options to choose from (here: {count})",
    hint="write at least two lines - ( ) …",
    what="A poll, or a question of a form with options, that has fewer than two of them.",
    why="With one option there is nothing to choose.",
    example="---\ntype: choice\n---\n# Welke rol heb jij?\n\n- ( ) ICT-coördinator",
    instead="---\ntype: choice\n---\n# Welke rol heb jij?\n\n- ( ) ICT-coördinator\n- ( ) Leraar",
)

SAME_OPTION = Rule(
    code="CB199",
    name="same-option",
    severity=Severity.ERROR,
    message='the option "{option}" stands twice',
    hint="take one away, or say what makes them differ",
    what="Two options of a poll or of a question of a form in the same words.",
    why="Nobody can tell from the answers which of the two was meant.",
    example="---\ntype: choice\n---\n# Rol\n\n- ( ) Leraar\n- ( ) Leraar",
    instead="---\ntype: choice\n---\n# Rol\n\n- ( ) Leraar\n- ( ) Directie",
)

NO_DISCUSSIONS = Rule(
    code="CB189",
    name="forum-without-discussions",
    severity=Severity.ERROR,
    message="learners open no discussions in a forum of kind {kind}: nobody could complete it",
    hint="ask for posts: instead, or take kind: general",
    what="A forum that asks for `discussions:` although its kind is `single` or `qa`.",
    why="In a single discussion learners reply; in a question-and-answer forum the trainer asks the questions.",
    example="---\ntype: forum\nkind: qa\ndiscussions: 1\n---\n# Vraag van de week",
    instead="---\ntype: forum\nkind: qa\nposts: 1\n---\n# Vraag van de week",
)

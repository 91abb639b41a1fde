"""Rules CB2: settings, checked with the JSON Schemas."""

from coursebuilder.diagnostics.rule import Rule, Severity

MISSPELLED_KEY = Rule(
    code="CB201",
    name="misspelled-key",
    severity=Severity.ERROR,
    message="{key} is not a known key",
    hint="did you mean {suggestion}?",
    what="A key that looks like a known one.",
    why="The setting would be ignored without notice.",
    example="title: Kader\nsumary: Waar komt de vraag vandaan?",
    instead="title: Kader\nsummary: Waar komt de vraag vandaan?",
)

UNKNOWN_KEY = Rule(
    code="CB202",
    name="unknown-key",
    severity=Severity.ERROR,
    message="{key} is not a known key",
    hint="remove it; the keys here are: {allowed}",
    what="A key that has no meaning in this file.",
    why="The setting would be ignored without notice.",
    example="colour: blue",
    instead="keywords: [team]",
)

MISSING_KEY = Rule(
    code="CB203",
    name="missing-key",
    severity=Severity.ERROR,
    message="{key} is missing",
    hint="add it, for instance `{key}: {example}`",
    what="A key that the file cannot do without.",
    why="A package cannot be made without it.",
    example="title: Samen sterk",
    instead="id: ict-team\ntitle: Samen sterk",
)

VALUE_NOT_ALLOWED = Rule(
    code="CB204",
    name="value-not-allowed",
    severity=Severity.ERROR,
    message="{key} cannot be {value}",
    hint="choose from: {allowed}",
    what="A value that is not in the list of this key.",
    why="The setting would mean nothing.",
    example="feedback: later",
    instead="feedback: deferred",
)

NOT_TEXT = Rule(
    code="CB205",
    name="not-text",
    severity=Severity.ERROR,
    message="{key} must be text",
    hint="write words after the colon, for instance `{key}: {example}`",
    what="A list or mapping where text is expected.",
    why="The value cannot be shown as a text.",
    example="title: [Kader, project]",
    instead="title: Kader en project",
)

NOT_A_NUMBER = Rule(
    code="CB206",
    name="not-a-number",
    severity=Severity.ERROR,
    message="{key} must be a number, not {value}",
    hint="write the number alone, without quotes, unit or % sign, with a decimal point",
    what="Something else than a number where one is expected.",
    why="It cannot be counted with.",
    example="pass: 70%",
    instead="pass: 70",
)

NOT_A_WHOLE_NUMBER = Rule(
    code="CB207",
    name="not-a-whole-number",
    severity=Severity.ERROR,
    message="{key} must be a whole number, not {value}",
    hint="write the number alone, without quotes, unit or decimals",
    what="Something else than a whole number where one is expected.",
    why="Half an attempt or half a question does not exist; minutes are counted whole.",
    example="duration: 8 min",
    instead="duration: 8",
)

NOT_YES_OR_NO = Rule(
    code="CB208",
    name="not-yes-or-no",
    severity=Severity.ERROR,
    message="{key} must be true or false, not {value}",
    hint="write true or false",
    what="Something else than true or false.",
    why="It is not clear whether the setting is on.",
    example="required: sometimes",
    instead="required: false",
)

NOT_A_LIST = Rule(
    code="CB209",
    name="not-a-list",
    severity=Severity.ERROR,
    message="{key} must be a list",
    hint="put the values in square brackets: `{key}: {example}`",
    what="A single value where a list is expected.",
    why="A comma in a text may be part of it, so we do not guess where to cut.",
    example="keywords: ICT, team",
    instead="keywords: [ICT, team]",
)

NOT_KEYS = Rule(
    code="CB210",
    name="not-keys",
    severity=Severity.ERROR,
    message="{key} must hold keys with values",
    hint="write its keys on the lines below, each indented by two spaces",
    what="A single value or a list where keys with values are expected.",
    why="Without keys nobody knows what the values are for.",
    example="completion: viewed",
    instead="completion:\n  pages: viewed",
)

EMPTY_VALUE = Rule(
    code="CB211",
    name="empty-value",
    severity=Severity.ERROR,
    message="{key} has no value",
    hint="fill it in, or remove the line",
    what="A key without a value.",
    why="It is not clear whether it was forgotten.",
    example="title:",
    instead="title: Kader en project",
)

WRONG_FORM = Rule(
    code="CB212",
    name="wrong-form",
    severity=Severity.ERROR,
    message="{value} is not written as {key} must be",
    hint="write it like this: {example}",
    what=(
        "A value of another form than its key asks: an id with capitals, a version of Moodle "
        "that does not exist."
    ),
    why="Platforms refuse it or read something else.",
    example="id: ICT team",
    instead="id: ict-team",
)

TOO_SMALL = Rule(
    code="CB213",
    name="too-small",
    severity=Severity.ERROR,
    message="{key} is {value}, but cannot be less than {limit}",
    hint="write at least {limit}",
    what="A number below what makes sense.",
    why="The platform would refuse the setting, or act strangely.",
    example="pass: -5",
    instead="pass: 50",
)

TOO_LARGE = Rule(
    code="CB214",
    name="too-large",
    severity=Severity.ERROR,
    message="{key} is {value}, but cannot be more than {limit}",
    hint="write at most {limit}",
    what="A number above what makes sense.",
    why="Nobody could pass, or the platform would refuse the setting.",
    example="pass: 700",
    instead="pass: 70",
)

TOO_FEW_ITEMS = Rule(
    code="CB215",
    name="too-few-items",
    severity=Severity.ERROR,
    message="{key} needs at least {limit} values (here: {count})",
    hint="add to the list",
    what="A list that is too short.",
    why=(
        "A scale of one label measures nothing; a course has at least one author when it names "
        "them."
    ),
    example="scale: [helemaal]",
    instead="scale: [helemaal niet, deels, helemaal]",
)

TOO_MANY_ITEMS = Rule(
    code="CB216",
    name="too-many-items",
    severity=Severity.ERROR,
    message="{key} may have at most {limit} values (here: {count})",
    hint="shorten the list",
    what="A list that is too long.",
    why="A scale with more than ten labels fits on no phone and in no Moodle questionnaire.",
    example=('scale: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11"]'),
    instead="scale: [nooit, soms, vaak, altijd]",
)

REPEATED_ITEM = Rule(
    code="CB217",
    name="repeated-item",
    severity=Severity.ERROR,
    message="{value} stands twice in {key}",
    hint="remove one of them",
    what="A value that stands twice in a list.",
    why="Most often another one was meant.",
    example="modules: [01-kader, 01-kader]",
    instead="modules: [01-kader, 02-jobprofiel]",
)

TOO_LONG = Rule(
    code="CB218",
    name="too-long",
    severity=Severity.ERROR,
    message="{key} is longer than {limit} characters",
    hint="write it shorter",
    what="A text that is longer than platforms keep.",
    why="The platform would cut it off.",
    example="moodle:\n  short_name: (a name of 300 characters)",
    instead="moodle:\n  short_name: ICT-TEAM",
)

REPEATED_BAND = Rule(
    code="CB219",
    name="repeated-band",
    severity=Severity.ERROR,
    message="the overall feedback from {minimum} % stands twice",
    hint="keep one of them, or give it another `from:`",
    what="Two bands of overall feedback that start at the same score.",
    why="Only one of them could be shown.",
    example="overall_feedback:\n  - from: 80\n    text: Sterk!\n  - from: 80\n    text: Knap!",
    instead="overall_feedback:\n  - from: 80\n    text: Sterk!\n  - from: 50\n    text: Knap!",
)

"""Rules CB12, CB13, CB178 and CB179: front matter and YAML."""

from coursebuilder.diagnostics.rule import Rule, Severity

FRONT_MATTER_NOT_CLOSED = Rule(
    code="CB120",
    name="front-matter-not-closed",
    severity=Severity.ERROR,
    message="the front matter that opens here has no end",
    hint="put a line --- under line {line}, where its settings end",
    what="A first line --- without a second one.",
    why="The whole page would count as settings.",
    example="---\nduration: 8\n# Van Digisprong naar nu",
    instead="---\nduration: 8\n---\n# Van Digisprong naar nu",
)

FRONT_MATTER_NOT_FIRST = Rule(
    code="CB121",
    name="front-matter-not-first",
    severity=Severity.ERROR,
    message="front matter must start on the first line",
    hint="remove the empty lines above it",
    what="Front matter below empty lines.",
    why="It would be shown to learners as text.",
    example="\n---\nduration: 8\n---",
    instead="---\nduration: 8\n---",
)

FRONT_MATTER_NOT_OPENED = Rule(
    code="CB179",
    name="front-matter-not-opened",
    severity=Severity.ERROR,
    message="settings stand here without a line --- above them",
    hint="put a line --- above them, and one below the last of them",
    what="A file whose first line is a setting, such as `title:`, instead of `---`.",
    why="The settings would be shown to learners as text, and a quiz would become a page.",
    example="duration: 8\n---\n# Van Digisprong naar nu",
    instead="---\nduration: 8\n---\n# Van Digisprong naar nu",
)

FRONT_MATTER_DASHES = Rule(
    code="CB178",
    name="front-matter-dashes",
    severity=Severity.ERROR,
    message="{found} stands here, where front matter takes ---",
    hint="write three hyphens: ---; word processors make one dash of them",
    what="A line of dashes above or below settings that is not exactly three hyphens.",
    why="The settings would be shown to learners as text, and a quiz would become a page.",
    example="—\nduration: 8\n---",
    instead="---\nduration: 8\n---",
)

YAML_TAB = Rule(
    code="CB122",
    name="yaml-tab",
    severity=Severity.ERROR,
    message="a tab stands where YAML expects spaces",
    hint="use two spaces",
    what="A tab in the indentation of YAML.",
    why="YAML does not allow tabs there, because editors show them in different widths.",
    example="completion:\n\tpass: 70",
    instead="completion:\n  pass: 70",
)

YAML_COLON = Rule(
    code="CB123",
    name="yaml-colon",
    severity=Severity.ERROR,
    message=(
        "a colon with a space behind it stands inside a value, or this line is not indented as "
        "the one above"
    ),
    hint="put the whole value in quotes; start keys of one level in the same column",
    what="A second `: ` on a line, which YAML reads as another key.",
    why="YAML cannot tell where the value ends.",
    example="title: Module 1: kader",
    instead='title: "Module 1: kader"',
)

YAML_INDENT = Rule(
    code="CB184",
    name="yaml-indent",
    severity=Severity.ERROR,
    message="this key is indented, but the line above has a value of its own",
    hint="start keys of one level in the same column; take the spaces before this one away",
    what="A key below another one, indented, where that other has a value already.",
    why="YAML takes the line for more of that value.",
    example="title: Kader\n  summary: Kort.",
    instead="title: Kader\nsummary: Kort.",
)

YAML_RESERVED = Rule(
    code="CB124",
    name="yaml-reserved",
    severity=Severity.ERROR,
    message="a value cannot start with {character}",
    hint="put the whole value in quotes",
    what="A value that starts with a sign YAML keeps for itself: @, ` or %.",
    why="YAML refuses it.",
    example="title: @school",
    instead='title: "@school"',
)

YAML_QUOTE = Rule(
    code="CB125",
    name="yaml-quote",
    severity=Severity.ERROR,
    message="the quote that opens here is never closed",
    hint='close it; inside double quotes write \\" for a quote',
    what="A value with an opening quote only.",
    why="All that follows would belong to this value.",
    example='title: "Kader en project',
    instead='title: "Kader en project"',
)

YAML_BRACKET = Rule(
    code="CB126",
    name="yaml-bracket",
    severity=Severity.ERROR,
    message="the bracket that opens here is not closed, or a comma is missing in it",
    hint="close it with the same kind of bracket",
    what="A list or mapping that opens with a bracket and does not end.",
    why="All that follows would belong to it.",
    example="keywords: [ICT, team",
    instead="keywords: [ICT, team]",
)

YAML_ALIAS = Rule(
    code="CB127",
    name="yaml-alias",
    severity=Severity.ERROR,
    message="a value that starts with * or & is an alias or anchor of YAML, which is not used here",
    hint="put the whole value in quotes, or write the value out",
    what="An alias (*name) or anchor (&name), often meant as emphasis.",
    why="Aliases can make a small file fill all memory; nobody needs them in these settings.",
    example="title: *Samen* aan de slag",
    instead="title: Samen aan de slag",
)

YAML_TAG = Rule(
    code="CB128",
    name="yaml-tag",
    severity=Severity.ERROR,
    message="the tag {tag} of YAML is not used here",
    hint="remove it, or put the whole value in quotes",
    what="A value that starts with `!`, which YAML reads as a type.",
    why="Types of other programs mean nothing here, and could run code in some.",
    example="title: !Belangrijk",
    instead='title: "!Belangrijk"',
)

YAML_SYNTAX = Rule(
    code="CB129",
    name="yaml-syntax",
    severity=Severity.ERROR,
    message="YAML does not understand what stands here",
    hint="look at the quotes, colons and indentation of this line and the one above",
    what="YAML that cannot be read for another reason than those with a rule of their own.",
    why="The settings of the file stay unknown.",
    example='title: De "grote" stap\n- en nog iets',
    instead='title: De "grote" stap',
)

DUPLICATE_KEY = Rule(
    code="CB130",
    name="duplicate-key",
    severity=Severity.ERROR,
    message="the key {key} stands here for the second time; the first is on line {line}",
    hint="keep one of them",
    what="A key that is given twice in one mapping.",
    why="One of the two values would be lost without notice.",
    example="title: Kader\nsummary: …\ntitle: Kader en project",
    instead="title: Kader en project\nsummary: …",
)

YAML_KEY = Rule(
    code="CB131",
    name="yaml-key",
    severity=Severity.ERROR,
    message="a key must be a word",
    hint="write a word before the colon",
    what="A list or mapping where a key is expected.",
    why="Every setting has a name.",
    example="[pages, quizzes]: none",
    instead="pages: none\nquizzes: none",
)

YAML_TOO_DEEP = Rule(
    code="CB132",
    name="yaml-too-deep",
    severity=Severity.ERROR,
    message="lists and mappings stand too deep inside each other",
    hint="write it flatter; no setting needs more than a few levels",
    what="YAML nested deeper than any setting is.",
    why="It is a mistake, or an attempt to break the tool.",
    example="keywords: [[[[[[[[[[[[[[[[[[team]]]]]]]]]]]]]]]]]]",
    instead="keywords: [team]",
)

YAML_DOCUMENTS = Rule(
    code="CB133",
    name="yaml-documents",
    severity=Severity.ERROR,
    message="a second document starts here",
    hint="remove the line ---: a course has one set of settings",
    what="A line `---` in the middle of course.yml.",
    why="Which of the two counts is not clear.",
    example="id: ict-team\n---\ntitle: Samen sterk",
    instead="id: ict-team\ntitle: Samen sterk",
)

YAML_NOT_KEYS = Rule(
    code="CB134",
    name="yaml-not-keys",
    severity=Severity.ERROR,
    message="settings are expected here, as `key: value`",
    hint="write a key, a colon, a space and the value",
    what="A list or loose text where settings belong.",
    why="Without a key nobody knows what a value is for.",
    example="title:Kader",
    instead="title: Kader",
)

YAML_ESCAPE = Rule(
    code="CB135",
    name="yaml-escape",
    severity=Severity.ERROR,
    message="\\ with this sign means nothing inside double quotes",
    hint="use single quotes, or write \\\\",
    what="An unknown escape inside double quotes.",
    why="YAML reads \\ in double quotes as the start of a special sign.",
    example='title: "Map C:\\school"',
    instead="title: 'Map C:\\school'",
)

YAML_NO_COLON = Rule(
    code="CB136",
    name="yaml-no-colon",
    severity=Severity.ERROR,
    message="this line has no colon with a space behind it",
    hint="write `key: value`",
    what="A line of settings without `: `, so that it has no key.",
    why="YAML cannot tell what the value is for.",
    example="id: kader\ntitle:Kader",
    instead="id: kader\ntitle: Kader",
)

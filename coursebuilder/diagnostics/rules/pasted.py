"""Rules CB181 to CB183: what word processors and web pages leave behind in pasted text."""

from coursebuilder.diagnostics.rule import Rule, Severity

PASTED_SIGN = Rule(
    code="CB181",
    name="pasted-sign",
    severity=Severity.WARNING,
    message=(
        "an invisible or odd sign ({character}) stands here, where a plain space or mark belongs "
        "(lines with such signs: {count})"
    ),
    hint="run coursebuilder check --fix, or type the spaces and marks of this line again",
    what=(
        "A space that does not break, a sign of no width or a full-width sign in the marks at the "
        "start of a line, around `::` or in braces. It is read as the plain sign."
    ),
    why="It looks right, but other programs that read the file would find no list, answer or setting.",
    example="## Wie beslist? {#wie}\n\n-\u00a0(x) Het bestuur\n- ( ) De directie\n\n> Klopt.",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( ) De directie\n\n> Klopt.",
)

PASTED_BULLET = Rule(
    code="CB182",
    name="pasted-bullet",
    severity=Severity.WARNING,
    message="{bullet} begins this line; a list is written with - (lines with such bullets: {count})",
    hint="run coursebuilder check --fix, or write a hyphen and a space instead",
    what="A bullet or dash of a word processor at the start of a line. It is read as a hyphen.",
    why="In Markdown only -, * and + begin a list; elsewhere the lines would run into one paragraph.",
    example="Dit heb je nodig:\n\n• een laptop\n• een half uur",
    instead="Dit heb je nodig:\n\n- een laptop\n- een half uur",
)

TYPOGRAPHIC_QUOTES = Rule(
    code="CB183",
    name="typographic-quotes",
    severity=Severity.WARNING,
    message="curly quotes stand around {value}; only straight ones hold a value together",
    hint='run coursebuilder check --fix, or type straight quotes: "{value}"',
    what=(
        "Curly quotes around a setting or the value of an attribute. They are read as straight ones."
    ),
    why=(
        "Word processors make them by themselves. Quotes that are to be seen stand inside straight "
        'ones: title: "“Samen sterk”".'
    ),
    example="## Wie beslist? {#wie name=“Wie beslist”}\n\n- (x) Ik\n- ( ) Jij\n\n> Klopt.",
    instead='## Wie beslist? {#wie name="Wie beslist"}\n\n- (x) Ik\n- ( ) Jij\n\n> Klopt.',
)

"""Rules CB632 to CB639 and CB643: Markdown that shows something else than was meant, and says nothing."""

from coursebuilder.diagnostics.rule import Rule, Severity

LIST_IN_PARAGRAPH = Rule(
    code="CB632",
    name="list-in-paragraph",
    severity=Severity.WARNING,
    message="this line goes on with the paragraph above: no list begins here",
    hint="put an empty line above the list",
    what="A list that follows a paragraph without an empty line between them.",
    why="Markdown shows the lines as one paragraph, with hyphens in it.",
    example="Je hebt nodig:\n- een laptop\n- een half uur",
    instead="Je hebt nodig:\n\n- een laptop\n- een half uur",
)

LIST_NUMBER = Rule(
    code="CB633",
    name="list-number",
    severity=Severity.WARNING,
    message="{found} begins no list: its lines become one paragraph",
    hint="write a point instead of the bracket: 1.",
    what="A list numbered with brackets: 1) 2) 3).",
    why="Markdown knows lists numbered 1. 2. 3. only, and shows the lines as one paragraph.",
    example="1) Maak een plan\n2) Verdeel de taken",
    instead="1. Maak een plan\n2. Verdeel de taken",
)

LIST_INDENT = Rule(
    code="CB634",
    name="list-indent",
    severity=Severity.WARNING,
    message="this line is indented by fewer than four spaces ({spaces}): it does not belong to the list item above it",
    hint="indent it by four spaces",
    what="An item or a paragraph below a list item, indented by less than four spaces.",
    why="It would stand beside the item above it, or end the list.",
    example="- Materiaal\n  - laptops\n  - tablets",
    instead="- Materiaal\n    - laptops\n    - tablets",
)

UNCLOSED_FENCE = Rule(
    code="CB635",
    name="unclosed-code",
    severity=Severity.WARNING,
    message="the code that opens here is never closed",
    hint="close it with a line {fence}",
    what="A line of three backticks or tildes without a second one.",
    why="The signs are shown to learners, and the code as running text.",
    example="```python\nprint('dag')",
    instead="```python\nprint('dag')\n```",
)

SPLIT_LINK = Rule(
    code="CB636",
    name="split-link",
    severity=Severity.WARNING,
    message="{found} is no link or picture: a space divides it",
    hint="take the space away: [words](address) or ![words](address)",
    what="A link or picture with a space between its brackets, or behind its exclamation mark.",
    why="Learners see brackets and an address.",
    example="Lees [het project] (02-het-project.md).",
    instead="Lees [het project](02-het-project.md).",
)

TABLE_WITHOUT_RULE = Rule(
    code="CB637",
    name="table-without-line",
    severity=Severity.WARNING,
    message="these rows are no table: the line of hyphens below the headings is missing",
    hint="write | --- | --- | under the first row, with as many columns",
    what="Rows between bars without a line of hyphens below the first one.",
    why="Learners see bars in running text.",
    example="| Taak | Wie |\n| Netwerk | technicus |",
    instead="| Taak | Wie |\n| --- | --- |\n| Netwerk | technicus |",
)

FOOTNOTE_HALF = Rule(
    code="CB638",
    name="half-footnote",
    severity=Severity.WARNING,
    message="only half of the footnote {name} is there: its mark or its note",
    hint="write {name} in the text, and a line {name}: with the note below it",
    what="A mark of a footnote without its note, or a note to which no mark leads.",
    why="A mark is shown as signs; a note without a mark is not shown at all.",
    example="Dat bleek in 2023.[^1]",
    instead="Dat bleek in 2023.[^1]\n\n[^1]: Onderwijsinspectie, 2023.",
)

ANSWERS_OUTSIDE_QUESTION = Rule(
    code="CB639",
    name="answers-outside-question",
    severity=Severity.WARNING,
    message="these answers belong to no question",
    hint=(
        "in a quiz, write type: quiz in the front matter and the question as a ## heading; in a page, "
        "put question and answers between ::: question and :::"
    ),
    what="Lines - ( ) and - (x) in running text.",
    why="They are shown as a list, with the right answer marked.",
    example="Wie beslist?\n\n- ( ) De directie\n- (x) Het bestuur",
    instead="::: question Wie beslist? {#beslist}\n- ( ) De directie\n- (x) Het bestuur\n\n> Klopt.\n:::",
)

HTML_LEFT_OUT = Rule(
    code="CB643",
    name="html-left-out",
    severity=Severity.WARNING,
    message="<{tag}> is left out: pages cannot hold it",
    hint="write it in Markdown, link to what it embeds, or put it between backticks when it is text",
    what="An element of HTML that is not on the list of allowed ones, such as `<iframe>` or `<font>`.",
    why="It is taken out of every package, often with what stands in it.",
    example='<iframe src="https://example.org/film"></iframe>',
    instead="[De film op example.org](https://example.org/film)",
)

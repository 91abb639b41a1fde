"""Rules CB15x-CB17x: blocks and attributes in pages."""

from coursebuilder.diagnostics.rule import Rule, Severity

UNCLOSED_BLOCK = Rule(
    code="CB150",
    name="unclosed-block",
    severity=Severity.ERROR,
    message='the block "{name}" is never closed',
    hint="close it with a line that holds nothing but :::",
    what="A ``::: name`` line without the ``:::`` line that ends the block.",
    why="All that follows would become part of the block: a page would end inside a tab.",
    example="::: reflection Jouw school {#school}\nWie doet wat?\n",
    instead="::: reflection Jouw school {#school}\nWie doet wat?\n:::\n",
)

UNKNOWN_BLOCK = Rule(
    code="CB151",
    name="unknown-block",
    severity=Severity.ERROR,
    message='there is no block "{name}"',
    hint="the blocks are: {known}",
    what="A ``:::`` line with a name that no block has.",
    why="The tool cannot know what a learner should see.",
    example="::: gallery\n![Team](images/team.png)\n:::\n",
    instead="::: figure\n![Team](images/team.png)\n:::\n",
)

UNKNOWN_BLOCK_SIMILAR = Rule(
    code="CB152",
    name="misspelled-block",
    severity=Severity.ERROR,
    message='there is no block "{name}"',
    hint='did you mean "{close}"?',
    what="A ``:::`` line with a name that is almost that of a block.",
    why="The tool does not guess: a wrong guess would change what a learner sees.",
    example="::: figuur\n![Team](images/team.png)\n:::\n",
    instead="::: figure\n![Team](images/team.png)\n:::\n",
)

MISPLACED_BLOCK = Rule(
    code="CB153",
    name="misplaced-block",
    severity=Severity.ERROR,
    message='"{name}" cannot stand inside "{owner}"',
    hint='move it out; "{owner}" may hold: {known}',
    what="A block in a place where its parent cannot hold it, such as a video in a reflection.",
    why="No target has a place for it, and dropping it silently would lose content.",
    example="::: reflection Jouw school {#school}\n::: video Taken {src=taken.mp4}\n:::\n:::\n",
    instead="::: video Taken {src=taken.mp4}\n:::\n\n::: reflection Jouw school {#school}\nWie?\n:::\n",
)

STRAY_END = Rule(
    code="CB154",
    name="stray-block-end",
    severity=Severity.ERROR,
    message="this ::: closes nothing",
    hint="remove it, or name the block it should open: ::: figure",
    what="A line ``:::`` where no block is open.",
    why="Most often a block was closed twice, or its opening line was lost.",
    example="Tekst.\n\n:::\n",
    instead="Tekst.\n",
)

MISSING_ID = Rule(
    code="CB155",
    name="block-without-id",
    severity=Severity.ERROR,
    message='this "{owner}" has no id',
    hint=(
        "write {{#{suggestion}}} at the end of the line, or another id of small letters, digits "
        "and hyphens"
    ),
    what="A reflection, checklist or checklist line without ``{#id}``.",
    why="What a learner writes or ticks is kept under this id, also when you reword the text.",
    example="::: reflection Jouw school\nWie doet wat?\n:::\n",
    instead="::: reflection Jouw school {#eigen-school}\nWie doet wat?\n:::\n",
)

BAD_BLOCK_ID = Rule(
    code="CB156",
    name="unusable-id",
    severity=Severity.ERROR,
    message='"{value}" cannot be an id',
    hint="use small letters a-z, digits and single hyphens: #{suggestion}",
    what="An id with capitals, accents, underscores or other signs.",
    why="Ids become addresses and identifiers in packages, which allow no other signs everywhere.",
    example="## Wie is verantwoordelijk? {#AVG_vraag}\n",
    instead="## Wie is verantwoordelijk? {#avg-vraag}\n",
)

DUPLICATE_BLOCK_ID = Rule(
    code="CB157",
    name="duplicate-block-id",
    severity=Severity.ERROR,
    message='the id "{id}" stands twice: first on line {line}',
    hint="give this one an id of its own",
    what="Two reflections, checklists, practice questions, or lines of one list, with the same id.",
    why="What a learner does in the one would show up in the other.",
    example="::: checklist Klaar? {#klaar}\n- [ ] Plan {#a}\n- [ ] Team {#a}\n:::\n",
    instead="::: checklist Klaar? {#klaar}\n- [ ] Plan {#plan}\n- [ ] Team {#team}\n:::\n",
)

MISSING_ATTRIBUTE = Rule(
    code="CB158",
    name="missing-attribute",
    severity=Severity.ERROR,
    message='"{owner}" needs "{name}"',
    hint="add {name}=… between the braces at the end of the line",
    what="A block without an attribute it cannot do without, such as a video without ``src``.",
    why="There would be nothing to show.",
    example="::: video De taakgroepen\n:::\n",
    instead="::: video De taakgroepen {src=media/taken.mp4}\n:::\n",
)

UNKNOWN_ATTRIBUTE = Rule(
    code="CB159",
    name="unknown-attribute",
    severity=Severity.ERROR,
    message='"{owner}" has no attribute "{name}"',
    hint="it knows: {known}",
    what="An attribute that its block or question does not know.",
    why="It would have no effect, while you believe it has.",
    example="::: reflection Jouw school {#school color=red}\nWie?\n:::\n",
    instead="::: reflection Jouw school {#school lines=6}\nWie?\n:::\n",
)

UNKNOWN_ATTRIBUTE_SIMILAR = Rule(
    code="CB177",
    name="misspelled-attribute",
    severity=Severity.ERROR,
    message='"{owner}" has no attribute "{name}"',
    hint='did you mean "{close}"?',
    what="An attribute whose name is almost that of one its block or question knows.",
    why="It would have no effect, while you believe it has.",
    example="## Wie beslist? {#beslist point=2}\n",
    instead="## Wie beslist? {#beslist points=2}\n",
)

REPEATED_ATTRIBUTE = Rule(
    code="CB161",
    name="repeated-attribute",
    severity=Severity.ERROR,
    message='the attribute "{name}" stands twice',
    hint="keep one of them",
    what="The same attribute twice between one pair of braces.",
    why="Only one of the two values can count.",
    example="## Wie beslist? {#beslist points=1 points=2}\n",
    instead="## Wie beslist? {#beslist points=2}\n",
)

BAD_ATTRIBUTE = Rule(
    code="CB162",
    name="bad-attribute-value",
    severity=Severity.ERROR,
    message='"{value}" is no value for "{name}"',
    hint="expected: {wanted}",
    what="An attribute with a value it cannot have.",
    why="The tool would have to ignore it.",
    example="::: reflection Jouw school {#school lines=veel}\nWie?\n:::\n",
    instead="::: reflection Jouw school {#school lines=6}\nWie?\n:::\n",
)

MALFORMED_ATTRIBUTES = Rule(
    code="CB163",
    name="malformed-attributes",
    severity=Severity.ERROR,
    message="{found} is not a list of attributes",
    hint='write {{#id key=value key="two words"}}: no spaces around =, quotes around values with spaces',
    what="Braces at the end of a line that look like attributes and cannot be read as such.",
    why="They would become part of the text that learners read.",
    example="## Wie beslist? {#beslist tags=privacy, team points= 2}\n",
    instead='## Wie beslist? {#beslist tags="privacy team" points=2}\n',
)

UNKNOWN_CALLOUT = Rule(
    code="CB164",
    name="unknown-callout",
    severity=Severity.ERROR,
    message='there is no callout "{name}"',
    hint="use one of: {known}",
    what="A ``> [!kind]`` box of a kind that does not exist.",
    why="It would show as a quote that begins with a strange word.",
    example="> [!info] Goed om te weten\n> Het plan telt vijf pijlers.\n",
    instead="> [!note] Goed om te weten\n> Het plan telt vijf pijlers.\n",
)

EMPTY_BLOCK = Rule(
    code="CB165",
    name="empty-block",
    severity=Severity.ERROR,
    message='this "{name}" is empty',
    hint="it needs {needs}",
    what="A block without what it exists for: tabs without panels, a checklist without lines.",
    why="A learner would see an empty box.",
    example="::: tabs\n:::\n",
    instead="::: tabs\n### Basisonderwijs\nTekst.\n### Secundair onderwijs\nTekst.\n:::\n",
)

TEXT_BEFORE_PANEL = Rule(
    code="CB166",
    name="text-before-panel",
    severity=Severity.ERROR,
    message='text stands before the first heading of "{name}"',
    hint="put it above the block, or under a heading",
    what="Text in tabs or an accordion that belongs to no panel.",
    why="There is no panel in which it could show.",
    example="::: tabs\nKies je niveau.\n### Basisonderwijs\nTekst.\n:::\n",
    instead="Kies je niveau.\n\n::: tabs\n### Basisonderwijs\nTekst.\n:::\n",
)

UNTITLED_PANEL = Rule(
    code="CB167",
    name="untitled-panel",
    severity=Severity.ERROR,
    message="this panel has no title",
    hint="write it behind the #s",
    what="A heading without words in tabs or an accordion.",
    why="Its tab would be empty: nobody could tell what it opens.",
    example="::: tabs\n###\nTekst.\n:::\n",
    instead="::: tabs\n### Basisonderwijs\nTekst.\n:::\n",
)

FIGURE_PICTURE = Rule(
    code="CB168",
    name="figure-without-picture",
    severity=Severity.ERROR,
    message="a figure begins with its picture, alone on a line",
    hint="write ![what it shows](images/name.svg) on the first line",
    what="A ``::: figure`` whose first line is not exactly one picture.",
    why="The picture, its caption and its credit belong together; without a picture there is none.",
    example="::: figure\nDe vier taakgroepen\n:::\n",
    instead="::: figure\n![Vier taakgroepen](images/taken.svg)\n\nDe vier taakgroepen\n:::\n",
)

BAD_DOWNLOAD = Rule(
    code="CB169",
    name="bad-download-line",
    severity=Severity.ERROR,
    message="this is not a download: {found}",
    hint="write - [Title](files/name.ext) and, behind it, what it is for",
    what="Something else than a list of links in ``::: downloads``.",
    why="The list of downloads shows each file with its title; other text has no place in it.",
    example="::: downloads\nfiles/agenda.md\n:::\n",
    instead="::: downloads\n- [Agenda](files/agenda.md) Voor het teamoverleg.\n:::\n",
)

BAD_CHECKLIST = Rule(
    code="CB170",
    name="bad-checklist-line",
    severity=Severity.ERROR,
    message="this is not a checklist line: {found}",
    hint="write - [ ] Text {{#id}}",
    what="Something else than ``- [ ]`` lines in ``::: checklist``.",
    why="Only lines with a box can be ticked.",
    example="::: checklist Klaar? {#klaar}\n- Je hebt een plan.\n:::\n",
    instead="::: checklist Klaar? {#klaar}\n- [ ] Je hebt een plan. {#plan}\n:::\n",
)

INDENTED_BLOCK = Rule(
    code="CB171",
    name="indented-block",
    severity=Severity.WARNING,
    message="this ::: line is indented and taken as text",
    hint="move it to the margin, or put it between ``` lines when it is an example",
    what="A ``:::`` line that begins with one to three spaces.",
    why="Blocks open and close at the margin only; learners would read the colons.",
    example="  ::: figure\n  ![Team](images/team.png)\n  :::\n",
    instead="::: figure\n![Team](images/team.png)\n:::\n",
)

TOO_DEEP = Rule(
    code="CB172",
    name="nested-too-deep",
    severity=Severity.ERROR,
    message="blocks stand more than {most} deep inside each other",
    hint="take the inner blocks out",
    what="Tabs, accordions and callouts nested beyond reason.",
    why="No screen can show it, and most often a ``:::`` line is missing somewhere above.",
    example="::: tabs\n### A\n::: tabs\n### B\n…\n",
    instead="::: tabs\n### A\nTekst.\n### B\nTekst.\n:::\n",
)

REPEATED_PART = Rule(
    code="CB173",
    name="repeated-part",
    severity=Severity.ERROR,
    message='"{name}" stands twice here',
    hint="keep one, and put both texts into it",
    what="A part that may stand once, such as ``::: description`` or general feedback, twice.",
    why="Only one of the two could be shown.",
    example="> Klopt.\n\n> Lees ook bladzijde 3.\n",
    instead="> Klopt.\n>\n> Lees ook bladzijde 3.\n",
)

TITLE_NOT_USED = Rule(
    code="CB174",
    name="title-not-used",
    severity=Severity.ERROR,
    message='"{name}" has no title',
    hint="move the words {title} into the block, or remove them",
    what="Words behind the name of a block that shows no title.",
    why="No learner would see them.",
    example="::: figure De taakgroepen\n![Vier taakgroepen](images/taken.svg)\n:::\n",
    instead="::: figure\n![Vier taakgroepen](images/taken.svg)\n\nDe taakgroepen\n:::\n",
)

MISPLACED_CALLOUT = Rule(
    code="CB175",
    name="misplaced-callout",
    severity=Severity.ERROR,
    message='a callout cannot stand inside "{owner}"',
    hint="move it out of the block, or begin the line with a backslash and a space when it is text",
    what="``> [!tip]`` inside a block that holds plain text only, such as a transcript.",
    why="It would show as a quote that begins with [!tip].",
    example="::: reflection Jouw school {#school}\n> [!tip] Denk na\n:::\n",
    instead="> [!tip] Denk na\n\n::: reflection Jouw school {#school}\nWie doet wat?\n:::\n",
)

UNTITLED_MEDIA = Rule(
    code="CB176",
    name="untitled-block",
    severity=Severity.ERROR,
    message='this "{name}" has no title',
    hint="write it behind the name: ::: {name} The title",
    what="A video, sound, reflection, checklist or practice question without words behind its name.",
    why="The title is what a screen reader announces and what trainers recognise.",
    example="::: video {src=media/taken.mp4}\n:::\n",
    instead="::: video De vier taakgroepen {src=media/taken.mp4}\n:::\n",
)

"""Rules CB22: spreadsheets and text documents made from a text file."""

from coursebuilder.diagnostics.rule import Rule, Severity

MADE_AND_PRESENT = Rule(
    code="CB220",
    name="made-and-present",
    severity=Severity.ERROR,
    message="{file} is made from this file, but it also stands in the folder",
    hint="remove {file}, or rename one of them",
    what="A spreadsheet or document in the course folder beside the text file that it would be made from.",
    why="Learners would get one of the two, and nobody would know which.",
    example="# files/taken.xlsx\n# files/taken.xlsx.yml",
    instead="# files/taken.xlsx.yml",
)

SHEET_NAME = Rule(
    code="CB221",
    name="sheet-name",
    severity=Severity.ERROR,
    message="a sheet cannot be called {name}",
    hint=(
        "use at most {limit} characters, none of : \\ / ? * [ ], no apostrophe at the start or end, "
        "and not the word History"
    ),
    what="A name that spreadsheet programs refuse.",
    why="Excel calls the file damaged when it opens it.",
    example="title: Taken\nsheets:\n  - name: nu/later\n    columns: [{title: Taak}]",
    instead="title: Taken\nsheets:\n  - name: nu en later\n    columns: [{title: Taak}]",
)

REPEATED_SHEET = Rule(
    code="CB222",
    name="repeated-sheet",
    severity=Severity.ERROR,
    message="two sheets are called {name}; capitals make no difference",
    hint="give one of them another name",
    what="Two sheets of one workbook with the same name.",
    why="A workbook finds its sheets by name.",
    example=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Taak}]\n"
        "  - name: taken\n    columns: [{title: Taak}]"
    ),
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Taak}]\n"
        "  - name: Uren\n    columns: [{title: Taak}]"
    ),
)

REPEATED_COLUMN = Rule(
    code="CB223",
    name="repeated-column",
    severity=Severity.ERROR,
    message="two columns are called {title}",
    hint="give one of them another title",
    what="Two columns of one table with the same heading.",
    why="Somebody who sorts, filters or listens to the table cannot tell them apart.",
    example="title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Wie}, {title: Wie}]",
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n"
        "    columns: [{title: Verantwoordelijke}, {title: Vervanger}]"
    ),
)

ROW_TOO_LONG = Rule(
    code="CB224",
    name="row-too-long",
    severity=Severity.ERROR,
    message="this row has more cells ({cells}) than the table has columns ({columns})",
    hint="remove what is too much; put a text with a comma in quotes",
    what="A row with more cells than the table has columns.",
    why="Most often a comma in a text cut it in two.",
    example=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Taak}]\n"
        "    rows:\n      - [Netwerk, wifi en accesspoints beheren]"
    ),
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Taak}]\n"
        '    rows:\n      - ["Netwerk, wifi en accesspoints beheren"]'
    ),
)

CELL_NOT_A_CHOICE = Rule(
    code="CB225",
    name="cell-not-a-choice",
    severity=Severity.ERROR,
    message="{cell} is not in the drop-down list of {title}",
    hint="choose from: {allowed}; or add it to the choices of the column",
    what="A cell that is filled in with something its own list does not offer.",
    why="The spreadsheet program would refuse it as soon as somebody edits the cell.",
    example=(
        "title: Taken\nsheets:\n  - name: Taken\n"
        "    columns: [{title: Waar, choices: [team, extern]}]\n    rows:\n      - [externe]"
    ),
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n"
        "    columns: [{title: Waar, choices: [team, extern]}]\n    rows:\n      - [extern]"
    ),
)

CELL_TYPE = Rule(
    code="CB226",
    name="cell-type",
    severity=Severity.ERROR,
    message="{cell} is not what the column {title} holds",
    hint="write it like this: {example}; or leave out the type of the column",
    what="Something else than a number or a date in a column of numbers or dates.",
    why="The spreadsheet program could not count with it or sort by it.",
    example=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Uren, type: number}]\n"
        "    rows:\n      - [twee uur]"
    ),
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns: [{title: Uren, type: number}]\n"
        "    rows:\n      - [2]"
    ),
)

CHOICE_COMMA = Rule(
    code="CB227",
    name="choice-comma",
    severity=Severity.ERROR,
    message="the choice {choice} holds a comma or a double quote",
    hint="write it without that sign",
    what="A choice with a sign that ends it in a drop-down list.",
    why="A spreadsheet keeps its lists with commas between the choices, and would cut this one in two.",
    example=(
        "title: Taken\nsheets:\n  - name: Taken\n"
        '    columns: [{title: Waar, choices: ["team, school", extern]}]'
    ),
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n"
        "    columns: [{title: Waar, choices: [team of school, extern]}]"
    ),
)

CHOICES_TOO_LONG = Rule(
    code="CB228",
    name="choices-too-long",
    severity=Severity.ERROR,
    message="the choices of {title} take {count} characters together; the most is {limit}",
    hint="shorten them, or leave some out",
    what="A drop-down list that is longer than a spreadsheet can keep.",
    why="Excel calls the file damaged when it opens it.",
    example=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns:\n      - title: Groep\n"
        "        choices:\n"
        "          - Alles wat met toestellen en netwerken te maken heeft en een technicus vraagt\n"
        "          - Alles wat met lessen en leermiddelen te maken heeft en een leraar vraagt\n"
        "          - Alles wat met plannen en keuzes te maken heeft en een directie vraagt\n"
        "          - Alles wat met lijsten en accounts te maken heeft en een secretariaat vraagt"
    ),
    instead=(
        "title: Taken\nsheets:\n  - name: Taken\n    columns:\n      - title: Groep\n"
        "        choices: [technisch, pedagogisch-didactisch, beleid en visie, administratief]"
    ),
)
DOCUMENT_ELEMENT = Rule(
    code="CB229",
    name="document-element",
    severity=Severity.ERROR,
    message="a document to take away cannot hold {what}",
    hint="leave it out: headings, paragraphs, lists, tables, bold, italic, code and links to the web can be there",
    what="Something in a NAME.docx.md that has no place in the Word document made of it.",
    why="It would be missing from the document, and nobody would notice.",
    example="# Afspraak\n\n![Ons schema](schema.png)",
    instead="# Afspraak\n\n- Eén adres voor alle vragen",
)

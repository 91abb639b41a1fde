"""Rules CB92: what Moodle shows in another way, or cannot hold."""

from coursebuilder.diagnostics.rule import Rule, Severity

STATIC_REFLECTION = Rule(
    code="CB920",
    name="moodle-static-reflection",
    severity=Severity.INFO,
    message="Moodle shows a reflection as its prompt only: it keeps no text",
    hint="learners write in their own notebook; an essay question in a quiz keeps what they write",
    what="A `::: reflection` in a course that goes to Moodle. Reported once per course.",
    why="Moodle pages have no boxes that keep a learner's text; the prompt is still there to read.",
    example="::: reflection Jouw school {#eigen-school}\nWelke taken liggen bij één persoon?\n:::",
    instead="## Welke taken liggen bij één persoon? {#eigen-school type=essay}",
)

STATIC_CHECKLIST = Rule(
    code="CB921",
    name="moodle-static-checklist",
    severity=Severity.INFO,
    message="Moodle shows a checklist as a list: it keeps no ticks",
    hint="nothing to do when learners may tick on paper",
    what="A `::: checklist` in a course that goes to Moodle. Reported once per course.",
    why="Moodle pages keep no ticks of a learner; the lines are still there to read.",
    example="::: checklist Voor je begint {#start}\n- [ ] Je kent de uren. {#uren}\n:::",
    instead="- Je kent de uren.",
)

STATIC_PRACTICE = Rule(
    code="CB922",
    name="moodle-static-practice",
    severity=Severity.INFO,
    message="Moodle shows a practice question with its answer folded away",
    hint="put the question in a quiz that is not required to have Moodle ask it",
    what="A `::: question` in a page that goes to Moodle. Reported once per course.",
    why="Moodle asks questions in quizzes only; within a page the learner opens the answer.",
    example=(
        "::: question Wat is Digisprong? {#oef}\n"
        "- (x) Een plan\n  > Juist.\n- ( ) Een merk\n  > Nee.\n:::"
    ),
    instead=(
        "---\ntype: quiz\ntitle: Oefenen\nrequired: false\n---\n"
        "## Wat is Digisprong? {#oef}\n\n- (x) Een plan\n  > Juist.\n- ( ) Een merk\n  > Nee."
    ),
)

STATIC_TABS = Rule(
    code="CB923",
    name="moodle-tabs-as-folds",
    severity=Severity.INFO,
    message="Moodle shows the panels of tabs below each other",
    hint="nothing to do: all text is there",
    what="`::: tabs` in a course that goes to Moodle. Reported once per course.",
    why="Tabs need a script, which Moodle pages do not run.",
    example="::: tabs\n### Basisonderwijs\nTekst.\n### Secundair onderwijs\nTekst.\n:::",
    instead="## Basisonderwijs\n\nTekst.\n\n## Secundair onderwijs\n\nTekst.",
)

SCAN_AS_FEEDBACK = Rule(
    code="CB924",
    name="moodle-scan-as-feedback",
    severity=Severity.INFO,
    message="in Moodle the self-scan is a feedback activity: no chart, and all advice at the end",
    hint="learners work out their averages themselves; the page after sending explains how",
    what="A self-scan in a course that goes to Moodle. Reported once per course.",
    why="Moodle's feedback activity collects the answers but draws no chart of one learner's own.",
    example=(
        "---\ntype: scan\ntitle: Teamscan\nscale: [nee, soms, ja]\n---\n"
        "## Visie {#visie}\n\n- Ons team kent de visie. {#kent}\n\n> 1 - 3: Lees verder."
    ),
    instead="Keep it: nothing of the scan is lost.",
)

ORDERING_AS_MATCHING = Rule(
    code="CB925",
    name="moodle-ordering-as-matching",
    severity=Severity.INFO,
    message="for Moodle {version} putting in order becomes matching with numbers",
    hint='set moodle: min_version: "4.4" when every Moodle that gets the course is that new',
    what=(
        "An ordering question while `moodle.min_version` is below 4.4. Reported once per course; "
        "`grading=exact` becomes a share of the points for each item."
    ),
    why="Before 4.4 Moodle has no ordering questions: an attempt with one in it breaks off.",
    example='moodle:\n  min_version: "4.1"',
    instead='moodle:\n  min_version: "4.4"',
)

UNKNOWN_FRACTION = Rule(
    code="CB926",
    name="moodle-unknown-weight",
    severity=Severity.WARNING,
    message="Moodle's list of weights has no {weight} %",
    hint="use {nearest} %, the nearest that Moodle knows",
    what="A weight that the menu in Moodle's question form does not offer.",
    why=(
        "The question works, but Moodle changes the weight without a word as soon as a trainer edits "
        "and saves it."
    ),
    example="- (48%) De ICT-coördinator\n- (x) Het schoolbestuur",
    instead="- (50%) De ICT-coördinator\n- (x) Het schoolbestuur",
)

TRUEFALSE_LABELS = Rule(
    code="CB927",
    name="moodle-truefalse-labels",
    severity=Severity.INFO,
    message='Moodle shows its own words for true and false instead of "{true}" and "{false}"',
    hint="leave out type=truefalse to keep your words: it becomes a question with one choice",
    what="A true/false question whose answers are not called true and false. Reported at each.",
    why="Moodle's true/false question has fixed answers in the language of the learner.",
    example="## Mag dit? {#mag type=truefalse}\n\n- (x) Mag wel\n- ( ) Mag niet",
    instead="## Mag dit? {#mag}\n\n- (x) Mag wel\n- ( ) Mag niet",
)

LABEL_COMPLETION = Rule(
    code="CB928",
    name="moodle-label-ticked",
    severity=Severity.INFO,
    message="a page shown as a label is complete when the learner ticks it: Moodle cannot see it read",
    hint="use moodle: page, or required: false",
    what="A required page with `moodle: label`. Reported once per course.",
    why="Moodle tracks views of pages and books, not of text on the course page.",
    example="---\nmoodle: label\n---\n# Welkom",
    instead="---\nmoodle: page\n---\n# Welkom",
)

TOO_LONG = Rule(
    code="CB929",
    name="moodle-too-long",
    severity=Severity.WARNING,
    message="Moodle holds {limit} characters here and cuts the rest of the {length}: {text}",
    hint="shorten it to {limit} characters",
    what="A title, name, right side or tag that is longer than Moodle's column for it.",
    why="A restore with a longer text would break off, so it is cut with an ellipsis.",
    example="---\ntitle: (more than 255 characters)\n---",
    instead="---\ntitle: Van Digisprong naar nu\n---",
)

CODE_IN_NAME = Rule(
    code="CB931",
    name="moodle-code-in-name",
    severity=Severity.ERROR,
    message="Moodle takes $@ in a name for a code of its own",
    hint="write it without the $ or the @, or put a space between them",
    what="A title, name, right side or tag with the two signs that begin a code in a backup of Moodle.",
    why="A restore would put an address in its place, or nothing at all.",
    example="---\ntitle: Wat $@NULL@$ betekent\n---",
    instead="---\ntitle: Wat NULL betekent\n---",
)

LINK_AS_TEXT = Rule(
    code="CB930",
    name="moodle-link-as-text",
    severity=Severity.INFO,
    message="Moodle shows {target} as text here: a restore does not make links in this place",
    hint="put the link in the introduction, the advice or the general feedback",
    what=(
        "A link to a page or a picture of the course in a statement of a self-scan, or in the feedback on "
        "an ordering question as a whole; with `moodle.min_version` before 4.4 also a link in a hint."
    ),
    why="Moodle's restore does not look for links in these fields.",
    example="## Visie {#visie}\n\n- Ons team kent [de visie](01-visie.md). {#kent}\n\n> 1 - 5: Goed.",
    instead="## Visie {#visie}\n\n- Ons team kent de visie. {#kent}\n\n> 1 - 5: Lees [de visie](01-visie.md).",
)

OWN_LOOK = Rule(
    code="CB965",
    name="moodle-own-look",
    severity=Severity.INFO,
    message="theme and logo are for the player: Moodle's own pages keep the look of the site",
    hint="nothing to do; an administrator sets logo and colours for the whole site in Moodle",
    what="A `theme:` or `logo:` in a course that goes to Moodle.",
    why="A backup cannot bring a theme along: colours, fonts and logo belong to the Moodle site.",
    example="theme:\n  accent: '#0b5c8a'",
    instead="the SCORM package of the same course, where its look has to be the course's own",
)

DRAW_BY_TAG = Rule(
    code="CB932",
    name="moodle-draw-by-tag",
    severity=Severity.ERROR,
    message="a Moodle {version} does not draw by the tag {tag} after a restore",
    hint='put the questions into a pool and draw from that, or write min_version: "4.4"',
    what="A draw by tag in a course that is made for a Moodle before 4.3.",
    why="A restore there keeps the number of a tag on our side, so that every attempt fails.",
    example=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  - {tag: water, count: 1}\n---\n"
        '## Is water nat? {#nat type=truefalse tags="water"}\n\n- (x) Juist\n- ( ) Fout'
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\ndraw: {water: 1}\n---\n"
        "## Is water nat? {#nat type=truefalse pool=water}\n\n- (x) Juist\n- ( ) Fout"
    ),
)

TAG_WITH_COMMA = Rule(
    code="CB933",
    name="moodle-tag-with-comma",
    severity=Severity.ERROR,
    message="Moodle cannot draw by the tag {tag}: a comma ends a tag there",
    hint="use a hyphen instead of the comma, in tags= and under draw:",
    what="A draw by a tag with a comma in it.",
    why="Moodle reads tags as a list with commas, and would draw from other questions.",
    example=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  - {tag: 'water,ijs', count: 1}\n---\n"
        '## Is water nat? {#nat type=truefalse tags="water,ijs"}\n\n- (x) Juist\n- ( ) Fout'
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  - {tag: water-ijs, count: 1}\n---\n"
        '## Is water nat? {#nat type=truefalse tags="water-ijs"}\n\n- (x) Juist\n- ( ) Fout'
    ),
)

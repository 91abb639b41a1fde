"""Rules CB40x-CB44x: the notation of questions and self-scans."""

from coursebuilder.diagnostics.rule import Rule, Severity

QUESTION_WITHOUT_ID = Rule(
    code="CB402",
    name="question-without-id",
    severity=Severity.ERROR,
    message="this question has no id",
    hint=(
        "write {{#{suggestion}}} at the end of the line, or another id of small letters, digits "
        "and hyphens"
    ),
    what="A question without ``{#id}``.",
    why="Learners' answers and Moodle's question bank hang on the id, also when you reword it.",
    example="## Wie is verantwoordelijk?\n\n- (x) Het bestuur\n- ( ) De directie\n",
    instead="## Wie is verantwoordelijk? {#avg}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

QUESTION_WITHOUT_TEXT = Rule(
    code="CB403",
    name="question-without-text",
    severity=Severity.ERROR,
    message="this question asks nothing",
    hint="write the question behind ##, or between the heading and the answers",
    what="A question with answers but without words.",
    why="A learner would see answers only.",
    example="## {#avg}\n\n- (x) Het bestuur\n- ( ) De directie\n",
    instead="## Wie is verantwoordelijk? {#avg}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

UNKNOWN_TYPE = Rule(
    code="CB404",
    name="unknown-question-type",
    severity=Severity.ERROR,
    message='there is no question type "{value}"',
    hint="write one of: {close}",
    what="A ``type=`` that the tool does not know.",
    why="Nothing else says how the question must be shown and scored.",
    example="## Vul aan. {#vul type=gap}\n\nHet [[bestuur|team]] beslist.\n",
    instead="## Vul aan. {#vul type=gaps-choose}\n\nHet [[bestuur|team]] beslist.\n",
)

TYPE_NEEDED = Rule(
    code="CB405",
    name="question-type-needed",
    severity=Severity.ERROR,
    message="{found} alone does not say which type of question this is",
    hint="add the type between the braces of the heading: {wanted}",
    what="Gaps or a numbered list in a question without ``type=``.",
    why="Gaps can be chosen, dragged or typed; a numbered list can also be part of the text.",
    example="## Zet in volgorde. {#fasen}\n\n1. Plan\n2. Team\n",
    instead="## Zet in volgorde. {#fasen type=ordering}\n\n1. Plan\n2. Team\n",
)

NO_NOTATION = Rule(
    code="CB406",
    name="question-without-answers",
    severity=Severity.ERROR,
    message="no answers are found under this question",
    hint="write - ( ) and - (x), - [ ] and - [x], = answer, or - left :: right; type=essay for an open question",
    what="A question under which nothing looks like an answer.",
    why="The tool cannot tell what to ask; most often a mark is mistyped.",
    example="## Wie beslist? {#wie}\n\nDenk aan de wet.\n",
    instead="## Wie beslist? {#wie}\n\nDenk aan de wet.\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

UNMARKED_ANSWER = Rule(
    code="CB439",
    name="unmarked-answer",
    severity=Severity.ERROR,
    message="this line looks like an answer, but is not marked as one",
    hint=(
        "write - ( ) or - (x), - [ ] or - [x], = answer, or - left :: right, with spaces as here; "
        "type=essay for an open question"
    ),
    what="A list under a question that has no other answers, without their marks.",
    why="Which answer is right is not said.",
    example="## Wie beslist? {#wie}\n\n- Het bestuur\n- De directie\n",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

NO_ANSWERS = Rule(
    code="CB407",
    name="answers-of-another-type",
    severity=Severity.ERROR,
    message="no answers are found in the notation of this type",
    hint="write {wanted}, or change type=",
    what="A question whose ``type=`` does not fit what stands under it.",
    why="There is nothing to answer.",
    example="## Zet in volgorde. {#fasen type=ordering}\n\n- Plan\n- Team\n",
    instead="## Zet in volgorde. {#fasen type=ordering}\n\n1. Plan\n2. Team\n",
)

MIXED_MARKS = Rule(
    code="CB408",
    name="mixed-marks",
    severity=Severity.ERROR,
    message="{found} does not fit the first answer: round and square brackets are mixed",
    hint="use ( ) everywhere when one answer is right, [ ] everywhere when several may be",
    what="``( )`` and ``[ ]`` in one question.",
    why="It is not clear whether a learner may tick more than one.",
    example="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- [ ] De directie\n",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

BAD_MARK = Rule(
    code="CB409",
    name="bad-answer-mark",
    severity=Severity.ERROR,
    message="{found} is no mark of an answer",
    hint="write ( ), (x) or (50%); with square brackets when several may be right",
    what="A line among the choices without a mark, or with one that is no mark.",
    why="The tool cannot tell whether the answer is right.",
    example="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- (o) De directie\n",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

WRONG_MARKS = Rule(
    code="CB410",
    name="marks-against-type",
    severity=Severity.ERROR,
    message="type={type} wants {wanted}",
    hint="change the brackets, or leave type= out: they say it already",
    what="``type=choice`` with square brackets, or ``type=multiple`` with round ones.",
    why="The two contradict each other.",
    example="## Wie beslist? {#wie type=multiple}\n\n- (x) Het bestuur\n- ( ) De directie\n",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

BAD_WEIGHT = Rule(
    code="CB411",
    name="bad-weight",
    severity=Severity.ERROR,
    message="{found} is no weight",
    hint="write a percentage from {low} to {high}, such as 50% or 33,33333%",
    what="A weight that is no number, or out of bounds.",
    why="An answer cannot earn more than all points, nor cost more.",
    example="## Wie beslist? {#wie}\n\n- (150%) Het bestuur\n- ( ) De directie\n",
    instead="## Wie beslist? {#wie}\n\n- (100%) Het bestuur\n- ( ) De directie\n",
)

TRUE_FALSE_CHOICES = Rule(
    code="CB412",
    name="true-false-choices",
    severity=Severity.ERROR,
    message="a true-or-false question has two choices of which one is right; here are {count}, {right} right",
    hint="keep two, mark one with (x) and give no weights; or leave type=truefalse out",
    what="``type=truefalse`` with another number of choices, or of right ones.",
    why="Every platform shows exactly two buttons for it.",
    example="## Elk team heeft uren. {#uren type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n- ( ) Soms\n",
    instead="## Elk team heeft uren. {#uren type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n",
)

EMPTY_ANSWER = Rule(
    code="CB413",
    name="empty-answer",
    severity=Severity.ERROR,
    message="this answer is empty",
    hint="write the answer behind its mark, or remove the line",
    what="An answer without words.",
    why="A learner could not tell what it stands for.",
    example="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( )\n",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n- ( ) De directie\n",
)

TEXT_BEHIND_ANSWERS = Rule(
    code="CB414",
    name="text-behind-answers",
    severity=Severity.ERROR,
    message="this text belongs neither to an answer nor to the feedback",
    hint="indent it to add it to the answer above, begin it with > for feedback, or move it above the answers",
    what="Text at the margin after the first answer, or behind the feedback of an answer.",
    why="It would be shown nowhere.",
    example="## Wie beslist? {#wie}\n\n- (x) Het bestuur\nvan de school\n- ( ) De directie\n",
    instead="## Wie beslist? {#wie}\n\n- (x) Het bestuur\n  van de school\n- ( ) De directie\n",
)

FEEDBACK_AT_MARGIN = Rule(
    code="CB415",
    name="feedback-at-margin",
    severity=Severity.ERROR,
    message="this feedback stands at the margin between two answers",
    hint="indent it by two spaces to give it to the answer above; move it below the answers when it is general",
    what="A ``>`` line at the margin with another answer below it.",
    why="At the margin it is general feedback, which stands after the last answer.",
    example="## Wie? {#wie}\n\n- (x) Het bestuur\n> Klopt.\n- ( ) De directie\n",
    instead="## Wie? {#wie}\n\n- (x) Het bestuur\n  > Klopt.\n- ( ) De directie\n",
)

FEEDBACK_NOT_HERE = Rule(
    code="CB416",
    name="feedback-not-here",
    severity=Severity.ERROR,
    message="a part of this type of question has no feedback of its own",
    hint="use general feedback behind the answers, or ::: correct, ::: partial and ::: incorrect",
    what="Feedback under a pair to match or an item to put in order.",
    why="No platform can show it.",
    example="## Zet in volgorde. {#fasen type=ordering}\n\n1. Plan\n   > Juist.\n2. Team\n",
    instead="## Zet in volgorde. {#fasen type=ordering}\n\n1. Plan\n2. Team\n\n> Eerst het plan.\n",
)

BAD_NUMBER = Rule(
    code="CB417",
    name="bad-number",
    severity=Severity.ERROR,
    message="{found} is no number",
    hint="write a number, and ± with what may differ: = 4,5 ± 0,5; a unit goes into the heading: unit=uur",
    what="An answer to a number question that cannot be read as a number.",
    why="It could never be right.",
    example="## Hoeveel groepen? {#groepen type=number}\n\n= vier\n",
    instead="## Hoeveel groepen? {#groepen type=number}\n\n= 4\n",
)

AMBIGUOUS_NUMBERS = Rule(
    code="CB418",
    name="number-or-text",
    severity=Severity.ERROR,
    message="all answers are numbers: it is not clear whether a number or a text is asked",
    hint="add type=number or type=shortanswer, or say what may differ: = 4 ± 0",
    what="``=`` answers that are all numbers, without ``±`` and ``type=``.",
    why="As a number 4 and 4,0 are both right; as a text only what you wrote.",
    example="## Hoeveel groepen? {#groepen}\n\n= 4\n",
    instead="## Hoeveel groepen? {#groepen}\n\n= 4 ± 0\n",
)

BAD_UNITS = Rule(
    code="CB419",
    name="bad-units",
    severity=Severity.ERROR,
    message="{found} is no unit",
    hint='write units="uur:1 minuut:60": the first is the answers\' own and has factor 1',
    what="``units=`` that cannot be read.",
    why="An answer in that unit could not be converted.",
    example='## Hoe lang? {#duur units="uur minuut"}\n\n= 2 ± 0\n',
    instead='## Hoe lang? {#duur units="uur:1 minuut:60"}\n\n= 2 ± 0\n',
)

UNIT_AND_UNITS = Rule(
    code="CB420",
    name="unit-and-units",
    severity=Severity.ERROR,
    message="unit= and units= stand together",
    hint="keep units= when there are several, unit= when there is one",
    what="A number question with both attributes.",
    why="Only one of them can say what the answers' own unit is.",
    example='## Hoe lang? {#duur unit=uur units="uur:1 minuut:60"}\n\n= 2 ± 0\n',
    instead='## Hoe lang? {#duur units="uur:1 minuut:60"}\n\n= 2 ± 0\n',
)

PAIR_WITHOUT_SEPARATOR = Rule(
    code="CB421",
    name="pair-without-separator",
    severity=Severity.ERROR,
    message="this line is no pair: {found}",
    hint="write - left :: right, with a space on both sides of ::",
    what="A line among pairs to match without ``::``.",
    why="It has no right side to match.",
    example="## Zet bij elkaar. {#taken}\n\n- Digibord :: technisch\n- Les helpen\n",
    instead="## Zet bij elkaar. {#taken}\n\n- Digibord :: technisch\n- Les helpen :: pedagogisch\n",
)

NO_GAPS = Rule(
    code="CB422",
    name="no-gaps",
    severity=Severity.ERROR,
    message="this text has no gaps",
    hint="write each gap between double brackets: [[right|wrong]]",
    what="A gaps question without a single ``[[…]]``.",
    why="There is nothing to fill in.",
    example="## Vul aan. {#vul type=gaps-choose}\n\nHet bestuur beslist.\n",
    instead="## Vul aan. {#vul type=gaps-choose}\n\nHet [[bestuur|team]] beslist.\n",
)

EMPTY_GAP = Rule(
    code="CB423",
    name="empty-gap",
    severity=Severity.ERROR,
    message="this gap has no answer",
    hint="write the right word between the brackets: [[word]]; for two real brackets write a backslash before them",
    what="A gap without a word in it.",
    why="No answer could be right.",
    example="## Vul aan. {#vul type=gaps-type}\n\nHet [[]] beslist.\n",
    instead="## Vul aan. {#vul type=gaps-type}\n\nHet [[bestuur]] beslist.\n",
)

ONE_CHOICE_GAP = Rule(
    code="CB424",
    name="one-choice-gap",
    severity=Severity.WARNING,
    message='the list of this gap holds only "{word}"',
    hint="add wrong words behind a bar: [[{word}|another]]",
    what="A gap to choose from a list of one word.",
    why="There is nothing to choose.",
    example="## Vul aan. {#vul type=gaps-choose}\n\nHet [[bestuur]] beslist.\n",
    instead="## Vul aan. {#vul type=gaps-choose}\n\nHet [[bestuur|team]] beslist.\n",
)

WORDS_IN_DRAG_GAP = Rule(
    code="CB425",
    name="words-in-drag-gap",
    severity=Severity.ERROR,
    message="a gap to drag a word into holds one word, not {words}",
    hint='keep the right word, and put the wrong ones into extra="word, other word"',
    what="``[[right|wrong]]`` in a ``gaps-drag`` question.",
    why="All gaps share one stock of words; a gap has no list of its own.",
    example="## Sleep. {#sleep type=gaps-drag}\n\nHet [[bestuur|team]] beslist.\n",
    instead="## Sleep. {#sleep type=gaps-drag extra=team}\n\nHet [[bestuur]] beslist.\n",
)

THOUSANDS = Rule(
    code="CB426",
    name="thousands-or-decimals",
    severity=Severity.WARNING,
    message="{found} is read as {value}: the point divides decimals",
    hint="write thousands without a point: {thousands}; or decimals with a comma: {decimals}",
    what="A number with a point and exactly three digits behind it, which may mean thousands.",
    why="An answer of a thousand would be scored as one.",
    example="## Hoeveel leerlingen? {#leerlingen}\n\n= 1.250 ± 50\n",
    instead="## Hoeveel leerlingen? {#leerlingen}\n\n= 1250 ± 50\n",
)

STATEMENT_WITHOUT_ID = Rule(
    code="CB430",
    name="statement-without-id",
    severity=Severity.ERROR,
    message="no id stands on this line",
    hint=(
        "write {{#{suggestion}}} at the end of the line, or another id of small letters, digits "
        "and hyphens"
    ),
    what="A group or a statement of a self-scan without ``{#id}``.",
    why="The learner's marks are kept under it, also when you reword the statement.",
    example="## Visie {#visie}\n\n- Ons team kent de visie.\n",
    instead="## Visie {#visie}\n\n- Ons team kent de visie. {#kent-visie}\n",
)

BAD_ADVICE = Rule(
    code="CB431",
    name="bad-advice",
    severity=Severity.ERROR,
    message="this advice does not begin with a range",
    hint="write > 1 - 2,4: and then the advice",
    what="A quote under a group of a self-scan without ``from - to:`` in front.",
    why="The tool cannot tell for which averages it is meant.",
    example="> Begin bij de visie.\n",
    instead="> 1 - 2,4: Begin bij de visie.\n",
)

EMPTY_ADVICE = Rule(
    code="CB432",
    name="empty-advice",
    severity=Severity.ERROR,
    message="there is no advice for this range",
    hint="write it behind the colon",
    what="A range without words behind it.",
    why="A learner in that range would read nothing.",
    example="> 1 - 2,4:\n",
    instead="> 1 - 2,4: Begin bij de visie.\n",
)

STRAY_SCAN_TEXT = Rule(
    code="CB433",
    name="stray-scan-text",
    severity=Severity.ERROR,
    message="this text is neither a statement nor advice",
    hint="write statements as - Text {{#id}} and advice as > from - to: text",
    what="Other text under a group of a self-scan.",
    why="It would be shown nowhere.",
    example="## Visie {#visie}\n\nDenk aan dit jaar.\n\n- Ons team kent de visie. {#kent-visie}\n",
    instead="## Visie {#visie}\n\n- Ons team kent dit jaar de visie. {#kent-visie}\n",
)

GROUP_WITHOUT_TITLE = Rule(
    code="CB434",
    name="group-without-title",
    severity=Severity.ERROR,
    message="this group has no title",
    hint="write it behind ##",
    what="A group of a self-scan without words in its heading.",
    why="The chart names its bars by the titles.",
    example="## {#visie}\n\n- Ons team kent de visie. {#kent-visie}\n",
    instead="## Visie {#visie}\n\n- Ons team kent de visie. {#kent-visie}\n",
)

GROUP_WITHOUT_STATEMENTS = Rule(
    code="CB435",
    name="group-without-statements",
    severity=Severity.ERROR,
    message="this group has no statements",
    hint="write them as a list: - Text {{#id}}",
    what="A group of a self-scan with nothing to mark.",
    why="It has no average.",
    example="## Visie {#visie}\n",
    instead="## Visie {#visie}\n\n- Ons team kent de visie. {#kent-visie}\n",
)

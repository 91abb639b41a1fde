"""Rules CB48 and CB49: quizzes and self-scans."""

from coursebuilder.diagnostics.rule import Rule, Severity

EMPTY_QUIZ = Rule(
    code="CB480",
    name="empty-quiz",
    severity=Severity.ERROR,
    message="the quiz has no questions",
    hint="add a question: a ## heading with an {{#id}} and answers under it",
    what="A quiz without questions.",
    why="Nobody can pass it, so nobody can complete the course.",
    example="De vragen volgen nog.",
    instead="## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.",
)

UNREACHABLE_PASS = Rule(
    code="CB481",
    name="unreachable-pass-mark",
    severity=Severity.ERROR,
    message="the pass mark of {percent} % cannot be reached: at most {reachable} % is marked",
    hint="lower pass:, give the questions points, or ask what the course can mark itself",
    what="A pass mark above what the questions without open questions can earn.",
    why="Without a person who marks it, no learner can pass.",
    example=(
        "---\ntype: quiz\ntitle: Toets\npass: 70\n---\n## Schrijf iets. {#iets type=essay}\n\n> Zo."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\npass: 0\n---\n## Schrijf iets. {#iets type=essay}\n\n> Zo."
    ),
)

ESSAY_IN_QUIZ = Rule(
    code="CB482",
    name="essay-in-passed-quiz",
    severity=Severity.INFO,
    message="a person must mark this question before anyone passes in Moodle",
    hint="put it in a quiz of its own with pass: 0, or use a ::: reflection",
    what="An open question in a quiz with a pass mark.",
    why="Moodle waits for a trainer's mark; in SCORM the question does not count.",
    example=(
        "## Is water nat? {#nat type=truefalse points=9}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.\n\n"
        "## Schrijf iets. {#iets type=essay}\n\n> Zo."
    ),
    instead="## Is water nat? {#nat type=truefalse points=9}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.",
)

POOL_TOO_SMALL = Rule(
    code="CB483",
    name="pool-too-small",
    severity=Severity.ERROR,
    message="{count} questions are drawn from the pool {pool}, which holds {size}",
    hint="draw fewer, or add questions with pool={pool}",
    what="A pool with fewer questions than are drawn from it.",
    why="A platform refuses the quiz, or asks a question twice.",
    example=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  a: 2\n---\n"
        "## Is water nat? {#nat type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  a: 1\n---\n"
        "## Is water nat? {#nat type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

UNKNOWN_POOL = Rule(
    code="CB484",
    name="unknown-pool",
    severity=Severity.ERROR,
    message="no question belongs to the pool {pool}",
    hint="add pool={pool} to questions, or correct the name under draw:",
    what="A pool under draw: that no question names.",
    why="The quiz would ask fewer questions than meant.",
    example=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  b: 1\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  a: 1\n---\n"
        "## Is water nat? {#nat type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

UNEQUAL_POOL = Rule(
    code="CB485",
    name="unequal-pool-points",
    severity=Severity.ERROR,
    message="the questions of the pool {pool} have different points: {points}",
    hint="give all questions of a pool the same points=",
    what="A pool of questions that do not earn the same.",
    why="Chance would decide how many points a learner can earn.",
    example=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  a: 1\n---\n"
        "## Is water nat? {#nat type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.\n\n"
        "## Is ijs koud? {#koud type=truefalse pool=a points=2}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\ndraw:\n  a: 1\n---\n"
        "## Is water nat? {#nat type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.\n\n"
        "## Is ijs koud? {#koud type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

UNDRAWN_POOL = Rule(
    code="CB486",
    name="pool-never-drawn",
    severity=Severity.WARNING,
    message="the pool {pool} is not drawn from: all its questions are asked",
    hint="name it under draw: with a number, or leave pool= out",
    what="A pool that draw: does not name.",
    why="Learners get all questions of the pool instead of a few.",
    example="## Is water nat? {#nat type=truefalse pool=a}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.",
    instead="## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja.",
)

SHORT_TIME = Rule(
    code="CB487",
    name="short-time-limit",
    severity=Severity.WARNING,
    message="a time limit of {minutes} min leaves {seconds} seconds for each of the questions ({count})",
    hint="allow at least 20 seconds for each question, or leave time_limit out",
    what="A time limit of less than 20 seconds for each question.",
    why="Who reads slowly or uses assistive technology cannot finish.",
    example="---\ntype: quiz\ntitle: Toets\ntime_limit: 1\n---\n"
    + "\n\n".join(
        f"## Is {n} even? {{#v{n} type=truefalse}}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
        for n in (2, 4, 6, 8)
    ),
    instead="---\ntype: quiz\ntitle: Toets\ntime_limit: 4\n---\n"
    + "\n\n".join(
        f"## Is {n} even? {{#v{n} type=truefalse}}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
        for n in (2, 4, 6, 8)
    ),
)

TRIES_WITHOUT_HINTS = Rule(
    code="CB488",
    name="tries-without-hints",
    severity=Severity.WARNING,
    message="feedback is interactive, but no question has a hint",
    hint="add ::: hint blocks (one more try for each), or use feedback: immediate",
    what="A quiz with tries and hints in which no question has a hint.",
    why="The number of hints is the number of extra tries: without hints there is one try.",
    example=(
        "---\ntype: quiz\ntitle: Toets\nfeedback: interactive\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\nfeedback: immediate\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

LARGE_PAGE = Rule(
    code="CB489",
    name="per-page-too-large",
    severity=Severity.INFO,
    message="{per_page} questions are shown together, and an attempt has {count}",
    hint="write per_page: 0 to show all questions together",
    what="More questions per page than an attempt holds.",
    why="It works, but the number says something else than what happens.",
    example=(
        "---\ntype: quiz\ntitle: Toets\nper_page: 5\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\nper_page: 0\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

BANDS_START = Rule(
    code="CB491",
    name="no-feedback-from-zero",
    severity=Severity.WARNING,
    message="scores below {percent} % get no overall feedback",
    hint="add a text with from: 0",
    what="Overall feedback that does not start at 0 %.",
    why="The learners who need advice most get none.",
    example=(
        "---\ntype: quiz\ntitle: Toets\noverall_feedback:\n  - from: 80\n    text: Sterk!\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
    instead=(
        "---\ntype: quiz\ntitle: Toets\noverall_feedback:\n  - from: 0\n    text: Bedankt!\n---\n"
        "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

EMPTY_SCAN = Rule(
    code="CB492",
    name="scan-without-statements",
    severity=Severity.ERROR,
    message="the self-scan has no statements",
    hint="add a group: a ## heading with an {{#id}}, and lines - A statement. {{#id}} under it",
    what="A self-scan without groups.",
    why="There is nothing to score and no average to show.",
    example="---\ntype: scan\ntitle: Teamscan\nscale: [nee, ja]\n---\nDe stellingen volgen nog.",
    instead="## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n> 1 - 5: Lees verder.",
)

NO_ADVICE = Rule(
    code="CB493",
    name="scan-without-advice",
    severity=Severity.WARNING,
    message="the group {title} gives no advice",
    hint="add quotes under the statements: > 1 - 2,4: text",
    what="A group of a self-scan without advice.",
    why="A learner sees a number and does not know what to do with it.",
    example="## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}",
    instead="## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n> 1 - 5: Lees verder.",
)

ADVICE_OVERLAP = Rule(
    code="CB494",
    name="advice-overlap",
    severity=Severity.ERROR,
    message="the advice for {first} and for {second} overlap",
    hint="let a range start where the one before it stops: 1 - 2,4 and 2,5 - 5",
    what="Two ranges of advice that share an average.",
    why="For that average two texts would fit, and only one is shown.",
    example=(
        "## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n"
        "> 1 - 3: Begin hier.\n\n> 2,5 - 5: Sterk."
    ),
    instead=(
        "## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n"
        "> 1 - 2,4: Begin hier.\n\n> 2,5 - 5: Sterk."
    ),
)

ADVICE_GAP = Rule(
    code="CB495",
    name="advice-gap",
    severity=Severity.WARNING,
    message="an average from {low} to {high} gets no advice",
    hint="let the ranges cover the whole scale, to one decimal",
    what="Part of the scale that no advice covers.",
    why="Learners with that average get a number only.",
    example=(
        "## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n"
        "> 1 - 2: Begin hier.\n\n> 3 - 5: Sterk."
    ),
    instead=(
        "## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n"
        "> 1 - 2,9: Begin hier.\n\n> 3 - 5: Sterk."
    ),
)

ADVICE_BEYOND_SCALE = Rule(
    code="CB496",
    name="advice-beyond-scale",
    severity=Severity.ERROR,
    message="the advice for {range} does not fit a scale from 1 to {highest}",
    hint="let ranges run from 1 to {highest}, from low to high",
    what="Advice for averages that the scale does not have, or a range from high to low.",
    why="It can never be shown.",
    example="## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n> 1 - 6: Sterk.",
    instead="## Visie {#visie}\n\n- Wij kennen de visie. {#kennen}\n\n> 1 - 5: Sterk.",
)

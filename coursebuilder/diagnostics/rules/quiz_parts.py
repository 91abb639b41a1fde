"""Rules CB456-CB499 between other ones: parts and pages of a quiz, draws by tag, what learners see when."""

from coursebuilder.diagnostics.rule import Rule, Severity

_QUESTION = "## Is water nat? {#nat type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."
_OTHER = "## Is ijs koud? {#koud type=truefalse}\n\n- (x) Juist\n- ( ) Fout\n\n> Ja."


def _tagged(id: str, tags: str, more: str = "") -> str:
    return (
        f'## Is {id} nat? {{#{id} type=truefalse tags="{tags}"{more}}}\n\n'
        "- (x) Juist\n- ( ) Fout\n\n> Ja."
    )


def _quiz(settings: str, *questions: str) -> str:
    return f"---\ntype: quiz\ntitle: Toets\n{settings}\n---\n" + "\n\n".join(questions)


UNTITLED_QUIZ_SECTION = Rule(
    code="CB456",
    name="untitled-quiz-section",
    severity=Severity.ERROR,
    message="the heading between the questions has no words",
    hint="write what this part is about: # Words, or --- for a new page only",
    what="A `#` heading between questions without words.",
    why="A learner would see an empty heading.",
    example=f"#\n\n{_QUESTION}",
    instead=f"# Water\n\n{_QUESTION}",
)

TEXT_UNDER_QUIZ_SECTION = Rule(
    code="CB459",
    name="text-under-quiz-section",
    severity=Severity.ERROR,
    message="text below a # heading and above the first question belongs to no question",
    hint="put it below the ## heading of the question, or in the introduction of the quiz",
    what="Text between a `#` heading of a quiz and the next question.",
    why="A quiz has headings between its questions, and no room for more than their words.",
    example=f"# Water\n\nLees dit eerst.\n\n{_QUESTION}",
    instead=(
        "# Water\n\n## Is water nat? {#nat type=truefalse}\n\nLees dit eerst.\n\n"
        "- (x) Juist\n- ( ) Fout\n\n> Ja."
    ),
)

EMPTY_QUIZ_SECTION = Rule(
    code="CB462",
    name="empty-quiz-section",
    severity=Severity.ERROR,
    message="no question is asked under the heading {title}",
    hint="add a question under it, or remove the heading; a draw stands where its first question does",
    what="A `#` heading of a quiz under which an attempt asks nothing.",
    why="The heading would stand above nothing, so no platform can show it.",
    example=f"{_QUESTION}\n\n# Ijs",
    instead=f"{_QUESTION}\n\n# Ijs\n\n{_OTHER}",
)

USELESS_PAGE_BREAK = Rule(
    code="CB465",
    name="useless-page-break",
    severity=Severity.INFO,
    message="this --- makes no new page: one begins here anyway, or the question is drawn elsewhere",
    hint="remove the ---; with per_page: 0 questions stand together up to each ---",
    what="A `---` between questions where the page ends without it.",
    why="Who reads the source would think that it changes something.",
    example=f"{_QUESTION}\n\n---\n\n{_OTHER}",
    instead=_quiz("per_page: 0", _QUESTION, "---", _OTHER),
)

UNKNOWN_DRAW_TAG = Rule(
    code="CB475",
    name="unknown-draw-tag",
    severity=Severity.ERROR,
    message="no question to draw from has the tag {tag}",
    hint='add tags="{tag}" to questions, or correct the tag under draw:',
    what="A tag under `draw:` that no question of its pool (or, without `pool:`, of no pool) has.",
    why="The quiz would ask fewer questions than meant.",
    example=_quiz("draw:\n  - {tag: ijs, count: 1}", _tagged("regen", "water")),
    instead=_quiz("draw:\n  - {tag: water, count: 1}", _tagged("regen", "water")),
)

DRAW_MAY_RUN_OUT = Rule(
    code="CB476",
    name="draw-may-run-out",
    severity=Severity.ERROR,
    message="draw: takes {count} with the tag {tag}, and as few as {left} may be left for it",
    hint="add questions with that tag, or draw fewer; earlier draws may take those with both tags",
    what="A draw by tag that may find too few questions, because it has too few or shares them.",
    why="A platform would refuse the attempt, or ask fewer questions than meant.",
    example=_quiz(
        "draw:\n  - {tag: water, count: 1}\n  - {tag: ijs, count: 1}",
        _tagged("regen", "water"),
        _tagged("sneeuw", "water ijs"),
    ),
    instead=_quiz(
        "draw:\n  - {tag: water, count: 1}\n  - {tag: ijs, count: 1}",
        _tagged("regen", "water"),
        _tagged("sneeuw", "water ijs"),
        _tagged("hagel", "ijs"),
    ),
)

NEVER_DRAWN = Rule(
    code="CB477",
    name="question-never-drawn",
    severity=Severity.WARNING,
    message="no draw takes this question of the pool {pool}: nobody is asked it",
    hint="give it a tag that is drawn, or draw from the whole pool",
    what="A question of a pool that is drawn from by tag, without any of those tags.",
    why="The question was written and never appears.",
    example=_quiz(
        "draw:\n  - {pool: a, tag: water, count: 1}",
        _tagged("regen", "water", " pool=a"),
        _tagged("sneeuw", "ijs", " pool=a"),
    ),
    instead=_quiz(
        "draw:\n  - {pool: a, tag: water, count: 1}\n  - {pool: a, tag: ijs, count: 1}",
        _tagged("regen", "water", " pool=a"),
        _tagged("sneeuw", "ijs", " pool=a"),
    ),
)

REVIEW_WITHOUT_ANSWERS = Rule(
    code="CB497",
    name="review-without-answers",
    severity=Severity.WARNING,
    message="{what}: {time} cannot be: it is seen with the answers, and those say answers: {when}",
    hint="write answers: {time} as well, or {what}: {when}",
    what="Something under `review:` that is to be seen sooner than the learner's own answers.",
    why="It is shown beside the answers, so it stays hidden as long as they are.",
    example=_quiz("review:\n  answers: closed\n  right_answers: later\nattempts: 2", _QUESTION),
    instead=_quiz("review:\n  answers: later\n  right_answers: later\nattempts: 2", _QUESTION),
)

REVIEW_DURING_DEFERRED = Rule(
    code="CB498",
    name="review-during-deferred",
    severity=Severity.WARNING,
    message="{what} is to be seen during the attempt, where a deferred quiz marks nothing",
    hint="write after, or feedback: immediate",
    what="`during` under `review:` in a quiz with `feedback: deferred`.",
    why="Nothing is marked before handing in, so there is nothing to see.",
    example=_quiz("feedback: deferred\nreview:\n  points: during", _QUESTION),
    instead=_quiz("feedback: deferred\nreview:\n  points: after", _QUESTION),
)

REVIEW_NEVER_CLOSES = Rule(
    code="CB499",
    name="review-never-closes",
    severity=Severity.INFO,
    message="{what} is to be seen when the quiz is closed, and it has no last attempt",
    hint="write attempts: with a number, or later or never instead of closed",
    what="`closed` under `review:` in a quiz with as many attempts as a learner likes.",
    why="The player never shows it; Moodle does once a trainer gives the quiz a closing date.",
    example=_quiz("review:\n  right_answers: closed", _QUESTION),
    instead=_quiz("attempts: 2\nreview:\n  right_answers: closed", _QUESTION),
)

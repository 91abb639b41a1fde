"""A quiz: its questions, in which order and parts they are asked, and what a learner sees when."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from coursebuilder.model.block import Body
from coursebuilder.model.outline import Outline
from coursebuilder.model.question import Question
from coursebuilder.text import NOWHERE, Span, Text

ReviewTime = Literal["during", "after", "later", "closed", "never"]
"""From when on something is shown: as soon as a question is checked; from handing in on; when the
learner comes back; when no attempt is possible any more; never."""


REVIEW_TIMES: tuple[ReviewTime, ...] = ("during", "after", "later", "closed", "never")
"""Soonest first: what is seen at one of them is seen at all that follow, ``never`` aside."""

ReviewSubject = Literal["answers", "correctness", "points", "feedback", "right_answers"]
"""The fields of ``Review``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Overall feedback for scores from ``minimum`` percent up to the next band."""

    minimum: Decimal
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How many questions an attempt draws, and from which."""

    count: int
    pool: str = ""
    """The pool to draw from; empty: from the questions that belong to none."""
    tag: str = ""
    """Only questions with this tag, capitals or not; empty: all of the pool."""

    def takes(self, question: Question) -> bool:
        """Whether the question may be drawn."""
        if question.pool != self.pool:
            return False
        wanted = self.tag.casefold()
        return not wanted or any(tag.casefold() == wanted for tag in question.tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizSection:
    """A heading between the questions, which begins a part of the quiz on a page of its own."""

    title: str
    """As written: inline Markdown, of which platforms show the words."""
    first: str
    """Id of the question that follows the heading."""
    shuffle: bool | None = None
    """Whether the questions of this part are shuffled; None: as in the rest of the quiz."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an attempt asks from one heading to the next."""

    title: str
    """As the section's; empty before the first heading."""
    shuffle: bool
    slots: tuple["Question | Draw", ...]
    breaks: frozenset[int]
    """Indexes of slots that begin a page, the first one's aside."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """From when on a learner sees what about the own attempt; None: as the behaviour has it.

    That is ``after`` where feedback is deferred and ``during`` elsewhere; the answers themselves are
    always in sight while the attempt goes on.
    """

    answers: ReviewTime | None = None
    """What the learner answered."""
    correctness: ReviewTime | None = None
    """Whether each answer is right."""
    points: ReviewTime | None = None
    """Points and score."""
    feedback: ReviewTime | None = None
    """Feedback on answers and general feedback."""
    right_answers: ReviewTime | None = None
    """What would have been right."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """One graded test."""

    id: str
    title: str
    introduction: Body
    questions: tuple[Question, ...]
    """All of them, in the author's order, pools included."""
    sections: tuple[QuizSection, ...] = ()
    """Headings between the questions, in the author's order."""
    breaks: tuple[str, ...] = ()
    """Ids of the questions before which the author begins a new page."""
    draws: tuple[Draw, ...] = ()
    pass_percent: Decimal = Decimal(70)
    attempts: int = 0
    """0: as many as the learner likes."""
    behaviour: Literal["deferred", "immediate", "interactive"] = "immediate"
    """Feedback at the end, after each question, or after each try with hints."""
    review: Review = Review()
    grading: Literal["highest", "average", "first", "last"] = "highest"
    shuffle_questions: bool = False
    shuffle_answers: bool = True
    time_limit: int = 0
    """Minutes; 0: none."""
    per_page: int = 1
    """Questions shown together; 0: all."""
    bands: tuple[Band, ...] = ()
    """Highest first."""
    objectives: tuple[str, ...] = ()
    duration: int | None = None
    required: bool = True
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)

    def pool(self, name: str) -> tuple[Question, ...]:
        """The questions of one pool, in the author's order; ``""`` names those of none."""
        return tuple(question for question in self.questions if question.pool == name)

    def drawn(self, draw: Draw) -> tuple[Question, ...]:
        """The questions that a draw chooses from, in the author's order."""
        return tuple(question for question in self.questions if draw.takes(question))

    @property
    def parts(self) -> tuple[Part, ...]:
        """What one attempt holds, in order: a draw stands where the first question it may take does.

        A pool without a draw is asked whole. A draw of three stands here as one ``Draw`` with count 3.
        A heading without a question under it is no part.
        """
        return tuple(_parts(self))

    @property
    def slots(self) -> tuple["Question | Draw", ...]:
        """The slots of all parts."""
        return tuple(slot for part in self.parts for slot in part.slots)

    @property
    def points(self) -> Decimal:
        """The most points one attempt can earn automatically or by hand."""
        total = Decimal(0)
        for slot in self.slots:
            if isinstance(slot, Draw):
                total += slot.count * self.drawn(slot)[0].points
            else:
                total += slot.points
        return total

    def seen_from(self, what: ReviewSubject) -> ReviewTime:
        """From when on a learner sees something of the own attempt."""
        given: ReviewTime | None = getattr(self.review, what)
        return given or ("after" if self.behaviour == "deferred" else "during")


def _parts(quiz: Quiz) -> Iterator[Part]:
    headings = {section.first: section for section in quiz.sections}
    pooled = {draw.pool for draw in quiz.draws if draw.pool}
    open_section: QuizSection | None = None
    placed: list[Draw] = []
    slots: list[Question | Draw] = []
    breaks: set[int] = set()
    for question in quiz.questions:
        if question.id in headings:
            if slots:
                yield _part(quiz, open_section, slots, breaks)
            open_section, slots, breaks = headings[question.id], [], set()
        if question.id in quiz.breaks and slots:
            breaks.add(len(slots))
        drawing = [draw for draw in quiz.draws if draw.takes(question)]
        if not drawing and question.pool not in pooled:
            slots.append(question)
        new = [draw for draw in drawing if draw not in placed]
        placed += new
        slots += new
    if slots:
        yield _part(quiz, open_section, slots, breaks)


def _part(
    quiz: Quiz, section: QuizSection | None, slots: list[Question | Draw], breaks: set[int]
) -> Part:
    shuffle = quiz.shuffle_questions
    if section is not None and section.shuffle is not None:
        shuffle = section.shuffle
    return Part(
        title=section.title if section else "",
        shuffle=shuffle,
        slots=tuple(slots),
        breaks=frozenset(index for index in breaks if index < len(slots)),
    )

"""What a module is made of: pages, quizzes, self-scans, situations and the platform's activities."""

from dataclasses import field
from decimal import Decimal
from typing import Literal

from coursebuilder.model.block import Body
from coursebuilder.model.outline import Heading, Link, Outline
from coursebuilder.model.platform import PlatformActivity
from coursebuilder.model.question import Question
from coursebuilder.model.situation import Situation
from coursebuilder.records import dataclass
from coursebuilder.text import NOWHERE, Span, Text

MoodleForm = Literal["page", "book", "label", "scorm"]
"""How Moodle holds a page: a page of its own, a chapter of the module's book, text in the section, or a
page of the player in the module's SCORM package."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page to read."""

    id: str
    """Unique within its module: file name without numeric prefix, unless front matter says otherwise."""
    title: str
    body: Body
    objectives: tuple[str, ...] = ()
    duration: int | None = None
    """Minutes, as the author says; None: worked out from the length."""
    required: bool = True
    """Whether completing the course takes visiting it."""
    moodle: MoodleForm = "page"
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Overall feedback for scores from ``minimum`` percent up to the next band."""

    minimum: Decimal
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """How many questions an attempt draws from a pool."""

    pool: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """One graded test."""

    id: str
    title: str
    introduction: Body
    questions: tuple[Question, ...]
    """All of them, in the author's order, pools included."""
    draws: tuple[Draw, ...] = ()
    pass_percent: Decimal = Decimal(70)
    attempts: int = 0
    """0: as many as the learner likes."""
    behaviour: Literal["deferred", "immediate", "interactive"] = "immediate"
    """Feedback at the end, after each question, or after each try with hints."""
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
        """The questions of one pool, in the author's order; ``""`` names those always asked."""
        return tuple(question for question in self.questions if question.pool == name)

    @property
    def slots(self) -> tuple["Question | Draw", ...]:
        """What one attempt holds, in order: a pool's draws stand where its first question stands.

        A pool without a draw is asked whole. A draw of three stands here as one ``Draw`` with count 3.
        """
        draws = {draw.pool: draw for draw in self.draws}
        slots: list[Question | Draw] = []
        for question in self.questions:
            draw = draws.get(question.pool) if question.pool else None
            if draw is None:
                slots.append(question)
            elif draw not in slots:
                slots.append(draw)
        return tuple(slots)

    @property
    def points(self) -> Decimal:
        """The most points one attempt can earn automatically or by hand."""
        total = Decimal(0)
        for slot in self.slots:
            if isinstance(slot, Draw):
                pool = self.pool(slot.pool)
                total += slot.count * pool[0].points
            else:
                total += slot.points
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One line of a self-scan, scored on its scale."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What to tell a learner whose group average is in ``low``…``high`` (both included)."""

    low: Decimal
    high: Decimal
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanGroup:
    """Statements that are averaged together."""

    id: str
    title: str
    statements: tuple[Statement, ...]
    advice: tuple[Advice, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """A self-scan: statements without right answers, a chart of the averages and advice."""

    id: str
    title: str
    introduction: Body
    scale: tuple[str, ...]
    """Labels of 1, 2, 3…, lowest first."""
    groups: tuple[ScanGroup, ...]
    objectives: tuple[str, ...] = ()
    duration: int | None = None
    required: bool = True
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


Activity = Page | Quiz | Scan | Situation | PlatformActivity
"""Closed union: every consumer matches it and ends with ``assert_never``."""

__all__ = [
    "Activity", "Advice", "Band", "Draw", "Heading", "Link", "MoodleForm", "Outline", "Page", "Quiz",
    "Scan", "ScanGroup", "Situation", "Statement",
]  # fmt: skip

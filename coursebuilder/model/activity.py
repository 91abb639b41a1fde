"""What a module is made of: pages, quizzes, self-scans, situations and the platform's activities."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from coursebuilder.model.block import Body
from coursebuilder.model.outline import Heading, Link, Outline
from coursebuilder.model.platform import PlatformActivity
from coursebuilder.model.quiz import Band, Draw, Quiz
from coursebuilder.model.situation import Situation
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

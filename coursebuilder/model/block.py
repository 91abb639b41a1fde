"""The blocks a page is made of."""

from dataclasses import dataclass, field
from typing import Literal

from coursebuilder.model.question import Question
from coursebuilder.text import NOWHERE, Span, Text

CalloutKind = Literal["note", "tip", "warning", "case", "important"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """Plain Markdown between the other blocks."""

    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """``> [!tip] Title``: a box that stands out."""

    kind: CalloutKind
    title: str
    """Empty: the player shows the name of the kind in the course's language."""
    body: "Body"
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """``::: figure``: a picture with caption, credit and, for a complex one, a long description."""

    image: str
    """Asset path."""
    alt: str
    caption: Text | None = None
    credit: str = ""
    description: Text | None = None
    width: int | None = None
    """Widest, in CSS pixels."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Media:
    """``::: video`` or ``::: audio``."""

    kind: Literal["video", "audio"]
    title: str
    src: str
    """Asset path."""
    captions: str = ""
    """Asset path of a WebVTT file; empty: none."""
    captions_language: str = ""
    poster: str = ""
    """Asset path of a still picture; empty: none."""
    credit: str = ""
    transcript: Text | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One tab, or one fold of an accordion."""

    title: str
    body: "Body"
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabs:
    """``::: tabs``: panels of which one shows at a time."""

    panels: tuple[Panel, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Accordion:
    """``::: accordion``: panels that open and close."""

    panels: tuple[Panel, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """One file offered for download."""

    file: str
    """Asset path."""
    title: str
    description: Text | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Downloads:
    """``::: downloads``: a list of files."""

    items: tuple[Download, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflection:
    """``::: reflection``: a prompt and a box whose text is kept for the learner."""

    id: str
    title: str
    prompt: Text
    lines: int = 4
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChecklistItem:
    """One line to tick."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """``::: checklist``: lines whose ticks are kept for the learner."""

    id: str
    title: str
    items: tuple[ChecklistItem, ...]
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Practice:
    """``::: question``: a question within a page; it never counts for the score."""

    question: Question
    span: Span = field(default=NOWHERE, compare=False)


Block = (
    Prose
    | Callout
    | Figure
    | Media
    | Tabs
    | Accordion
    | Downloads
    | Reflection
    | Checklist
    | Practice
)
"""Closed union: every consumer matches it and ends with ``assert_never``."""

Body = tuple[Block, ...]

"""Activities that a learning platform has of its own: assignments, forums, forms, files."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from coursebuilder.model.block import Body
from coursebuilder.model.outline import Outline
from coursebuilder.text import NOWHERE, Span, Text

Submission = Literal["text", "file"]
ForumKind = Literal["general", "single", "qa"]
SurveyKind = Literal["text", "choice", "choices", "rating"]
PollResults = Literal["hidden", "after", "always"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlatformBase:
    """What every activity of the platform has."""

    id: str
    """Unique within its module."""
    title: str
    body: Body
    """What it is for and what the learner is to do."""
    objectives: tuple[str, ...] = ()
    duration: int | None = None
    required: bool = True
    outline: Outline = field(default=Outline(), compare=False)
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One column of a rubric for one criterion."""

    points: Decimal
    text: str
    """Plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One row of a rubric."""

    text: str
    """Plain text."""
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GuideCriterion:
    """One row of a marking guide: as many points as a trainer finds it worth."""

    text: str
    """Plain text."""
    points: Decimal
    """The most."""
    learners: str = ""
    """Plain text that learners see too."""
    markers: str = ""
    """Plain text for who marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkingGuide:
    """Criteria without levels."""

    heading: tuple[str, ...]
    """What its first row says, a word for each column."""
    criteria: tuple[GuideCriterion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment(PlatformBase):
    """``type: assignment``: work that a learner hands in."""

    submission: tuple[Submission, ...] = ("text", "file")
    max_files: int = 3
    grade: Decimal | None = None
    """Points a trainer gives; None: those of the rubric or guide, or not marked."""
    files: tuple[str, ...] = ()
    """Asset paths of what comes with it."""
    rubric: tuple[Criterion, ...] = ()
    rubric_heading: str = ""
    """What the first cell of the rubric's first row says."""
    guide: MarkingGuide | None = None
    """Instead of a rubric."""

    @property
    def points(self) -> Decimal:
        """The most points it gives; 0 when it is not marked."""
        if self.grade is not None:
            return self.grade
        if self.guide is not None:
            return sum((row.points for row in self.guide.criteria), Decimal(0))
        highest = (max(level.points for level in row.levels) for row in self.rubric if row.levels)
        return sum(highest, Decimal(0))


@dataclass(frozen=True, slots=True, kw_only=True)
class Forum(PlatformBase):
    """``type: forum``: learners write to each other."""

    kind: ForumKind = "general"
    """Everybody opens discussions, there is one, or one sees others' answers after one's own."""
    discussions: int = 0
    """Discussions a learner has to open to complete it."""
    posts: int = 0
    """Messages, opening ones included, that complete it; 0 with ``discussions`` 0: seeing it does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A word of the course and what it means."""

    id: str
    name: str
    definition: Text
    aliases: tuple[str, ...] = ()
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Glossary(PlatformBase):
    """``type: glossary``: the words of the course."""

    terms: tuple[Term, ...]
    moodle: Literal["page", "glossary"] = "page"
    """What Moodle makes of it: a page with anchors, or its own glossary activity."""
    mentions: Literal["first", "none"] = "first"
    """Whether the first mention of a term in a text links to it."""
    import_file: bool = False
    """Whether a file that Moodle's own glossary can import stands beside the page, for trainers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyItem:
    """One question of a form; no answer is right."""

    id: str
    title: str
    """The question, plain text."""
    kind: SurveyKind = "text"
    options: tuple[str, ...] = ()
    """Plain labels; of a rating, lowest first."""
    required: bool = False
    lines: int = 5
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey(PlatformBase):
    """``type: feedback``: a form that learners fill in for the trainer."""

    items: tuple[SurveyItem, ...]
    anonymous: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll(PlatformBase):
    """``type: choice``: one question to the whole group, with its result."""

    options: tuple[str, ...]
    """Plain labels."""
    multiple: bool = False
    change: bool = True
    """Whether learners may choose again."""
    results: PollResults = "after"
    """Who sees what others chose: nobody, who has chosen, everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink(PlatformBase):
    """``type: url``: a page elsewhere."""

    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOffer(PlatformBase):
    """``type: file``: one file."""

    file: str
    """Asset path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder(PlatformBase):
    """``type: folder``: several files together."""

    files: tuple[str, ...]
    """Asset paths."""


PlatformActivity = Assignment | Forum | Glossary | Survey | Poll | WebLink | FileOffer | Folder
"""Closed union: every consumer matches it and ends with ``assert_never``."""


def offered_files(activity: PlatformActivity) -> tuple[str, ...]:
    """Asset paths of the files that come with it."""
    match activity:
        case Assignment() | Folder():
            return activity.files
        case FileOffer():
            return (activity.file,)
        case _:
            return ()

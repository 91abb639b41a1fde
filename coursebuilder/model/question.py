"""Questions: a closed union of the types a course can ask."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

from coursebuilder.text import NOWHERE, Span, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionBase:
    """What every question has."""

    id: str
    """Unique within its file; the author's ``{#id}``. Stable: learners' answers hang on it."""
    stem: Text
    """The heading as first paragraph, then the text between the heading and the answers."""
    name: str
    """Short plain name, for a question bank: ``name=`` or the heading without markup."""
    points: Decimal = Decimal(1)
    tags: tuple[str, ...] = ()
    objectives: tuple[str, ...] = ()
    """Ids of module objectives."""
    source: str = ""
    """Where the asked fact comes from, for reviewers; learners do not see it."""
    pool: str = ""
    """Pool the question is drawn from; empty: always asked."""
    feedback: Text | None = None
    """General feedback, shown whatever the answer."""
    hints: tuple[Text, ...] = ()
    """Shown one by one after wrong tries where the quiz's behaviour allows tries."""
    when_correct: Text | None = None
    when_partial: Text | None = None
    when_incorrect: Text | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One answer to choose."""

    text: Text
    correct: bool
    weight: Decimal | None = None
    """Percent of the points (-100…100), or None: worked out by ``scoring.choice_fractions``."""
    feedback: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceQuestion(QuestionBase):
    """``( ) (x)`` for one choice, ``[ ] [x]`` for several."""

    choices: tuple[Choice, ...]
    multiple: bool
    shuffle: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueFalseQuestion(QuestionBase):
    """``type=truefalse``: the first choice stands for true, the second for false."""

    answer: bool
    true_label: Text
    false_label: Text
    true_feedback: Text | None = None
    false_feedback: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One accepted (or partly accepted, or expected wrong) short answer."""

    pattern: str
    """Plain text; ``*`` stands for any text, ``\\*`` for a star."""
    weight: Decimal = Decimal(100)
    """Percent of the points, 0…100."""
    feedback: Text | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortAnswerQuestion(QuestionBase):
    """``= answer`` lines."""

    answers: tuple[Answer, ...]
    case_sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericAnswer:
    """One accepted number with the deviation that is still right."""

    value: Decimal
    tolerance: Decimal = Decimal(0)
    """Absolute, in the unit of the value."""
    weight: Decimal = Decimal(100)
    feedback: Text | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit the learner may write behind the number."""

    name: str
    factor: Decimal
    """How many of this unit make one of the answers' unit: answers in hours -> ``minuut`` 60."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumericalQuestion(QuestionBase):
    """``= 42 ± 0,5`` lines."""

    answers: tuple[NumericAnswer, ...]
    units: tuple[Unit, ...] = ()
    """Optional to write; the first one is the answers' own (factor 1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaAnswer:
    """One accepted value, worked out for each variant."""

    formula: str
    """As ``model.formula`` reads it: ``{uren} / {leden}``."""
    tolerance: Decimal = Decimal(0)
    """Absolute."""
    weight: Decimal = Decimal(100)
    feedback: Text | None = None
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class CalculatedQuestion(QuestionBase):
    """``type=calculated``: a number that differs with each variant of the question.

    ``{name}`` in its texts stands for the value of a variable.
    """

    variables: tuple[str, ...]
    variants: tuple[tuple[Decimal, ...], ...]
    """The values of the variables, one variant each."""
    answers: tuple[FormulaAnswer, ...]
    units: tuple[Unit, ...] = ()
    decimals: int = 2
    """Decimals of a right answer that is shown."""

    def values(self, variant: tuple[Decimal, ...]) -> dict[str, float]:
        """Variable -> value, to compute with."""
        return {name: float(value) for name, value in zip(self.variables, variant, strict=True)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """``left :: right``."""

    left: Text
    right: str
    """Plain text: platforms show it in a drop-down list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MatchingQuestion(QuestionBase):
    """Pairs to match; several pairs with the same right side make it sorting into groups."""

    pairs: tuple[Pair, ...]
    distractors: tuple[str, ...] = ()
    """Right sides that fit nothing."""
    shuffle: bool = True

    @property
    def options(self) -> tuple[str, ...]:
        """All right sides, each once, in the author's order, distractors last."""
        return tuple(dict.fromkeys((*(pair.right for pair in self.pairs), *self.distractors)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderingQuestion(QuestionBase):
    """``type=ordering`` and a numbered list in the right order."""

    items: tuple[Text, ...]
    grading: Literal["position", "exact"] = "position"
    """``position``: a share of the points for each item in its right place; ``exact``: all or nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """One gap in a passage."""

    answers: tuple[str, ...]
    """Right words; only typed gaps may have more than one, ``*`` is a wildcard there."""
    wrong: tuple[str, ...] = ()
    """Wrong options of this gap (only when choosing from a list)."""
    span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapQuestion(QuestionBase):
    """``type=gaps-choose | gaps-drag | gaps-type``: words left out of a passage."""

    mode: Literal["choose", "drag", "type"]
    passage: Text
    """Markdown in which ``[[1]]``, ``[[2]]``… stand for the gaps, numbered from 1 in reading order."""
    gaps: tuple[Gap, ...]
    extra: tuple[str, ...] = ()
    """Words to drag that fit no gap (``extra=``)."""
    case_sensitive: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EssayQuestion(QuestionBase):
    """``type=essay``: an open answer, marked by a person."""

    lines: int = 8
    model_answer: Text | None = None
    """For the trainer, never shown to the learner by a platform that grades by hand."""


Question = (
    ChoiceQuestion
    | TrueFalseQuestion
    | ShortAnswerQuestion
    | NumericalQuestion
    | CalculatedQuestion
    | MatchingQuestion
    | OrderingQuestion
    | GapQuestion
    | EssayQuestion
)
"""Closed union: every consumer matches it and ends with ``assert_never``."""

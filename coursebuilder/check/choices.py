"""Choice questions: right answers, weights and feedback."""

from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.answers import (
    CHOICE_WITHOUT_FEEDBACK,
    DUPLICATE_CHOICE,
    NO_CORRECT_CHOICE,
    NO_FULL_CHOICE,
    ONE_CHOICE,
    SEVERAL_CORRECT,
    WEIGHTS_SUM,
)
from coursebuilder.model import Choice, ChoiceQuestion
from coursebuilder.model.scoring import choice_fractions

ROUNDING = Decimal("0.001")
"""Three times 33.33333 % is 100 %: what a sum may be off, as Moodle allows."""


def check_choices(question: ChoiceQuestion) -> Iterator[Diagnostic]:
    """What is wrong with the choices of one question."""
    if len(question.choices) < 2:
        yield ONE_CHOICE.at(question.span, count=len(question.choices))
        return
    yield from _texts(question)
    yield from _feedback(question)
    yield from _points(question)


def _texts(question: ChoiceQuestion) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for choice in question.choices:
        text = _plain(choice)
        if text in seen:
            yield DUPLICATE_CHOICE.at(choice.text.span, text=text)
        seen.add(text)


def _feedback(question: ChoiceQuestion) -> Iterator[Diagnostic]:
    if any(choice.feedback for choice in question.choices):
        for choice in question.choices:
            if choice.feedback is None:
                yield CHOICE_WITHOUT_FEEDBACK.at(choice.text.span, text=_plain(choice))


def _points(question: ChoiceQuestion) -> Iterator[Diagnostic]:
    right = sum(choice.correct for choice in question.choices)
    fractions = choice_fractions(question)
    best = max(fractions) * 100
    positive = sum((fraction for fraction in fractions if fraction > 0), Decimal(0)) * 100
    if not question.multiple and right > 1:
        yield SEVERAL_CORRECT.at(question.span, count=right)
    elif right == 0 and best <= 0:
        yield NO_CORRECT_CHOICE.at(question.span, count=len(question.choices))
    elif question.multiple and abs(positive - 100) > ROUNDING:
        yield WEIGHTS_SUM.at(question.span, sum=_percent(positive))
    elif not question.multiple and best != 100:
        yield NO_FULL_CHOICE.at(question.span, best=_percent(best))


def _plain(choice: Choice) -> str:
    return " ".join(choice.text.source.split())


def _percent(value: Decimal) -> str:
    """At most five decimals, none that say nothing."""
    text = f"{value:.5f}"
    return text.rstrip("0").rstrip(".")

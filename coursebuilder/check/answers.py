"""Short answers and numbers: whether every answer can be reached and one earns all points."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.answers import (
    LARGE_TOLERANCE,
    NO_FULL_ANSWER,
    SEVERAL_FULL_NUMBERS,
    SHADOWED_ANSWER,
    UNREACHABLE_NUMBER,
)
from coursebuilder.model import (
    Answer,
    NumericalQuestion,
    NumericAnswer,
    ShortAnswerQuestion,
)
from coursebuilder.text import Span

_PART = re.compile(r"\\(.)|(\*)|(.)", re.DOTALL)
_ANYTHING = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands for what a ``*`` matches: no pattern names it, so that only another ``*`` matches it."""


def check_short_answers(question: ShortAnswerQuestion) -> Iterator[Diagnostic]:
    """Answers that an earlier one always catches, and questions that nobody answers fully."""
    yield from full_answer(question.span, [answer.weight for answer in question.answers])
    for index, answer in enumerate(question.answers):
        for earlier in question.answers[:index]:
            if catches(earlier.pattern, answer.pattern, case_sensitive=question.case_sensitive):
                yield SHADOWED_ANSWER.at(
                    _place(answer, question.span),
                    pattern=answer.pattern,
                    earlier=earlier.pattern,
                    line=_place(earlier, question.span).line,
                )
                break


def catches(pattern: str, other: str, *, case_sensitive: bool) -> bool:
    """Whether every text that fits ``other`` fits ``pattern`` too."""
    flags = re.DOTALL if case_sensitive else re.DOTALL | re.IGNORECASE
    expression = "".join(
        ".*" if star else re.escape(escaped or plain)
        for escaped, star, plain in _PART.findall(pattern)
    )
    sample = "".join(
        _ANYTHING if star else escaped or plain for escaped, star, plain in _PART.findall(other)
    )
    return re.fullmatch(expression, sample, flags) is not None


def check_numbers(question: NumericalQuestion) -> Iterator[Diagnostic]:
    """Deviations that make no sense, several full answers, and those an earlier one always catches."""
    yield from full_answer(question.span, [answer.weight for answer in question.answers])
    yield from _full_numbers(question)
    for index, answer in enumerate(question.answers):
        span = _place(answer, question.span)
        if answer.value != 0 and answer.tolerance >= abs(answer.value):
            yield LARGE_TOLERANCE.at(span, tolerance=answer.tolerance, value=answer.value)
        for earlier in question.answers[:index]:
            if _within(answer, earlier):
                yield UNREACHABLE_NUMBER.at(
                    span,
                    value=f"{answer.value} ± {answer.tolerance}",
                    earlier=f"{earlier.value} ± {earlier.tolerance}",
                    line=_place(earlier, question.span).line,
                )
                break


def _full_numbers(question: NumericalQuestion) -> Iterator[Diagnostic]:
    """Numbers that earn all points like the first one that does, and do not touch its range."""
    full = [answer for answer in question.answers if answer.weight == 100]
    for answer in full[1:]:
        first = full[0]
        if abs(answer.value - first.value) > answer.tolerance + first.tolerance:
            yield SEVERAL_FULL_NUMBERS.at(
                _place(answer, question.span),
                value=answer.value,
                earlier=first.value,
                line=_place(first, question.span).line,
            )


def _within(answer: NumericAnswer, earlier: NumericAnswer) -> bool:
    return (
        earlier.value - earlier.tolerance <= answer.value - answer.tolerance
        and answer.value + answer.tolerance <= earlier.value + earlier.tolerance
    )


def full_answer(span: Span, weights: Sequence[Decimal]) -> Iterator[Diagnostic]:
    """A finding when no answer earns all points."""
    best = max(weights, default=Decimal(0))
    if best != 100:
        yield NO_FULL_ANSWER.at(span, best=best)


def _place(answer: Answer | NumericAnswer, otherwise: Span) -> Span:
    return answer.span if answer.span.path else otherwise

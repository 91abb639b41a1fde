"""Matching, ordering and gaps: questions made of parts that must differ."""

from collections.abc import Iterable, Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.answers import (
    DUPLICATE_GAP_OPTION,
    DUPLICATE_ITEM,
    DUPLICATE_LEFT,
    GAP_WITHOUT_ANSWER,
    NO_GAPS,
    ONE_OPTION_GAP,
    SAME_RIGHT_SIDE,
    TOO_FEW_ITEMS,
    TOO_FEW_PAIRS,
)
from coursebuilder.model import Gap, GapQuestion, MatchingQuestion, OrderingQuestion
from coursebuilder.text import Text


def check_matching(question: MatchingQuestion) -> Iterator[Diagnostic]:
    """Too few pairs, one right side for everything, left sides that stand twice."""
    if len(question.pairs) < 2:
        yield TOO_FEW_PAIRS.at(question.span, count=len(question.pairs))
    elif len(question.options) == 1:
        yield SAME_RIGHT_SIDE.at(question.span, right=question.options[0])
    for text in _repeated(pair.left for pair in question.pairs):
        yield DUPLICATE_LEFT.at(text.span, text=text.source.strip())


def check_ordering(question: OrderingQuestion) -> Iterator[Diagnostic]:
    """Too few items, items that stand twice."""
    if len(question.items) < 2:
        yield TOO_FEW_ITEMS.at(question.span, count=len(question.items))
    for text in _repeated(question.items):
        yield DUPLICATE_ITEM.at(text.span, text=text.source.strip())


def check_gaps(question: GapQuestion) -> Iterator[Diagnostic]:
    """No gaps, gaps without a right answer, options that stand twice in one gap."""
    if not question.gaps:
        yield NO_GAPS.at(question.span)
    for number, gap in enumerate(question.gaps, start=1):
        yield from _gap(question, gap, number)


def _gap(question: GapQuestion, gap: Gap, number: int) -> Iterator[Diagnostic]:
    span = gap.span if gap.span.path else question.span
    if not any(answer.strip() for answer in gap.answers):
        yield GAP_WITHOUT_ANSWER.at(span, number=number)
        return
    options = [option.strip() for option in (*gap.answers, *gap.wrong)]
    if question.mode == "type" and not question.case_sensitive:
        options = [option.casefold() for option in options]
    for option in dict.fromkeys(options):
        if options.count(option) > 1:
            yield DUPLICATE_GAP_OPTION.at(span, number=number, text=option)
    if question.mode == "choose" and len(options) == 1:
        yield ONE_OPTION_GAP.at(span, number=number)


def _repeated(texts: Iterable[Text]) -> Iterator[Text]:
    """The texts that stand before in the same words."""
    seen: set[str] = set()
    for text in texts:
        words = " ".join(text.source.split())
        if words in seen:
            yield text
        seen.add(words)

"""Matching, ordering and gaps: questions made of parts that must differ."""

from collections import Counter
from collections.abc import Iterable, Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.answers import (
    DUPLICATE_GAP_OPTION,
    DUPLICATE_ITEM,
    DUPLICATE_LEFT,
    SAME_RIGHT_SIDE,
    TOO_FEW_ITEMS,
    TOO_FEW_PAIRS,
)
from coursebuilder.model import GapQuestion, MatchingQuestion, OrderingQuestion
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
    """Options that stand twice in one gap."""
    for number, gap in enumerate(question.gaps, start=1):
        options = [*gap.answers, *gap.wrong]
        if question.mode == "type" and not question.case_sensitive:
            options = [option.casefold() for option in options]
        span = gap.span if gap.span.path else question.span
        for option, count in Counter(options).items():
            if count > 1:
                yield DUPLICATE_GAP_OPTION.at(span, number=number, text=option)


def _repeated(texts: Iterable[Text]) -> Iterator[Text]:
    """The texts that stand before in the same words."""
    seen: set[str] = set()
    for text in texts:
        words = " ".join(text.source.split())
        if words in seen:
            yield text
        seen.add(words)

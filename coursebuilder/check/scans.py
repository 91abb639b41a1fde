"""Self-scans: whether every average gets exactly one piece of advice."""

from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.quizzes import (
    ADVICE_BEYOND_SCALE,
    ADVICE_GAP,
    ADVICE_OVERLAP,
    EMPTY_SCAN,
    NO_ADVICE,
)
from coursebuilder.model import Advice, Course, Scan, ScanGroup

STEP = Decimal("0.1")
"""Averages are rounded to one decimal, so that 2.4 and 2.5 are neighbours."""


def check_scans(course: Course) -> Iterator[Diagnostic]:
    """What is wrong with the self-scans."""
    for module in course.modules:
        for activity in module.activities:
            if isinstance(activity, Scan):
                yield from _scan(activity)


def _scan(scan: Scan) -> Iterator[Diagnostic]:
    if not scan.groups:
        yield EMPTY_SCAN.at(scan.span)
    for group in scan.groups:
        if not group.advice:
            yield NO_ADVICE.at(group.span, title=group.title)
        else:
            yield from _advice(group, len(scan.scale))


def _advice(group: ScanGroup, highest: int) -> Iterator[Diagnostic]:
    beyond = [
        advice
        for advice in group.advice
        if advice.low < 1 or advice.high > highest or advice.low > advice.high
    ]
    for advice in beyond:
        yield ADVICE_BEYOND_SCALE.at(advice.text.span, range=_range(advice), highest=highest)
    if not beyond:
        yield from _cover(group, highest)


def _cover(group: ScanGroup, highest: int) -> Iterator[Diagnostic]:
    covered = Decimal(1) - STEP
    previous: Advice | None = None
    for advice in sorted(group.advice, key=lambda advice: (advice.low, advice.high)):
        if previous is not None and advice.low <= previous.high:
            yield ADVICE_OVERLAP.at(advice.text.span, first=_range(previous), second=_range(advice))
        elif advice.low > covered + STEP:
            yield ADVICE_GAP.at(group.span, low=covered + STEP, high=advice.low - STEP)
        covered = max(covered, advice.high)
        previous = advice
    if covered < highest:
        yield ADVICE_GAP.at(group.span, low=covered + STEP, high=highest)


def _range(advice: Advice) -> str:
    return f"{advice.low} - {advice.high}"

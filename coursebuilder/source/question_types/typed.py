"""Typed answers: ``= word`` for short answers, ``= 42 ± 0,5`` for numbers."""

import re
from decimal import Decimal

from coursebuilder.diagnostics.rules.questions import (
    BAD_NUMBER,
    BAD_UNITS,
    EMPTY_ANSWER,
    NO_ANSWERS,
    TEXT_BEHIND_ANSWERS,
    THOUSANDS,
    UNIT_AND_UNITS,
)
from coursebuilder.model import (
    Answer,
    NumericalQuestion,
    NumericAnswer,
    ShortAnswerQuestion,
    Unit,
)
from coursebuilder.source.attributes import decimal
from coursebuilder.source.lines import ESCAPE, Line
from coursebuilder.source.question_types.draft import (
    HUNDRED,
    Answers,
    Draft,
    Item,
    cut_answers,
    cut_weight,
)

OPENER = re.compile(r"=(?![=>])[ \t]*")
"""The marker of an answer, and so the first line of the answers."""

_THOUSANDS = re.compile(r"[-+−]?[1-9]\d{0,2}\.\d{3}")
DEVIATION = re.compile(r"[ \t]*(?:±|\+/?-)[ \t]*")


def typed_answers(draft: Draft) -> Answers:
    """The ``= …`` lines; a finding when there is none."""
    answers = cut_answers(draft, OPENER, OPENER)
    if not answers.items:
        draft.findings.add(NO_ANSWERS, draft.heading, wanted="= …")
    return answers


def one_line(draft: Draft, item: Item) -> Line:
    """The answer, of which only the first line counts."""
    for line in item.content[1:]:
        if not line.blank:
            draft.findings.add(TEXT_BEHIND_ANSWERS, line)
            break
    return item.first


def read_short_answer(draft: Draft) -> ShortAnswerQuestion | None:
    """``= answer`` lines; a lone ``*`` catches every other answer and weighs nothing."""
    answers = typed_answers(draft)
    base = draft.base(answers.stem, answers.feedback, ("case",))
    found: list[Answer] = []
    for item in answers.items:
        weight, line = cut_weight(one_line(draft, item), draft.findings)
        pattern = line.text.strip().removeprefix(ESCAPE).strip()
        if not pattern:
            draft.findings.add(EMPTY_ANSWER, item.line)
            continue
        if weight is None:
            weight = Decimal(0) if pattern == "*" else HUNDRED
        found.append(
            Answer(
                pattern=pattern,
                weight=weight,
                feedback=item.feedback,
                span=draft.findings.span(item.line),
            )
        )
    case = draft.attributes.yes("case", False)
    if not found:
        return None
    return ShortAnswerQuestion(**base, answers=tuple(found), case_sensitive=case)


def read_number(draft: Draft) -> NumericalQuestion | None:
    """``= value ± deviation`` lines."""
    answers = typed_answers(draft)
    base = draft.base(answers.stem, answers.feedback, ("unit", "units"))
    found = [_number(draft, item) for item in answers.items]
    units = read_units(draft)
    numbers = tuple(number for number in found if number is not None)
    return NumericalQuestion(**base, answers=numbers, units=units) if numbers else None


def _number(draft: Draft, item: Item) -> NumericAnswer | None:
    weight, line = cut_weight(one_line(draft, item), draft.findings)
    pieces = DEVIATION.split(line.text.strip(), maxsplit=1)
    value = decimal(pieces[0])
    tolerance = decimal(pieces[1]) if len(pieces) > 1 else Decimal(0)
    if value is None or tolerance is None or tolerance < 0:
        draft.findings.add(BAD_NUMBER, line, found=line.text.strip()[:40] or "=")
        return None
    if _THOUSANDS.fullmatch(pieces[0].strip()):
        written = pieces[0].strip()
        draft.findings.add(
            THOUSANDS,
            line,
            found=written,
            value=f"{value.normalize():f}".replace(".", ","),
            thousands=written.replace(".", ""),
            decimals=written.replace(".", ","),
        )
    return NumericAnswer(
        value=value,
        tolerance=tolerance,
        weight=HUNDRED if weight is None else weight,
        feedback=item.feedback,
        span=draft.findings.span(item.line),
    )


def read_units(draft: Draft) -> tuple[Unit, ...]:
    """``unit=uur`` or ``units="uur:1 minuut:60"``; the first has factor 1."""
    attributes = draft.attributes
    name = attributes.text("unit")
    if name and attributes.text("units"):
        attributes.report(UNIT_AND_UNITS, "units")
    if name:
        return (Unit(name=name, factor=Decimal(1)),)
    units: list[Unit] = []
    for word in attributes.words("units"):
        name, _, written = word.rpartition(":")
        factor = decimal(written)
        if not name or factor is None or factor <= 0 or (not units and factor != 1):
            attributes.report(BAD_UNITS, "units", found=word)
            return tuple(units)
        units.append(Unit(name=name, factor=factor))
    return tuple(units)

"""One question of any type: what its notation says it is, and then that type's reader."""

import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from coursebuilder.diagnostics.rules.questions import (
    AMBIGUOUS_NUMBERS,
    NO_NOTATION,
    TYPE_NEEDED,
    UNKNOWN_TYPE,
    UNMARKED_ANSWER,
)
from coursebuilder.model import Question
from coursebuilder.source.attributes import Attributes, decimal, similar
from coursebuilder.source.containers import take_parts
from coursebuilder.source.lines import BULLET, Findings, Line, skipped
from coursebuilder.source.question_types.calculated import read_calculated
from coursebuilder.source.question_types.choice import OPENER as CHOICE
from coursebuilder.source.question_types.choice import read_choice, read_true_false
from coursebuilder.source.question_types.draft import Draft
from coursebuilder.source.question_types.essay import read_essay
from coursebuilder.source.question_types.gaps import gaps_in, read_gaps
from coursebuilder.source.question_types.matching import SEPARATOR, read_matching
from coursebuilder.source.question_types.ordering import OPENER as NUMBERED
from coursebuilder.source.question_types.ordering import read_ordering
from coursebuilder.source.question_types.typed import (
    DEVIATION,
    read_number,
    read_short_answer,
)
from coursebuilder.source.question_types.typed import OPENER as TYPED

TYPES: Mapping[str, Callable[[Draft], Question | None]] = MappingProxyType(
    {
        "choice": read_choice,
        "multiple": read_choice,
        "truefalse": read_true_false,
        "shortanswer": read_short_answer,
        "number": read_number,
        "calculated": read_calculated,
        "matching": read_matching,
        "ordering": read_ordering,
        "gaps-choose": read_gaps,
        "gaps-drag": read_gaps,
        "gaps-type": read_gaps,
        "essay": read_essay,
    }
)
"""``type=`` -> reader."""

_PARTS = ("hint", "correct", "partial", "incorrect")
_MORE_PARTS = {"essay": ("model",), "calculated": ("variants",)}
_WEIGHT = re.compile(r"[-+−]?\d+(?:[.,]\d+)?[ \t]*%[ \t]+")


_NEARLY = re.compile(r"[-*+](?![-*+])|[A-Ha-h][.)][ \t]|[(\[][ xXvV]?[)\]]|\d{1,2}\)")
"""What authors begin an answer with when they do not know its mark."""


def read_question(
    title: str, heading: Line, attributes: Attributes, body: Sequence[Line], findings: Findings
) -> Question | None:
    """The question under a heading; None when it cannot be understood, which is reported."""
    given = attributes.text("type")
    parts = (*_PARTS, *_MORE_PARTS.get(given, ()))
    lines, found = take_parts(body, "question", parts, findings)
    if given and given not in TYPES:
        alike = [type for type in TYPES if type.startswith(given.rstrip("s"))]
        close = similar(given, TYPES) or ", ".join(alike or TYPES)
        attributes.report(UNKNOWN_TYPE, "type", value=given, close=close)
        return None
    inferred = given or infer_type(lines)
    if inferred not in TYPES:
        _report_untyped(inferred, heading, lines, findings)
        return None
    draft = Draft(
        title=title,
        heading=heading,
        type=given or inferred,
        attributes=attributes,
        lines=lines,
        parts=found,
        findings=findings,
    )
    return TYPES[inferred](draft)


def infer_type(lines: Sequence[Line]) -> str:
    """The type that the notation says; otherwise ``""`` or, for bare numbers, ``"numbers"``."""
    skip = skipped(lines)
    typed: list[str] = []
    kind = ""
    index = 0
    while index < len(lines):
        line = lines[index].text
        if index in skip:
            index = skip[index]
        elif kind == "" and (match := CHOICE.match(line)):
            return "multiple" if "[" in match[0] else "choice"
        elif match := TYPED.match(line):
            kind = kind or "typed"
            typed.append(_WEIGHT.sub("", line[match.end() :].strip(), count=1))
        elif kind == "" and BULLET.match(line) and SEPARATOR.search(line):
            return "matching"
        index += 1
    return _typed_kind(typed) if kind else ""


def _typed_kind(answers: Sequence[str]) -> str:
    pieces = [DEVIATION.split(answer, maxsplit=1) for answer in answers]
    if any(len(piece) > 1 and _is_number_with_deviation(*piece) for piece in pieces):
        return "number"
    numbers = [decimal(answer) is not None for answer in answers if answer != "*"]
    return "numbers" if numbers and all(numbers) else "shortanswer"


def _is_number_with_deviation(value: str, deviation: str) -> bool:
    """Whether it begins with a number, so that a unit behind it is reported rather than asked for."""
    return (value[:1].isdigit() and decimal(deviation) is not None) or decimal(value) is not None


def _report_untyped(
    inferred: str, heading: Line, lines: Sequence[Line], findings: Findings
) -> None:
    if inferred == "numbers":
        findings.add(AMBIGUOUS_NUMBERS, heading)
    elif any(next(gaps_in(line.text), None) for line in lines):
        wanted = "type=gaps-choose, type=gaps-drag, type=gaps-type"
        findings.add(TYPE_NEEDED, heading, found="[[…]]", wanted=wanted)
    elif any(NUMBERED.match(line.text) for line in lines):
        findings.add(TYPE_NEEDED, heading, found="1. 2. 3.", wanted="type=ordering")
    elif nearly := next((line for line in lines if _NEARLY.match(line.text)), None):
        findings.add(UNMARKED_ANSWER, nearly)
    else:
        findings.add(NO_NOTATION, heading)

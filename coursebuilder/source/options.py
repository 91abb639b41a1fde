"""Lines to choose from that have no right answer: polls and questions of a form."""

import re
from collections.abc import Sequence
from typing import Literal

from coursebuilder.diagnostics.rules.notation import DUPLICATE_BLOCK_ID
from coursebuilder.diagnostics.rules.platform import (
    FORM_QUESTION_WITHOUT_ID,
    NO_FORM_QUESTIONS,
    SAME_OPTION,
    STRAY_FORM_TEXT,
    TOO_FEW_OPTIONS,
)
from coursebuilder.model import SurveyItem
from coursebuilder.source.containers import container_ends
from coursebuilder.source.lines import Findings, Line, cut_item, joined, skipped
from coursebuilder.source.sections import Section

_OPTION = re.compile(r"(?:[-*+][ \t]+(\( \)|\[ \])|(\d{1,9})[.)])(?:[ \t]+|$)")
_MOST_LINES = 40

OptionKind = Literal["choice", "choices", "rating"]


def cut_poll(
    lines: Sequence[Line], findings: Findings
) -> tuple[Sequence[Line], tuple[str, ...], bool]:
    """The lines before the first option, the options, and whether several may be chosen."""
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    start = 0
    while start < len(lines) and _kind(lines[start]) not in ("choice", "choices"):
        start = skip.get(start, ends.get(start, start)) + 1
    before = lines[:start]
    kind, options = read_options(lines[start:], findings)
    _report(options, lines[start - 1] if start else lines[0], findings)
    return before, options, kind == "choices"


def read_items(
    sections: Sequence[Section], first: Line, findings: Findings
) -> tuple[SurveyItem, ...]:
    """The questions of a form; ``first`` is the file's first line."""
    items: list[SurveyItem] = []
    seen: dict[str, int] = {}
    for section in sections:
        title, attributes = section.title("form question", findings)
        attributes.only(("id", "required", "lines"))
        kind, options = read_options(section.lines, findings)
        if kind is not None:
            _report(options, section.heading, findings)
        id = attributes.id(FORM_QUESTION_WITHOUT_ID)
        if id in seen:
            findings.add(DUPLICATE_BLOCK_ID, section.heading, id=id, line=seen[id])
        elif id:
            seen[id] = section.heading.number
        items.append(
            SurveyItem(
                id=id,
                title=title,
                kind=kind or "text",
                options=options,
                required=attributes.yes("required", False),
                lines=attributes.integer("lines", 1, _MOST_LINES) or 5,
                span=findings.span(section.heading),
            )
        )
    if not items:
        findings.add(NO_FORM_QUESTIONS, first)
    return tuple(items)


def read_options(
    lines: Sequence[Line], findings: Findings
) -> tuple[OptionKind | None, tuple[str, ...]]:
    """The kind of the first option and all options of that kind; None without any."""
    found: list[str] = []
    first: OptionKind | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        kind = _kind(line)
        first = first or kind
        match = _OPTION.match(line.text)
        if line.blank:
            index += 1
        elif match is None or kind != first:
            findings.add(STRAY_FORM_TEXT, line)
            index += 1
        else:
            content, index = cut_item(lines, index, match.end())
            found.append(joined(content))
    return first, tuple(filter(None, found))


def _kind(line: Line) -> OptionKind | None:
    match = _OPTION.match(line.text)
    if match is None:
        return None
    if match[2]:
        return "rating"
    return "choice" if match[1] == "( )" else "choices"


def _report(options: Sequence[str], place: Line, findings: Findings) -> None:
    if len(options) < 2:
        findings.add(TOO_FEW_OPTIONS, place, count=len(options))
    for option in dict.fromkeys(options):
        if options.count(option) > 1:
            findings.add(SAME_OPTION, place, option=option)

"""A question before its type is looked at, and the answers that most types have."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypedDict

from coursebuilder.diagnostics.rules.notation import REPEATED_PART
from coursebuilder.diagnostics.rules.questions import (
    BAD_WEIGHT,
    FEEDBACK_AT_MARGIN,
    QUESTION_WITHOUT_ID,
    QUESTION_WITHOUT_TEXT,
    TEXT_BEHIND_ANSWERS,
)
from coursebuilder.markup import plain_text
from coursebuilder.source.attributes import Attributes, decimal
from coursebuilder.source.lines import (
    QUOTE,
    Findings,
    Line,
    cut_item,
    cut_quote,
    skipped,
    text_of,
)
from coursebuilder.text import Markdown, Span, Text

COMMON = ("id", "name", "objective", "points", "pool", "source", "tags", "type")
"""The attributes of every question."""

HUNDRED = Decimal(100)


class Base(TypedDict):
    """What every question has, ready to be passed on."""

    id: str
    stem: Text
    name: str
    points: Decimal
    tags: tuple[str, ...]
    objectives: tuple[str, ...]
    source: str
    pool: str
    feedback: Text | None
    hints: tuple[Text, ...]
    when_correct: Text | None
    when_partial: Text | None
    when_incorrect: Text | None
    span: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One answer as it stands in the source."""

    line: Line
    marker: str
    content: Sequence[Line]
    """Behind the marker, without the feedback."""
    feedback: Text | None

    @property
    def first(self) -> Line:
        """The line behind the marker."""
        return self.content[0]


@dataclass(frozen=True, slots=True)
class Answers:
    """A question's lines, cut at its answers."""

    stem: Sequence[Line]
    items: tuple[Item, ...]
    feedback: Text | None


@dataclass(frozen=True, slots=True)
class Draft:
    """A question whose parts are found and whose answers are not read yet."""

    title: str
    heading: Line
    """The heading behind its marker; the title is its beginning."""
    type: str
    attributes: Attributes
    lines: Sequence[Line]
    """All but the heading and the ``:::`` parts."""
    parts: Mapping[str, Sequence[Text]]
    findings: Findings

    def base(self, stem: Sequence[Line], feedback: Text | None, more: Collection[str] = ()) -> Base:
        """What every question has; ``more`` names the attributes that only this type knows."""
        attributes = self.attributes
        attributes.only((*COMMON, *more))
        text = self._stem(stem)
        return Base(
            id=attributes.id(QUESTION_WITHOUT_ID),
            stem=text,
            name=attributes.text("name") or plain_text(text.source.partition("\n")[0]),
            points=attributes.number("points", Decimal(1)),
            tags=attributes.words("tags"),
            objectives=attributes.words("objective"),
            source=attributes.text("source"),
            pool=attributes.text("pool"),
            feedback=feedback,
            hints=tuple(self.parts.get("hint", ())),
            when_correct=self.part("correct"),
            when_partial=self.part("partial"),
            when_incorrect=self.part("incorrect"),
            span=self.findings.span(self.heading),
        )

    def part(self, name: str) -> Text | None:
        """The text of a ``::: name`` part that stands once."""
        return next(iter(self.parts.get(name, ())), None)

    def _stem(self, lines: Sequence[Line]) -> Text:
        """The heading as first paragraph, then the text before the answers.

        As many blank lines stand between the two as in the file, so that places in it stay true.
        """
        rest = text_of(lines, self.findings.path)
        place = self.findings.span(self.heading)
        if rest is None:
            if not self.title:
                self.findings.add(QUESTION_WITHOUT_TEXT, self.heading)
            return Text(Markdown(self.title), place)
        if not self.title:
            return rest
        gap = "\n" * max(2, rest.span.line - self.heading.number)
        return Text(Markdown(f"{self.title}{gap}{rest.source}"), place, rest.span.column - 1)


def cut_answers(draft: Draft, opener: re.Pattern[str], marker: re.Pattern[str]) -> Answers:
    """Stem, answers and general feedback of a question whose answers are a list.

    The answers begin at the first line that matches ``opener``; from there on ``marker`` begins one.
    """
    lines, findings = draft.lines, draft.findings
    start = first_match(lines, opener)
    items: list[Item] = []
    quotes: list[tuple[int, Line, Text | None]] = []
    index = start
    stray = False
    while index < len(lines):
        line = lines[index]
        if match := marker.match(line.text):
            item, index = _item(lines, index, match, findings)
            items.append(item)
            stray = False
            continue
        if QUOTE.match(line.text):
            quoted, index = cut_quote(lines, index)
            quotes.append((len(items), line, text_of(quoted, findings.path)))
            continue
        if not line.blank:
            if not stray:
                findings.add(TEXT_BEHIND_ANSWERS, line)
            stray = True
        index += 1
    return Answers(lines[:start], tuple(items), _general_feedback(quotes, len(items), findings))


def _item(
    lines: Sequence[Line], index: int, match: re.Match[str], findings: Findings
) -> tuple[Item, int]:
    line = lines[index]
    content, index = cut_item(lines, index, match.end())
    end = _feedback_start(content)
    quoted, behind = cut_quote(content, end)
    for extra in content[behind:]:
        if not extra.blank:
            findings.add(TEXT_BEHIND_ANSWERS, extra)
            break
    item = Item(line, match[0].strip(), content[:end], text_of(quoted, findings.path))
    return item, index


def _feedback_start(content: Sequence[Line]) -> int:
    """Where the quote begins in an answer; it never begins the answer."""
    skip = skipped(content)
    index = 0
    while index < len(content):
        if index in skip:
            index = skip[index]
        elif index and QUOTE.match(content[index].text):
            return index
        index += 1
    return len(content)


def _general_feedback(
    quotes: Sequence[tuple[int, Line, Text | None]], count: int, findings: Findings
) -> Text | None:
    feedback = None
    for before, line, text in quotes:
        if before < count:
            findings.add(FEEDBACK_AT_MARGIN, line)
        elif feedback is not None:
            findings.add(REPEATED_PART, line, name="> …")
        else:
            feedback = text
    return feedback


def first_match(lines: Sequence[Line], pattern: re.Pattern[str]) -> int:
    """The index of the first line that begins so, code and comments left aside."""
    skip = skipped(lines)
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index]
        elif pattern.match(lines[index].text):
            return index
        index += 1
    return len(lines)


def cut_feedback(lines: Sequence[Line], findings: Findings) -> tuple[Sequence[Line], Text | None]:
    """The lines without the quote at their end, and that quote: general feedback."""
    skip = skipped(lines)
    index, start = 0, -1
    while index < len(lines):
        line = lines[index]
        if index in skip:
            index, start = skip[index], -1
        elif QUOTE.match(line.text):
            if start < 0 or lines[index - 1].blank:
                start = index
        elif not line.blank:
            start = -1
        index += 1
    if start < 0:
        return lines, None
    quoted, _ = cut_quote(lines, start)
    return lines[:start], text_of(quoted, findings.path)


_WEIGHT = re.compile(r"[ \t]*([-+−]?[^\s%]{1,12}?)[ \t]*%[ \t]+(?=\S)")


def cut_weight(line: Line, findings: Findings) -> tuple[Decimal | None, Line]:
    """The ``50%`` in front of an answer, 0 to 100, and the line behind it."""
    match = _WEIGHT.match(line.text)
    weight = decimal(match[1]) if match else None
    if match is None or weight is None:
        return None, line
    if not 0 <= weight <= HUNDRED:
        findings.add(BAD_WEIGHT, line, found=match[0].strip(), low="0", high="100")
        weight = HUNDRED
    return weight, line.after(match.end())

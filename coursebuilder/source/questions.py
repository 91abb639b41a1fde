"""The Markdown of a quiz: its introduction, one question per ``##`` heading, ``#`` headings between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.quiz_parts import (
    EMPTY_QUIZ_SECTION,
    TEXT_UNDER_QUIZ_SECTION,
    UNTITLED_QUIZ_SECTION,
    USELESS_PAGE_BREAK,
)
from coursebuilder.model import Body, Question, QuizSection
from coursebuilder.source.blocks import read_blocks, report_repeated_ids
from coursebuilder.source.lines import Findings, Line, skipped, split_lines
from coursebuilder.source.question import read_question
from coursebuilder.source.sections import Section, cut_sections
from coursebuilder.text import Span

__all__ = ["QuizBody", "read_question", "read_quiz_body"]

_BREAK = re.compile(r"-{3,}[ \t]*")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuizBody:
    """What stands below the front matter of a quiz."""

    introduction: Body = ()
    questions: tuple[Question, ...] = ()
    sections: tuple[QuizSection, ...] = ()
    breaks: tuple[str, ...] = ()
    """Ids of the questions that begin a page by a ``---`` before them."""


def read_quiz_body(text: str, span: Span) -> tuple[QuizBody, tuple[Diagnostic, ...]]:
    """The introduction and the questions of a quiz, and what is wrong with them."""
    findings = Findings(span.path)
    before, cut = cut_sections(split_lines(text, span), 1)
    introduction = read_blocks(before, findings)
    reading = _Reading(findings)
    for section in cut:
        if section.level == 1:
            reading.heading(section)
        else:
            reading.question(section)
    reading.end()
    body = QuizBody(
        introduction=introduction,
        questions=tuple(reading.questions),
        sections=tuple(reading.sections),
        breaks=tuple(reading.breaks),
    )
    report_repeated_ids(body.introduction, body.questions, findings)
    return body, findings.all


class _Reading:
    """The way through the headings of a quiz; what waits for a question waits here."""

    def __init__(self, findings: Findings) -> None:
        self.questions: list[Question] = []
        self.sections: list[QuizSection] = []
        self.breaks: list[str] = []
        self._findings = findings
        self._section: tuple[str, bool | None, Line] | None = None
        self._break: Line | None = None

    def heading(self, section: Section) -> None:
        """A ``#`` heading: the part of the quiz that begins with the next question."""
        self._no_break()
        self._no_section()
        title, attributes = section.title("quiz section", self._findings)
        attributes.only(("shuffle",))
        given = "shuffle" in attributes.values
        shuffle = attributes.yes("shuffle", False) if given else None
        lines, stray = _cut_break(section.lines)
        if text := next((line for line in lines if not line.blank), None):
            self._findings.add(TEXT_UNDER_QUIZ_SECTION, text)
        if stray is not None:
            self._findings.add(USELESS_PAGE_BREAK, stray)
        if not title:
            self._findings.add(UNTITLED_QUIZ_SECTION, section.heading)
            return
        self._section = (title, shuffle, section.heading)

    def question(self, section: Section) -> None:
        """A ``##`` heading: a question, with the heading or the break that waits for it."""
        lines, after = _cut_break(section.lines)
        title, attributes = section.title("question", self._findings)
        question = read_question(title, section.heading, attributes, lines, self._findings)
        if question is not None:
            self.questions.append(question)
            if self._section is not None:
                name, shuffle, heading = self._section
                span = self._findings.span(heading)
                self.sections.append(
                    QuizSection(title=name, first=question.id, shuffle=shuffle, span=span)
                )
            elif self._break is not None:
                self.breaks.append(question.id)
            self._section = self._break = None
        self._break = after or self._break

    def end(self) -> None:
        """The end of the file."""
        self._no_break()
        self._no_section()

    def _no_break(self) -> None:
        """A new page begins here anyway."""
        if self._break is not None:
            self._findings.add(USELESS_PAGE_BREAK, self._break)
        self._break = None

    def _no_section(self) -> None:
        if self._section is not None:
            self._findings.add(EMPTY_QUIZ_SECTION, self._section[2], title=self._section[0])
        self._section = None


def _cut_break(lines: Sequence[Line]) -> tuple[Sequence[Line], Line | None]:
    """The lines without the ``---`` at their end, and that line; a blank line stands before it."""
    last = next((i for i in range(len(lines) - 1, -1, -1) if not lines[i].blank), -1)
    if last < 0 or not _BREAK.fullmatch(lines[last].text):
        return lines, None
    if last and not lines[last - 1].blank:
        return lines, None
    if any(start <= last <= end for start, end in skipped(lines).items()):
        return lines, None
    return lines[:last], lines[last]

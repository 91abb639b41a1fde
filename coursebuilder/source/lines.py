"""Lines of a source file, cut free from what they stand in, with their places."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.text import Markdown, Span, Text

ESCAPE = "\\ "
"""A line that begins so is text, whatever follows: the reader takes these two characters away."""

QUOTE = re.compile(r" {0,3}> ?")
BULLET = re.compile(r"[-*+][ \t]+|[-*+]$")
_INDENT = re.compile(r" *")
_WIDEST_INDENT = 4


class Line(NamedTuple):
    """One line (without line end) and where its first character stands."""

    text: str
    number: int
    column: int

    def after(self, offset: int) -> "Line":
        """The line without its first ``offset`` characters."""
        return Line(self.text[offset:], self.number, self.column + offset)

    @property
    def blank(self) -> bool:
        """Whether there is nothing but white space."""
        return not self.text or self.text.isspace()


class Findings:
    """The findings of one file, collected while it is read."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._found: list[Diagnostic] = []

    def span(self, line: Line, offset: int = 0) -> Span:
        """The place of a line, or of a character in it."""
        return Span(self.path, line.number, line.column + offset)

    def add(self, rule: Rule, line: Line, offset: int = 0, /, **values: object) -> None:
        """Note that a rule is broken at a line."""
        self._found.append(rule.at(self.span(line, offset), **values))

    def add_at(self, rule: Rule, span: Span, /, **values: object) -> None:
        """Note that a rule is broken at a place."""
        self._found.append(rule.at(span, **values))

    @property
    def all(self) -> tuple[Diagnostic, ...]:
        """What was found, in the order of the file."""
        return tuple(sorted(self._found, key=lambda finding: finding.sort_key))


def split_lines(text: str, span: Span) -> list[Line]:
    """The lines of a text that begins at a place."""
    lines = [Line(line, number, 1) for number, line in enumerate(text.split("\n"), span.line)]
    lines[0] = lines[0]._replace(column=span.column)
    return lines


def skipped(lines: Sequence[Line]) -> dict[int, int]:
    """First -> last index of fenced code and comments, in which nothing is notation."""
    return verbatim([line.text for line in lines])


def text_of(lines: Sequence[Line], path: str) -> Text | None:
    """The Markdown of some lines, blank ones around it and escapes taken away; None when empty."""
    start, end = 0, len(lines)
    while start < end and lines[start].blank:
        start += 1
    while start < end and lines[end - 1].blank:
        end -= 1
    if start == end:
        return None
    lines = lines[start:end]
    pieces = [line.text for line in lines]
    if any(piece.startswith(ESCAPE) for piece in pieces):
        pieces = _unescaped(pieces)
    escaped = len(lines[0].text) - len(pieces[0])
    span = Span(path, lines[0].number, lines[0].column + escaped)
    indent = next((line.column - 1 for line in lines[1:] if line.text), 0)
    return Text(Markdown("\n".join(pieces).rstrip()), span, indent)


def _unescaped(pieces: list[str]) -> list[str]:
    skip = verbatim(pieces)
    free: list[str] = []
    index = 0
    while index < len(pieces):
        if index in skip:
            free += pieces[index : skip[index] + 1]
            index = skip[index]
        else:
            free.append(pieces[index].removeprefix(ESCAPE))
        index += 1
    return free


def cut_quote(lines: Sequence[Line], start: int) -> tuple[list[Line], int]:
    """The lines of the quote that begins at ``start`` without their ``>``, and the index behind it."""
    quoted: list[Line] = []
    index = start
    while index < len(lines) and (match := QUOTE.match(lines[index].text)):
        quoted.append(lines[index].after(match.end()))
        index += 1
    return quoted, index


def cut_item(lines: Sequence[Line], start: int, marker: int) -> tuple[list[Line], int]:
    """The content of the list item at ``start``, whose marker is that long, and the index behind it.

    Lines that are indented belong to the item, also after a blank one; they lose the indentation of
    the first of them (two to four spaces).
    """
    head = lines[start].after(marker)
    content = [head.after(len(head.text) - len(head.text.lstrip()))]
    indent = 0
    blanks: list[Line] = []
    index = end = start + 1
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.blank:
            blanks.append(line)
            continue
        width = _INDENT.match(line.text).end()  # type: ignore[union-attr]
        if width < 2:
            if not line.text.startswith("\t"):
                break
            line, width = line.after(1), 0
        indent = indent or min(width, _WIDEST_INDENT)
        content += [blank.after(min(indent, len(blank.text))) for blank in blanks]
        blanks = []
        content.append(line.after(min(width, indent)))
        end = index
    return content, end


def joined(lines: Iterable[Line]) -> str:
    """The words of some lines on one line."""
    return " ".join(" ".join(line.text for line in lines).split())

"""Markdown put back into a file so that reading gives the same Markdown: escapes and indentation."""

import re
from collections.abc import Sequence
from decimal import Decimal

from coursebuilder.markup.verbatim import verbatim
from coursebuilder.source.lines import ESCAPE
from coursebuilder.text import Text

BODY = r" {0,3}:::| {0,3}> ?\[!"
"""What begins a block: a regular expression, as all notations that ``escaped`` is told of."""

ITEM = r" {0,3}>"
"""What begins feedback in a list item."""

_OPENER = re.compile(r"```|~~~|<!--")


def escaped(source: str, notation: str) -> list[str]:
    """The lines of some Markdown, those that would be read as notation marked as text.

    Fenced code and comments stay as they are; the opening of one that is never closed is marked, so
    that it does not reach into what follows.
    """
    lines = source.split("\n")
    skip = verbatim(lines)
    pattern = re.compile(notation) if notation else None
    marked: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if index in skip:
            marked += lines[index : skip[index] + 1]
            index = skip[index]
        elif line.startswith(ESCAPE) or _OPENER.match(line) or (pattern and pattern.match(line)):
            marked.append(ESCAPE + line)
        else:
            marked.append(line)
        index += 1
    return marked


def item(marker: str, source: str, first: str = "", notation: str = ITEM) -> list[str]:
    """A list item; ``first`` is added to its first line.

    Reading takes the indentation from the first line below the marker: that one is marked when it is
    itself indented. Code that begins the item goes to the next line for the same reason.
    """
    lines = escaped(source, notation)
    if 0 in verbatim(lines):
        lines = ["", *lines]
    elif lines[0][:1].isspace():
        lines[0] = ESCAPE + lines[0]
    below = next((index for index, line in enumerate(lines) if index and line.strip()), 0)
    if below and lines[below].startswith(" "):
        lines[below] = ESCAPE + lines[below]
    indent = " " * (3 if marker[0].isdigit() else 2)
    head = " ".join(piece for piece in (marker, lines[0], first) if piece)
    return [head, *(indent + line if line else "" for line in lines[1:])]


def quote(lines: Sequence[str]) -> list[str]:
    """The lines behind ``>``."""
    return [f"> {line}" if line else ">" for line in lines]


def feedback(text: Text | None, indent: str) -> list[str]:
    """Feedback on one answer, under it; none for None."""
    if text is None:
        return []
    return [indent + line for line in quote(escaped(text.source, ""))]


def paragraphs(pieces: Sequence[Sequence[str]]) -> list[str]:
    """The pieces with an empty line between each two."""
    lines: list[str] = []
    for piece in pieces:
        if piece:
            lines += ["", *piece] if lines else piece
    return lines


def number(value: Decimal) -> str:
    """A number, written in full."""
    return format(value, "f")

"""The headings of a piece of Markdown."""

import re
from collections.abc import Iterator

from coursebuilder.markup.attributes import split_attributes
from coursebuilder.markup.plain import plain_text, slug
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.model import Heading
from coursebuilder.text import Span, Text

_ANY = re.compile(r"^(?:#|[=-]+ *$)", re.MULTILINE)
_ATX = re.compile(r"(#{1,6})(?!#)(.*)")
_UNDERLINE = re.compile(r"(?:=+|-+) *")


def headings(text: Text) -> Iterator[Heading]:
    """Its headings in order, ``# …`` and underlined ones; not those in code and comments."""
    if not _ANY.search(text.source):
        return
    lines = text.source.split("\n")
    skip = verbatim(lines)
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index] + 1
            continue
        found = _heading(lines, index)
        if found is not None:
            level, title = found
            words, attributes, _ = split_attributes(title)
            shown = plain_text(words)
            anchor = dict(attributes).get("id") or slug(shown)
            column = text.span.column if index == 0 else text.indent + 1
            place = Span(text.span.path, text.span.line + index, column)
            yield Heading(level=level, text=shown, anchor=anchor, span=place)
        index += 1


def _heading(lines: list[str], index: int) -> tuple[int, str] | None:
    line = lines[index]
    if match := line.startswith("#") and _ATX.match(line):
        title = match[2].strip()
        return (len(match[1]), title.rstrip("#").rstrip() or title) if title else None
    under = lines[index + 1] if index + 1 < len(lines) else ""
    if not under.startswith(("=", "-")) or not _UNDERLINE.fullmatch(under) or not line.strip():
        return None
    alone = index == 0 or not lines[index - 1].strip()
    return (1 if under.startswith("=") else 2, line.strip()) if alone else None

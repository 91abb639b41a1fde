"""Markdown that is sound, but shows something else than its author meant."""

import re
from collections.abc import Iterator, Mapping, Sequence

from coursebuilder.check.prose import Passage, passages
from coursebuilder.check.sources import source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.markdown import (
    ANSWERS_OUTSIDE_QUESTION,
    FOOTNOTE_HALF,
    HTML_LEFT_OUT,
    LIST_IN_PARAGRAPH,
    LIST_INDENT,
    LIST_NUMBER,
    SPLIT_LINK,
    TABLE_WITHOUT_RULE,
    UNCLOSED_FENCE,
)
from coursebuilder.markup.html_tags import TAGS
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.model import Course
from coursebuilder.text import Span, Text

_LINES = re.compile(
    r"^(?![ >]*(?:[-*+]|\d+\.) )[ >]*[^\s>].*\n[ >]*(?:[-*+]|1\.) "  # a list below other words
    r"|^[ >]* {1,3}(?:[-*+]|\d+\.) |\n\n {1,3}\S"  # indented too little
    r"|^[ >]*\d+\) |^[ >]*\||^[ >]*[-*+] +\([ xX]?\) ",
    re.MULTILINE,
)
_INLINE = ("<", "] (", "! [")
"""Texts without one of these need no closer look; most have none."""
_ITEM = re.compile(r"(?:[-*+]|\d{1,9}\.)[ \t]+\S")
_BEGINS = re.compile(r"(?:[-*+]|1\.)[ \t]+\S")
_BRACKETED = re.compile(r"(\d{1,2}\))[ \t]+\S")
_QUOTE = re.compile(r"^(?: {0,3}> ?)+")
_ROW = re.compile(r"\|.*\|[ \t]*")
_ANSWER = re.compile(r"[-*+][ \t]+\([ xX]?\)[ \t]")
_SPLIT = re.compile(
    r"!?\[[^\[\]\n]+\] \((?:[^()\s]+\.\w{1,5}(?:#[^()\s]*)?|https?:[^()\s]+|#[^()\s]+)\)|! \[[^\[\]\n]*\]\([^()\n]+\)"
)
_NOTE = re.compile(r"\[\^([^\]\s]{1,40})\](:?)")
_TAG = re.compile(r"<([A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>")


def check_markdown(course: Course) -> Iterator[Diagnostic]:
    """Lists, tables, links, notes and code that Markdown takes for text, and HTML that is left out."""
    for file in source_files(course):
        texts = tuple(file.texts())
        for text in texts:
            source = text.source
            if "```" in source or "~~~" in source:
                yield from _fences(text)
            suspect = any(sign in source for sign in _INLINE) or (
                "\n" in source and _LINES.search(source)
            )
            for passage in passages(text) if suspect else ():
                yield from _lines(passage)
                yield from _inline(passage)
        yield from _notes([text for text in texts if "[^" in text.source])


def _fences(text: Text) -> Iterator[Diagnostic]:
    lines = text.source.split("\n")
    skip = verbatim(lines)
    inside = {index for first, last in skip.items() for index in range(first, last + 1)}
    for index, line in enumerate(lines):
        fence = line[:3]
        if (
            index not in inside
            and fence in {"```", "~~~"}
            and fence[0] not in line.lstrip(fence[0])
        ):
            yield UNCLOSED_FENCE.at(_place(text, index), fence=fence)
            return


def _place(text: Text, line: int) -> Span:
    column = text.span.column if line == 0 else text.indent + 1
    return Span(text.span.path, text.span.line + line, column)


def _lines(passage: Passage) -> Iterator[Diagnostic]:
    """What the lines of a passage seem to be, and are not: one finding for each block of lines."""
    reported: set[str] = set()
    block, offset = "", 0
    lines = passage.source.split("\n")
    for index, line in enumerate(lines):
        place = passage.place(offset)
        offset += len(line) + 1
        bare = _QUOTE.sub("", line, count=1)
        indent = len(bare) - len(bare.lstrip(" "))
        words = bare.strip()
        if not words:
            reported.clear()
            block = "list, blank" if block.startswith("list") else ""
            continue
        for finding in _line(block, words, indent, lines[index + 1 : index + 2], place):
            if finding.rule.code not in reported:
                reported.add(finding.rule.code)
                yield finding
        block = _kind(block, words, indent)


def _kind(block: str, words: str, indent: int) -> str:
    """What the lines are at which this one stands: ``list``, ``text`` or nothing in particular."""
    if words.startswith(("#", "<", "|", ":", "[^")):
        return "other"
    if _ITEM.match(words) and (indent < 4 or block.startswith("list")):
        return "text" if block == "text" else "list"
    if block.startswith("list") and (indent > 0 or block == "list"):
        return "list"
    return block if block in {"text", "other"} else "text"


def _line(
    block: str, words: str, indent: int, following: list[str], place: Span
) -> Iterator[Diagnostic]:
    below = _QUOTE.sub("", following[0], count=1).strip() if following else ""
    if _ANSWER.match(words):
        yield ANSWERS_OUTSIDE_QUESTION.at(place)
    elif block == "text" and indent < 4 and _BEGINS.match(words) and not _is_rule(words):
        yield LIST_IN_PARAGRAPH.at(place)
    elif block.startswith("list") and 0 < indent < 4 and (_ITEM.match(words) or "blank" in block):
        yield LIST_INDENT.at(place, spaces=indent)
    elif (number := _BRACKETED.match(words)) and _BRACKETED.match(below) and indent < 4:
        yield LIST_NUMBER.at(place, found=number[1])
    elif block == "" and _is_row(words) and _is_row(below):
        yield TABLE_WITHOUT_RULE.at(place)


def _is_row(line: str) -> bool:
    """Whether it is a row of cells, and not the line below the headings of a table."""
    return _ROW.fullmatch(line) is not None and not _is_rule(line)


def _is_rule(line: str) -> bool:
    """Whether it is a line of hyphens, with the bars of a table or without."""
    return "-" in line and not line.strip(" \t|:-")


def _inline(passage: Passage) -> Iterator[Diagnostic]:
    for match in _SPLIT.finditer(passage.source):
        yield SPLIT_LINK.at(passage.place(match.start()), found=match[0])
    seen: set[str] = set()
    for match in _TAG.finditer(passage.source):
        tag = match[1].lower()
        if tag not in TAGS and tag not in seen and not _is_escaped(passage.source, match.start()):
            seen.add(tag)
            yield HTML_LEFT_OUT.at(passage.place(match.start()), tag=match[1])


def _is_escaped(source: str, position: int) -> bool:
    start = position
    while source[start - 1 : start] == "\\":
        start -= 1
    return (position - start) % 2 == 1


def _notes(texts: Sequence[Text]) -> Iterator[Diagnostic]:
    """Footnotes of which one half is missing in the texts of a file."""
    halves: dict[bool, dict[str, Span]] = {True: {}, False: {}}
    for passage in passages(*texts):
        for match in _NOTE.finditer(passage.source):
            starts = passage.source.rfind("\n", 0, match.start()) + 1 == match.start()
            if not _is_escaped(passage.source, match.start()):
                halves[bool(match[2]) and starts].setdefault(match[1], passage.place(match.start()))
    yield from _unpaired(halves[True], halves[False])
    yield from _unpaired(halves[False], halves[True])


def _unpaired(ones: Mapping[str, Span], others: Mapping[str, Span]) -> Iterator[Diagnostic]:
    for name, place in ones.items():
        if name not in others:
            yield FOOTNOTE_HALF.at(place, name=f"[^{name}]")

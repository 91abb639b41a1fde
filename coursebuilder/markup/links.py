"""Links and pictures in a piece of Markdown, with their exact places."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import accumulate

from coursebuilder.markup.attributes import Attributes, parse_attributes
from coursebuilder.markup.plain import plain_text
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.model import Link
from coursebuilder.text import Span, Text

_WORTH_A_LOOK = re.compile(r"\]|<[aAhHiImMsStTvV]")
_DEFINITION = re.compile(
    r"^ {0,3}\[(?!\^)([^\[\]\n]+)\]:[ \t]*+(?:<([^<>\n]*+)>|(\S++))", re.MULTILINE
)
_ABBREVIATION = re.compile(r"^ {0,3}\*\[")
_TOKEN = re.compile(
    r"\\.|`++|!?\[|\]|<!--|<((?:https?://|mailto:)[^\s<>]++)>"
    r"""|<(?:a|audio|img|source|track|video)\s(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+>""",
    re.IGNORECASE | re.DOTALL,
)
_PAREN = re.compile(r"\\.|[()]", re.DOTALL)
_RUN = re.compile(r"`++")
_LIST_ITEM = re.compile(r" {0,3}(?:[-*+]|\d+[.)])\s")
_TITLE = re.compile(r"""\s+(?:"[^"]*+"|'[^']*+')\s*+$""")
_HTML_TARGET = re.compile(
    r"""\b(href|poster|src)\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'<=>`]++))""", re.IGNORECASE
)
_HTML_ALT = re.compile(r"""\balt\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'<=>`]++))""", re.IGNORECASE)
_LONGEST_LINK_TEXT = 500
_ATTRIBUTES = re.compile(r'\{(?:[^{}"\n]|"(?:[^"\\\n]|\\.)*+")*+\}')


def definitions(text: Text) -> dict[str, str]:
    """``[label]: target`` lines: label in lower case -> target."""
    found: dict[str, str] = {}
    if "]:" in text.source:
        for match in _DEFINITION.finditer(text.source):
            found.setdefault(_label(match[1]), match[2] if match[2] is not None else match[3])
    return found


def links(text: Text, defined: Mapping[str, str] | None = None) -> Iterator[Link]:
    """Links and pictures in order: inline, by reference, in angle brackets and ``<a>``, ``<img>``.

    ``defined`` adds references that other texts of the same file define. Code and comments are skipped.
    """
    if not _WORTH_A_LOOK.search(text.source):
        return
    known = {**(defined or {}), **definitions(text)}
    for first, paragraph in _paragraphs(text.source):
        yield from _Paragraph(text, first, paragraph, known).links()


def _paragraphs(source: str) -> Iterator[tuple[int, str]]:
    """(index of first line, source) of what stands between blank lines and is no code."""
    lines = source.split("\n")
    skip = verbatim(lines)
    start, index, in_list = 0, 0, False
    while index <= len(lines):
        ends = index == len(lines) or index in skip or not lines[index].strip()
        if ends and start < index:
            block = lines[start:index]
            in_list = (in_list and block[0].startswith(" ")) or bool(_LIST_ITEM.match(block[0]))
            code = not in_list and all(line.startswith(("    ", "\t")) for line in block)
            if not code:
                yield start, "\n".join(block)
        index = skip.get(index, index) + 1
        if ends:
            start = index


class _Paragraph:
    """One paragraph while its links are looked for."""

    def __init__(self, text: Text, first: int, source: str, known: Mapping[str, str]) -> None:
        self.text = text
        self.first = first
        self.source = source
        self.known = known
        self.starts = [0, *accumulate(len(line) + 1 for line in source.split("\n"))]

    def links(self) -> list[Link]:
        found: list[tuple[int, Link]] = []
        opened: list[re.Match[str]] = []
        ticks = self._ticks()
        parens = self._parens() if "](" in self.source else {}
        last_comment = self.source.rfind("-->")
        position = 0
        while match := _TOKEN.search(self.source, position):
            mark, position = match[0], match.end()
            if mark[0] == "\\":
                continue
            if mark[0] == "`":
                position = _after_code(ticks, match, position)
            elif mark == "<!--":
                if position <= last_comment:
                    position = self.source.index("-->", position) + 3
            elif match[1]:
                found.append((match.start(), self._link(match.start(), match[1], match[1], False)))
            elif mark[0] == "<":
                found.extend(self._html(match))
            elif mark.endswith("["):
                opened.append(match)
            elif mark == "]" and opened:
                start = opened.pop()
                link, position = self._closed(start, match.start(), parens)
                if link is not None:
                    found.append((start.start(), link))
        return [link for _, link in sorted(found, key=lambda pair: pair[0])]

    def _closed(
        self, start: re.Match[str], end: int, parens: Mapping[int, int]
    ) -> tuple[Link | None, int]:
        """What ``[…]`` is, with where to look on."""
        image = start[0] == "!["
        words = self.source[start.end() : end]
        after = end + 1
        follows = self.source[after : after + 1]
        if follows == "(" and after in parens:
            target = _destination(self.source[after + 1 : parens[after]])
            after = parens[after] + 1
        else:
            label = words
            if follows == "[":
                close = self.source.find("]", after)
                if close >= 0 and "[" not in self.source[after + 1 : close]:
                    label = self.source[after + 1 : close] or words
                    after = close + 1
            if _label(label) not in self.known or self._defines(start.start(), end):
                return None, end + 1
            target = self.known[_label(label)]
        attributes: Attributes = ()
        if (braces := _ATTRIBUTES.match(self.source, after)) and (
            parsed := parse_attributes(braces[0])
        ):
            attributes, after = parsed, braces.end()
        return self._link(start.start(), target, plain_text(words), image, attributes), after

    def _defines(self, start: int, end: int) -> bool:
        line = self.starts[bisect_right(self.starts, start) - 1]
        before = self.source[line:start]
        return self.source[end + 1 : end + 2] == ":" and not before.strip(" *")

    def _html(self, match: re.Match[str]) -> Iterator[tuple[int, Link]]:
        for target in _HTML_TARGET.finditer(match[0]):
            image = match[0][1] in "iI"
            if image:
                alt = _HTML_ALT.search(match[0])
                words = unescape(alt[1] or alt[2] or alt[3] or "") if alt else ""
            elif match[0][1:3].lower() in {"au", "so", "tr", "vi"}:
                words = target[1]
            else:
                end = self.source.find("</a", match.end(), match.end() + _LONGEST_LINK_TEXT)
                words = plain_text(self.source[match.end() : end]) if end >= 0 else ""
            address = unescape(target[2] or target[3] or target[4] or "")
            yield match.start(), self._link(match.start(), address, words, image)

    def _link(
        self, offset: int, target: str, words: str, image: bool, attributes: Attributes = ()
    ) -> Link:
        row = bisect_right(self.starts, offset) - 1
        line = self.first + row
        before = self.text.span.column - 1 if line == 0 else self.text.indent
        place = Span(
            self.text.span.path,
            self.text.span.line + line,
            before + offset - self.starts[row] + 1,
        )
        return Link(target=target, text=words, image=image, span=place, attributes=attributes)

    def _ticks(self) -> dict[int, list[int]]:
        """Length -> where runs of that many backticks stand."""
        found: dict[int, list[int]] = {}
        for match in _RUN.finditer(self.source):
            found.setdefault(len(match[0]), []).append(match.start())
        return found

    def _parens(self) -> dict[int, int]:
        """``(`` -> its ``)``."""
        found: dict[int, int] = {}
        opened: list[int] = []
        for match in _PAREN.finditer(self.source):
            if match[0] == "(":
                opened.append(match.start())
            elif match[0] == ")" and opened:
                found[opened.pop()] = match.start()
        return found


def _after_code(ticks: Mapping[int, list[int]], match: re.Match[str], position: int) -> int:
    """Behind the code span that begins here, or behind the backticks that begin none."""
    length = len(match[0])
    places = ticks.get(length, [])  # a run behind a backslash is shorter than what was counted
    following = bisect_right(places, match.start())
    return places[following] + length if following < len(places) else position


def _destination(inside: str) -> str:
    """The target of ``(target "title")``."""
    inside = inside.strip()
    if inside.startswith("<") and ">" in inside:
        return inside[1 : inside.index(">")]
    if inside.endswith(('"', "'")):
        inside = _TITLE.sub("", " " + inside)
    return inside.strip()


def _label(label: str) -> str:
    return " ".join(label.lower().split())

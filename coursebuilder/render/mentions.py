"""The words of the course's glossary where they stand in its texts: definition at hand, entry one click away."""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from html import escape, unescape

from coursebuilder.markup import plain_text
from coursebuilder.model import Course, Glossary, Term
from coursebuilder.render.links import NEUTRAL, neutral, neutral_path
from coursebuilder.text import Html

_LENGTH = 300
"""Characters of a definition that are shown; the entry has it whole."""
_TOKEN = re.compile(r'(<[^">]*(?:"[^"]*"[^">]*)*>)')
_NAME = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_LEFT_ALONE = frozenset((
    "a", "abbr", "audio", "button", "code", "dfn", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6",
    "kbd", "math", "pre", "samp", "script", "style", "summary", "svg", "th", "video",
))  # fmt: skip
"""Elements in which a mention stays what it is: links, headings, code…"""


@dataclass(frozen=True, slots=True)
class _Entry:
    """One term and where it stands."""

    path: str
    id: str
    definition: str
    """Plain, on one line."""

    @property
    def address(self) -> str:
        return neutral(self.path, self.id)


class Mentions:
    """Marks the terms of a course's glossaries in its HTML."""

    def __init__(self, course: Course, attributes: str = "") -> None:
        """``attributes`` go on each link beside its ``title``; a glossary for trainers is not used."""
        self._attributes = f" {attributes}" if attributes else ""
        self._entries: dict[tuple[str, str], _Entry] = {}
        self._words: dict[str, _Entry] = {}
        for glossary in _glossaries(course):
            for term in glossary.terms:
                entry = _Entry(glossary.span.path, term.id, _definition(term))
                self._entries[entry.path, entry.id] = entry
                if glossary.mentions == "first":
                    for word in (term.name, *term.aliases):
                        self._words.setdefault(word, entry)
        self._pattern = _pattern(self._words)

    def mark(self, html: Html, own: str) -> Html:
        """The HTML of the file ``own``: its links to terms and first mentions of others, with definitions."""
        if not self._entries or any(path == own for path, _ in self._entries):
            return html
        linked: set[_Entry] = set()
        titled = "".join(self._titled(piece, linked) for piece in _TOKEN.split(html))
        return Html("".join(self._marked(titled, linked)) if self._pattern else titled)

    def _titled(self, piece: str, linked: set[_Entry]) -> str:
        """A link to a term with the term's definition; anything else as it is."""
        found = NEUTRAL.search(piece) if piece.startswith("<a ") else None
        entry = (
            self._entries.get((neutral_path(found), unescape(found[2] or ""))) if found else None
        )
        if entry is None:
            return piece
        linked.add(entry)
        return piece if " title=" in piece else f"{piece[:-1]}{self._title(entry)}>"

    def _title(self, entry: _Entry) -> str:
        return f' title="{escape(entry.definition)}"{self._attributes}'

    def _marked(self, html: str, linked: Set[_Entry]) -> Iterator[str]:
        """The pieces of the HTML in which the first mention of each other term is a link."""
        seen = set(linked)
        closed = 0
        for piece in _TOKEN.split(html):
            tag = _NAME.match(piece)
            if tag is not None:
                if tag[2] in _LEFT_ALONE and not piece.endswith("/>"):
                    closed += -1 if tag[1] else 1
                yield piece
            else:
                yield piece if closed else self._link_words(piece, seen)

    def _link_words(self, text: str, seen: set[_Entry]) -> str:
        def link(match: re.Match[str]) -> str:
            entry = self._entry(match[0])
            if entry in seen:
                return match[0]
            seen.add(entry)
            return f'<a href="{escape(entry.address)}"{self._title(entry)}>{match[0]}</a>'

        assert self._pattern is not None
        return self._pattern.sub(link, text)

    def _entry(self, found: str) -> _Entry:
        word = unescape(found)
        known = self._words.get(word)
        return known or self._words[_other_initial(word, self._words)]


def _glossaries(course: Course) -> Iterator[Glossary]:
    for module in course.modules:
        for activity in module.activities:
            if isinstance(activity, Glossary) and module.audience != "trainer":
                yield activity


def _definition(term: Term) -> str:
    text = plain_text(term.definition.source.partition("\n\n")[0])
    return text if len(text) <= _LENGTH else text[: _LENGTH - 1].rstrip() + "…"


def _pattern(words: Mapping[str, _Entry]) -> re.Pattern[str] | None:
    """The words as whole words, the longest first; the first letter may be a capital, or not."""
    if not words:
        return None
    parts = (
        f"[{re.escape(word[0].lower())}{re.escape(word[0].upper())}]{re.escape(escape(word[1:]))}"
        if word[0].isalpha() and len(word[0].lower()) == len(word[0].upper()) == 1
        else re.escape(escape(word))
        for word in sorted(words, key=lambda word: (-len(word), word))
    )
    return re.compile(rf"(?<![\w&;-])(?:{'|'.join(parts)})(?![\w-])")


def _other_initial(word: str, words: Mapping[str, _Entry]) -> str:
    lower = word[0].lower() + word[1:]
    return lower if lower in words else word[0].upper() + word[1:]

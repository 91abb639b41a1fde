"""The attributes of one block or question, checked while they are asked for."""

import re
from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from difflib import get_close_matches

from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.rules.notation import (
    BAD_ATTRIBUTE,
    BAD_BLOCK_ID,
    MALFORMED_ATTRIBUTES,
    MISSING_ATTRIBUTE,
    REPEATED_ATTRIBUTE,
    UNKNOWN_ATTRIBUTE,
    UNKNOWN_ATTRIBUTE_SIMILAR,
)
from coursebuilder.diagnostics.rules.pasted import TYPOGRAPHIC_QUOTES
from coursebuilder.markup import plain_text, slug
from coursebuilder.markup.attributes import attributes_intended, split_attributes
from coursebuilder.source.lines import Findings, Line

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_CURLY = re.compile(
    r'="(?:[^"\\]|\\.)*"(?=[\s}])'
    r'|=(?:[“”„‟‘’‚‛]([^“”„‟‘’‚‛"\\]*)[“”‟‘’‛"]|"([^“”„‟"\\]*)[“”‟])(?=[\s}])'
)
"""A value in straight quotes, which is as it should be; or one between those of a word processor."""
_SUGGESTED = 32
"""Characters of an id that is suggested."""
_YES_NO = {"yes": True, "no": False}


def similar(word: str, known: Collection[str]) -> str:
    """The known word that was probably meant, or ``""``."""
    return next(iter(get_close_matches(word.lower()[:100], sorted(known), n=1, cutoff=0.6)), "")


def is_id(text: str) -> bool:
    """Whether it is made as ids are: a-z, digits and single hyphens."""
    return _ID.fullmatch(text) is not None


def decimal(text: str) -> Decimal | None:
    """The number, written with a decimal comma or point; None when it is none."""
    text = text.strip().replace("−", "-")
    return Decimal(text.replace(",", ".")) if _NUMBER.fullmatch(text) else None


def _short_id(line: str) -> str:
    """An id made of the first words of a line."""
    words = slug(plain_text(split_attributes(line)[0])).split("-")
    id, *others = words
    for word in others:
        if len(id) + len(word) >= _SUGGESTED:
            break
        id = f"{id}-{word}"
    return id[:_SUGGESTED]


class Attributes:
    """The attributes at the end of one line; asking for one checks its value."""

    def __init__(
        self, line: Line, owner: str, values: Mapping[str, str], findings: Findings
    ) -> None:
        self.line = line
        self.owner = owner
        self.values = values
        self.findings = findings

    def only(self, names: Collection[str]) -> None:
        """Report the attributes that the owner does not know."""
        for name in self.values:
            if name not in names:
                close = similar(name, names)
                rule = UNKNOWN_ATTRIBUTE_SIMILAR if close else UNKNOWN_ATTRIBUTE
                known = ", ".join(sorted(names)) or "-"
                self.report(rule, name, owner=self.owner, close=close, known=known)

    def report(self, rule: Rule, name: str, **values: object) -> None:
        """Report something about one attribute at its place in the line."""
        wanted = {"id": "#", "class": "."}.get(name, f"{name}=")
        place = re.search(rf"(?<=[\s{{]){re.escape(wanted)}", self.line.text)
        self.findings.add(rule, self.line, place.start() if place else 0, name=name, **values)

    def text(self, name: str) -> str:
        """Its value, or ``""``."""
        return self.values.get(name, "").strip()

    def needed(self, name: str) -> str:
        """Its value; a finding when there is none."""
        value = self.text(name)
        if not value:
            self.findings.add(MISSING_ATTRIBUTE, self.line, name=name, owner=self.owner)
        return value

    def words(self, name: str) -> tuple[str, ...]:
        """Its value as words, each once."""
        return tuple(dict.fromkeys(self.text(name).split()))

    def yes(self, name: str, default: bool) -> bool:
        """Whether it says yes."""
        return _YES_NO[self.one_of(name, tuple(_YES_NO), "yes" if default else "no")]

    def one_of(self, name: str, known: Sequence[str], default: str) -> str:
        """One of the known words."""
        if name not in self.values:
            return default
        if (value := self.text(name)) in known:
            return value
        self.report(BAD_ATTRIBUTE, name, value=value, wanted=", ".join(known))
        return default

    def integer(self, name: str, least: int, most: int) -> int | None:
        """A whole number within bounds; None when it is absent or wrong."""
        if name not in self.values:
            return None
        value = self.text(name)
        if value.isascii() and value.isdigit() and len(value) < 10 and least <= int(value) <= most:
            return int(value)
        self.report(BAD_ATTRIBUTE, name, value=value, wanted=f"{least} … {most}")
        return None

    def number(self, name: str, default: Decimal) -> Decimal:
        """A number that is not negative, with decimal comma or point."""
        if name not in self.values:
            return default
        value = decimal(self.text(name))
        if value is not None and value >= 0:
            return value
        self.report(BAD_ATTRIBUTE, name, value=self.text(name), wanted="0, 1, 2.5 …")
        return default

    def id(self, missing: Rule) -> str:
        """The ``#id``; ``""`` with a finding when it is absent or not made as ids are."""
        value = self.values.get("id", "")
        if not value:
            self.findings.add(
                missing, self.line, owner=self.owner, suggestion=_short_id(self.line.text)
            )
        elif not is_id(value):
            self.report(BAD_BLOCK_ID, "id", value=value, suggestion=slug(value))
            return ""
        return value


def _straightened(line: Line, findings: Findings) -> Line:
    """The line with straight quotes where curly ones hold the value of an attribute."""
    start = attributes_intended(line.text)
    if start < 0:
        return line

    def straight(match: re.Match[str]) -> str:
        if match[0].startswith('="') and match[0].endswith('"'):
            return match[0]
        value = match[1] or match[2] or ""
        findings.add(TYPOGRAPHIC_QUOTES, line, start + match.start() + 1, value=value)
        return f'="{value}"'

    return line._replace(text=line.text[:start] + _CURLY.sub(straight, line.text[start:]))


def read_attributes(line: Line, owner: str, findings: Findings) -> tuple[str, Attributes]:
    """A line without the attributes at its end, and those attributes."""
    line = _straightened(line, findings)
    words, pairs, _ = split_attributes(line.text)
    if not pairs and (place := attributes_intended(line.text)) >= 0:
        findings.add(MALFORMED_ATTRIBUTES, line, place, found=line.text[place:].strip())
    values: dict[str, str] = {}
    attributes = Attributes(line, owner, values, findings)
    for name, value in pairs:
        if name in values:
            attributes.report(REPEATED_ATTRIBUTE, name)
        values[name] = value
    return words, attributes

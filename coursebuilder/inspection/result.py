"""What looking into a package finds."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from coursebuilder import i18n


@dataclass(frozen=True, slots=True)
class Said:
    """Words of ours about a package: an English text with ``{name}`` fields, and their values."""

    text: str
    values: "tuple[tuple[str, Value], ...]" = ()

    def in_language(self, language: str) -> str:
        """The words with their values, numbers as that language writes them."""
        shown = {name: worded(value, language) for name, value in self.values}
        return i18n.translate(self.text, language, **shown)


@dataclass(frozen=True, slots=True)
class Bytes:
    """A size."""

    count: int


Value = str | int | Decimal | Said | Bytes
"""Text of the package stands as it is; numbers, sizes and words of ours follow the language."""


def said(text: str, /, **values: Value) -> Said:
    """Words with their values."""
    return Said(text, tuple(values.items()))


def counted(one: str, many: str, count: int, /, **values: Value) -> Said:
    """Words about ``{count}`` things."""
    return said(i18n.counted(one, many, count), count=count, **values)


def worded(value: Value, language: str) -> str:
    """A value as somebody who reads that language wants it."""
    if isinstance(value, Said):
        return value.in_language(language)
    if isinstance(value, Bytes):
        return i18n.readable_size(value.count, language)
    return value if isinstance(value, str) else i18n.number(value, language)


def listed(values: "Iterable[Value]", language: str) -> str:
    """Several values in one line."""
    return ", ".join(worded(value, language) for value in values)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a trainer should know; an English text with ``{name}`` fields, and their values."""

    text: str
    values: "tuple[tuple[str, Value], ...]" = ()
    within: str = ""
    """Title of the activity whose package it is about; empty: what was inspected itself."""

    def in_language(self, language: str) -> str:
        """The words with their values."""
        return Said(self.text, self.values).in_language(language)


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the package's tree and what stands below it."""

    title: str | Said
    """A name the package gives, or words of ours."""
    details: tuple[Value, ...] = ()
    """``page``, ``12 questions``: plain, short."""
    below: "tuple[Branch, ...]" = ()
    package: "Inspection | None" = None
    """What is in the package that the line stands for: a SCORM activity of a backup."""
    fine: bool = False
    """Whether it is more than a first look asks for: each question, each page of a lesson."""


@dataclass(frozen=True, slots=True)
class Group:
    """A further tree of the same package: its gradebook, its question bank."""

    title: str
    """In English."""
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Inspection:
    """One package."""

    kind: str
    """``SCORM 1.2``, ``Moodle backup``…; ``archive`` when it is none that we know."""
    title: str
    size: int
    """Bytes of the file."""
    unpacked: int
    """Bytes of all members together."""
    members: int
    facts: tuple[tuple[str, tuple[Value, ...]], ...] = ()
    """(English label, values), in the order to show."""
    tree: tuple[Branch, ...] = ()
    groups: tuple[Group, ...] = ()
    """What belongs to the package as a whole, beside its tree."""
    remarks: tuple[Remark, ...] = ()

    def name(self, language: str) -> str:
        """``Moodle backup: Van start``; the kinds that standards name stay as they are."""
        kind = i18n.catalogue(language).get(self.kind, self.kind)
        return f"{kind}: {self.title}" if self.title else kind


def remark(text: str, /, **values: Value) -> Remark:
    """A remark with its values."""
    return Remark(text, tuple(values.items()))

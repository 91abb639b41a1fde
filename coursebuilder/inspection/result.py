"""What looking into a package finds."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a trainer should know; an English text with ``{name}`` fields, and their values."""

    text: str
    values: tuple[tuple[str, str], ...] = ()
    within: str = ""
    """Title of the activity whose package it is about; empty: what was inspected itself."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of the package's tree and what stands below it."""

    title: str
    detail: str = ""
    """``page``, ``quiz, 12 questions``: plain, short."""
    below: "tuple[Branch, ...]" = ()
    package: "Inspection | None" = None
    """What is in the package that the line stands for: a SCORM activity of a backup."""


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
    facts: tuple[tuple[str, str], ...] = ()
    """(English label, value), in the order to show."""
    tree: tuple[Branch, ...] = ()
    remarks: tuple[Remark, ...] = ()


def remark(text: str, /, **values: object) -> Remark:
    """A remark with its values."""
    return Remark(text, tuple((name, str(value)) for name, value in values.items()))

"""What a target emits: an ordered list of members, not yet an archive."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FileContent:
    """Content that stays on disk until it is written, so that media never fill the memory."""

    path: Path
    size: int
    """Size in bytes when the course was read."""


Content = bytes | FileContent
"""What a member holds."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One member of a package."""

    path: str
    """``/``-separated, relative, ASCII where the format wants it."""
    content: Content
    stored: bool = False
    """True for content that is compressed already (PNG, MP4, ZIP…): it is stored, not deflated."""


@dataclass(frozen=True, slots=True)
class Packed:
    """A package that is a member of another one."""

    content: Content
    size: int
    """Size in bytes."""
    sha1: str


@dataclass(frozen=True, slots=True)
class Package:
    """The members of one package, in the order they are written."""

    entries: tuple[Entry, ...]

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    @property
    def paths(self) -> tuple[str, ...]:
        """The member paths, in order."""
        return tuple(entry.path for entry in self.entries)

"""What a target is: it checks a course for what it cannot express, and emits a package."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from coursebuilder.archive import Pack, Packing, pack_in_memory
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.model import Asset, Course
from coursebuilder.package import Content, Package
from coursebuilder.render import Rendering

DEFAULT_TIMESTAMP = 1_767_225_600
"""2026-01-01T00:00:00Z: the date of everything in a package unless SOURCE_DATE_EPOCH says otherwise."""


PARTS = (
    "module",
    "page",
    "quiz",
    "self-scan",
    "situation",
    "assignment, forum, form, poll",
    "glossary",
    "link, file, folder",
    "trainer's module",
    "practice question",
    "reflection",
    "checklist",
    "tabs",
    "completion",
    "theme and logo",
)
"""The parts of a course that targets may express in different ways."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """All that emitting may know beside the course. No clock, environment or randomness."""

    rendering: Rendering
    """The course's Markdown as HTML; each piece was converted once for all targets."""
    asset: Callable[[Asset], Content]
    """The content of an asset, or where it is read from when the package is written."""
    timestamp: int = DEFAULT_TIMESTAMP
    """Unix seconds."""
    pack: Pack = pack_in_memory
    """Makes a package a zip file within the package that is emitted."""
    control_documents: tuple[tuple[str, Path], ...] = field(default=())
    """(member path, file) of the official schemas to put into SCORM packages."""


class Target(Protocol):
    """One output format. A new target is one package, its name in ``NAMES`` and its tests."""

    name: str
    """As typed on the command line: ``scorm12``."""
    suffix: str
    """``.zip`` or ``.mbz``: the file is ``<course id>-<name><suffix>``."""
    packings: tuple[Packing, ...]
    """How the package may be packed; the first is the usual way."""
    forms: tuple[tuple[str, str], ...]
    """(part of a course, what this target makes of it), in the order of ``PARTS``."""

    def check(self, course: Course) -> Iterator[Diagnostic]:
        """What this target expresses in another way, or cannot carry."""
        ...

    def emit(self, course: Course, context: BuildContext) -> Package:
        """The package; pure: the same course and context give the same bytes."""
        ...

"""How Moodle will see the course: what the reader of ``inspect`` finds in the backup that ``build`` would write.

Nothing here knows what becomes of a quiz or a page. The Moodle target emits the backup, ``inspection`` reads
it, and so the panel cannot say anything else than what a restore gets. Emitting takes as long as a build of
that one target, so it waits until somebody looks.
"""

import tempfile
import threading
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from coursebuilder.archive import packing_in
from coursebuilder.i18n import translate
from coursebuilder.inspection import (
    MAX_INNER,
    READ,
    Branch,
    Group,
    Inspection,
    Members,
    inspect_members,
    listed,
    worded,
)
from coursebuilder.model import Course
from coursebuilder.package import Content, FileContent, Package
from coursebuilder.pipeline import Loaded, Options, build_context
from coursebuilder.targets import TARGETS


class MoodleView:
    """The backup of one state of the course, made and looked into when it is asked for first."""

    def __init__(self, loaded: Loaded, course: Course) -> None:
        """``course`` is the one that was loaded; it has no errors."""
        self._loaded = loaded
        self._course = course
        self._lock = threading.Lock()
        self._found: Inspection | None = None

    def shown(self, language: str) -> dict[str, Any]:
        """The view in words, as plain data. Raises OSError when a file of the course went meanwhile."""
        with self._lock:
            if self._found is None:
                self._found = look_into_backup(self._loaded, self._course)
        return _shown(self._found, language)


def look_into_backup(loaded: Loaded, course: Course) -> Inspection:
    """What is in the backup of a course."""
    context = build_context(loaded, Options())
    with tempfile.TemporaryDirectory() as folder, packing_in(Path(folder)) as pack:
        package = TARGETS["moodle"].emit(course, replace(context, pack=pack))
        contents = {entry.path: entry.content for entry in package}

        def inner(names: Collection[str]) -> Iterator[tuple[str, bytes]]:
            for name in names:
                if _size(contents[name]) <= MAX_INNER:
                    yield name, _bytes_of(contents[name])

        return inspect_members(_members(package), 0, inner)


def _members(package: Package) -> Members:
    contents = {
        entry.path: entry.content
        for entry in package
        if isinstance(entry.content, bytes) and entry.path.endswith(READ)
    }
    return Members({entry.path: _size(entry.content) for entry in package}, contents)


def _size(content: Content) -> int:
    return content.size if isinstance(content, FileContent) else len(content)


def _bytes_of(content: Content) -> bytes:
    return content.path.read_bytes() if isinstance(content, FileContent) else content


def _shown(found: Inspection, language: str) -> dict[str, Any]:
    groups = (Group("Sections and activities", found.tree), *found.groups)
    return {
        "facts": _facts(found, language),
        "groups": [
            {
                "title": translate(group.title, language),
                "branches": [_branch(branch, language) for branch in group.branches],
            }
            for group in groups
        ],
        "remarks": [remark.in_language(language) for remark in found.remarks],
    }


def _facts(found: Inspection, language: str) -> list[list[str]]:
    return [[translate(label, language), listed(values, language)] for label, values in found.facts]


def _branch(branch: Branch, language: str) -> dict[str, Any]:
    below = [_branch(one, language) for one in branch.below]
    if branch.package is not None:
        below.insert(0, _package(branch.package, language))
    return {
        "title": worded(branch.title, language),
        "named": isinstance(branch.title, str),
        "details": [worded(detail, language) for detail in branch.details],
        "below": below,
    }


def _package(package: Inspection, language: str) -> dict[str, Any]:
    """A package within the backup, its facts as details."""
    facts = [f"{label}: {values}" for label, values in _facts(package, language)]
    below = [_branch(branch, language) for branch in package.tree]
    return {"title": package.name(language), "named": True, "details": facts, "below": below}

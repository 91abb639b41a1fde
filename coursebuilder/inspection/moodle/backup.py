"""The documents of a backup and the places they refer to, each read once."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from html import unescape

from lxml import etree

from coursebuilder.inspection.documents import attribute, child_text, children, parse, whole
from coursebuilder.inspection.members import Members

NULL = "$@NULL@$"
"""How a backup says "no value"."""


def value(element: etree._Element | None, name: str) -> str:
    """The text of a child in one line; empty for Moodle's NULL, and where there is no element."""
    text = "" if element is None else child_text(element, name)
    return "" if text == NULL else text


def date_of(moment: int) -> str:
    """The day of a moment, in universal time."""
    try:
        return datetime.fromtimestamp(moment, UTC).date().isoformat()
    except (OverflowError, OSError, ValueError):
        return "?"


def name_of(element: etree._Element | None, tag: str = "name") -> str:
    """A name as people see it: Moodle keeps names as HTML."""
    return unescape(value(element, tag))


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """One activity as ``moodle_backup.xml`` lists it."""

    id: str
    """Of the course module; conditions name it."""
    section: str
    kind: str
    """``quiz``: Moodle's name of the plugin."""
    title: str
    folder: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file of the course."""

    context: str
    component: str
    area: str
    name: str
    sha1: str
    size: int


class Backup:
    """One backup. Raises UnreadablePackageError where a document that is asked for is not XML."""

    def __init__(self, members: Members) -> None:
        """Nothing read yet."""
        self.members = members
        self._roots: dict[str, etree._Element | None] = {}

    def root(self, path: str) -> etree._Element | None:
        """The root of a document; None when the backup has none of that name."""
        if path not in self._roots:
            content = self.members.contents.get(path)
            self._roots[path] = None if content is None else parse(content, path)
        return self._roots[path]

    def each(self, path: str, tag: str) -> Iterator[etree._Element]:
        """The elements of that name anywhere in a document."""
        root = self.root(path)
        return iter(()) if root is None else root.iter(tag)

    @cached_property
    def information(self) -> etree._Element | None:
        """``<information>``: what the backup says of itself."""
        root = self.root("moodle_backup.xml")
        return None if root is None else root.find("information")

    @cached_property
    def activities(self) -> tuple[Activity, ...]:
        """All activities, in the order of the backup."""
        found = () if self.information is None else self.information.findall(
            "contents/activities/activity"
        )  # fmt: skip
        return tuple(
            Activity(
                id=value(activity, "moduleid"),
                section=value(activity, "sectionid"),
                kind=value(activity, "modulename"),
                title=name_of(activity, "title"),
                folder=value(activity, "directory"),
            )
            for activity in found
        )

    @cached_property
    def sections(self) -> tuple[etree._Element, ...]:
        """``<section>`` of each section, in the order of the backup."""
        if self.information is None:
            return ()
        return tuple(self.information.findall("contents/sections/section"))

    @cached_property
    def names(self) -> dict[str, str]:
        """Id of a course module -> name of the activity."""
        return {activity.id: activity.title for activity in self.activities}

    def settings(self, activity: Activity) -> etree._Element | None:
        """The element with the activity's own settings: ``<quiz>`` of ``quiz.xml``."""
        root = self.root(f"{activity.folder}/{activity.kind}.xml")
        return None if root is None else next(children(root, activity.kind), None)

    def module(self, activity: Activity) -> etree._Element | None:
        """``<module>``: its completion and availability."""
        return self.root(f"{activity.folder}/module.xml")

    def grade_items(self, activity: Activity) -> tuple[etree._Element, ...]:
        """``<grade_item>`` of each grade that the activity gives."""
        return tuple(self.each(f"{activity.folder}/grades.xml", "grade_item"))

    @cached_property
    def graded(self) -> dict[str, str]:
        """Id of a grade item -> name of the activity that it grades."""
        return {
            attribute(item, "id"): activity.title
            for activity in self.activities
            for item in self.grade_items(activity)
        }

    @cached_property
    def files(self) -> tuple[StoredFile, ...]:
        """Every file of the course; folders and what belongs to people left out."""
        return tuple(
            StoredFile(
                context=value(file, "contextid"),
                component=value(file, "component"),
                area=value(file, "filearea"),
                name=value(file, "filename"),
                sha1=value(file, "contenthash"),
                size=whole(file, "filesize"),
            )
            for file in self.each("files.xml", "file")
            if value(file, "filename") != "."
        )

    def files_of(self, activity: Activity, area: str) -> tuple[StoredFile, ...]:
        """The files of an activity's area: what it offers, its package."""
        root = self.root(f"{activity.folder}/{activity.kind}.xml")
        context = "" if root is None else attribute(root, "contextid")
        return tuple(self._places.get((context, f"mod_{activity.kind}", area), ()))

    @cached_property
    def _places(self) -> dict[tuple[str, str, str], list[StoredFile]]:
        places: dict[tuple[str, str, str], list[StoredFile]] = {}
        for file in self.files:
            places.setdefault((file.context, file.component, file.area), []).append(file)
        return places

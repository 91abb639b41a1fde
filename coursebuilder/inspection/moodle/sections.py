"""The tree of a backup: its sections, and what stands in each activity."""

from collections.abc import Iterator, Mapping

from lxml import etree

from coursebuilder.inspection.documents import child_text
from coursebuilder.inspection.moodle.backup import Activity, Backup, name_of, value
from coursebuilder.inspection.moodle.bank import Bank
from coursebuilder.inspection.moodle.completion import available, completion_of
from coursebuilder.inspection.moodle.kinds import activity_kind
from coursebuilder.inspection.moodle.platform import platform_branches, platform_details
from coursebuilder.inspection.moodle.quiz import quiz_branches, quiz_details
from coursebuilder.inspection.result import Branch, Inspection, Value, said


class Sections:
    """Writes the tree of one backup."""

    def __init__(self, backup: Backup, bank: Bank, packages: Mapping[str, Inspection]) -> None:
        """``packages``: folder of an activity -> what is in its package."""
        self._backup = backup
        self._bank = bank
        self._packages = packages
        criteria = backup.each("completion.xml", "course_completion_criteria")
        self._asked = {value(criterion, "moduleinstance") for criterion in criteria}

    def branches(self) -> Iterator[Branch]:
        """A branch for each section, with its activities."""
        held: dict[str, list[Activity]] = {}
        for activity in self._backup.activities:
            held.setdefault(activity.section, []).append(activity)
        for section in self._backup.sections:
            activities = held.get(value(section, "sectionid"), ())
            yield self._section(section, tuple(map(self._activity, activities)))

    def _section(self, listed: etree._Element, below: tuple[Branch, ...]) -> Branch:
        section = self._backup.root(f"{child_text(listed, 'directory')}/section.xml")
        name = name_of(section) or name_of(listed, "title")
        number = value(section, "number")
        if not name or name == number:
            general = said("general section")
            title = general if number == "0" else said("section {number}", number=number)
            return Branch(title, tuple(self._limits(section, "availabilityjson")), below)
        return Branch(name, tuple(self._limits(section, "availabilityjson")), below)

    def _limits(self, element: etree._Element | None, field: str) -> Iterator[Value]:
        """Who sees it, and when."""
        if value(element, "visible") == "0":
            yield said("hidden from learners")
        if (condition := available(value(element, field), self._backup)) is not None:
            yield condition

    def _activity(self, activity: Activity) -> Branch:
        return Branch(
            activity.title,
            tuple(self._details(activity)),
            tuple(self._below(activity)),
            package=self._packages.get(activity.folder),
        )

    def _details(self, activity: Activity) -> Iterator[Value]:
        """Its kind, its settings in short, how it is completed, who sees it when."""
        yield activity_kind(activity.kind)
        settings = self._backup.settings(activity)
        if settings is not None and activity.kind == "quiz":
            yield from quiz_details(activity, settings, self._backup)
        elif settings is not None:
            yield from platform_details(activity, settings, self._backup)
        yield completion_of(activity, self._backup)
        if activity.id in self._asked:
            yield said("counts for the course")
        yield from self._limits(self._backup.module(activity), "availability")

    def _below(self, activity: Activity) -> Iterator[Branch]:
        settings = self._backup.settings(activity)
        if settings is None:
            return
        if activity.kind == "quiz":
            yield from quiz_branches(settings, self._bank)
        else:
            yield from platform_branches(activity, settings, self._backup)

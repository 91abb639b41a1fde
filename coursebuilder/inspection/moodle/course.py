"""What a backup holds as a whole, and what is odd about it."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from lxml import etree

from coursebuilder import i18n
from coursebuilder.inspection.documents import child_text
from coursebuilder.inspection.members import Members
from coursebuilder.inspection.moodle.backup import Backup, name_of, value
from coursebuilder.inspection.moodle.bank import Bank
from coursebuilder.inspection.moodle.completion import badges, course_completion
from coursebuilder.inspection.moodle.grades import gradebook
from coursebuilder.inspection.moodle.kinds import activity_kind, question_kind
from coursebuilder.inspection.moodle.quiz import quiz_remarks
from coursebuilder.inspection.moodle.sections import Sections
from coursebuilder.inspection.result import (
    Bytes,
    Group,
    Inspection,
    Remark,
    Said,
    Value,
    remark,
    said,
)

_KIND = "Moodle backup"


def inspect_moodle(members: Members, packages: Mapping[str, Inspection]) -> Inspection:
    """Sections, activities, gradebook, completion, question bank and settings of a backup.

    ``packages``: folder of an activity -> what is in its package.
    """
    backup = Backup(members)
    information = backup.information
    if information is None:
        return Inspection(_KIND, "", 0, 0, 0, remarks=(remark("its contents are not described"),))
    bank = Bank(backup)
    groups = (
        Group("Gradebook", tuple(gradebook(backup))),
        Group("Completion of the course", tuple(course_completion(backup))),
        Group("Badges", tuple(badges(backup))),
        Group("Question bank", tuple(bank.branches())),
    )
    return Inspection(
        _KIND,
        name_of(information, "original_course_fullname"),
        0,
        0,
        0,
        facts=tuple(_facts(backup, bank, information)),
        tree=tuple(Sections(backup, bank, packages).branches()),
        groups=tuple(group for group in groups if group.branches),
        remarks=tuple(_remarks(backup, bank, packages)),
    )


def _facts(
    backup: Backup, bank: Bank, information: etree._Element
) -> Iterator[tuple[str, tuple[Value, ...]]]:
    course = backup.root("course/course.xml")
    yield "Moodle version", (value(information, "moodle_release"),)
    if course is not None:
        yield "short name", (name_of(course, "shortname"),)
        yield "course format", (value(course, "format"),)
        language = value(course, "lang")
        yield "language", (language or said("that of the learner"),)
    yield "sections", (len(backup.sections),)
    kinds = Counter(activity.kind for activity in backup.activities)
    yield "activities", _counts(kinds, activity_kind)
    types = Counter(question.kind for question in bank.questions.values())
    yield "questions", _counts(types, question_kind)
    sizes = {file.sha1: file.size for file in backup.files}
    yield "files", (len(backup.files), Bytes(sum(sizes.values())))
    with_people = _setting(information, "users") == "1"
    yield "participants", (said("yes" if with_people else "no"),)


def _counts(counts: Counter[str], named: Callable[[str], Said]) -> tuple[Value, ...]:
    """``4 together, 3 pages, 1 quiz``: most first."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    found = (said("{count} {kind}", count=count, kind=named(kind)) for kind, count in ordered)
    together = said("{count} together", count=counts.total())
    return (together, *found) if len(counts) > 1 else tuple(found) or (0,)


def _setting(information: etree._Element, name: str) -> str:
    for setting in information.iterfind("settings/setting"):
        if child_text(setting, "level") == "root" and child_text(setting, "name") == name:
            return child_text(setting, "value")
    return ""


def _remarks(backup: Backup, bank: Bank, packages: Mapping[str, Inspection]) -> Iterator[Remark]:
    yield from _missing_parts(backup)
    absent = {
        file.sha1
        for file in backup.files
        if f"files/{file.sha1[:2]}/{file.sha1}" not in backup.members.sizes
    }
    if absent:
        text = i18n.counted(
            "{count} file has no content in the backup",
            "{count} files have no content in the backup",
            len(absent),
        )
        yield remark(text, count=len(absent))
    for activity in backup.activities:
        settings = backup.settings(activity)
        if activity.kind == "quiz" and settings is not None:
            yield from quiz_remarks(activity, settings, bank)
        if package := packages.get(activity.folder):
            yield from (replace(one, within=activity.title) for one in package.remarks)


def _missing_parts(backup: Backup) -> Iterator[Remark]:
    """What restore would stop at, or leave out without a word."""
    sizes = backup.members.sizes
    for name in (
        "files.xml", "questions.xml", "roles.xml", "groups.xml", "scales.xml", "outcomes.xml",
    ):  # fmt: skip
        if name not in sizes:
            yield remark("{name} is missing: restoring stops there", name=name)
    known = {value(section, "sectionid") for section in backup.sections}
    for activity in backup.activities:
        if activity.section not in known:
            yield remark("{name} stands in no section: Moodle leaves it out", name=activity.title)
        for part in ("module.xml", "grades.xml", "roles.xml"):
            if f"{activity.folder}/{part}" not in sizes:
                name = f"{activity.folder}/{part}"
                yield remark("{name} is missing: restoring stops there", name=name)

"""Moodle course backups."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from lxml import etree

from coursebuilder.inspection.documents import attribute, child_text, local, parse
from coursebuilder.inspection.members import Members
from coursebuilder.inspection.moodle_quiz import quiz_branches
from coursebuilder.inspection.result import Branch, Inspection, Remark, remark

_EMPTY = ("", "$@NULL@$")
_PACKAGE_AREA = ("mod_scorm", "package")


def inspect_moodle(members: Members, packages: Mapping[str, Inspection]) -> Inspection:
    """Sections, activities, question bank and settings of a backup.

    ``packages``: folder of an activity -> what is in its package.
    """
    root = parse(members.contents["moodle_backup.xml"], "moodle_backup.xml")
    information = root.find("information")
    if information is None:
        return Inspection(
            "Moodle backup", "", 0, 0, 0, remarks=(remark("its contents are not described"),)
        )
    activities = information.findall("contents/activities/activity")
    sections = information.findall("contents/sections/section")
    kinds = Counter(child_text(activity, "modulename") for activity in activities)
    questions = _questions(members)
    types = Counter(child_text(question, "qtype") for question in questions)
    files = _files(members)
    facts = (
        ("made by Moodle", child_text(information, "moodle_release")),
        ("sections", str(len(sections))),
        ("activities", _counted(kinds)),
        ("questions", _counted(types)),
        ("files", str(len(files))),
        ("participants", "yes" if _setting(information, "users") == "1" else "no"),
    )
    tree = tuple(_section(section, activities, members, packages) for section in sections)
    remarks = (
        *_missing_parts(activities, sections, members),
        *_missing_files(files, members),
        *_within(activities, packages),
    )
    title = child_text(information, "original_course_fullname")
    return Inspection("Moodle backup", title, 0, 0, 0, facts, tree, remarks)


def scorm_packages(members: Members) -> dict[str, str]:
    """Folder of a SCORM activity -> the member that holds its package."""
    if "files.xml" not in members.contents:
        return {}
    held: dict[tuple[str, str], str] = {}
    for file in parse(members.contents["files.xml"], "files.xml").iter("file"):
        if (child_text(file, "component"), child_text(file, "filearea")) == _PACKAGE_AREA:
            sha1 = child_text(file, "contenthash")
            place = (child_text(file, "contextid"), child_text(file, "filename"))
            held[place] = f"files/{sha1[:2]}/{sha1}"
    found = {}
    for name in members.contents:
        folder, _, last = name.rpartition("/")
        if last == "scorm.xml":
            root = parse(members.contents[name], name)
            place = (attribute(root, "contextid"), _value(members, name, "reference"))
            if place in held:
                found[folder] = held[place]
    return found


def _within(
    activities: list[etree._Element], packages: Mapping[str, Inspection]
) -> Iterator[Remark]:
    """What is odd about the packages of activities."""
    for activity in activities:
        if package := packages.get(child_text(activity, "directory")):
            title = child_text(activity, "title")
            yield from (replace(remark, within=title) for remark in package.remarks)


def _section(
    section: etree._Element,
    activities: list[etree._Element],
    members: Members,
    packages: Mapping[str, Inspection],
) -> Branch:
    id = child_text(section, "sectionid")
    name = _value(members, f"{child_text(section, 'directory')}/section.xml", "name")
    return Branch(
        name or child_text(section, "title"),
        "",
        tuple(
            Branch(
                child_text(activity, "title"),
                _detail(activity, members),
                _below(activity, members),
                package=packages.get(child_text(activity, "directory")),
            )
            for activity in activities
            if child_text(activity, "sectionid") == id
        ),
    )


def _detail(activity: etree._Element, members: Members) -> str:
    """Its kind, and how it is completed."""
    kind, folder = child_text(activity, "modulename"), child_text(activity, "directory")
    parts = [kind]
    if kind == "quiz" and f"{folder}/quiz.xml" in members.contents:
        quiz = parse(members.contents[f"{folder}/quiz.xml"], folder)
        parts.append(f"{len(list(quiz.iter('question_instance')))} slots")
    completion = _value(members, f"{folder}/module.xml", "completion")
    parts += {"1": ["completed by hand"], "2": ["completed automatically"]}.get(completion, [])
    if _value(members, f"{folder}/module.xml", "availability"):
        parts.append("opens on a condition")
    if _value(members, f"{folder}/module.xml", "visible") == "0":
        parts.append("hidden")
    return ", ".join(parts)


def _below(activity: etree._Element, members: Members) -> tuple[Branch, ...]:
    """What a quiz holds; nothing for other activities."""
    path = f"{child_text(activity, 'directory')}/quiz.xml"
    if child_text(activity, "modulename") != "quiz" or path not in members.contents:
        return ()
    quiz = next(parse(members.contents[path], path).iter("quiz"), None)
    return () if quiz is None else quiz_branches(quiz)


def _value(members: Members, path: str, tag: str) -> str:
    """The text of the first element of that name in a member; empty for Moodle's NULL."""
    if path not in members.contents:
        return ""
    for element in parse(members.contents[path], path).iter():
        if local(element) == tag:
            value = (element.text or "").strip()
            return "" if value in _EMPTY else value
    return ""


def _questions(members: Members) -> list[etree._Element]:
    if "questions.xml" not in members.contents:
        return []
    root = parse(members.contents["questions.xml"], "questions.xml")
    return [
        question
        for question in root.iter("question")
        if child_text(question, "qtype") and child_text(question, "parent") in ("0", "")
    ]


def _files(members: Members) -> list[str]:
    """The content hash of every file, folders left out."""
    if "files.xml" not in members.contents:
        return []
    root = parse(members.contents["files.xml"], "files.xml")
    return [
        child_text(file, "contenthash")
        for file in root.iter("file")
        if child_text(file, "filename") != "."
    ]


def _setting(information: etree._Element, name: str) -> str:
    for setting in information.iterfind("settings/setting"):
        if child_text(setting, "level") == "root" and child_text(setting, "name") == name:
            return child_text(setting, "value")
    return ""


def _missing_parts(
    activities: list[etree._Element], sections: list[etree._Element], members: Members
) -> Iterator[Remark]:
    """What restore would stop at, or leave out without a word."""
    for name in (
        "files.xml",
        "questions.xml",
        "roles.xml",
        "groups.xml",
        "scales.xml",
        "outcomes.xml",
    ):
        if name not in members.sizes:
            yield remark("{name} is missing: restoring stops there", name=name)
    known = {child_text(section, "sectionid") for section in sections}
    for activity in activities:
        folder = child_text(activity, "directory")
        if child_text(activity, "sectionid") not in known:
            title = child_text(activity, "title")
            yield remark("{name} stands in no section: Moodle leaves it out", name=title)
        for part in ("module.xml", "grades.xml", "roles.xml"):
            if f"{folder}/{part}" not in members.sizes:
                yield remark("{name} is missing: restoring stops there", name=f"{folder}/{part}")


def _missing_files(files: list[str], members: Members) -> Iterator[Remark]:
    absent = {sha1 for sha1 in files if f"files/{sha1[:2]}/{sha1}" not in members.sizes}
    if absent:
        yield remark("{count} files have no content in the backup", count=len(absent))


def _counted(counts: Counter[str]) -> str:
    """``3 page, 1 quiz``: most first."""
    return (
        ", ".join(
            f"{count} {name}" for name, count in sorted(counts.items(), key=lambda x: (-x[1], x[0]))
        )
        or "0"
    )

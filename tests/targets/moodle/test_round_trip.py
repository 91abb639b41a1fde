"""Moodle restores our backup and backs the course up again: element by element nothing is lost."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from lxml import etree

from coursebuilder.archive import write_package
from coursebuilder.model import Course
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.moodle.elements import NULL
from tests.platform_sample import course_and_context
from tests.sample_course import context_for
from tests.targets.moodle.backup import Backup, context
from tests.targets.moodle.test_packages import packaged
from tests.targets.moodle.test_real_moodle import MOODLE, SAMPLE, release, run, silent

Documents = Mapping[str, etree._Element]

_OTHERS = frozenset((
    "id", "contextid", "moduleid", "instanceid", "iteminstance", "sectionid", "categoryid", "parent",
    "path", "question", "questionid", "questionbankentryid", "usingcontextid", "questionscontextid",
    "filtercondition", "course", "courseid", "quizid", "moduleinstance", "sequence", "itemid",
    "availabilityjson", "categories", "badgeid", "critid", "usercreated", "usermodified",
    "timecreated", "timemodified", "added",
    "sha1hash", "revision", "launch", "prevpageid", "nextpageid", "jumpto",
))  # fmt: skip
"""What names a thing or a person by a number, is the time at which it was made, or what Moodle has
unpacked of a package."""

_TO_PAGES = frozenset(("prevpageid", "nextpageid", "jumpto"))
"""What names a page of a lesson, or is a jump of its own."""

_NEWER = frozenset(("reviewmaxmarks", "markinganonymous"))
"""What Moodle 4.1 does not know yet."""

_TOKEN = re.compile(r"\$@([A-Z]+)\*(\d+)(?:\*(\d+))?@\$")


def parsed(folder: Path) -> Documents:
    """The XML files of an unpacked backup."""
    return {
        path.relative_to(folder).as_posix(): etree.parse(path).getroot()
        for path in folder.rglob("*.xml")
    }


def named(documents: Documents) -> dict[str, str]:
    """Folder of an activity -> its id number."""
    return {
        path.rpartition("/")[0]: root.findtext("idnumber") or ""
        for path, root in documents.items()
        if path.startswith("activities/") and path.endswith("/module.xml")
    }


def values(root: etree._Element, ours: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """(path, value) of each leaf but those that are numbers of things; links name what they lead to."""
    for found in root.iter():
        if len(found) > 1 and len({child.tag for child in found}) == 1:
            found[:] = sorted(found, key=_place)
    tree = root.getroottree()
    pages = {page.get("id"): f"page {number}" for number, page in enumerate(root.iter("page"), 1)}
    for leaf in root.iter():
        if len(leaf) or leaf.tag in _OTHERS or _worked_out(leaf):
            continue
        if leaf.tag in _TO_PAGES:
            yield tree.getpath(leaf), pages.get(leaf.text, leaf.text or "")
            continue
        text = _TOKEN.sub(lambda token: _target(token, ours), leaf.text or "")
        yield tree.getpath(leaf), text.strip()


def _place(child: etree._Element) -> str:
    """What tells the members of a list apart: Moodle writes some in no order."""
    keys = ("position", "sortorder", "slot", "pagenum", "concept", "fullname", "alias_text", "name")
    return next((text for key in keys if (text := child.findtext(key)) is not None), "")


def _worked_out(leaf: etree._Element) -> bool:
    """Whether Moodle works the value out: a weight that nobody set, the category of the site."""
    around = leaf.getparent()
    assert around is not None
    if leaf.tag == "aggregationcoef2":
        return around.findtext("weightoverride") == "0"
    if leaf.tag in _NEWER and release() < (4, 4):
        return True
    # Of a course that comes from another site Moodle takes no id number; a badge's condition is a number.
    return around.tag in {"category", "parameter"} or (around.tag, leaf.tag) == (
        "course",
        "idnumber",
    )


def _target(token: re.Match[str], ours: Mapping[str, str]) -> str:
    """What a link leads to; chapters and sections by their kind only."""
    return f"[{token[1]} {ours.get(token[2], '')}]"


def by_number(documents: Documents) -> dict[str, str]:
    """Course module -> id number of the activity."""
    return {folder.rpartition("_")[2]: name for folder, name in named(documents).items()}


def lost(ours: Documents, theirs: Documents, folder: str, other: str) -> Iterator[str]:
    """What of a folder of our backup is not the same in Moodle's."""
    known, numbers = by_number(ours), by_number(theirs)
    for path, root in ours.items():
        if path.rpartition("/")[0] != folder or path.endswith(("inforef.xml", "roles.xml")):
            continue
        twin = theirs.get(f"{other}/{path.rpartition('/')[2]}".lstrip("/"))
        if twin is None:
            yield f"{path} is not there"
            continue
        found = dict(values(twin, numbers))
        for place, value in values(root, known):
            if not same(value, found.get(place)):
                yield f"{path}{place}: {value!r} became {found.get(place)!r}"


def same(value: str, other: str | None) -> bool:
    """Whether two values say the same; a number is one however it is written."""
    if other is None or value == other:
        return value == other or (other is None and value in ("", NULL))
    try:
        return float(value) == float(other)
    except ValueError:
        return {value, other} <= {"", NULL}


COURSES = {
    # Moodle 4.1 keeps badges for backups with people in them.
    "sample": (
        replace(SAMPLE, moodle=replace(SAMPLE.moodle, badges=True, completion_grade=True)),
        "users" if MOODLE and release() < (4, 4) else "",
    ),
    "packages": (packaged(SAMPLE), ""),
    "platform": (course_and_context()[0], "users"),
}


@pytest.fixture(scope="module", params=COURSES)
def trip(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Our documents and Moodle's, of one course."""
    if not MOODLE:
        pytest.skip("MOODLE_DIR names no installed Moodle")
    course, users = COURSES[request.param]
    # A site gives a name that it knows already a number.
    once = uuid4().hex[:8]
    names = replace(course.moodle, short_name=once)
    course = replace(course, id=f"{course.id}-{once}", title=f"{course.title} {once}", moodle=names)
    folder = tmp_path_factory.mktemp("trip")
    build = _context(request.param, course, folder)
    package = MoodleTarget().emit(course, build)
    write_package(package, folder / "course.mbz", timestamp=build.timestamp)
    report = run("restore.php", folder / "course.mbz")
    silent(report)
    back = run("backup_folder.php", report["courseid"], folder / "back", *filter(None, [users]))
    assert back["notices"] == []
    return Backup(package).documents, parsed(folder / "back")


def _context(name: str, course: Course, folder: Path) -> Any:
    return course_and_context()[1] if name == "platform" else context_for(course, folder / "assets")


@pytest.mark.moodle
def test_every_activity_comes_back(trip: tuple[Documents, Documents]) -> None:
    ours, theirs = trip
    back = {name: folder for folder, name in named(theirs).items()}
    problems = [
        problem
        for folder, name in named(ours).items()
        for problem in lost(ours, theirs, folder, back[name])
    ]
    assert not problems, "\n".join(problems)


@pytest.mark.moodle
def test_sections_course_completion_and_gradebook_come_back(
    trip: tuple[Documents, Documents],
) -> None:
    ours, theirs = trip
    numbers = {
        root.findtext("number"): path for path, root in theirs.items() if root.tag == "section"
    }
    problems = [
        problem
        for path, root in ours.items()
        if root.tag == "section"
        for problem in lost(
            ours,
            theirs,
            path.rpartition("/")[0],
            numbers[root.findtext("number")].rpartition("/")[0],
        )
    ]
    problems += lost(ours, theirs, "course", "course")
    for name in ("completion.xml", "gradebook.xml", "badges.xml"):
        if name in ours:
            problems += lost({name: ours[name]}, theirs, "", "")
    assert not problems, "\n".join(problems)


@pytest.mark.moodle
def test_files_come_back(trip: tuple[Documents, Documents]) -> None:
    ours, theirs = trip
    there = set(_files(theirs["files.xml"]))
    assert [file for file in _files(ours["files.xml"]) if file not in there] == []


def _files(root: etree._Element) -> Iterator[tuple[str | None, ...]]:
    """Where each file is, its name, content, author and licence."""
    fields = ("component", "filearea", "filepath", "filename", "contenthash", "author", "license")
    for file in root:
        if file.findtext("filename") != ".":
            yield tuple(file.findtext(field) for field in fields)


def test_the_comparison_sees_a_loss() -> None:
    ours, theirs = (Backup(MoodleTarget().emit(SAMPLE, context(SAMPLE))).documents for _ in "ab")
    folder = next(path for path in named(ours) if "/page_" in path)
    assert list(lost(ours, theirs, folder, folder)) == []
    content = theirs[f"{folder}/page.xml"].find("page/content")
    assert content is not None
    content.text = "<p>Weg</p>"
    (seen,) = lost(ours, theirs, folder, folder)
    assert seen.endswith("became '<p>Weg</p>'")

"""The whole: members, contents, ids, links and files."""

import hashlib
import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest

from coursebuilder.formats.xml import Element, serialise
from coursebuilder.model import Course, Page, Prose
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.moodle.crosscheck import crosscheck
from coursebuilder.text import Markdown, Span, Text
from tests.sample_course import PAGE, SAMPLE, context_for
from tests.targets.moodle.backup import backup, context

EMITTED = backup()
NEEDED = {
    "moodle_backup.xml", "files.xml", "questions.xml", "roles.xml", "groups.xml", "scales.xml",
    "outcomes.xml", "gradebook.xml", "completion.xml", "course/course.xml", "course/roles.xml",
    "course/inforef.xml",
}  # fmt: skip


def _changed_page(course: Course, **changes: object) -> Course:
    """The course, its first page changed."""
    first = course.modules[0]
    page = first.activities[0]
    assert isinstance(page, Page)
    changed = replace(page, **changes)  # type: ignore[arg-type]
    module = replace(first, activities=(changed, *first.activities[1:]))
    return replace(course, modules=(module, *course.modules[1:]))


def test_all_members_that_restore_wants() -> None:
    paths = set(EMITTED.package.paths)
    assert paths >= NEEDED
    for activity in EMITTED.all("directory"):
        folder = activity.text or ""
        if folder.startswith("activities/"):
            kind = folder.partition("/")[2].partition("_")[0]
            files = (f"{kind}.xml", "module.xml", "grades.xml", "roles.xml", "inforef.xml")
            assert {f"{folder}/{file}" for file in files} <= paths


def test_moodle_recognises_the_format_in_the_first_two_hundred_bytes() -> None:
    head = EMITTED.package.entries[0]
    assert head.path == "moodle_backup.xml"
    assert isinstance(head.content, bytes)
    start = head.content[:200].decode()
    assert start.startswith('<?xml version="1.0" encoding="UTF-8"?>')
    assert "<moodle_backup>" in start
    assert "<information>" in start


def test_activities_stand_in_the_order_of_the_course() -> None:
    titles = [element.findtext("title") for element in EMITTED.all("activity") if len(element) > 1]
    assert titles == [
        "Inleiding", "Taken & uren &lt;in&gt; de school", "Kader & project", "Toets bij module 1",
        "Inleiding", "Overleg", "Teamscan", "Eindtoets",
    ]  # fmt: skip


def test_the_same_course_gives_the_same_bytes() -> None:
    again = MoodleTarget().emit(SAMPLE, context(SAMPLE))
    assert again == EMITTED.package


def test_ids_follow_the_author_and_not_the_words() -> None:
    renamed = backup(_changed_page(SAMPLE, title="Anders", required=False))
    assert renamed.package.paths == EMITTED.package.paths
    paths = tuple((path, "kader/andere" if path == PAGE else id) for path, id in SAMPLE.paths)
    other = backup(replace(_changed_page(SAMPLE, id="andere"), paths=paths))
    assert other.package.paths != EMITTED.package.paths


def test_another_course_has_other_ids() -> None:
    other = backup(replace(SAMPLE, id="ander"))
    assert not set(_directories(other.package.paths)) & set(_directories(EMITTED.package.paths))


def _directories(paths: tuple[str, ...]) -> list[str]:
    return [path.split("/")[1] for path in paths if path.startswith(("activities/", "sections/"))]


def test_each_content_stands_once_under_its_digest(tmp_path: Path) -> None:
    package = MoodleTarget().emit(SAMPLE, context_for(SAMPLE, tmp_path))
    contents = [entry for entry in package if entry.path.startswith("files/")]
    assert len({entry.path for entry in contents}) == len(contents) > 0
    for entry in contents:
        assert not isinstance(entry.content, bytes)
        digest = hashlib.sha1(entry.content.path.read_bytes()).hexdigest()
        assert entry.path == f"files/{digest[:2]}/{digest}"
    assert {entry.path[9:] for entry in contents} == {
        hash.text for hash in EMITTED.all("contenthash")
    }


def test_every_file_shown_in_a_text_is_recorded() -> None:
    recorded = {
        f"{file.findtext('filepath')}{file.findtext('filename')}"
        for file in EMITTED.all("file")
        if file.get("id")
    }
    shown = {
        "/" + unquote(name)
        for text in EMITTED.texts()
        for name in re.findall(r'@@PLUGINFILE@@/([^"]+)"', text)
    }
    assert shown
    assert shown <= recorded
    assert not any(set("&'\"<>:|") & set(name) for name in recorded)


def test_links_become_tokens_of_what_they_name() -> None:
    kinds = {
        (element.get("modulename"), element.get("moduleid"))
        for element in EMITTED.all("activity")
        if element.get("moduleid")
    }
    page = next(
        root for root in EMITTED.all("page") if (root.findtext("name") or "").startswith("Taken")
    )
    content = page.findtext("content") or ""
    tokens = re.findall(r"\$@([A-Z]+)VIEWBYID(?:CH)?\*(\d+)", content)
    assert {kind for kind, _ in tokens} >= {"PAGE", "BOOK"}
    assert {(kind.lower(), id) for kind, id in tokens} <= kinds
    assert 'href="#slot"' in content
    assert "cb:" not in "".join(EMITTED.texts())


def test_a_link_to_a_label_or_module_scrolls_the_course_page() -> None:
    made = backup(_changed_page(SAMPLE, moodle="label"))
    course = made.documents["course/course.xml"].get("id")
    link = f'href="$@COURSEVIEWBYID*{course}@$#section-1"'
    assert any(link in text for text in made.texts())
    assert not any("#section-1#" in text for text in made.texts())


def test_text_that_looks_like_a_token_is_left_as_text() -> None:
    odd = Text(Markdown("Schrijf \\$@PAGEVIEWBYID*1@$ of @@PLUGINFILE@@/x."), Span(PAGE, 900))
    made = backup(_changed_page(SAMPLE, body=(Prose(text=odd),)))
    content = made.all("content")[0].text or ""
    assert "$@" not in content
    assert "@@PLUGINFILE@@" not in content
    assert "&#36;@PAGEVIEWBYID" in content


def test_a_module_waits_for_the_required_activities_before_it() -> None:
    first, second = (
        section.findtext("availabilityjson") or ""
        for section in EMITTED.all("section")
        if section.findtext("number") in {"1", "2"}
    )
    assert first == "$@NULL@$"
    tree = json.loads(second)
    waiting = {str(part["cm"]) for part in tree["c"]}
    names = {
        module.get("id"): module.findtext("idnumber")
        for module in EMITTED.all("module")
        if module.get("id")
    }
    assert {names[id] for id in waiting} == {"kader/taken", "kader/toets"}
    assert tree["showc"] == [True, True]


@pytest.mark.parametrize(
    ("key", "completion", "view", "passed"),
    [
        ("kader/taken", "2", "1", "0"),
        ("kader#book", "1", "0", "0"),
        ("kader/toets", "2", "0", "1"),
        ("team/teamscan", "2", "0", "0"),
        ("kader#introduction", "0", "0", "0"),
    ],
)
def test_completion_of_each_kind(key: str, completion: str, view: str, passed: str) -> None:
    (module,) = (found for found in EMITTED.all("module") if found.findtext("idnumber") == key)
    assert module.findtext("completion") == completion
    assert module.findtext("completionview") == view
    assert module.findtext("completionpassgrade") == passed


def test_without_completion_nothing_waits() -> None:
    completion = replace(SAMPLE.completion, pages="none", quizzes="none")
    made = backup(replace(SAMPLE, completion=completion))
    assert {module.findtext("completion") for module in made.all("module") if module.get("id")} == {
        "0"
    }
    assert not made.all("course_completion_criteria")
    assert all(found.text == "$@NULL@$" for found in made.all("availabilityjson"))


def test_a_submitted_quiz_is_complete_after_one_attempt() -> None:
    made = backup(replace(SAMPLE, completion=replace(SAMPLE.completion, quizzes="submitted")))
    assert {found.text for found in made.all("completionminattempts")} == {"1"}
    assert {found.text for found in made.all("completionpassgrade")} == {"0"}


@pytest.mark.parametrize(
    ("tag", "value"),
    [
        ("questionbankentryid", "1"),
        ("sumgrades", "99.00000"),
        ("moduleinstance", "1"),
        ("filtercondition", '{"questioncategoryid":"1"}'),
        ("availabilityjson", '{"c":[{"cm":1}]}'),
        ("content", '<a href="$@PAGEVIEWBYID*1@$">'),
        ("content", '<a href="cb:x.md">'),
    ],
)
def test_a_contradiction_is_our_bug(tag: str, value: str) -> None:
    documents = backup().documents
    found = [element for root in documents.values() for element in root.iter(tag)]
    found[-1].text = value
    with pytest.raises(AssertionError, match="contradicts itself"):
        crosscheck(documents, written(documents))


def written(documents: dict[str, Element]) -> dict[str, bytes]:
    return {path: serialise(root) for path, root in documents.items()}


def test_a_file_no_list_names_is_our_bug() -> None:
    documents = backup().documents
    for path, root in documents.items():
        if path.endswith("inforef.xml"):
            for list in root.findall("fileref"):
                root.remove(list)
    with pytest.raises(AssertionError, match="named by no inforef"):
        crosscheck(documents, written(documents))

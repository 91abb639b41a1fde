"""A situation as a lesson in the backup, and what a learner finds in a real Moodle."""

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from lxml import etree

from coursebuilder.archive import write_package
from coursebuilder.cli import main
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.moodle.crosscheck import crosscheck
from tests.platform_sample import course_and_context
from tests.targets.moodle.backup import Backup
from tests.targets.moodle.test_real_moodle import run, silent

COURSE, CONTEXT = course_and_context()
PACKAGE = MoodleTarget().emit(COURSE, CONTEXT)
MADE = Backup(PACKAGE)
PATH, ROOT = next(
    (path, root) for path, root in MADE.documents.items() if root.get("modulename") == "lesson"
)
LESSON = ROOT[0]
PAGES = list(LESSON.iter("page"))


def page(title: str) -> etree._Element:
    (found,) = (page for page in PAGES if page.findtext("title") == title)
    return found


def buttons(title: str) -> list[tuple[str | None, str | None]]:
    """What each button says, and the title of the page it jumps to."""
    titles = {page.get("id"): page.findtext("title") for page in PAGES}
    return [
        (answer.findtext("answer_text"), titles.get(answer.findtext("jumpto")))
        for answer in sorted(page(title).iter("answer"), key=lambda found: int(found.get("id", "")))
    ]


def test_scenes_and_consequences_are_pages_in_order() -> None:
    assert [page.findtext("title") for page in PAGES] == [
        "Het telefoontje",
        "Je luistert & noteert",
        "Je twijfelt &lt;even&gt;",
        "Bij de directeur",
        "Je laat het zo",
        "Opgelost",
        "Boos",
    ]
    ids = [page.get("id") for page in PAGES]
    assert [page.findtext("prevpageid") for page in PAGES] == ["0", *ids[:-1]]
    assert [page.findtext("nextpageid") for page in PAGES] == [*ids[1:], "0"]


def test_buttons_lead_where_the_choices_do_in_the_order_that_restore_gives_them() -> None:
    assert buttons("Het telefoontje") == [
        ("Je luistert & noteert", "Je luistert & noteert"),
        ("Je hangt op", "Boos"),
        ("Je twijfelt < even>", "Je twijfelt &lt;even&gt;"),
    ]
    assert buttons("Je luistert & noteert") == [("Verder", "Bij de directeur")]
    assert buttons("Opgelost") == [
        ("Rond deze situatie af", None),
        ("Begin opnieuw en kies anders", "Het telefoontje"),
    ]
    assert next(page("Opgelost").iter("jumpto")).text == "-9"
    assert "Een goede afloop" in (page("Opgelost").findtext("contents") or "")


def test_it_is_practice_that_an_ending_completes() -> None:
    expected = {"practice": "1", "grade": "0", "retake": "1", "completionendreached": "1"}
    assert {name: LESSON.findtext(name) for name in expected} == expected
    module = MADE.documents[f"{PATH.rpartition('/')[0]}/module.xml"]
    assert (module.findtext("completion"), module.findtext("completionview")) == ("2", "0")
    grades = MADE.documents[f"{PATH.rpartition('/')[0]}/grades.xml"]
    assert grades.find(".//grade_item") is None


def test_links_in_scenes_and_consequences_are_tokens() -> None:
    for title in ("Het telefoontje", "Je luistert & noteert"):
        assert "$@FORUMVIEWBYID*" in (page(title).findtext("contents") or "")


def test_the_last_look_sees_a_button_that_leads_nowhere() -> None:
    made = Backup(PACKAGE)
    root = made.documents[PATH]
    next(root.iter("jumpto")).text = "1"
    members = {path: etree.tostring(document) for path, document in made.documents.items()}
    with pytest.raises(AssertionError, match="leads to page 1"):
        crosscheck(made.documents, members)


def test_a_module_in_the_player_plays_it_there() -> None:
    modules = tuple(replace(module, packaged=True) for module in COURSE.modules)
    kept = Backup(MoodleTarget().emit(replace(COURSE, modules=modules), CONTEXT))
    kinds = {root.get("modulename") for root in kept.documents.values()}
    assert "scorm" in kinds
    assert "lesson" not in kinds


def test_inspect_says_when_it_is_complete(tmp_path: Path) -> None:
    file = tmp_path / "lesson.mbz"
    write_package(PACKAGE, file, timestamp=CONTEXT.timestamp)
    shown = CliRunner().invoke(main, ["inspect", str(file)], env={"COLUMNS": "200"}).output
    (found,) = (line for line in shown.splitlines() if "Een ouder belt" in line)
    assert "lesson" in found
    assert "complete when an end is reached" in found


@pytest.mark.moodle
@pytest.mark.skipif(not os.environ.get("MOODLE_DIR"), reason="MOODLE_DIR names no installed Moodle")
def test_a_learner_plays_it_to_an_ending(tmp_path: Path) -> None:
    file = tmp_path / "lesson.mbz"
    write_package(PACKAGE, file, timestamp=CONTEXT.timestamp)
    report = run("restore.php", file)
    silent(report)
    way = ("Je twijfelt < even>", "Verder", "Je luistert & noteert", "Verder")
    ended = _played(report["courseid"], *way, "Je belt de ouder terug", "Rond deze situatie af")
    assert [page["title"] for page in ended["pages"]] == [
        "Het telefoontje",
        "Je twijfelt &lt;even&gt;",
        "Het telefoontje",
        "Je luistert &amp; noteert",
        "Bij de directeur",
        "Opgelost",
    ]
    assert "/mod/forum/view.php?id=" in ended["pages"][3]["contents"]
    assert (ended["ended"], ended["before"], ended["after"]) == (True, 0, 1)
    assert not ended["graded"]
    halfway = _played(report["courseid"], *way)
    assert (halfway["ended"], halfway["after"]) == (False, 0)


def _played(course: int, *pressed: str) -> Any:
    report = run("lesson.php", course, *pressed)
    # Moodle's own: its content pages leave this field of the answer to the app out.
    assert [note for note in report["notices"] if "attemptsremaining" not in note] == []
    return report["lessons"]["kader/situatie"]

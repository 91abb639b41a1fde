"""Badges: one per module that learners can complete, with its pictures."""

from dataclasses import replace

from coursebuilder.model import Course
from tests.sample_course import SAMPLE
from tests.targets.moodle.backup import backup
from tests.targets.moodle.test_grades import for_trainers

ASKED = replace(SAMPLE, moodle=replace(SAMPLE.moodle, badges=True))


def conditions(course: Course) -> dict[str | None, set[str | None]]:
    """Names of badges, and the activities that each takes."""
    made = backup(course)
    names = {a.findtext("moduleid"): a.findtext("title") for a in made.all("activity")}
    return {
        badge.findtext("name"): {names[p.findtext("value")] for p in badge.iter("parameter")}
        for badge in made.all("badge")
    }


def test_no_badges_unless_asked_for() -> None:
    made = backup()
    assert "badges.xml" not in made.documents
    settings = {s.findtext("name"): s.findtext("value") for s in made.all("setting")}
    assert settings["badges"] == "0"


def test_a_badge_takes_what_its_module_asks_for() -> None:
    found = conditions(ASKED)
    assert set(found) == {"Kader & project", "Team"}
    assert "Toets bij module 1" in found["Kader & project"]
    assert found["Team"] >= {"Eindtoets", "Teamscan"}
    made = backup(ASKED)
    asked = {one.findtext("moduleinstance") for one in made.all("course_completion_criteria")}
    assert {one.findtext("value") for one in made.all("parameter")} == asked


def test_modules_for_trainers_have_none() -> None:
    assert set(conditions(for_trainers(ASKED))) == {"Kader & project"}


def test_each_badge_has_its_three_pictures_once_in_the_archive() -> None:
    made = backup(ASKED)
    pictures = [file for file in made.all("file") if file.findtext("filearea") == "badgeimage"]
    assert sorted(file.findtext("filename") or "" for file in pictures) == [
        "f1.png", "f1.png", "f2.png", "f2.png", "f3.png", "f3.png"
    ]  # fmt: skip
    hashes = [file.findtext("contenthash") or "" for file in pictures]
    paths = [path for path in made.package.paths if path.rpartition("/")[2] in hashes]
    assert len(paths) == len(set(hashes)) == 3
    assert len(made.package.paths) == len(set(made.package.paths))

"""A real Moodle restores the backup: nothing is reported, everything arrives, quizzes give full marks.

``MOODLE_DIR`` names the folder of an installed Moodle (the one with ``config.php``) whose database is
up. Each test leaves a course behind; nothing of Moodle itself is changed.
"""

import json
import os
import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.model import Course
from coursebuilder.targets.moodle import MoodleTarget
from tests.sample_course import SAMPLE as NEWEST
from tests.sample_course import context_for
from tests.targets.moodle.backup import backup

MOODLE = os.environ.get("MOODLE_DIR", "")
PHP = Path(__file__).parent / "php"

pytestmark = [
    pytest.mark.moodle,
    pytest.mark.skipif(not MOODLE, reason="MOODLE_DIR names no installed Moodle"),
]


def run(script: str, *arguments: object) -> Any:
    """What one of our scripts prints."""
    command = ["php", "-d", "max_input_vars=5000", PHP / script, *map(str, arguments)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert result.returncode == 0, result.stdout[-2000:] + result.stderr[-2000:]
    report = result.stdout.index("{")
    said = result.stdout[:report] + result.stderr
    assert not re.findall(r"^\+\+ .*", said, re.MULTILINE), said  # what Moodle tells its developers
    return json.loads(result.stdout[report:])


def release() -> tuple[int, int]:
    """Major and minor version of the Moodle under test; from 5.1 on its code stands in ``public``."""
    places = (Path(MOODLE) / "public" / "version.php", Path(MOODLE) / "version.php")
    file = next(place for place in places if place.is_file())
    words = file.read_text(encoding="utf-8").split("$release")[1]
    major, minor = words.split("'")[1].split(".")[:2]
    return int(major), int(minor.split()[0].rstrip("+"))


def for_this_moodle(course: Course) -> Course:
    """The course, built for a Moodle as old as the one under test."""
    settings = course.moodle
    oldest = min(settings.min_version, release()) if MOODLE else settings.min_version
    return replace(course, moodle=replace(settings, min_version=oldest))


SAMPLE = for_this_moodle(NEWEST)
SHARED = replace(SAMPLE, moodle=replace(SAMPLE.moodle, question_bank="course"))


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(SAMPLE, tmp_path_factory.mktemp("moodle"))


def write(course: Course, folder: Path) -> Path:
    context = context_for(course, folder / "assets")
    path = folder / "course.mbz"
    write_package(MoodleTarget().emit(course, context), path, timestamp=context.timestamp)
    return path


@pytest.fixture(scope="module")
def restored(file: Path) -> Any:
    return run("restore.php", file)


def silent(report: Any) -> None:
    assert report["precheck"] in ([], {})
    assert report["log"] == []
    assert report["notices"] == []


def test_restore_has_nothing_to_say(restored: Any) -> None:
    silent(restored)


def test_everything_arrives(restored: Any) -> None:
    made = backup(SAMPLE)
    kinds = [root.get("modulename") for root in made.all("activity") if root.get("moduleid")]
    assert restored["activities"] == dict(Counter(kinds))
    assert restored["questions"] == dict(Counter(found.text for found in made.all("qtype")))
    assert restored["sections"] == len(SAMPLE.modules) + 1
    assert restored["files"] == sum(1 for file in made.all("file") if file.get("id"))
    assert restored["slots"] == {"kader/toets": 11, "team/eindtoets": 2}
    assert restored["criteria"] == len(made.all("course_completion_criteria"))


def test_grades_add_up(restored: Any) -> None:
    book = restored["gradebook"]
    assert book.pop("") == {"items": [], "max": 14.5, "depth": 1, "pass": 10.15}
    assert book == {
        "Kader & project": {"items": ["kader/toets"], "max": 12.5, "depth": 2, "pass": 0},
        "Team": {"items": ["team/eindtoets"], "max": 2, "depth": 2, "pass": 0},
    }


def test_the_course_says_what_it_is_about(restored: Any) -> None:
    assert sorted(restored["tags"]) == ["ICT-coördinatie", "team"]
    assert restored["language"] == ""
    assert restored["pass"] == 0


def test_a_course_with_settings_of_its_own(tmp_path: Path) -> None:
    settings = replace(
        SAMPLE.moodle,
        start_text="Welkom.",
        force_language=True,
        closed_modules="hidden",
        completion_grade=True,
        badges=True,
    )
    report = run("restore.php", write(replace(SAMPLE, language="en", moodle=settings), tmp_path))
    silent(report)
    assert report["language"] == "en"
    assert report["start"].startswith("<p>Welkom.</p>")
    assert report["pass"] == 10.15
    assert set(report["badges"]) == {"Kader & project", "Team"}
    assert all(badge["pictures"] == 3 for badge in report["badges"].values())
    taken = sum(badge["activities"] for badge in report["badges"].values())
    assert taken == report["criteria"] - 1
    played = run("attempt.php", report["courseid"], "right")
    assert played["notices"] == []
    assert played["earned"] == 14.5
    awarded = run("badge.php", report["courseid"])
    assert awarded["notices"] == []
    assert awarded["before"] == [False, False]
    assert awarded["after"] == [True, True]


def test_the_course_total_is_the_score_of_the_player(restored: Any) -> None:
    """Points earned over points possible, also when a quiz was not taken yet."""
    report = run("attempt.php", restored["courseid"], "right", "team/eindtoets")
    assert report["notices"] == []
    assert (report["earned"], report["possible"]) == (2, 14.5)


def test_a_learner_answers_every_quiz_rightly(restored: Any) -> None:
    report = run("attempt.php", restored["courseid"], "right")
    assert report["notices"] == []
    assert report["earned"] == report["possible"] == 14.5
    assert set(report["quizzes"]) == {"kader/toets", "team/eindtoets"}
    for quiz in report["quizzes"].values():
        assert all(slot["mark"] == slot["max"] for slot in quiz["slots"]), quiz["slots"]
        assert quiz["grade"] == quiz["max"]
        assert quiz["completion"] == 2  # complete with a pass


def test_a_learner_who_answers_nothing_does_not_pass(restored: Any) -> None:
    report = run("attempt.php", restored["courseid"], "blank")
    assert report["notices"] == []
    for quiz in report["quizzes"].values():
        # The order that Moodle deals out may have an item in its place.
        marks = [slot["mark"] for slot in quiz["slots"] if slot["type"] != "ordering"]
        assert marks
        assert not any(marks)
        assert quiz["completion"] != 2


def test_every_text_has_its_files_and_links(restored: Any) -> None:
    report = run("texts.php", restored["courseid"])
    assert report["notices"] == []
    assert report["missing_files"] == []
    assert report["open_tokens"] == []
    assert report["formula_kept"]


def test_a_learner_fills_in_the_self_scan(restored: Any) -> None:
    report = run("scan.php", restored["courseid"])
    assert report["notices"] == []
    scan = report["scans"]["team/teamscan"]
    assert scan["may"]
    assert scan["kept"] == [2, 2]
    labels = ["helemaal niet", "eerder niet", "deels", "eerder wel", "helemaal"]
    assert scan["scales"] == [labels, labels]
    assert scan["completion"] == 1


def test_a_second_restore_says_nothing_either(file: Path, restored: Any) -> None:
    again = run("restore.php", file, restored["courseid"])
    silent(again)
    assert again["activities"] == {kind: 2 * n for kind, n in restored["activities"].items()}


@pytest.mark.skipif(
    bool(MOODLE) and not (4, 4) <= release() < (5, 0),
    reason="Moodle recognises questions in a course's own bank from 4.4 to 4.5",
)
def test_a_second_restore_recognises_the_questions_of_a_shared_bank(tmp_path: Path) -> None:
    file = write(SHARED, tmp_path)
    first = run("restore.php", file)
    silent(first)
    again = run("restore.php", file, first["courseid"])
    silent(again)
    assert again["categories"] == first["categories"]
    anew = Counter(again["questions"]) - Counter(first["questions"])
    # Moodle may compare texts: a link to a page (in "avg") and a part's parent have new ids there.
    assert anew <= Counter({"multichoice": 1, "shortanswer": 1})
    played = run("attempt.php", first["courseid"], "right")
    assert all(quiz["grade"] == quiz["max"] for quiz in played["quizzes"].values())


def test_ordering_for_an_old_moodle_is_played_as_matching(tmp_path: Path) -> None:
    old = replace(NEWEST, moodle=replace(NEWEST.moodle, min_version=(4, 1)))
    report = run("restore.php", write(old, tmp_path))
    silent(report)
    assert report["questions"]["match"] == 2
    played = run("attempt.php", report["courseid"], "right")
    assert all(quiz["grade"] == quiz["max"] for quiz in played["quizzes"].values())

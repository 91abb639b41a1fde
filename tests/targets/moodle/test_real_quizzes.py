"""Quizzes with parts, pages, draws by tag and review, as a real Moodle restores and plays them."""

from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.targets.moodle import MoodleTarget
from tests.quiz_sample import course_and_context
from tests.targets.moodle import again
from tests.targets.moodle.backup import Backup
from tests.targets.moodle.test_real_moodle import MOODLE, release, run, silent

pytestmark = [
    pytest.mark.moodle,
    pytest.mark.skipif(not MOODLE, reason="MOODLE_DIR names no installed Moodle"),
    pytest.mark.skipif(
        bool(MOODLE) and release() < (4, 4),
        reason="drawing by tag asks for Moodle 4.3, ordering for 4.4",
    ),
]

COURSE, CONTEXT = course_and_context()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("quizzes") / "course.mbz"
    write_package(MoodleTarget().emit(COURSE, CONTEXT), path, timestamp=CONTEXT.timestamp)
    return path


@pytest.fixture(scope="module")
def restored(file: Path) -> Any:
    return run("restore.php", file)


@pytest.fixture(scope="module")
def arranged(restored: Any) -> Any:
    report = run("quizzes.php", restored["courseid"])
    assert report["notices"] == []
    return report["quizzes"]


def test_restore_has_nothing_to_say(restored: Any) -> None:
    silent(restored)


def test_headings_and_pages_arrive(arranged: Any) -> None:
    quiz = arranged["toetsen/delen"]
    assert quiz["sections"] == [
        [1, "", 0],
        [2, "De wet & het team", 1],
        [5, "Cijfers &lt; 5", 0],
    ]
    assert quiz["pages"] == [1, 2, 2, 2, 3, 3, 4]


def test_draws_take_questions_with_their_tag(arranged: Any) -> None:
    for attempt in arranged["toetsen/delen"]["attempts"]:
        always, tagged, figures, last = attempt["pages"]
        assert (always, last) == (["altijd"], ["slot-twee"])
        assert len(set(tagged)) == 3
        assert {"wet-een", "wet-team"} & set(tagged)
        assert len(set(tagged) & {"wet-team", "team-een", "team-twee"}) >= 2
        assert figures[0] in {"moeilijk-een", "moeilijk-twee"}
        assert figures[1] == "slot-een"


def test_learners_see_what_the_review_says(arranged: Any) -> None:
    """Just after an attempt of which the answers are to be seen later, and the points at once."""
    for attempt in arranged["toetsen/delen"]["attempts"]:
        assert attempt["shown"] == {
            "answers": False,
            "points": True,
            "correctness": False,
            "feedback": False,
            "right_answers": False,
        }


ADDED = {
    "plugin_qbank_comment_question", "plugin_qbank_customfields_question", "precreateattempts",
    "subplugin_quizaccess_seb_quiz", "quiz_grade_items",
}  # fmt: skip
"""What later versions and their own plugins write besides, all of it empty here."""


def test_moodle_backs_up_what_it_was_given(restored: Any, tmp_path: Path) -> None:
    """Questions and quizzes element by element, ids and times aside."""
    file = tmp_path / "again.mbz"
    report = run("backup.php", restored["courseid"], file)
    assert report["notices"] == []
    theirs = again.unpacked(file)
    ours = Backup(MoodleTarget().emit(COURSE, CONTEXT)).documents
    pairs = again.paired(again.questions(ours), again.questions(theirs))
    pairs += again.paired(again.quizzes(ours), again.quizzes(theirs))
    assert len(pairs) == 29
    gone = {name: found for name, one, two in pairs if (found := [*again.lost(one, two)])}
    assert gone == {}
    assert {tag for _, one, two in pairs for tag in again.added(one, two)} <= ADDED

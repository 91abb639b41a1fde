"""Quizzes with parts, pages, draws by tag and review, as a real Moodle restores and plays them."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.webcourse.documents import quiz_json
from coursebuilder.webcourse.pieces import Pieces
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


RIGHT: dict[str, Any] = {
    "een": [0], "meer": [0, 1], "juist": [1], "kort": "Takenoverzicht", "getal": "5", "bereken": (0.004,),
    "verbinden": ["technisch", "pedagogisch", "technisch", "mensen"], "volgorde": [0, 1, 2, 3], "exact": [0, 1, 2],
    "kies": ["bestuur", "adviseert"], "sleep": ["bestuur", "team", "team"], "typ": ["schoolbestuur", "adviseren"],
}  # fmt: skip
"""Answers by question: places in the author's order, or texts; of a calculated one what is off the value."""

PARTIAL: dict[str, Any] = {
    "een": [1], "meer": [0], "juist": [0], "kort": "takenlijst", "getal": "5.4", "bereken": (0.3,),
    "verbinden": ["technisch", "niets", "pedagogisch", "mensen"], "volgorde": [1, 0, 2, 3], "exact": [1, 0, 2],
    "kies": ["bestuur", "beslist"], "sleep": ["bestuur", "raad", "team"], "typ": ["team", "advies"],
}  # fmt: skip

WRONG: dict[str, Any] = {
    "een": [3], "meer": [0, 1, 2, 3], "juist": [0], "kort": "iets", "getal": "70", "bereken": (70.0,),
    "verbinden": ["niets", "niets", "niets", "niets"], "volgorde": [3, 2, 1, 0], "exact": [2, 1, 0],
    "kies": ["team", "beslist"], "sleep": ["raad", "bestuur", "raad"], "typ": ["x", "y"],
}  # fmt: skip


def quiz_data() -> dict[str, Any]:
    """The quiz with every type of question, as the player reads it."""
    quiz = next(quiz for _, quiz in COURSE.quizzes() if quiz.id == "soorten")
    keys = {f"toetsen/soorten/{question.id}": "abc" for question in quiz.questions}
    pieces = Pieces(CONTEXT.rendering, lambda path, anchor: f"{path}#{anchor}")
    return {found["id"]: found for found in quiz_json(quiz, "toetsen", keys, pieces)["questions"]}


def in_player(question: dict[str, Any], answer: Any) -> Any:
    """An answer as the player keeps it."""

    def named(options: list[dict[str, Any]], word: str) -> str:
        return next(option["id"] for option in options if option["text"] == word)

    match question["type"]:
        case "choice" | "truefalse":
            return [question["choices"][index]["id"] for index in answer]
        case "matching":
            return [named(question["options"], word) for word in answer]
        case "ordering":
            return [question["items"][index]["id"] for index in answer]
        case "gaps" if question["mode"] != "type":
            lists = [gap.get("options", question.get("options")) for gap in question["gaps"]]
            return [named(options, word) for options, word in zip(lists, answer, strict=True)]
        case _:
            return answer


def player_marks(answers: dict[str, Any], folder: Path) -> dict[str, set[float]]:
    """The points of each question; of a calculated one those in each of its variants."""
    questions = quiz_data()
    pairs: list[Any] = []
    for id, answer in answers.items():
        question = questions[id]
        for variant in question.get("variants", [None]):
            asked, given = question, answer
            if variant is not None:
                values = zip(question["answers"], variant["values"], strict=True)
                asked = {**question, "answers": [{**one, "value": value} for one, value in values]}
                given = str(variant["values"][0] + answer[0])
            pairs.append((asked, in_player(asked, given)))
    file = folder / "pairs.json"
    file.write_text(json.dumps(pairs), encoding="utf-8")
    command = ["node", Path(__file__).parent / "js" / "score.mjs", file]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    marks: dict[str, set[float]] = {}
    for (question, _), share in zip(pairs, json.loads(said), strict=True):
        marks.setdefault(question["id"], set()).add(round(share * question["points"], 5))
    return marks


@pytest.mark.parametrize("answers", [RIGHT, PARTIAL, WRONG], ids=["right", "partial", "wrong"])
def test_moodle_gives_the_marks_of_the_player(
    answers: dict[str, Any], restored: Any, tmp_path: Path
) -> None:
    calculated = quiz_data()["bereken"]
    given = {
        f"{variant['given'][1]:g}": str(variant["values"][0] + answers["bereken"][0])
        for variant in calculated["variants"]
    }
    file = tmp_path / "answers.json"
    file.write_text(json.dumps({**answers, "bereken": given}), encoding="utf-8")
    report = run("answers.php", restored["courseid"], "toetsen/soorten", file)
    assert report["notices"] == []
    expected = player_marks(answers, tmp_path)
    assert all(len(marks) == 1 for marks in expected.values()), expected
    moodle = {id: round(mark, 5) for id, mark in report["marks"].items() if id != "open"}
    assert moodle == {id: marks.pop() for id, marks in expected.items()}
    total = sum(moodle.values())
    assert {"right": total == 28, "wrong": total == -0.5}.get(_name(answers), 0 < total < 28)


def _name(answers: dict[str, Any]) -> str:
    return {id(RIGHT): "right", id(WRONG): "wrong"}.get(id(answers), "partial")


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

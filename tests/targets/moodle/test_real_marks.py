"""The same answers earn the same marks in the player and in a real Moodle: every type of question, every behaviour.

Each attempt is played in rounds, on both sides: an answer to a question is kept or checked. After each
round the marks are compared that handing in would give, and the tries that are left.
"""

import json
import random
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from coursebuilder.archive import write_package
from coursebuilder.model import Quiz
from coursebuilder.targets.moodle import MoodleTarget
from tests.quiz_sample import player_quiz, quizzes_by_behaviour
from tests.targets.moodle.test_real_moodle import MOODLE, release, run, silent

pytestmark = [
    pytest.mark.moodle,
    pytest.mark.skipif(not MOODLE, reason="MOODLE_DIR names no installed Moodle"),
    pytest.mark.skipif(bool(MOODLE) and release() < (4, 4), reason="ordering asks for Moodle 4.4"),
]

PLAYER = Path(__file__).parents[2] / "player" / "unit" / "tries.mjs"

RIGHT: dict[str, Any] = {
    "een": [0], "meer": [0, 1], "juist": [1], "kort": "Takenoverzicht", "getal": "5", "bereken": (0.004,),
    "verbinden": ["technisch", "pedagogisch", "technisch", "mensen"], "volgorde": [0, 1, 2, 3], "exact": [0, 1, 2],
    "kies": ["bestuur", "adviseert"], "sleep": ["bestuur", "team", "team"], "typ": ["schoolbestuur", "adviseren"],
}  # fmt: skip
"""Answers by question: places in the author's order, or texts; of a calculated one what is off the value."""

OTHERWISE: dict[str, Any] = {
    **RIGHT, "kort": "takenoverzicht", "getal": "4.2", "bereken": (0.0,), "typ": ["bestuur", "adviseren"],
}  # fmt: skip
"""Right as well, in other words where there are any."""

PARTIAL: dict[str, Any] = {
    "een": [1], "meer": [0], "juist": [0], "kort": "takenlijst", "getal": "5.4", "bereken": (0.3,),
    "verbinden": ["technisch", "niets", "pedagogisch", "mensen"], "volgorde": [1, 0, 2, 3], "exact": [1, 0, 2],
    "kies": ["bestuur", "beslist"], "sleep": ["bestuur", "raad", "team"], "typ": ["team", "advies"],
}  # fmt: skip

COUNTERPART: dict[str, Any] = {
    **PARTIAL, "een": [2], "meer": [1, 2], "kort": "taken", "getal": "3.6",
    "verbinden": ["mensen", "pedagogisch", "technisch", "niets"], "volgorde": [0, 1, 3, 2], "exact": [0, 2, 1],
    "kies": ["team", "adviseert"], "sleep": ["team", "team", "raad"], "typ": ["bestuur", "raad"],
}  # fmt: skip
"""Other parts right than in ``PARTIAL``."""

WRONG: dict[str, Any] = {
    "een": [3], "meer": [0, 1, 2, 3], "juist": [0], "kort": "iets", "getal": "70", "bereken": (70.0,),
    "verbinden": ["niets", "niets", "niets", "niets"], "volgorde": [3, 2, 1, 0], "exact": [2, 1, 0],
    "kies": ["team", "beslist"], "sleep": ["raad", "bestuur", "raad"], "typ": ["x", "y"],
}  # fmt: skip

INCOMPLETE: dict[str, Any] = {
    **PARTIAL, "verbinden": ["technisch", "", "", "mensen"], "kies": ["bestuur", ""],
    "sleep": ["", "team", ""], "typ": ["", "advies"],
}  # fmt: skip
"""Parts left open, which is kept but is no try."""

ANSWERS = {
    "R": RIGHT, "S": OTHERWISE, "P": PARTIAL, "Q": COUNTERPART, "W": WRONG, "I": INCOMPLETE,
}  # fmt: skip
Play: TypeAlias = str
"""What is done with a question, round by round: a letter of ``ANSWERS``, small when it is kept but not checked."""

ONE_TRY = ("R", "S", "P", "Q", "W")
TRIES = (
    "R", "W", "P", "PR", "WR", "PQ", "PQR", "QPR", "PWR", "PWPR", "WWR", "WWWR", "WWWW", "PPPP", "PQPQ",
    "PS", "QS", "PQS", "QRS", "QPS", "Pr", "Ps", "Pi", "Pw", "PwPr", "PiR", "PwsR", "IR", "PIR",
    "r", "i", "ir", "iR", "PrwR",
)  # fmt: skip


def random_plays(count: int) -> Iterator[dict[str, Play]]:
    """Attempts in which each question is played its own way, the same ones each time."""
    dice = random.Random(count)
    for _ in range(count):
        yield {id: "".join(dice.choices("RSPPQQWWIrspqwi", k=dice.randint(2, 6))) for id in RIGHT}


ATTEMPTS: dict[str, tuple[dict[str, Play], ...]] = {
    "deferred": tuple(dict.fromkeys(RIGHT, play.lower()) for play in (*ONE_TRY, "I", "WP", "PI")),
    "immediate": tuple(dict.fromkeys(RIGHT, play) for play in (*ONE_TRY, "i", "wP", "p")),
    "interactive": (*(dict.fromkeys(RIGHT, play) for play in TRIES), *random_plays(12)),
}


COURSE, CONTEXT, QUIZZES = quizzes_by_behaviour()
GRADINGS = {
    name: replace(QUIZZES["deferred"], id=name, grading=name)
    for name in ("highest", "average", "first", "last")
}


@pytest.fixture(scope="module")
def courseid(tmp_path_factory: pytest.TempPathFactory) -> int:
    path = tmp_path_factory.mktemp("marks") / "course.mbz"
    [module] = COURSE.modules
    course = replace(
        COURSE, modules=(replace(module, activities=(*module.activities, *GRADINGS.values())),)
    )
    write_package(MoodleTarget().emit(course, CONTEXT), path, timestamp=CONTEXT.timestamp)
    restored = run("restore.php", path)
    silent(restored)
    return int(restored["courseid"])


def in_player(question: dict[str, Any], answer: Any) -> Any:
    """An answer as the player keeps it."""

    def named(options: list[dict[str, Any]], word: str) -> str:
        return next((option["id"] for option in options if option["text"] == word), "")

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
        case "numerical" if "variants" in question:
            return {"off": answer[0]}
        case _:
            return answer


def in_moodle(question: dict[str, Any], answer: Any) -> Any:
    """An answer for the script: of a calculated question one for each variant, by its second number."""
    if "variants" not in question:
        return answer
    return {
        f"{variant['given'][1]:g}": str(variant["values"][0] + answer[0])
        for variant in question["variants"]
    }


def rounds(attempt: dict[str, Play], questions: dict[str, Any], form: Any) -> list[dict[str, Any]]:
    """The rounds of an attempt, its answers in the form of one side."""
    length = max(map(len, attempt.values()))
    return [
        {
            id: {
                "answer": form(questions[id], ANSWERS[play[number].upper()][id]),
                "check": play[number].isupper(),
            }
            for id, play in attempt.items()
            if number < len(play)
        }
        for number in range(length)
    ]


@pytest.fixture(scope="module", params=QUIZZES)
def played(request: Any, courseid: int, tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Every attempt of a behaviour: how it was played, what the player and what Moodle say of it."""
    attempts = ATTEMPTS[request.param]
    folder = tmp_path_factory.mktemp("played")
    player, moodle = play_both(QUIZZES[request.param], attempts, courseid, folder)
    return request.param, list(zip(attempts, player, moodle, strict=True))


def play_both(
    made: Quiz, attempts: Sequence[dict[str, Play]], courseid: int, folder: Path, *more: str
) -> tuple[list[Any], list[Any]]:
    """What the player and what Moodle say of attempts at a quiz."""
    quiz = player_quiz(made, CONTEXT.rendering)
    questions = {found["id"]: found for found in quiz["questions"]}
    file = folder / "attempts.json"
    ours = [rounds(attempt, questions, in_player) for attempt in attempts]
    file.write_text(json.dumps({"quiz": quiz, "attempts": ours}), encoding="utf-8")
    command = ["node", PLAYER, file]
    player = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    theirs = [rounds(attempt, questions, in_moodle) for attempt in attempts]
    file.write_text(json.dumps(theirs), encoding="utf-8")
    moodle = run("tries.php", courseid, f"toetsen/{made.id}", file, *more)
    assert moodle["notices"] == []
    return player, moodle["attempts"]


def test_tries_count_for_each_part_where_moodle_counts_them_so(played: Any) -> None:
    behaviour, attempts = played
    for _, _, moodle in attempts:
        by_part = {id for id, name in moodle["behaviours"].items() if name.endswith("countback")}
        expected = {"verbinden", "kies", "sleep", "typ"} if behaviour == "interactive" else set()
        assert by_part == expected


def test_every_question_has_the_same_mark_after_every_round(played: Any) -> None:
    behaviour, attempts = played
    compared = 0
    for attempt, player, moodle in attempts:
        assert len(player["rounds"]) == len(moodle["rounds"])
        untouched, *later = zip(player["rounds"], moodle["rounds"], strict=True)
        for id, number, ours, theirs in differences([untouched]):
            assert id in moodle["shown"], (id, number, attempt[id], ours, theirs)
        assert [*differences(later)] == []
        last = {id: found["mark"] for id, found in moodle["rounds"][-1].items()}
        assert moodle["marks"] == pytest.approx(last, abs=1e-6)
        for ours, theirs in later:
            for id in RIGHT:
                assert (ours[id]["finished"], attempt[id]) == (theirs[id]["finished"], attempt[id])
                if behaviour == "interactive" and not ours[id]["finished"]:
                    assert (ours[id]["left"], attempt[id]) == (theirs[id]["left"], attempt[id])
                compared += 1
    assert compared >= len(attempts) * len(RIGHT)


def differences(reported: Any) -> Iterator[tuple[str, int, float, float]]:
    """Where the marks of a round differ; Moodle keeps a penalty of 0.3333333."""
    for number, (ours, theirs) in enumerate(reported):
        for id in RIGHT:
            if abs(ours[id]["mark"] - theirs[id]["mark"]) > 1e-5:
                yield id, number, ours[id]["mark"], theirs[id]["mark"]


def test_every_attempt_has_the_same_sum_and_share(played: Any) -> None:
    for _, player, moodle in played[1]:
        assert player["earned"] == pytest.approx(max(0, moodle["sum"]), abs=1e-4)
        assert player["fraction"] == pytest.approx(moodle["share"], abs=1e-5)


def test_the_whole_range_is_played(played: Any) -> None:
    """Nothing, everything and what lies between; and less than nothing where no tries are given."""
    behaviour, attempts = played
    shares = {round(player["fraction"], 6) for _, player, _ in attempts}
    assert (min(shares), max(shares)) == (0, 1)
    assert len(shares) >= (20 if behaviour == "interactive" else 4)
    assert min(moodle["sum"] for _, _, moodle in attempts) == (
        0 if behaviour == "interactive" else -0.5
    )


@pytest.mark.parametrize("grading", GRADINGS)
def test_several_attempts_make_the_same_grade(grading: str, courseid: int, tmp_path: Path) -> None:
    """None of them below nothing, which an average counts in Moodle and not in the player."""
    plays = [dict.fromkeys(RIGHT, play) for play in ("p", "r", "i", "q")]
    player, moodle = play_both(GRADINGS[grading], plays, courseid, tmp_path, "one")
    grades = [report["grade"] for report in player]
    assert grades == pytest.approx([report["share"] for report in moodle], abs=1e-5)
    assert len({round(grade, 6) for grade in grades}) == {
        "highest": 2, "average": 4, "first": 1, "last": 4,
    }[grading]  # fmt: skip


def test_an_order_left_as_shown_counts_in_moodle_alone(played: Any) -> None:
    """Moodle marks the order it happens to show; in the player nothing is answered, nothing earned."""
    for _, player, moodle in played[1]:
        ours, theirs = player["rounds"][0], moodle["rounds"][0]
        for id, grade in (("volgorde", 1), ("exact", 3)):
            places = sum(shown == place for place, shown in enumerate(moodle["shown"][id]))
            assert theirs[id]["mark"] == places // grade
            assert ours[id]["mark"] == 0

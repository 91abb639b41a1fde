"""Tries in ``interactive`` quizzes: Moodle's way of marking, and the room the state gives their history."""

import json
import subprocess
from itertools import zip_longest
from pathlib import Path
from shutil import which
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.state import StateShape, bound_of, state_shape
from tests.quiz_sample import player_quiz, quizzes_by_behaviour

pytestmark = pytest.mark.skipif(which("node") is None, reason="node is not installed")

PLAYER = Path(__file__).parent / "unit" / "tries.mjs"
PENALTY = 1 / 3
PARTS = 3
TRIES = 4


def played(quiz: dict[str, Any], attempts: list[Any], file: Path) -> list[Any]:
    """What the player says of attempts at a quiz."""
    file.write_text(json.dumps({"quiz": quiz, "attempts": attempts}), encoding="utf-8")
    done = subprocess.run(["node", PLAYER, file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return list(json.loads(done.stdout))


def question(id: str, type: str, **more: Any) -> dict[str, Any]:
    return {"id": id, "key": id, "type": type, "points": 1, "hints": ["?"] * (TRIES - 1), **more}


OPTIONS = [{"id": id, "text": id} for id in "abx"]
IDS = [str(number) for number in range(PARTS)]
QUESTIONS = [
    question("mat", "matching", options=OPTIONS, pairs=[{"id": id, "html": id, "option": "a"} for id in IDS]),
    question("dra", "gaps", mode="drag", options=OPTIONS, gaps=[{"id": id, "answer": "a"} for id in IDS]),
    question("typ", "gaps", mode="type", gaps=[{"id": id, "patterns": ["a", "b"]} for id in IDS]),
    question("ord", "ordering", grading="position", items=[{"id": id, "html": id} for id in "abx"]),
]  # fmt: skip
QUIZ = {
    "behaviour": "interactive", "perPage": 0, "questions": QUESTIONS,
    "slots": [{"question": found["id"], "part": "", "shuffle": False} for found in QUESTIONS],
}  # fmt: skip


def right(id: str, number: int, given: str) -> bool:
    """Whether a part is right."""
    return given in {"ord": [["a"], ["b"], ["x"]][number], "typ": ["a", "b"]}.get(id, ["a"])


def part_share(id: str, number: int, responses: list[list[str]]) -> float:
    """One part as Moodle's ``compute_final_grade`` marks it: of ``match`` and ``gapselect``, or of ``multianswer``."""
    last_change, last_wrong, given = 0, -1, ""
    for index, response in enumerate(responses):
        if response[number] != given:
            given, last_change = response[number], index
        if not right(id, number, given):
            last_wrong = index
    if last_wrong == len(responses) - 1:
        return 0
    late = last_change if id == "typ" else last_wrong + 1
    return max(0, 1 - late * PENALTY)


def moodle(id: str, rounds: list[dict[str, Any]]) -> float:
    """The share after these rounds, in the steps of Moodle's ``interactive`` and ``interactivecountback``."""
    tried: list[list[str]] = []
    kept: list[list[str]] = []
    for round in rounds:
        answer = round["answer"]
        if tried and (len(tried) == TRIES or _fraction(id, tried[-1]) == 1):
            break
        if round["check"] and "" not in answer:
            tried, kept = [*tried, answer], []
        else:
            kept = [answer]
    responses = tried + kept
    if not responses:
        return 0
    if id == "ord":
        wrong = len(tried) - (not kept and (len(tried) == TRIES or _fraction(id, tried[-1]) == 1))
        return max(0, _fraction(id, responses[-1]) - wrong * PENALTY)
    return sum(part_share(id, number, responses) for number in range(PARTS)) / PARTS


def _fraction(id: str, response: list[str]) -> float:
    return sum(right(id, number, given) for number, given in enumerate(response)) / PARTS


def answers(id: str) -> st.SearchStrategy[list[str]]:
    if id == "ord":
        return st.permutations(["a", "b", "x"])
    return st.lists(st.sampled_from(["a", "b", "x", ""]), min_size=PARTS, max_size=PARTS)


def plays(id: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    rounds = st.fixed_dictionaries({"answer": answers(id), "check": st.booleans() | st.just(True)})
    return st.lists(rounds, max_size=6)


ATTEMPT = st.fixed_dictionaries({found["id"]: plays(found["id"]) for found in QUESTIONS})


@settings(max_examples=10, deadline=None, phases=set(Phase) - {Phase.shrink, Phase.explain})
@given(attempts=st.lists(ATTEMPT, min_size=1, max_size=20))
def test_any_tries_earn_what_moodle_gives(
    attempts: list[dict[str, list[Any]]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    rounds = [
        [dict(zip(attempt, round, strict=True)) for round in zip_longest(*attempt.values())]
        for attempt in attempts
    ]
    reports = played(QUIZ, rounds, tmp_path_factory.mktemp("tries") / "attempts.json")
    for attempt, report in zip(attempts, reports, strict=True):
        for id, play in attempt.items():
            for number, found in enumerate(report["rounds"]):
                assert found[id]["mark"] == pytest.approx(moodle(id, play[:number]), abs=1e-7), (
                    id,
                    play[:number],
                )


def fullest(question: dict[str, Any]) -> Any:
    """The wrong answer that takes most characters."""
    match question["type"]:
        case "choice":
            ids = [choice["id"] for choice in question["choices"]]
            return ids if question["multiple"] else ids[-1:]
        case "truefalse":
            return ["t" if question["answer"] is False else "f"]
        case "matching":
            return [question["options"][-1]["id"]] * len(question["pairs"])
        case "ordering":
            return [item["id"] for item in reversed(question["items"])]
        case "gaps" if question["mode"] == "type":
            return ["x" * 40] * len(question["gaps"])
        case "gaps":
            lists = [gap.get("options", question.get("options")) for gap in question["gaps"]]
            return [options[-1]["id"] for options in lists]
        case _:
            return "x" * 100


@pytest.mark.parametrize("behaviour", ["deferred", "immediate", "interactive"])
def test_the_fullest_attempt_takes_the_room_it_has(behaviour: Any, tmp_path: Path) -> None:
    course, context, quizzes = quizzes_by_behaviour()
    quiz = player_quiz(quizzes[behaviour], context.rendering)
    round = {
        found["id"]: {"answer": fullest(found), "check": behaviour != "deferred"}
        for found in quiz["questions"]
    }
    [report] = played(quiz, [[round]], tmp_path / "attempts.json")
    [module] = course.modules
    place = [activity.id for activity in module.activities].index(behaviour)
    lengths = state_shape(web_outline(course).stops).quizzes
    room = bound_of(
        StateShape(activities=0, quizzes=lengths[place : place + 1], scans=(), lists=())
    )
    assert report["characters"] == room.longest

"""The bound of a learner's state, by the examples the player is held to as well."""

import base64
import json
from dataclasses import replace
from pathlib import Path

import pytest

from coursebuilder.model import Draw, Quiz
from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.state import (
    StateShape,
    bound_of,
    keys_bound,
    local_key,
    state_bound,
    state_shape,
)
from tests.sample_course import SAMPLE

EXAMPLES = json.loads(
    (Path(__file__).parents[1] / "player/fixtures/state.json").read_text(encoding="utf-8")
)


def characters(number: int) -> str:
    return base64.urlsafe_b64encode((number << 6).to_bytes(3, "big")).decode()[:3]


@pytest.mark.parametrize("example", EXAMPLES["keys"], ids=lambda example: str(example["count"]))
def test_keys(example: dict) -> None:
    assert keys_bound(example["count"]) == example["characters"]


@pytest.mark.parametrize("example", EXAMPLES["localKeys"], ids=lambda example: example["id"])
def test_local_keys(example: dict) -> None:
    assert characters(local_key(example["id"])) == example["key"]


@pytest.mark.parametrize("example", EXAMPLES["bounds"], ids=lambda example: example["name"])
def test_bounds(example: dict) -> None:
    shape = example["shape"]
    bound = bound_of(
        StateShape(
            activities=shape["activities"],
            quizzes=tuple(tuple(quiz) for quiz in shape["quizzes"]),
            scans=tuple(shape["scans"]),
            lists=tuple(shape["lists"]),
            situations=shape.get("situations", 0),
        )
    )
    assert bound.total == example["characters"]


def test_shape_of_a_course() -> None:
    stops = web_outline(SAMPLE).stops
    assert state_shape(stops) == StateShape(
        activities=8,
        quizzes=((1, 3, 1, 67, 67, 3, 3, 2, 2, 67, 0), (1, 1)),
        scans=(2,),
        lists=(2,),
    )


def test_a_draw_counts_its_longest_questions() -> None:
    kader, team = SAMPLE.modules
    quiz = kader.activities[2]
    assert isinstance(quiz, Quiz)
    pooled = replace(
        quiz,
        questions=tuple(replace(question, pool="p") for question in quiz.questions),
        draws=(Draw(pool="p", count=4),),
    )
    course = replace(SAMPLE, modules=(replace(kader, activities=(pooled,)), team))
    shape = state_shape(web_outline(course).of_module("kader"))
    assert shape.quizzes == ((67, 67, 67, 3),)


def test_working_state_holds_one_attempt() -> None:
    bound = state_bound(web_outline(SAMPLE).stops)
    assert bound.lasting < bound.working < bound.total

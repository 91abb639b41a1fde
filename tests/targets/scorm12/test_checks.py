"""Exactly these findings of the SCORM 1.2 target."""

from dataclasses import replace

import pytest

from coursebuilder.diagnostics.rules import scorm
from coursebuilder.i18n import catalogue
from coursebuilder.model import (
    Answer,
    Checklist,
    ChecklistItem,
    Choice,
    ChoiceQuestion,
    Course,
    Module,
    Page,
    Quiz,
    ShortAnswerQuestion,
)
from coursebuilder.targets.scorm12 import Scorm12Target
from coursebuilder.text import plain
from coursebuilder.webcourse.state import local_key
from tests.sample_course import SAMPLE, SAMPLE_PER_MODULE


def codes(course: Course) -> list[str]:
    return sorted(finding.rule.code for finding in Scorm12Target().check(course))


def course_of(*activities: Page | Quiz, **changes: str) -> Course:
    module = Module(id="m", title="M", summary="", activities=activities)
    return replace(SAMPLE, modules=(module,), **changes)


def quiz(id: str, count: int) -> Quiz:
    questions = tuple(
        ShortAnswerQuestion(
            id=f"v-{number}", name="v", stem=plain("v"), answers=(Answer(pattern="x"),)
        )
        for number in range(count)
    )
    return Quiz(id=id, title=id, introduction=(), questions=questions)


def test_what_the_sample_says_otherwise_is_said_once() -> None:
    assert codes(SAMPLE) == ["CB906", "CB907", "CB908", "CB909"]
    assert codes(SAMPLE_PER_MODULE) == ["CB906", "CB907", "CB908"]


def test_a_course_of_pages_has_no_findings() -> None:
    assert codes(course_of(Page(id="p", title="P", body=()))) == []


def test_state_of_one_quiz_that_never_fits() -> None:
    finding = next(
        finding
        for finding in Scorm12Target().check(course_of(quiz("t", 60)))
        if finding.rule is scorm.STATE_TOO_LONG
    )
    values = dict(finding.values)
    assert int(values["length"]) > int(values["limit"]) == 4096
    assert values["longest"] == str(7 + 60 * 73)


def test_state_that_fits_one_open_quiz_at_a_time() -> None:
    quizzes = [quiz(f"t-{number}", 20) for number in range(4)]
    assert codes(course_of(*quizzes)) == ["CB902", "CB907"]
    assert codes(course_of(*quizzes[:2])) == ["CB907"]


def test_a_state_per_module() -> None:
    modules = tuple(
        Module(id=f"m-{number}", title="M", summary="", activities=(quiz("t", 40),))
        for number in range(3)
    )
    course = replace(SAMPLE, modules=modules)
    assert codes(course) == ["CB902", "CB907"]
    assert codes(replace(course, packaging="modules")) == ["CB907"]


def test_titles() -> None:
    assert codes(course_of(title="é" * 200)) == []
    assert codes(course_of(title="é" * 201)) == ["CB903"]


@pytest.mark.parametrize(("count", "expected"), [(35, ["CB907"]), (36, ["CB904", "CB907"])])
def test_parts_of_a_question(count: int, expected: list[str]) -> None:
    choices = tuple(Choice(text=plain(str(n)), correct=n == 0) for n in range(count))
    question = ChoiceQuestion(id="v", name="v", stem=plain("v"), choices=choices, multiple=False)
    test = Quiz(id="t", title="T", introduction=(), questions=(question,))
    assert codes(course_of(test)) == expected


def test_ids_of_one_short_form() -> None:
    first, second = same_key()
    items = tuple(ChecklistItem(id=id, text=plain("x")) for id in (first, second))
    page = Page(id="p", title="P", body=(Checklist(id="c", title="", items=items),))
    assert codes(course_of(page)) == ["CB905"]
    module = Module(id="m", title="M", summary="", introduction=page.body)
    assert codes(replace(SAMPLE, modules=(module,))) == ["CB905"]


def same_key() -> tuple[str, str]:
    seen: dict[int, str] = {}
    for number in range(1 << 18):
        id = f"id-{number}"
        other = seen.setdefault(local_key(id), id)
        if other != id:
            return other, id
    raise AssertionError("no two ids share a key")


def test_prerequisites_that_do_not_fit_the_manifest() -> None:
    modules = [Module(id=f"module-{n}-{'x' * 20}", title="M", summary="") for n in range(9)]
    ids = tuple(module.id for module in modules)
    last = Module(id="last", title="L", summary="", prerequisites=ids)
    course = replace(SAMPLE_PER_MODULE, modules=(*modules, last))
    assert codes(course) == ["CB910"]


def test_every_message_and_hint_is_there_in_dutch() -> None:
    dutch = catalogue("nl")
    rules = [rule for rule in vars(scorm).values() if isinstance(rule, scorm.Rule)]
    assert len(rules) == 10
    for rule in rules:
        assert rule.message in dutch
        assert rule.hint in dutch

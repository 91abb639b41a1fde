"""Exactly these findings of the SCORM 2004 target."""

from dataclasses import replace

from coursebuilder.diagnostics.rules import scorm2004
from coursebuilder.i18n import catalogue
from coursebuilder.model import (
    Answer,
    Course,
    Module,
    Objective,
    Page,
    Quiz,
    ShortAnswerQuestion,
)
from coursebuilder.targets import TARGETS
from coursebuilder.targets.scorm2004 import Scorm2004Target
from coursebuilder.text import plain
from tests.sample_course import SAMPLE

PAGE = Page(id="p", title="P", body=())


def codes(course: Course) -> list[str]:
    return sorted(finding.rule.code for finding in Scorm2004Target().check(course))


def course_of(*modules: Module, **changes: str) -> Course:
    return replace(SAMPLE, modules=modules, **changes)


def quiz(count: int) -> Quiz:
    questions = tuple(
        ShortAnswerQuestion(id=f"v-{n}", name="v", stem=plain("v"), answers=(Answer(pattern="x"),))
        for n in range(count)
    )
    return Quiz(id="t", title="T", introduction=(), questions=questions)


def test_what_the_sample_says_otherwise_is_said_once() -> None:
    assert codes(SAMPLE) == ["CB906", "CB908", "CB913", "CB914"]


def test_a_course_of_pages_has_no_findings() -> None:
    assert codes(course_of(Module(id="m", title="M", summary="", activities=(PAGE,)))) == []


def test_a_state_that_never_fits() -> None:
    long = Module(id="m", title="Lang", summary="", activities=(quiz(900),))
    short = Module(id="n", title="Kort", summary="", activities=(quiz(400),))
    assert codes(course_of(long, short)) == ["CB911", "CB913"]


def test_titles() -> None:
    module = Module(id="m", title="é" * 200, summary="", activities=(PAGE,))
    assert codes(course_of(module)) == []
    assert codes(course_of(module, title="é" * 201)) == ["CB912"]


def test_objectives() -> None:
    def module(count: int) -> Module:
        goals = tuple(Objective(id=f"d-{n}", text="d") for n in range(count))
        return Module(id="m", title="M", summary="", objectives=goals, activities=(PAGE,))

    assert codes(course_of(module(99))) == []
    assert codes(course_of(module(100))) == ["CB915"]


def test_every_message_hint_and_form_is_there_in_dutch() -> None:
    dutch = catalogue("nl")
    rules = [rule for rule in vars(scorm2004).values() if isinstance(rule, scorm2004.Rule)]
    assert len(rules) == 5
    for rule in rules:
        assert {rule.message, rule.hint, rule.what, rule.why} <= set(dutch)
    for name in ("scorm2004", "site"):
        for part, form in TARGETS[name].forms:
            assert part in dutch
            assert form in dutch

"""What the target reports, and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.model import (
    Choice,
    ChoiceQuestion,
    Course,
    Draw,
    Module,
    Page,
    Quiz,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)
from coursebuilder.model.question import Answer
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.text import Span, plain
from tests.sample_course import SAMPLE
from tests.targets.moodle.backup import sample_question

PLACE = Span("01-kader/03-toets.md", 9, 1)


def codes(course: Course) -> list[str]:
    return [finding.rule.code for finding in found(course)]


def found(course: Course) -> list[Diagnostic]:
    return list(MoodleTarget().check(course))


def with_activities(*activities: Page | Quiz) -> Course:
    module = Module(id="kader", title="Kader", summary="", activities=activities)
    return replace(SAMPLE, modules=(module,), paths=(), thumbnail="")


def quiz(*questions: object) -> Course:
    made = Quiz(id="toets", title="Toets", introduction=(), questions=questions)  # type: ignore[arg-type]
    return with_activities(made)


def test_blocks_that_moodle_shows_otherwise_once_each() -> None:
    assert sorted(codes(SAMPLE)) == ["CB920", "CB921", "CB922", "CB923", "CB924"]


def test_ordering_only_for_an_old_moodle_and_once() -> None:
    asked = sample_question("fasen")
    course = quiz(asked, replace(asked, id="nog"))
    assert codes(course) == []
    old = replace(course, moodle=replace(course.moodle, min_version=(4, 3)))
    assert codes(old) == ["CB925"]
    assert "4.3" in found(old)[0].message()


@pytest.mark.parametrize(("weight", "nearest"), [("48", "50"), ("-34", "-33.333"), ("97", "100")])
def test_a_weight_moodle_does_not_offer(weight: str, nearest: str) -> None:
    choices = (
        Choice(text=plain("Ja"), correct=True),
        Choice(text=plain("Nee"), correct=False, weight=Decimal(weight)),
    )
    question = ChoiceQuestion(
        id="q", stem=plain("?"), name="?", choices=choices, multiple=False, span=PLACE
    )
    (finding,) = found(quiz(question))
    assert finding.rule.code == "CB926"
    assert f"{nearest} %" in finding.hint()


@pytest.mark.parametrize("weight", ["0", "5", "12.5", "33.33333", "50", "66.66667", "100"])
def test_a_weight_moodle_offers(weight: str) -> None:
    answers = (Answer(pattern="ja"), Answer(pattern="j*", weight=Decimal(weight)))
    question = ShortAnswerQuestion(id="q", stem=plain("?"), name="?", answers=answers)
    assert codes(quiz(question)) == []


def test_an_equal_share_moodle_does_not_offer() -> None:
    choices = tuple(Choice(text=plain(str(n)), correct=True) for n in range(11))
    question = ChoiceQuestion(id="q", stem=plain("?"), name="?", choices=choices, multiple=True)
    assert set(codes(quiz(question))) == {"CB926"}


@pytest.mark.parametrize(
    ("true", "false", "expected"),
    [("Juist", "Fout", []), ("**Waar**", "Niet waar", []), ("Mag wel", "Mag niet", ["CB927"])],
)
def test_own_words_for_true_and_false(true: str, false: str, expected: list[str]) -> None:
    question = TrueFalseQuestion(
        id="q",
        stem=plain("?"),
        name="?",
        answer=True,
        true_label=plain(true),
        false_label=plain(false),
    )
    assert codes(quiz(question)) == expected


@pytest.mark.parametrize(
    ("form", "required", "expected"),
    [("label", True, ["CB928"]), ("label", False, []), ("page", True, []), ("book", True, [])],
)
def test_a_required_label(form: str, required: bool, expected: list[str]) -> None:
    page = Page(id="p", title="P", body=(), required=required, moodle=form)  # type: ignore[arg-type]
    assert codes(with_activities(page)) == expected


def test_a_title_that_is_too_long() -> None:
    page = Page(id="p", title="T" * 256, body=())
    (finding,) = found(with_activities(page))
    assert finding.rule.code == "CB929"
    assert "256" in finding.message("nl")
    assert codes(with_activities(replace(page, title="T" * 255))) == []


def test_a_link_where_restore_makes_none() -> None:
    asked = sample_question("fasen")
    linked = replace(
        asked, when_correct=plain("Lees [dit](01-taken.md) of [dat](https://x.example).")
    )
    (finding,) = found(quiz(linked))
    assert finding.rule.code == "CB930"
    assert "01-taken.md" in finding.message()


@pytest.mark.parametrize(
    ("tag", "version", "expected"),
    [("wet", (4, 4), []), ("wet", (4, 1), ["CB932"]), ("wet,team", (4, 4), ["CB933"])],
)
def test_a_draw_by_tag(tag: str, version: tuple[int, int], expected: list[str]) -> None:
    question = replace(sample_question("avg"), pool="", tags=(tag,))
    asked = Quiz(
        id="toets",
        title="Toets",
        introduction=(),
        questions=(question,),
        draws=(Draw(tag=tag, count=1),),
    )
    course = with_activities(asked)
    assert codes(replace(course, moodle=replace(course.moodle, min_version=version))) == expected

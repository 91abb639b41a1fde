"""Questions as the player reads them, type by type."""

from dataclasses import replace
from decimal import Decimal

import pytest

from coursebuilder.markup import replace_gaps
from coursebuilder.model import Gap, GapQuestion
from coursebuilder.render.rendering import render_course
from coursebuilder.webcourse.pieces import Pieces
from coursebuilder.webcourse.questions import number, question_json
from tests.sample_course import SAMPLE, sample_questions

QUESTIONS = {question.id: question for question in sample_questions()}


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return Pieces(render_course(SAMPLE), lambda path, anchor: f"{path}#{anchor}")


def data(id: str, pieces: Pieces) -> dict:
    return question_json(QUESTIONS[id], "abc", pieces)


def test_what_every_question_has(pieces: Pieces) -> None:
    question = data("avg", pieces)
    assert question["key"] == "abc"
    assert question["stem"] == ('<p>Wie is <strong>verantwoordelijk</strong> voor de "AVG"?</p>')
    assert question["feedback"] == '<p>Lees <a href="01-kader/01-taken.md#slot">de pagina</a>.</p>'
    assert len(question["hints"]) == 2
    assert question["whenPartial"] == "<p>Bijna.</p>"
    assert question["tags"] == ["privacy", "begrijpen"]
    assert data("taken", pieces)["feedback"] == ""


def test_choices_with_their_fractions(pieces: Pieces) -> None:
    one, several = data("avg", pieces), data("taken", pieces)
    assert [choice["fraction"] for choice in one["choices"]] == [0, 1, 0]
    assert [choice["id"] for choice in one["choices"]] == ["a", "b", "c"]
    assert [choice["fraction"] for choice in several["choices"]] == [0.5, 0.5, -0.5]
    assert (one["multiple"], several["multiple"], several["shuffle"]) == (False, True, False)


def test_true_or_false(pieces: Pieces) -> None:
    question = data("plan", pieces)
    assert question["answer"] is False
    assert [choice["id"] for choice in question["choices"]] == ["t", "f"]


def test_short_answers_and_numbers(pieces: Pieces) -> None:
    words, numbers = data("sjabloon", pieces), data("uren", pieces)
    assert [(answer["pattern"], answer["fraction"]) for answer in words["answers"]] == [
        ("takenoverzicht", 1),
        ("taken*overzicht", 0.5),
        ("*", 0),
    ]
    assert numbers["answers"][0] == {
        "value": 1.5, "tolerance": 0.25, "fraction": 1, "feedback": "",
    }  # fmt: skip
    assert numbers["units"] == [{"name": "uur", "factor": 1}, {"name": "minuut", "factor": 60}]


def test_matching_names_each_right_side_once(pieces: Pieces) -> None:
    question = data("groepen", pieces)
    assert [option["text"] for option in question["options"]] == [
        "technisch",
        "pedagogisch",
        "administratief",
    ]
    assert [(pair["id"], pair["option"]) for pair in question["pairs"]] == [
        ("1", "a"),
        ("2", "b"),
        ("3", "a"),
    ]


def test_ordering_and_essay(pieces: Pieces) -> None:
    assert [item["id"] for item in data("fasen", pieces)["items"]] == ["a", "b", "c"]
    essay = data("stap", pieces)
    assert (essay["lines"], essay["points"]) == (8, 0)
    assert "noemt het team" not in str(essay)


def test_gaps_to_choose_do_not_show_the_answer_by_their_order(pieces: Pieces) -> None:
    question = data("kiezen", pieces)
    assert '<span data-gap="1"></span>' in question["html"]
    first, second = question["gaps"]
    texts = {option["id"]: option["text"] for option in first["options"]}
    assert list(texts.values()) == ["ICT-team", "oudercomité", "schoolbestuur"]
    assert texts[first["answer"]] == "schoolbestuur"
    assert second["options"][0] == {"id": "a", "text": "adviseert"}


def test_gaps_to_drag_and_to_type(pieces: Pieces) -> None:
    drag, typed = data("slepen", pieces), data("typen", pieces)
    bank = {option["id"]: option["text"] for option in drag["options"]}
    assert sorted(bank.values()) == ["doen", "plannen", "wachten"]
    assert [bank[gap["answer"]] for gap in drag["gaps"]] == ["plannen", "doen"]
    assert typed["gaps"] == [{"id": "1", "patterns": ["ICT-beleidsplan", "*beleidsplan"]}]
    assert typed["caseSensitive"] is False


def test_only_the_gaps_of_the_question_become_gaps() -> None:
    """The source says which; where it does not tell as many, the first of each number is the gap."""
    html = "<p>[[1]] [[1]] [[2]] [[2]] [[3]]</p>"
    source = r"\\[[1]] [[1]] \[\[2\]\] [[2]] [\[3]]"
    assert replace_gaps(source[1:], html, 2, "<{}>".format) == "<p>[[1]] <1> [[2]] <2> [[3]]</p>"
    assert replace_gaps(source, html, 2, "<{}>".format) == "<p><1> [[1]] [[2]] <2> [[3]]</p>"
    assert replace_gaps("", html, 2, "<{}>".format) == "<p><1> [[1]] <2> [[2]] [[3]]</p>"


def test_numbers_stay_exact() -> None:
    assert repr(number(Decimal("2.50"))) == "2.5"
    assert repr(number(Decimal("1E+2"))) == "100"
    assert repr(number(Decimal(70))) == "70"


def test_two_gaps_with_one_answer_share_a_word(pieces: Pieces) -> None:
    base = QUESTIONS["slepen"]
    assert isinstance(base, GapQuestion)
    twice = replace(base, gaps=(Gap(answers=("doen",)), Gap(answers=("doen",))), extra=())
    question = question_json(twice, "abc", pieces)
    assert question["options"] == [{"id": "a", "text": "doen"}]
    assert [gap["answer"] for gap in question["gaps"]] == ["a", "a"]

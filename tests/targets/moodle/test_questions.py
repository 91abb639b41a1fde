"""Each question type in the form of Moodle's bank, and the quiz around it."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import etree

from coursebuilder.model import (
    Band,
    ChoiceQuestion,
    EssayQuestion,
    Gap,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    ShortAnswerQuestion,
)
from coursebuilder.text import Markdown, Span, Text
from tests.sample_course import QUIZ, SAMPLE
from tests.targets.moodle.backup import backup, sample_question, with_question, with_quiz

EMITTED = backup()


def values(element: etree._Element, tag: str) -> list[str]:
    return [found.text or "" for found in element.iter(tag)]


def fractions(id: str) -> list[str]:
    return values(EMITTED.question(id), "fraction")


@pytest.mark.parametrize(
    ("id", "qtype"),
    [
        ("avg", "multichoice"),
        ("taken", "multichoice"),
        ("plan", "truefalse"),
        ("sjabloon", "shortanswer"),
        ("uren", "numerical"),
        ("groepen", "match"),
        ("fasen", "ordering"),
        ("kiezen", "gapselect"),
        ("slepen", "ddwtos"),
        ("typen", "multianswer"),
        ("stap", "essay"),
    ],
)
def test_each_type_has_its_own_plugin_element(id: str, qtype: str) -> None:
    question = EMITTED.question(id)
    assert question.findtext("qtype") == qtype
    assert question.find(f"plugin_qtype_{qtype}_question") is not None


def test_one_choice() -> None:
    question = EMITTED.question("avg")
    assert question.findtext(".//single") == "1"
    assert fractions("avg") == ["0.0000000", "1.0000000", "0.0000000"]
    assert values(question, "feedback")[1] == "<p>Klopt.</p>"
    assert values(question, "hint") == [
        "<p>Denk aan het bestuur.</p>",
        "<p>Niet de coördinator.</p>",
    ]
    assert values(question, "rawname") == ["privacy", "begrijpen"]
    assert question.findtext(".//correctfeedback") == "<p>Juist.</p>"
    assert "$@PAGEVIEWBYID*" in (question.findtext("generalfeedback") or "")


def test_several_choices_with_weights() -> None:
    question = EMITTED.question("taken")
    assert question.findtext(".//single") == "0"
    assert question.findtext(".//shuffleanswers") == "0"
    assert fractions("taken") == ["0.5000000", "0.5000000", "-0.5000000"]
    assert "@@PLUGINFILE@@/01-kader/images/kader.svg" in (question.findtext("questiontext") or "")


def test_several_choices_without_weights_share_equally() -> None:
    question = sample_question("taken")
    assert isinstance(question, ChoiceQuestion)
    unweighted = tuple(replace(choice, weight=None) for choice in question.choices)
    made = backup(with_question(replace(question, choices=unweighted)))
    assert values(made.question("taken"), "fraction") == ["0.5000000", "0.5000000", "-1.0000000"]


def test_true_or_false_names_its_answers() -> None:
    question = EMITTED.question("plan")
    answers = {answer.findtext("answertext"): answer for answer in question.iter("answer")}
    assert question.findtext(".//trueanswer") == answers["True"].get("id")
    assert question.findtext(".//falseanswer") == answers["False"].get("id")
    assert answers["False"].findtext("fraction") == "1.0000000"
    assert question.findtext("penalty") == "1.0000000"


def test_the_catch_all_comes_last() -> None:
    question = sample_question("sjabloon")
    assert isinstance(question, ShortAnswerQuestion)
    made = backup(with_question(replace(question, answers=question.answers[::-1])))
    assert values(made.question("sjabloon"), "answertext")[-1] == "*"


def test_numbers_have_a_point_a_tolerance_and_units() -> None:
    question = EMITTED.question("uren")
    assert values(question, "answertext") == ["1.5", "2"]
    records = [
        (record.findtext("answer"), record.findtext("tolerance"))
        for record in question.iter("numerical_record")
    ]
    ids = [answer.get("id") for answer in question.iter("answer") if answer.get("id")]
    assert records == list(zip(ids, ["0.25", "0.5"], strict=True))
    assert values(question, "unit") == ["uur", "minuut"]
    assert question.findtext(".//showunits") == "0"


def test_without_units_none_is_asked() -> None:
    question = sample_question("uren")
    assert isinstance(question, NumericalQuestion)
    made = backup(with_question(replace(question, units=())))
    assert made.question("uren").findtext(".//showunits") == "3"


def test_a_distractor_has_no_left_side() -> None:
    question = EMITTED.question("groepen")
    pairs = [
        (match.findtext("questiontext"), match.findtext("answertext"))
        for match in question.iter("match")
        if match.get("id")
    ]
    assert pairs[0] == ("<p>Een accesspoint</p>", "technisch")
    assert pairs[-1] == ("", "administratief")
    assert isinstance(sample_question("groepen"), MatchingQuestion)


def test_ordering_counts_its_items() -> None:
    question = EMITTED.question("fasen")
    assert fractions("fasen") == ["1.0000000", "2.0000000", "3.0000000"]
    assert question.findtext(".//gradingtype") == "0"
    exact = sample_question("fasen")
    assert isinstance(exact, OrderingQuestion)
    made = backup(with_question(replace(exact, grading="exact")))
    assert made.question("fasen").findtext(".//gradingtype") == "-1"


def test_ordering_for_an_old_moodle_is_matching_with_numbers() -> None:
    old = replace(SAMPLE, moodle=replace(SAMPLE.moodle, min_version=(4, 3)))
    question = backup(old).question("fasen")
    assert question.findtext("qtype") == "match"
    right = [found.findtext("answertext") for found in question.iter("match") if found.get("id")]
    assert right == ["1", "2", "3"]


def test_chosen_gaps_have_a_group_each() -> None:
    question = EMITTED.question("kiezen")
    words = list(zip(values(question, "answertext"), values(question, "feedback"), strict=True))
    assert words[:2] == [("schoolbestuur", "1"), ("adviseert", "2")]
    assert sorted(words[2:]) == [("ICT-team", "1"), ("beslist", "2"), ("oudercomité", "1")]
    assert "[[1]] is verantwoordelijk" in (question.findtext("questiontext") or "")


def test_chosen_gaps_with_the_same_options_share_a_group() -> None:
    question = sample_question("kiezen")
    assert isinstance(question, GapQuestion)
    gaps = (Gap(answers=("ja",), wrong=("nee",)), Gap(answers=("nee",), wrong=("ja",)))
    made = backup(with_question(replace(question, gaps=gaps))).question("kiezen")
    assert list(zip(values(made, "answertext"), values(made, "feedback"), strict=True)) == [
        ("ja", "1"),
        ("nee", "1"),
    ]


def test_a_word_dragged_to_two_gaps_stays_in_the_bank() -> None:
    question = sample_question("slepen")
    assert isinstance(question, GapQuestion)
    gaps = (Gap(answers=("doen",)), Gap(answers=("doen",)))
    made = backup(with_question(replace(question, gaps=gaps))).question("slepen")
    assert values(made, "answertext") == ["doen", "wachten"]
    assert "b:1;" in values(made, "feedback")[0]
    assert "b:0;" in values(made, "feedback")[1]
    assert "[[1]], dan [[1]]" in (made.findtext("questiontext") or "")


def test_typed_gaps_are_questions_of_their_own() -> None:
    question = EMITTED.question("typen")
    parts = (question.findtext(".//sequence") or "").split(",")
    found = [part for part in EMITTED.all("question") if part.get("id") in parts]
    assert [part.findtext("parent") for part in found] == [question.get("id")]
    assert found[0].findtext("questiontext") == "{1:SHORTANSWER:=ICT-beleidsplan~=*beleidsplan}"
    assert values(found[0], "answertext") == ["ICT-beleidsplan", "*beleidsplan"]
    assert "{#1}" in (question.findtext("questiontext") or "")


def test_a_stem_that_looks_like_a_gap_stays_text() -> None:
    question = sample_question("kiezen")
    stem = Text(Markdown("Wat is \\[[1\\]] of {#1}?"), Span(QUIZ, 800))
    made = backup(with_question(replace(question, stem=stem))).question("kiezen")
    text = made.findtext("questiontext") or ""
    assert text.count("[[1]]") == 1
    assert "{#1}" not in text


def test_the_model_answer_is_for_the_trainer() -> None:
    question = EMITTED.question("stap")
    assert question.findtext(".//graderinfo") == "<p>Een goed antwoord noemt het team.</p>"
    assert question.findtext(".//responsefieldlines") == "10"
    assert isinstance(sample_question("stap"), EssayQuestion)


def quiz(name: str) -> etree._Element:
    (found,) = (root for root in EMITTED.all("quiz") if root.findtext("name") == name)
    return found


def test_slots_pages_and_marks() -> None:
    first = quiz("Toets bij module 1")
    assert values(first, "slot") == [str(number) for number in range(1, 12)]
    assert values(first, "page") == values(first, "slot")
    assert first.findtext("sumgrades") == first.findtext("grade") == "12.50000"
    assert first.findtext("attempts_number") == "3"
    assert first.findtext("preferredbehaviour") == "interactive"


def test_three_questions_on_a_page() -> None:
    made = backup(with_quiz(per_page=3))
    pages = next(
        values(found, "page") for found in made.all("quiz") if len(values(found, "page")) > 2
    )
    assert pages == list("11122233344")


def test_a_draw_points_to_its_pool_in_the_old_form() -> None:
    last = quiz("Eindtoets")
    pool = next(
        found for found in EMITTED.all("question_category") if found.findtext("name") == "cijfers"
    )
    conditions = [json.loads(text) for text in values(last, "filtercondition")]
    assert conditions == [{"questioncategoryid": pool.get("id"), "includingsubcategories": "0"}] * 2
    assert set(values(last, "questionscontextid")) == {pool.findtext("contextid")}
    assert last.findtext("timelimit") == "1200"
    assert set(values(last, "page")) == {"1"}


@pytest.mark.parametrize(
    ("behaviour", "correctness"),
    [("deferred", "4368"), ("immediate", "69904"), ("interactive", "69904")],
)
def test_what_is_shown_when(behaviour: str, correctness: str) -> None:
    made = backup(with_quiz(behaviour=behaviour))
    found = next(root for root in made.all("quiz") if root.findtext("name") == "Toets bij module 1")
    assert found.findtext("reviewcorrectness") == correctness
    assert found.findtext("reviewattempt") == "69904"
    assert found.findtext("reviewoverallfeedback") == "4368"


def test_overall_feedback_goes_down_to_zero() -> None:
    band = Band(minimum=Decimal(60), text=Text(Markdown("Goed."), Span(QUIZ, 801)))
    made = backup(with_quiz(bands=(band,)))
    found = next(root for root in made.all("quiz") if root.findtext("name") == "Toets bij module 1")
    bands = [
        (feedback.findtext("mingrade"), feedback.findtext("maxgrade"))
        for feedback in found.iter("feedback")
    ]
    assert bands == [("7.50000", "13.50000"), ("0.00000", "7.50000")]


def test_each_quiz_has_its_own_bank() -> None:
    tops = [found for found in EMITTED.all("question_category") if found.findtext("parent") == "0"]
    contexts = {found.findtext("contextid") for found in tops}
    activities = {
        found.get("contextid")
        for found in EMITTED.all("activity")
        if found.get("modulename") == "quiz"
    }
    assert contexts == activities


def test_a_shared_bank_has_a_category_per_module() -> None:
    shared = replace(SAMPLE, moodle=replace(SAMPLE.moodle, question_bank="course"))
    made = backup(shared)
    categories = [found for found in made.all("question_category") if found.get("id")]
    names = {found.get("id"): found.findtext("name") for found in categories}
    tree = [(found.findtext("name"), names.get(found.findtext("parent"))) for found in categories]
    assert tree == [
        ("top", None),
        ("Kader & project", "top"),
        ("Toets bij module 1", "Kader & project"),
        ("Team", "top"),
        ("Eindtoets", "Team"),
        ("cijfers", "Eindtoets"),
    ]
    assert {found.findtext("contextlevel") for found in categories} == {"50"}


def test_a_question_keeps_its_stamp_in_every_build() -> None:
    question = sample_question("avg")
    made = backup(with_question(replace(question, name="Anders"))).question("avg")
    assert made.findtext("stamp") == EMITTED.question("avg").findtext("stamp")
    assert made.findtext("timecreated") == EMITTED.question("avg").findtext("timecreated")


def test_feedback_that_restore_does_not_look_into_has_no_links() -> None:
    text = Text(
        Markdown("Lees [dit](01-taken.md), zie ![het kader](images/kader.svg)."), Span(QUIZ, 802)
    )
    made = backup(with_question(replace(sample_question("fasen"), when_correct=text)))
    assert made.question("fasen").findtext(".//correctfeedback") == "Lees dit, zie het kader."

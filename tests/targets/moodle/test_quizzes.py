"""Parts, pages, draws by tag and review of a quiz in the backup."""

import json
from dataclasses import replace

import pytest
from lxml import etree

from coursebuilder.formats.xml import serialise
from coursebuilder.model import Quiz, Review, ReviewTime
from coursebuilder.targets.moodle import MoodleTarget
from coursebuilder.targets.moodle.quiz import review_options
from tests.quiz_sample import course_and_context
from tests.targets.moodle.backup import Backup
from tests.targets.moodle.schemas import findings

COURSE, CONTEXT = course_and_context()
MADE = Backup(MoodleTarget().emit(COURSE, CONTEXT))
QUIZ = Quiz(id="toets", title="Toets", introduction=(), questions=())


def quiz(id: str) -> etree._Element:
    (folder,) = (
        path.rpartition("/")[0]
        for path, root in MADE.documents.items()
        if root.tag == "module" and root.findtext("idnumber") == f"toetsen/{id}"
    )
    return MADE.documents[f"{folder}/quiz.xml"][0]


def values(root: etree._Element, tag: str) -> list[str]:
    return [found.text or "" for found in root.iter(tag)]


def test_every_file_is_as_described() -> None:
    wrong = {path: findings(serialise(root)) for path, root in MADE.documents.items()}
    assert {path: found for path, found in wrong.items() if found} == {}


def test_parts_begin_a_page_and_breaks_do() -> None:
    found = quiz("delen")
    assert values(found, "firstslot") == ["1", "2", "5"]
    assert values(found, "heading") == ["", "De wet & het team", "Cijfers &lt; 5"]
    assert values(found, "shufflequestions") == ["0", "1", "0"]
    assert values(found, "page") == list("1222334")
    assert len({section.get("id") for section in found.iter("section")}) == 3


def test_a_draw_names_the_tag_of_the_questions() -> None:
    tags = {tag.get("id"): tag.findtext("name") for tag in MADE.all("tag")}
    drawn = [json.loads(text) for text in values(quiz("delen"), "filtercondition")]
    named = [tuple(condition["tags"][0].split(",")) for condition in drawn]
    assert [(tags[id], word) for id, word in named] == [
        ("wet", "wet"), ("team", "team"), ("team", "team"), ("moeilijk", "moeilijk"),
    ]  # fmt: skip
    categories = {
        found.get("id"): found.findtext("name") for found in MADE.all("question_category")
    }
    banks = [categories[condition["questioncategoryid"]] for condition in drawn]
    assert banks == ["Delen", "Delen", "Delen", "cijfers"]


@pytest.mark.parametrize(
    ("time", "bits"),
    [("during", 69904), ("after", 4368), ("later", 272), ("closed", 16), ("never", 0)],
)
def test_each_time_is_a_set_of_bits(time: ReviewTime, bits: int) -> None:
    options = review_options(replace(QUIZ, review=Review(points=time, right_answers=time)))
    assert (options["reviewmarks"], options["reviewrightanswer"]) == (bits, bits)
    assert (options["reviewattempt"], options["reviewcorrectness"]) == (69904, 69904)


def test_nothing_stands_beside_answers_that_are_hidden() -> None:
    options = review_options(replace(QUIZ, review=Review(answers="never")))
    assert options["reviewattempt"] == options["reviewcorrectness"] == 65536
    assert options["reviewspecificfeedback"] == options["reviewrightanswer"] == 65536
    assert options["reviewmarks"] == 69904

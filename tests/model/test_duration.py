"""How long a course takes."""

from dataclasses import replace

from coursebuilder.model import Module, Outline, Page
from coursebuilder.model.duration import (
    activity_minutes,
    course_minutes,
    introduction_minutes,
    module_minutes,
)
from tests.sample_course import SAMPLE

TAKEN, KORT, TOETS = SAMPLE.modules[0].activities
OVERLEG, TEAMSCAN, EINDTOETS = SAMPLE.modules[1].activities


def page(words: int) -> Page:
    return Page(id="p", title="P", body=(), outline=Outline(words=words))


def test_two_hundred_words_a_minute_rounded_up() -> None:
    assert [activity_minutes(page(words)) for words in (0, 1, 200, 201, 1000)] == [1, 1, 1, 2, 5]


def test_what_the_author_says_counts() -> None:
    assert activity_minutes(KORT) == 3
    assert module_minutes(SAMPLE.modules[0]) == 45


def test_a_page_with_two_reflections_and_a_practice_question() -> None:
    assert activity_minutes(TAKEN) == 3


def test_a_quiz_counts_the_questions_of_an_attempt() -> None:
    assert activity_minutes(TOETS) == 10 + 5
    assert activity_minutes(EINDTOETS) == 2


def test_a_module_is_the_sum_of_its_activities() -> None:
    assert module_minutes(SAMPLE.modules[1]) == 1 + 1 + 2
    assert course_minutes(SAMPLE) == 49


def test_an_introduction() -> None:
    module = Module(id="m", title="M", summary="")
    assert introduction_minutes(module) == 1
    assert introduction_minutes(replace(module, outline=Outline(words=401))) == 3

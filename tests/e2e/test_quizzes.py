"""A quiz in parts, of which learners see what its ``review`` says, in a browser."""

from typing import Any

import pytest

from tests.e2e.answers import right
from tests.e2e.conftest import Site
from tests.e2e.learner import answer_page, hurry_page, open_activity, start_quiz
from tests.e2e.packages import activities_of, course_of, data_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("quizzes")]


def quiz_of(site: Site, id: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """The activity and the quiz of that id."""
    package = site.package("quizzes")
    activity = next(
        found for found in activities_of(course_of(package)) if found["id"] == f"toetsen/{id}"
    )
    return activity, data_of(package, activity)


def texts(frame: Any, selector: str) -> list[str]:
    return frame.locator(selector).all_text_contents()


def test_parts_stand_above_their_questions_and_in_the_review(launch: Any, site: Site) -> None:
    frame = launch("quizzes")
    activity, quiz = quiz_of(site, "delen")
    open_activity(frame, activity)
    start_quiz(frame)
    seen = []
    while frame.locator(".cb-quiz-page").count():
        seen.append((texts(frame, ".cb-part"), frame.locator(".cb-quiz-item").count()))
        answer_page(frame, quiz, right)
    law, figures = ["De wet & het team"], ["Cijfers < 5"]
    assert seen == [([], 1), (law, 3), (figures, 2), (figures, 1)]


def test_what_is_seen_just_after_and_on_coming_back(launch: Any, site: Site) -> None:
    frame = launch("quizzes")
    activity, quiz = quiz_of(site, "delen")
    open_activity(frame, activity)
    start_quiz(frame)
    hurry_page(frame, quiz, right)
    frame.locator(".cb-part").wait_for()
    wrong = frame.locator(".cb-quiz-item").first
    wrong.locator("input").nth(1).check()
    wrong.locator(".cb-check").click()
    wrong.locator(".cb-is-wrong").wait_for()
    assert wrong.locator(".cb-choice-feedback").count() == 1
    assert wrong.locator(".cb-mark-missed").count() == 0, "the right answer comes when it is closed"
    while frame.locator(".cb-quiz-page").count():
        hurry_page(frame, quiz, right)
    frame.locator(".cb-result").wait_for()
    assert frame.locator(".cb-score-line").count() == 1
    assert frame.locator(".cb-review").count() == 0
    other = next(found for found in activities_of(course_of(site.package("quizzes"))))
    open_activity(frame, {**other, "id": "toetsen/soorten", "title": "Soorten"})
    open_activity(frame, activity)
    frame.locator(".cb-review").first.wait_for()
    headings = texts(frame, ".cb-result h4.cb-part")
    assert headings == ["De wet & het team", "Cijfers < 5"]
    assert frame.locator(".cb-review .cb-mark-missed").count() == 0

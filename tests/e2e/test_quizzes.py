"""A quiz in parts, of which learners see what its ``review`` says, in a browser."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.answers import right
from tests.e2e.conftest import Site
from tests.e2e.learner import answer_page, hurry_page, open_activity, start_quiz
from tests.e2e.packages import activities_of, course_of, data_of
from tests.e2e.test_accessibility import GRID, audit
from tests.e2e.test_tracking import journal, legal

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


def calculated_on_screen(frame: Any, site: Site) -> dict[str, Any]:
    """Begins the quiz of all types; the variant of its calculated question that is asked."""
    activity, quiz = quiz_of(site, "soorten")
    open_activity(frame, activity)
    start_quiz(frame)
    question = next(found for found in quiz["questions"] if found["id"] == "bereken")
    words = frame.locator('[data-question="bereken"] .cb-stem').inner_text().split()
    (variant,) = [
        found
        for found in question["variants"]
        if all(f"{given:g}".replace(".", ",") in words for given in found["given"])
    ]
    return dict(variant)


@pytest.mark.parametrize(
    ("answer", "off", "result"),
    [(0, 0, "correct"), (1, 0, "0.5"), (0, 7000, "wrong")],
    ids=["right", "half", "wrong"],
)
def test_a_calculated_question_is_marked_by_its_own_variant(
    answer: int, off: int, result: str, page: Any, launch: Any, site: Site
) -> None:
    frame = launch("quizzes")
    variant = calculated_on_screen(frame, site)
    right_value, given = variant["values"][0], variant["values"][answer] + off
    root = frame.locator('[data-question="bereken"]')
    root.locator("input").fill(f"{given:.3f} uur".replace(".", ","))
    while frame.locator(".cb-quiz-page").count():
        frame.locator(".cb-next").click()
    frame.locator(".cb-submit").click()
    frame.locator(".cb-result").wait_for()
    entry = next(found for found in journal(page) if found["id"].endswith("bereken"))
    legal(entry)
    assert entry["type"] == "numeric"
    assert float(entry["student_response"]) == pytest.approx(given, abs=0.001)
    assert float(entry["correct_responses.0.pattern"]) == pytest.approx(right_value)
    assert entry["result"] == result
    assert page.evaluate("window.errors") == []
    frame.locator(".cb-review details").evaluate_all("all => all.forEach(one => one.open = true)")
    shown = frame.locator('.cb-review [data-question="bereken"]').inner_text()
    leden, uren = (f"{given:g}".replace(".", ",") for given in variant["given"])
    assert f"Deel {uren} door {leden}." in shown
    assert "{" not in shown.replace("{ haakjes }", "")
    assert (f"Ja: {uren} gedeeld door {leden}" in shown) == (result == "correct")


@pytest.fixture(params=GRID)
def auditor(request: pytest.FixtureRequest, chromium: Any, site: Site) -> Iterator[Any]:
    """The course of quizzes in one of the windows."""
    yield from audit(request.param, chromium, f"{site.address}/quizzes/index.html")


def test_axe_finds_nothing_in_parts_overview_and_a_review_that_hides(
    auditor: Any, site: Site
) -> None:
    frame = auditor.page
    variant = calculated_on_screen(frame, site)
    root = frame.locator('[data-question="bereken"]')
    root.locator("input").fill(f"{variant['values'][0]:.3f}".replace(".", ","))
    auditor.look("every type of question on a page")
    frame.locator(".cb-next").click()
    frame.locator(".cb-submit").wait_for()
    auditor.look("overview with open questions")
    frame.locator(".cb-submit").click()
    frame.locator(".cb-review details").evaluate_all("all => all.forEach(one => one.open = true)")
    auditor.look("every type of question reviewed")
    activity, quiz = quiz_of(site, "delen")
    open_activity(frame, activity)
    start_quiz(frame)
    hurry_page(frame, quiz, right)
    frame.locator(".cb-part").wait_for()
    auditor.look("a part")
    first = frame.locator(".cb-quiz-item").first
    first.locator("input").nth(1).check()
    first.locator(".cb-check").click()
    auditor.look("a wrong answer that hides what is right")
    frame.locator(".cb-next").click()
    while frame.locator(".cb-quiz-page").count():
        frame.locator(".cb-next").click()
    frame.locator(".cb-overview h3.cb-part").first.wait_for()
    auditor.look("overview with parts")
    frame.locator(".cb-submit").click()
    frame.locator(".cb-result").wait_for()
    auditor.look("result without answers")
    other, _ = quiz_of(site, "soorten")
    open_activity(frame, other)
    open_activity(frame, activity)
    frame.locator(".cb-review").first.wait_for()
    frame.locator(".cb-review details").evaluate_all("all => all.forEach(one => one.open = true)")
    auditor.look("review with parts, resumed")
    assert auditor.found == {}

"""Whole runs of built packages against an independent SCORM 1.2 run-time."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.answers import Question, right, wrong
from tests.e2e.learner import (
    answer_page,
    fill_scan,
    give,
    hurry_page,
    open_activity,
    play_situation,
    shown,
    start_quiz,
    take_quiz,
)
from tests.e2e.packages import activities_of, course_of, data_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-tracking")]

LEGAL = {
    "choice": r"[0-9a-z](,[0-9a-z])*|",
    "true-false": r"[01tf]",
    "fill-in": r".{0,255}",
    "numeric": r"-?\d+(\.\d+)?",
    "matching": r"[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*|",
    "sequencing": r"[0-9a-z](,[0-9a-z])*",
    "likert": r"[0-9a-z]?",
}
"""Responses and patterns by type (SCORM 1.2 Run-Time Environment, CMIFeedback)."""


def calls(page: Any, name: str) -> list[list[str]]:
    return [call[1:] for call in page.evaluate("window.calls") if call[0] == name]


def written(page: Any, element: str) -> list[str]:
    return [value for name, value in calls(page, "LMSSetValue") if name == element and value]


def journal(page: Any) -> list[dict[str, str]]:
    """The interactions, in order."""
    found: dict[int, dict[str, str]] = {}
    for element, value in calls(page, "LMSSetValue"):
        if match := re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", element):
            found.setdefault(int(match[1]), {})[match[2]] = value
    return [found[number] for number in sorted(found)]


def close(page: Any) -> None:
    """Takes the course out of its frame, as a platform does."""
    page.evaluate("document.getElementById('sco').remove()")


def clean(page: Any) -> None:
    """The run-time took every call, the state always fitted, and the session ended once."""
    assert page.evaluate("window.errors") == []
    assert max(len(line) for line in written(page, "cmi.suspend_data")) <= 4096
    assert len(calls(page, "LMSInitialize")) == 1
    assert len(calls(page, "LMSFinish")) == 1
    assert page.evaluate("window.calls.at(-1)[0]") == "LMSFinish"


def legal(entry: dict[str, str]) -> None:
    form = LEGAL[entry["type"]]
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,255}", entry["id"]), entry
    assert re.fullmatch(form, entry["student_response"]), entry
    for name, value in entry.items():
        if name.startswith("correct_responses"):
            assert re.fullmatch(form, value), entry
    assert re.fullmatch(r"correct|wrong|neutral|unanticipated|\d+(\.\d+)?", entry["result"]), entry
    assert re.fullmatch(r"\d{2}:\d{2}:\d{2}", entry["time"]), entry
    assert re.fullmatch(r"\d{4}:\d{2}:\d{2}\.\d{2}", entry["latency"]), entry


def study(
    frame: Any, package: Any, course: dict, respond: Callable[[Question], Any], *, hurry: bool
) -> None:
    """Opens everything; fills in each self-scan and quiz, by script when in a hurry."""
    for activity in activities_of(course):
        open_activity(frame, activity)
        if activity["type"] == "scan":
            fill_scan(frame)
        elif activity["type"] == "situation":
            play_situation(frame)
        elif activity["type"] == "quiz":
            page_of = hurry_page if hurry else answer_page
            take_quiz(frame, data_of(package, activity), respond, page_of)


@pytest.mark.parametrize("name", ["sample", "real"])
def test_everything_right_is_passed_with_100(name: str, page: Any, site: Any, launch: Any) -> None:
    package = site.package(name)
    course = course_of(package)
    frame = launch(name)
    assert page.evaluate("cmi().core.lesson_status") == "incomplete"
    study(frame, package, course, right, hurry=name == "real")
    core = page.evaluate("cmi().core")
    assert core["lesson_status"] == "passed"
    assert (core["score"]["raw"], core["score"]["min"], core["score"]["max"]) == ("100", "0", "100")
    places = set(written(page, "cmi.core.lesson_location"))
    assert places == {activity["id"] for activity in activities_of(course)}
    required = [activity for activity in activities_of(course) if activity["required"]]
    done = frame.locator(".cb-menu .cb-status[data-status=done]").count()
    assert done >= len(required)
    entries = journal(page)
    for entry in entries:
        legal(entry)
    results = {entry["result"] for entry in entries if entry["type"] != "likert"}
    assert results <= {"correct", "neutral"}
    answered = sum(
        sum(slot.get("count", 1) for slot in data_of(package, activity)["slots"])
        for activity in activities_of(course)
        if activity["type"] == "quiz"
    )
    assert sum(entry["type"] != "likert" for entry in entries) == answered
    close(page)
    clean(page)


@pytest.mark.parametrize("name", ["sample", "real"])
def test_everything_wrong_is_0_and_not_lost(name: str, page: Any, site: Any, launch: Any) -> None:
    package = site.package(name)
    frame = launch(name)
    study(frame, package, course_of(package), wrong, hurry=True)
    core = page.evaluate("cmi().core")
    assert core["lesson_status"] == "incomplete", "attempts are left"
    assert core["score"]["raw"] == "0"
    entries = journal(page)
    for entry in entries:
        legal(entry)
    marked = {entry["result"] for entry in entries if entry["type"] not in ("likert",)}
    assert marked <= {"wrong", "neutral"}
    close(page)
    clean(page)


def test_left_half_way_and_taken_up_again(page: Any, site: Any, launch: Any) -> None:
    package = site.package("sample")
    course = course_of(package)
    activities = activities_of(course)
    at = next(index for index, activity in enumerate(activities) if activity["type"] == "quiz")
    quiz = data_of(package, activities[at])
    frame = launch("sample")
    for activity in activities[: at + 1]:
        open_activity(frame, activity)
    start_quiz(frame)
    half = len(quiz["slots"]) // 2
    for _ in range(half):
        answer_page(frame, quiz, right)
    waiting = quiz["questions"][half]
    assert shown(frame) == [waiting["id"]]
    give(frame, waiting, right(waiting))
    close(page)
    clean(page)
    assert page.evaluate("cmi().core.lesson_status") == "incomplete"

    page.evaluate("localStorage.clear()")
    frame = launch("sample")
    assert page.evaluate("cmi().core.entry") == "resume"
    frame.locator("#cb-main h1", has_text=activities[at]["title"]).wait_for()
    frame.locator(".cb-stage-title ~ .cb-primary").click()
    frame.locator(".cb-quiz-page").wait_for()
    frame.locator(".cb-actions .cb-button", has_text="Vorige").click()
    page.wait_for_timeout(50)
    kept = frame.locator(f'[data-question="{waiting["id"]}"]')
    if not kept.count():
        frame.locator(".cb-next").click()
    kept.wait_for()
    assert kept.evaluate("question => question.dataset.state") == "answered"
    kept.locator(".cb-check").click()
    kept.locator(".cb-mark-right").first.wait_for()
    frame.locator(".cb-next").click()
    while frame.locator(".cb-quiz-page").count():
        answer_page(frame, quiz, right)
        page.wait_for_timeout(30)
    frame.locator(".cb-score-passed").wait_for()
    for activity in activities[at + 1 :]:
        open_activity(frame, activity)
        if activity["type"] == "scan":
            fill_scan(frame)
        elif activity["type"] == "quiz":
            take_quiz(frame, data_of(package, activity), right)
    assert page.evaluate("cmi().core.lesson_status") == "passed"
    assert page.evaluate("cmi().core.score.raw") == "100"
    close(page)
    clean(page)


PARTIAL = {
    "avg": (["b"], 1.0, 1),
    "taken": (["a"], 0.5, 2),
    "plan": (["f"], 1.0, 1),
    "sjabloon": ("taken in een overzicht", 0.5, 1),
    "uren": ("2", 0.5, 1.5),
    "groepen": ({"1": 0, "2": 0, "3": 0}, 2 / 3, 1),
    "fasen": (["b", "a", "c"], 1 / 3, 1),
    "kiezen": (["answer", "wrong"], 0.5, 1),
    "slepen": (["answer", "answer"], 1.0, 1),
    "typen": ({"1": "zzz"}, 0.0, 1),
    "stap": ("Een stap.", 0.0, 0),
}
"""Question -> (what is answered, the share Moodle gives, its points)."""


def partly(question: Question) -> Any:
    response = PARTIAL[question["id"]][0]
    if question["id"] == "groepen":
        technical = question["pairs"][0]["option"]
        return dict.fromkeys(response, technical)
    if question["id"] in ("kiezen", "slepen"):
        ways = {"answer": right(question), "wrong": wrong(question)}
        return {
            gap["id"]: ways[way][gap["id"]]
            for gap, way in zip(question["gaps"], response, strict=True)
        }
    return response


def test_partial_credit_is_moodles(page: Any, site: Any, launch: Any) -> None:
    package = site.package("sample")
    activity = next(a for a in activities_of(course_of(package)) if a["type"] == "quiz")
    frame = launch("sample")
    open_activity(frame, activity)
    take_quiz(frame, data_of(package, activity), partly)
    earned = sum(share * points for _, share, points in PARTIAL.values())
    possible = sum(points for _, _, points in PARTIAL.values())
    line = frame.locator(".cb-score-line").inner_text()
    shown_earned = f"{round(earned, 2)}".replace(".", ",")
    shown_possible = f"{possible:g}".replace(".", ",")
    assert (
        line
        == f"{int(earned / possible * 100 + 0.5)}\u00a0% ({shown_earned} van {shown_possible} punten)"
    )
    results = {entry["id"].rpartition("_")[2]: entry["result"] for entry in journal(page)}
    for name, (_, share, _) in PARTIAL.items():
        if name != "stap":
            word = {1.0: "correct", 0.0: "wrong"}.get(share)
            assert results[name] == word or float(results[name]) == pytest.approx(share), name
    close(page)
    clean(page)


def test_each_module_is_a_sco_of_its_own(page: Any, site: Any, launch: Any) -> None:
    package = site.package("modules")
    shells = sorted(
        path.relative_to(package).as_posix() for path in package.glob("sco/*/index.html")
    )
    assert len(shells) == 2
    for shell in shells:
        course = course_of(package, shell)
        assert course["scope"] == "module"
        frame = launch("modules", shell)
        study(frame, package, course, right, hurry=True)
        assert page.evaluate("cmi().core.lesson_status") == "passed"
        assert page.evaluate("cmi().core.score.raw") == "100"
        places = {activity["id"] for activity in activities_of(course)}
        assert set(written(page, "cmi.core.lesson_location")) == places
        close(page)
        clean(page)

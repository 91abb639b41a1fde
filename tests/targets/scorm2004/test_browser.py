"""Whole runs of the package in a browser against an independent SCORM 2004 run-time."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from tests.e2e.answers import Question, right, wrong
from tests.e2e.conftest import Site
from tests.e2e.learner import (
    STARTED,
    answer_page,
    fill_scan,
    hurry_page,
    open_activity,
    start_quiz,
    take_quiz,
)
from tests.e2e.packages import activities_of, course_of, data_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("scorm2004")]

SHELLS = ("sco/kader/index.html", "sco/team/index.html")
Launch = Callable[..., Any]
SHORT = r"[\w.]+"
LEGAL = {
    "choice": rf"({SHORT}(\[,\]{SHORT})*)?",
    "true-false": "true|false",
    "fill-in": r"(?!\{).{0,250}",
    "long-fill-in": r".{0,4000}",
    "numeric": r"-?\d{1,5}(\.\d{1,18})?",
    "matching": rf"({SHORT}\[\.\]{SHORT}(\[,\]{SHORT}\[\.\]{SHORT})*)?",
    "sequencing": rf"{SHORT}(\[,\]{SHORT})*",
    "likert": SHORT,
}
"""Responses by type, no looser than Moodle reads them."""


def calls(page: Any, name: str) -> list[list[str]]:
    return [call[1:] for call in page.evaluate("window.calls") if call[0] == name]


def close(page: Any) -> None:
    """Takes the SCO out of its frame, as a platform does; it ended once and every call was legal."""
    page.evaluate("document.getElementById('sco').remove()")
    assert page.evaluate("window.errors") == []
    assert len(calls(page, "Initialize")) == len(calls(page, "Terminate")) == 1


def study(
    frame: Any, platform: Site, shell: str, respond: Callable[[Question], Any], page_of: Any
) -> None:
    """Opens everything of a module; fills in its self-scans and quizzes."""
    package = platform.package("sample")
    for activity in activities_of(course_of(package, shell)):
        open_activity(frame, activity)
        if activity["type"] == "scan":
            fill_scan(frame)
        elif activity["type"] == "quiz":
            take_quiz(frame, data_of(package, activity), respond, page_of)


def objectives(page: Any) -> dict[str, Any]:
    found = page.evaluate("cmi().objectives")
    rows = found.values() if isinstance(found, dict) else found
    return {row["id"]: row for row in rows if isinstance(row, dict) and row.get("id")}


@pytest.mark.parametrize("item", [0, 1])
def test_everything_right_is_completed_and_passed(
    item: int, page: Any, platform: Site, launch: Launch
) -> None:
    frame = launch(item)
    assert page.evaluate("cmi().completion_status") == "incomplete"
    assert page.evaluate("cmi().success_status") == "unknown"
    study(frame, platform, SHELLS[item], right, answer_page if item == 0 else hurry_page)
    result = page.evaluate("cmi()")
    assert (result["completion_status"], result["success_status"]) == ("completed", "passed")
    assert result["progress_measure"] == "1"
    score = result["score"]
    assert [score[part] for part in ("scaled", "raw", "min", "max")] == ["1", "100", "0", "100"]
    module = ("kader", "team")[item]
    assert objectives(page)[f"module.{module}"]["success_status"] == "passed"
    assert objectives(page)[f"module.{module}"]["score"]["scaled"] == "1"
    goals = [row for id, row in objectives(page).items() if id.startswith("objective.")]
    assert {row["completion_status"] for row in goals} == {"completed"}
    written = calls(page, "SetValue")
    assert not [
        element for element, _ in written if re.fullmatch(r"cmi\.objectives\.\d+\.id", element)
    ]
    legal_interactions(written)
    close(page)
    assert re.fullmatch(r"PT(\d+M)?[\d.]+S", dict(calls(page, "SetValue"))["cmi.session_time"])
    assert dict(calls(page, "SetValue"))["cmi.exit"] == "suspend"


def legal_interactions(written: list[list[str]]) -> None:
    """Every interaction has a legal id, then its type, then a response of that type."""
    rows: dict[str, dict[str, str]] = {}
    for element, value in written:
        if match := re.fullmatch(r"cmi\.interactions\.(\d+)\.(.+)", element):
            rows.setdefault(match[1], {})[match[2]] = value
    assert rows
    for row in rows.values():
        assert list(row)[:2] == ["id", "type"]
        assert re.fullmatch(r"[\w.]{1,250}", row["id"])
        assert re.fullmatch(LEGAL[row["type"]], row["learner_response"], re.DOTALL), row
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", row["timestamp"])
        if row["type"] == "numeric":
            assert re.fullmatch(r"-?[\d.]+\[:\]-?[\d.]+", row["correct_responses.0.pattern"])


def test_everything_wrong_is_not_lost_and_may_be_mended(
    page: Any, platform: Site, launch: Launch
) -> None:
    frame = launch(0)
    study(frame, platform, SHELLS[0], wrong, hurry_page)
    result = page.evaluate("cmi()")
    assert (result["completion_status"], result["success_status"]) == ("incomplete", "unknown")
    assert result["score"]["scaled"] == "0"
    close(page)
    frame = launch(0)
    study(frame, platform, SHELLS[0], right, hurry_page)
    assert page.evaluate("cmi().success_status") == "passed"
    assert page.evaluate("cmi().score.raw") == "100"
    close(page)


def test_left_half_way_and_taken_up_again(page: Any, platform: Site, launch: Launch) -> None:
    package = platform.package("sample")
    activities = activities_of(course_of(package, SHELLS[0]))
    quiz = next(activity for activity in activities if activity["type"] == "quiz")
    frame = launch(0)
    for activity in activities[: activities.index(quiz) + 1]:
        open_activity(frame, activity)
    start_quiz(frame)
    answer_page(frame, data_of(package, quiz), right)
    close(page)
    assert page.evaluate("cmi().completion_status") == "incomplete"
    assert 0 < float(page.evaluate("cmi().progress_measure")) < 1
    page.evaluate("localStorage.clear()")
    frame = launch(0)
    assert page.evaluate("cmi().entry") == "resume"
    frame.locator("#cb-main h1", has_text=quiz["title"]).wait_for()
    start_quiz(frame)
    while frame.locator(".cb-quiz-page").count():
        answer_page(frame, data_of(package, quiz), right)
    if frame.locator(".cb-submit").count():
        frame.locator(".cb-submit").click()
    frame.locator(".cb-result").wait_for()
    assert page.evaluate("cmi().success_status") == "passed"
    close(page)


def test_the_player_moves_to_the_next_module_and_back(
    page: Any, platform: Site, launch: Launch
) -> None:
    package = platform.package("sample")
    last = activities_of(course_of(package, SHELLS[0]))[-1]
    frame = launch(0)
    open_activity(frame, last)
    frame.locator(".cb-pager button.cb-pager-next", has_text="Team").click()
    page.wait_for_selector("#sco[src*=team]")
    frame = page.wait_for_selector("#sco[src*=team]").content_frame()
    frame.locator(STARTED).wait_for()
    assert ["adl.nav.request", "continue"] in calls(page, "SetValue")
    assert len(calls(page, "Terminate")) == 1
    assert page.evaluate("cmi().completion_status") == "incomplete"
    open_activity(frame, activities_of(course_of(package, SHELLS[1]))[-1])
    assert frame.locator(".cb-pager button.cb-pager-next").count() == 0
    open_activity(frame, activities_of(course_of(package, SHELLS[1]))[0])
    frame.locator(".cb-pager button.cb-pager-previous", has_text="Kader").click()
    page.wait_for_selector("#sco[src*=kader]")
    assert page.evaluate("window.errors") == []


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_looking_on_writes_nothing(mode: str, page: Any, platform: Site, launch: Launch) -> None:
    frame = launch(0, f"&mode={mode}")
    open_activity(frame, activities_of(course_of(platform.package("sample"), SHELLS[0]))[1])
    page.evaluate("document.getElementById('sco').remove()")
    assert {element for element, _ in calls(page, "SetValue")} == {"cmi.exit", "cmi.session_time"}

"""Platforms that are late, absent, broken or lying: the course goes on and says so."""

from typing import Any

import pytest

from tests.e2e.learner import STARTED, open_activity
from tests.e2e.packages import activities_of, course_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-tracking")]


@pytest.fixture
def taken(site: Any) -> dict[str, Any]:
    """The page of the sample course with a text box that is kept."""
    return next(
        a for a in activities_of(course_of(site.package("sample"))) if a["id"] == "kader/taken"
    )


def notice(frame: Any, text: str) -> None:
    frame.locator(".cb-notice", has_text=text).wait_for(timeout=20000)


def names(page: Any) -> list[str]:
    return [call[0] for call in page.evaluate("window.calls")]


def test_no_platform_at_all(page: Any, launch: Any, taken: dict[str, Any]) -> None:
    page.clock.install()
    frame = launch("sample", absent="")
    open_activity(frame, taken)
    page.clock.run_for(20000)
    notice(frame, "geen verbinding met het leerplatform")


def test_platform_that_appears_after_two_seconds(
    page: Any, launch: Any, taken: dict[str, Any]
) -> None:
    frame = launch("sample", late=2000)
    open_activity(frame, taken)
    frame.get_by_label("Jouw notitie").first.fill("Vroeger dan het platform.")
    page.wait_for_function("() => window.calls.some(([name]) => name === 'LMSCommit')")
    cmi = page.evaluate("cmi()")
    assert cmi["core"]["lesson_status"] == "incomplete"
    assert cmi["core"]["lesson_location"] == "kader/taken"
    assert "Vroeger_dan_het_platform." in cmi["suspend_data"]
    assert page.evaluate("window.errors") == []


@pytest.mark.parametrize(
    ("way", "call"),
    [
        ("throw", "LMSInitialize"),
        ("throw", "LMSGetValue"),
        ("throw", "LMSSetValue"),
        ("throw", "LMSCommit"),
        ("refuse", "LMSInitialize"),
        ("refuse", "LMSSetValue"),
        ("refuse", "LMSCommit"),
    ],
)
def test_a_call_that_fails(
    way: str, call: str, page: Any, launch: Any, taken: dict[str, Any]
) -> None:
    frame = launch("sample", **{way: call})
    open_activity(frame, taken)
    frame.get_by_label("Jouw notitie").first.fill("Dit blijft.")
    if call != "LMSGetValue":
        notice(frame, "ewaren" if call != "LMSInitialize" else "leerplatform")
    page.evaluate("document.getElementById('sco').remove()")
    ended = 0 if call == "LMSInitialize" else 1
    assert names(page).count("LMSFinish") == ended
    if call in ("LMSSetValue", "LMSCommit"):
        frame = launch("sample")
        open_activity(frame, taken)
        assert frame.get_by_label("Jouw notitie").first.input_value() == "Dit blijft."


@pytest.mark.parametrize("line", ["1|kapot|z!!!", "{}", "9|later|v1", "\ufffd\ufffd"])
def test_a_damaged_state_is_set_aside(line: str, page: Any, launch: Any) -> None:
    frame = launch("sample", state=line)
    notice(frame, "beschadigd")
    assert frame.locator("#cb-main h1").is_visible()
    stored = page.evaluate("Object.values(localStorage)")
    assert any(line in value for value in stored)
    assert page.evaluate("window.errors") == []


def test_a_popup_finds_its_opener(page: Any, site: Any, taken: dict[str, Any]) -> None:
    with page.expect_popup() as opened:
        page.goto(site.platform("sample", popup=""))
    course = opened.value
    course.locator(STARTED).wait_for()
    open_activity(course, taken)
    assert page.evaluate("cmi().core.lesson_status") == "incomplete"
    course.close(run_before_unload=False)
    page.wait_for_function("() => window.calls.at(-1)[0] === 'LMSFinish'")
    assert names(page).count("LMSFinish") == 1
    assert page.evaluate("cmi().core.lesson_location") == "kader/taken"
    assert page.evaluate("window.errors") == []


@pytest.mark.parametrize("mode", ["review", "browse"])
def test_looking_writes_nothing(mode: str, page: Any, launch: Any, taken: dict[str, Any]) -> None:
    frame = launch("sample", mode=mode)
    notice(frame, "niets bewaard")
    open_activity(frame, taken)
    page.evaluate("document.getElementById('sco').remove()")
    elements = {call[1] for call in page.evaluate("window.calls") if call[0] == "LMSSetValue"}
    assert elements <= {"cmi.core.exit", "cmi.core.session_time"}


def test_hidden_then_closed_ends_once(page: Any, launch: Any, taken: dict[str, Any]) -> None:
    frame = launch("sample")
    open_activity(frame, taken)
    frame.evaluate(
        "Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    assert "LMSFinish" not in names(page)
    assert names(page)[-1] == "LMSCommit"
    frame.evaluate("window.dispatchEvent(new Event('beforeunload'))")
    page.evaluate("document.getElementById('sco').remove()")
    assert names(page).count("LMSFinish") == 1
    assert names(page)[-1] == "LMSFinish"

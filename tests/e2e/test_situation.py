"""The situation of the real course: played by keyboard on a platform, resumed, and looked at by axe."""

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.keyboard import Keyboard
from tests.e2e.learner import open_activity
from tests.e2e.packages import activities_of, course_of
from tests.e2e.test_accessibility import SCREENS, Auditor, audit

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-situation")]


@pytest.fixture
def activity(site: Any) -> dict[str, Any]:
    """The first situation of the real course."""
    everything = activities_of(course_of(site.package("real")))
    return next(activity for activity in everything if activity["type"] == "situation")


def scene(frame: Any) -> str:
    """The title of the one scene that is shown."""
    (title,) = frame.locator(".cb-scene h2").all_inner_texts()
    return title


def status(frame: Any) -> str:
    """What the menu says of the open page."""
    found = frame.locator(".cb-menu a[aria-current] .cb-status").get_attribute("data-status")
    return found or ""


def test_a_way_to_an_ending_by_keyboard(
    page: Any, site: Any, launch: Any, activity: dict[str, Any]
) -> None:
    frame = launch("real")
    keys = Keyboard(page, frame)
    open_activity(frame, activity)
    first = scene(frame)
    assert status(frame) == "started"
    assert not frame.locator(".cb-situation").get_by_role("button", name="Een stap terug").count()

    label = frame.locator(".cb-choices button").first.inner_text()
    keys.push(".cb-choices button")
    assert keys.is_on(".cb-chosen"), "reading goes on at what came of the choice"
    assert keys.active("one => one.innerText").startswith(f"Je koos: {label}")
    second = scene(frame)
    assert second != first

    keys.to_text(".cb-situation .cb-actions button", "Een stap terug")
    keys.press("Enter")
    assert keys.is_on(".cb-scene h2")
    assert scene(frame) == first

    for _ in range(20):
        if frame.locator(".cb-ending").count():
            break
        assert status(frame) == "started"
        keys.push(".cb-choices button")
    frame.locator(".cb-menu a[aria-current] .cb-status[data-status=done]").wait_for()
    ending = scene(frame)
    keys.push(".cb-situation summary")
    steps = frame.locator(".cb-situation ol > li")
    assert steps.first.inner_text().split("\n") == [first, label]
    assert keys.unseen == []

    line = page.evaluate("cmi().suspend_data")
    assert re.search(rf"\|b{activity['key']}1...;", line)
    page.evaluate("localStorage.clear()")
    frame = launch("real")
    assert scene(frame) == ending, "the learner is where the learner was"
    assert status(frame) == "done"
    frame.locator(".cb-situation .cb-actions button", has_text="Begin opnieuw").click()
    assert scene(frame) == first
    assert status(frame) == "done", "an ending that was reached stays reached"
    assert page.evaluate("cmi().core.score.raw") in ("", None), "nothing is scored"


@pytest.fixture(params=SCREENS)
def auditor(request: pytest.FixtureRequest, chromium: Any, site: Any) -> Iterator[Auditor]:
    """The real course in one of the windows."""
    yield from audit(request.param, chromium, f"{site.address}/real/index.html")


def test_axe_finds_nothing_in_any_scene(auditor: Auditor, activity: dict[str, Any]) -> None:
    page = auditor.page
    open_activity(page, activity)
    auditor.look("first scene")
    page.locator(".cb-choices button").last.click()
    auditor.look("after a choice")
    for _ in range(20):
        if page.locator(".cb-ending").count():
            break
        page.locator(".cb-choices button").last.click()
    page.locator(".cb-situation details > summary").click()
    auditor.look("an ending, with the way to it")
    assert auditor.found == {}

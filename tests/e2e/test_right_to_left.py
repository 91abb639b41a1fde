"""A course in Arabic: everything stands the other way round, and nothing runs out of the page."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.learner import STARTED
from tests.e2e.packages import activities_of, course_of, sample_package
from tests.sample_course import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-looks")]


@pytest.fixture(scope="module")
def arabic(site: Any) -> Path:
    """The sample course, said to be in Arabic; the player's own words are English then."""
    return sample_package(replace(SAMPLE, language="ar"), site.folder, "arabic")


def left(page: Any, selector: str) -> float:
    return page.locator(selector).first.evaluate("one => one.getBoundingClientRect().left")


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_right_to_left(width: int, page: Any, site: Any, arabic: Path) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site.address}/arabic/index.html")
    page.locator(STARTED).wait_for()
    assert page.evaluate("[document.documentElement.dir, document.documentElement.lang]") == [
        "rtl",
        "ar",
    ]
    assert left(page, ".cb-menu-button") > left(page, ".cb-count"), "the bar begins at the right"
    wide = {}
    for activity in activities_of(course_of(arabic)):
        page.evaluate("hash => { location.hash = hash; }", f"#/{activity['id']}")
        page.locator("#cb-main h1", has_text=activity["title"]).wait_for()
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            wide[activity["id"]] = over
    assert wide == {}
    if width == 1280:
        assert left(page, ".cb-menu") > left(page, "#cb-main h1"), "the menu stands at the right"
    else:
        page.locator(".cb-menu-button").click()
        page.wait_for_function(
            "() => Math.abs(document.querySelector('.cb-menu').getBoundingClientRect().right - innerWidth) < 1"
        )


def test_pages_that_stand_alone_are_right_to_left(page: Any, site: Any, arabic: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    for activity in activities_of(course_of(arabic)):
        page.goto(f"{site.address}/arabic/{activity['href']}")
        assert page.evaluate("getComputedStyle(document.body).direction") == "rtl"
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, activity[
            "id"
        ]


def test_the_style_sheet_names_no_left_or_right(arabic: Path) -> None:
    css = (arabic / "player" / "player.css").read_text("utf-8")
    for physical in ("margin-left", "margin-right", "padding-left", "padding-right", "float:left"):
        assert physical not in css.replace(": ", ":"), physical

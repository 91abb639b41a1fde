"""axe on every page of the real course and every reviewed question of its quizzes, in all windows.

Too long for each run (``-m slow``); `tests/e2e/test_accessibility.py` holds what every run looks at.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.answers import right, wrong
from tests.e2e.learner import fill_scan, hurry_page, open_activity, play_situation, take_quiz
from tests.e2e.packages import activities_of, course_of, data_of
from tests.e2e.test_accessibility import SCREENS, Auditor, audit, view

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.xdist_group("e2e-grid")]

OPENED = "all => all.forEach(one => { one.open = true; })"

WRAPPED = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  const bare = one => !one.parentElement.matches('.cb-scroll');
  while ([...document.querySelectorAll('main table')].some(bare)) await frame();
  for (let n = 0; n < 3; n += 1) await frame();
}"""
"""Waits until the tables of a page that stands alone have got their frames."""


@pytest.fixture(params=SCREENS)
def auditor(request: pytest.FixtureRequest, chromium: Any, site: Any) -> Iterator[Auditor]:
    """The real course in one of the windows."""
    yield from audit(request.param, chromium, f"{site.address}/real/index.html")


def test_every_page_of_the_course(auditor: Auditor, site: Any) -> None:
    page, package = auditor.page, site.package("real")
    auditor.look("start")
    for activity in activities_of(course_of(package)):
        open_activity(page, activity)
        page.locator("#cb-main details").evaluate_all(OPENED)
        auditor.look(activity["id"])
        if activity["type"] == "scan":
            fill_scan(page, 2)
            auditor.look(f"{activity['id']}, result")
        if activity["type"] == "situation":
            play_situation(page)
            auditor.look(f"{activity['id']}, an ending")
        if activity["type"] == "quiz":
            respond = right if activity["id"].startswith("kader") else wrong
            take_quiz(page, data_of(package, activity), respond, hurry_page)
            page.locator(".cb-review details").evaluate_all(OPENED)
            auditor.look(f"{activity['id']}, every answer reviewed")
    for name in ("notes", "certificate", "search"):
        view(page, name)
        auditor.look(name)
    assert auditor.found == {}


def test_every_page_that_stands_alone(auditor: Auditor, site: Any) -> None:
    for activity in activities_of(course_of(site.package("real"))):
        auditor.page.goto(f"{site.address}/real/{activity['href']}")
        auditor.page.evaluate(WRAPPED)
        auditor.look(activity["id"])
    assert auditor.found == {}

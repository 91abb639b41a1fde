"""Reading and moving: addresses, history, small screens, no JavaScript, no shift, in time."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from benchmarks.generate import write_course
from coursebuilder.model.course import Completion
from tests.e2e.answers import right
from tests.e2e.learner import STARTED, give, open_activity, shown, start_quiz
from tests.e2e.packages import activities_of, course_of, data_of, folder_package, sample_package
from tests.sample_course import SAMPLE

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-looks")]

SIDEWAYS = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def big(site: Any) -> Path:
    """A course of 300 pages."""
    write_course(site.folder / "big-sources", 300)
    return folder_package(site.folder / "big-sources", site.folder, "big")


@pytest.fixture
def phone(page: Any) -> Iterator[Any]:
    """The page on a processor four times as slow."""
    page.set_viewport_size({"width": 390, "height": 844})
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    client.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    yield page
    client.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def work(page: Any, doing: Callable[[], object]) -> float:
    """Milliseconds of processor time the page takes: other work on the machine does not count."""
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})

    def spent() -> float:
        metrics = client.send("Performance.getMetrics")["metrics"]
        return next(one["value"] for one in metrics if one["name"] == "TaskDuration") * 1000

    before = spent()
    doing()
    after = spent()
    client.detach()
    return after - before


def start(page: Any, address: str) -> float:
    """Milliseconds of processor time until the player stands."""
    page.goto("about:blank")

    def opened() -> None:
        page.goto(address)
        page.locator(STARTED).wait_for()

    return work(page, opened)


def test_deep_link_back_and_forward(page: Any, site: Any, launch: Any) -> None:
    page.goto(f"{site.address}/sample/index.html#/kader/taken/slot")
    page.locator("#slot").wait_for()
    assert page.locator("#slot").evaluate("place => place.getBoundingClientRect().top") < 450
    page.locator("#cb-main a", has_text="AVG").first.click()
    page.locator("#cb-main h1", has_text="Overleg").wait_for()
    assert page.url.endswith("#/team/overleg/doel")
    page.go_back()
    page.locator("#cb-main h1", has_text="Taken & uren <in> de school").wait_for()
    page.go_forward()
    page.locator("#cb-main h1", has_text="Overleg").wait_for()
    assert page.title().startswith("Overleg")
    page.reload()
    page.locator("#cb-main h1", has_text="Overleg").wait_for()


def test_every_page_reads_without_javascript(chromium: Any, site: Any) -> None:
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto(f"{site.address}/sample/index.html")
    for activity in activities_of(course_of(site.package("sample"))):
        page.goto(f"{site.address}/sample/index.html")
        page.locator(f'a[href="{activity["href"]}"]').click()
        assert page.locator("h1").inner_text() == activity["title"]
        assert len(page.locator("main").inner_text()) > len(activity["title"]) + 10
    page.locator("nav a[rel=prev]").click()
    page.locator("a.cb-course").click()
    assert page.url.endswith("/index.html")
    context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["in the player", "alone"])
def test_no_page_of_the_course_is_wider_than_a_phone(
    scripts: bool, chromium: Any, site: Any
) -> None:
    context = chromium.new_context(java_script_enabled=scripts, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{site.address}/real/index.html")
    wide = {}
    for activity in activities_of(course_of(site.package("real"))):
        if scripts:
            open_activity(page, activity)
        else:
            page.goto(f"{site.address}/real/{activity['href']}")
        for width in (320, 360):
            page.set_viewport_size({"width": width, "height": 800})
            if over := page.evaluate(SIDEWAYS):
                wide[f"{activity['id']} at {width}"] = over
    context.close()
    assert wide == {}


def test_targets_are_large_enough_for_a_thumb(page: Any, site: Any) -> None:
    package = site.package("sample")
    activities = {a["id"]: a for a in activities_of(course_of(package))}
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{site.address}/sample/index.html")
    page.locator(STARTED).wait_for()
    small = """() => [...document.querySelectorAll(
        'button, select, input:not([type=radio], [type=checkbox]), textarea, summary, label:has(input), nav a')]
      .filter(one => one.checkVisibility({visibilityProperty: true}) && one.getBoundingClientRect().width > 1)
      .filter(one => one.getBoundingClientRect().height < 43.5)
      .map(one => `${one.tagName}.${one.className} ${Math.round(one.getBoundingClientRect().height)}`)"""
    found = {"start": page.evaluate(small)}
    for name in ("kader/taken", "team/teamscan", "kader/toets"):
        open_activity(page, activities[name])
        found[name] = page.evaluate(small)
    start_quiz(page)
    for question in data_of(package, activities["kader/toets"])["questions"]:
        found[question["id"]] = page.evaluate(small)
        page.locator(".cb-next").click()
    page.get_by_role("button", name="Instellingen").click()
    found["settings"] = page.evaluate(small)
    assert {name: what for name, what in found.items() if what} == {}


def test_answering_shifts_nothing(page: Any, site: Any) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
        " if (!entry.hadRecentInput) window.shift += entry.value; }))"
        ".observe({type: 'layout-shift', buffered: true});"
    )
    package = site.package("sample")
    activities = {a["id"]: a for a in activities_of(course_of(package))}
    quiz = data_of(package, activities["kader/toets"])
    page.goto(f"{site.address}/sample/index.html")
    page.locator(STARTED).wait_for()
    open_activity(page, activities["kader/toets"])
    start_quiz(page)
    page.wait_for_timeout(600)
    page.evaluate("window.shift = 0")
    for question in quiz["questions"]:
        assert shown(page) == [question["id"]]
        give(page, question, right(question), ".cb-quiz-page")
        if page.locator(".cb-check").count():
            page.locator(".cb-check").click()
            page.locator(".cb-verdict").wait_for()
        page.locator(".cb-next").click()
    assert page.evaluate("window.shift") < 0.02


def test_leaving_a_text_box_moves_nothing_away(page: Any, site: Any) -> None:
    page.goto(f"{site.address}/sample/index.html#/kader/taken")
    boxes = page.locator("#cb-main textarea")
    boxes.first.wait_for()
    where = "() => document.querySelector('.cb-tick').getBoundingClientRect().top + scrollY"
    before = page.evaluate(where)
    boxes.last.fill("Een notitie.")
    boxes.last.blur()
    page.get_by_text("Bewaard").wait_for()
    assert page.evaluate(where) == before


def test_the_first_page_takes_less_than_a_second_of_work(phone: Any, site: Any) -> None:
    times = [start(phone, f"{site.address}/real/index.html") for _ in range(3)]
    assert min(times) < 1000, times


def test_a_large_course_opens_its_menu_and_a_page_in_a_second(
    phone: Any, site: Any, big: Path
) -> None:
    activities = activities_of(course_of(big))
    assert len(activities) > 300
    page = phone
    times = [start(page, f"{site.address}/big/index.html") for _ in range(3)]
    assert min(times) < 1000, times
    far = activities[len(activities) // 2]["id"]

    def menu() -> None:
        page.locator(".cb-menu-button").click()
        page.locator(".cb-menu-open").wait_for()

    def page_in_the_middle() -> None:
        page.evaluate("id => document.querySelector(`.cb-menu a[href='#/${id}']`).click()", far)
        page.locator(f'.cb-menu [aria-current][href="#/{far}"]').wait_for(state="attached")

    spent = [work(page, menu), work(page, page_in_the_middle)]
    assert max(spent) < 1000, spent


def test_the_menu_of_a_large_course_shows_the_page_one_is_on(
    page: Any, site: Any, big: Path
) -> None:
    activities = activities_of(course_of(big))
    far = activities[-20]
    page.goto(f"{site.address}/big/index.html#/{far['id']}")
    page.locator("#cb-main h1", has_text=far["title"]).wait_for()
    current = page.locator(".cb-menu [aria-current]")
    box = current.bounding_box()
    assert box is not None
    assert 0 < box["y"] < 900
    assert far["title"] in current.inner_text()


def test_no_address_leaves_the_package(site: Any) -> None:
    for file in site.package("real").rglob("*.html"):
        text = file.read_text("utf-8")
        loads = re.findall(
            r'<(?:img|script|link|video|audio|source|iframe)[^>]+(?:src|href)="([^"]+)"', text
        )
        assert not [address for address in loads if "//" in address], file


def test_a_course_that_asks_nothing_counts_nothing(page: Any, site: Any) -> None:
    nothing = replace(SAMPLE, completion=Completion(pages="none", quizzes="none"))
    for name, course, seen in (("asks", SAMPLE, True), ("asks-nothing", nothing, False)):
        sample_package(course, site.folder, name)
        page.goto(f"{site.address}/{name}/index.html")
        page.locator(STARTED).wait_for()
        assert page.locator(".cb-count").is_visible() is seen
        assert page.locator("progress.cb-progress").is_visible() is seen

"""axe finds nothing: every view, block and state of a question, in both colour schemes and on small screens."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e.answers import right, wrong
from tests.e2e.conftest import MODULES
from tests.e2e.learner import STARTED, fill_scan, give, open_activity, shown, start_quiz
from tests.e2e.packages import activities_of, course_of, data_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-looks")]

AXE = MODULES / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SETTLED = "() => Promise.all(document.getAnimations().map(one => one.finished.catch(() => null)))"
PLATFORM = """
  const values = {"cmi.core.student_name": "Peeters, An", "cmi.core.student_id": "p1",
    "cmi.core.lesson_status": "incomplete"};
  window.API = {LMSInitialize: () => "true", LMSGetValue: name => values[name] ?? "",
    LMSSetValue: (name, value) => { values[name] = value; return "true"; }, LMSCommit: () => "true",
    LMSFinish: () => "true", LMSGetLastError: () => "0"};
"""
"""The least a platform can be: it takes everything."""
SCREENS = {
    f"{scheme}-{name}": {"color_scheme": scheme, **size}
    for scheme in ("light", "dark")
    for name, size in {
        "1280": {"width": 1280},
        "320": {"width": 320},
        "640-200%": {"width": 640, "large": True},
    }.items()
}
"""Windows to look through; ``large`` doubles the browser's own text size."""
GATE = ("light-1280", "dark-320", "light-640-200%")
"""The windows of every run; the others are looked through with ``-m slow``."""
GRID = [
    pytest.param(name, marks=() if name in GATE else pytest.mark.slow, id=name) for name in SCREENS
]


class Auditor:
    """A page, and what axe says about each state of it."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.found: dict[str, list[str]] = {}

    def look(self, state: str) -> None:
        self.page.evaluate(SETTLED)
        report = self.page.evaluate(
            "tags => axe.run(document, {runOnly: tags, resultTypes: ['violations']})", TAGS
        )
        problems = [
            f"{violation['id']}: {node['html'][:150]} {node['failureSummary'][:250]}"
            for violation in report["violations"]
            for node in violation["nodes"]
        ]
        wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if wide > 0:
            problems.append(f"scrolls {wide} px sideways")
        if problems:
            self.found[state] = problems


@pytest.fixture(params=GRID)
def auditor(request: pytest.FixtureRequest, chromium: Any, site: Any) -> Any:
    """The sample course in one of the windows, with axe ready to run."""
    yield from audit(request.param, chromium, f"{site.address}/sample/index.html")


def audit(window: str, chromium: Any, address: str) -> Iterator[Auditor]:
    """A course in that window, with axe ready to run."""
    screen = SCREENS[window]
    context = chromium.new_context(
        viewport={"width": screen["width"], "height": 900},
        color_scheme=screen["color_scheme"],
        reduced_motion="reduce",
        bypass_csp=True,
    )
    context.add_init_script(PLATFORM)
    context.add_init_script(AXE.read_text("utf-8"))
    if screen.get("large"):
        context.add_init_script(
            "addEventListener('DOMContentLoaded', () => { const sheet = new CSSStyleSheet();"
            "sheet.replaceSync(':root { font-size: 200%; }');"
            "document.adoptedStyleSheets = [sheet]; })"
        )
    page = context.new_page()
    page.set_default_timeout(8000)
    page.goto(address)
    page.locator(STARTED).wait_for()
    yield Auditor(page)
    context.close()


def view(page: Any, name: str) -> None:
    page.evaluate("name => { location.hash = `#/-/${name}`; }", name)
    page.locator(f"main[data-view={name}]").wait_for()


def test_views_and_blocks(auditor: Auditor, site: Any) -> None:
    page = auditor.page
    activities = {a["id"]: a for a in activities_of(course_of(site.package("sample")))}
    auditor.look("start")
    open_activity(page, activities["kader/taken"])
    auditor.look("every block")
    page.locator("[role=tab]").nth(1).click()
    for summary in page.locator("#cb-main summary").all():
        summary.click()
    for box in page.locator("#cb-main textarea").all():
        box.fill("Een notitie.")
    page.locator("#cb-main .cb-tick input").first.check()
    page.locator(".cb-practice input").first.check()
    auditor.look("every block, open and filled in")
    page.locator(".cb-practice .cb-check").click()
    page.locator(".cb-practice .cb-verdict").wait_for()
    auditor.look("practice question checked")
    open_activity(page, activities["team/teamscan"])
    auditor.look("scan")
    fill_scan(page, 2)
    auditor.look("scan result")
    for name in ("notes", "certificate", "search"):
        view(page, name)
        auditor.look(name)
    page.locator("input[type=search]").fill("kader")
    page.locator(".cb-found li").first.wait_for()
    auditor.look("found")
    page.get_by_role("button", name="Instellingen").click()
    auditor.look("settings")
    page.keyboard.press("Escape")
    if page.viewport_size["width"] < 900:
        page.locator(".cb-menu-button").click()
        auditor.look("menu open")
    assert auditor.found == {}


def test_every_question_in_every_state(auditor: Auditor, site: Any) -> None:
    page = auditor.page
    package = site.package("sample")
    activities = {a["id"]: a for a in activities_of(course_of(package))}
    quiz = data_of(package, activities["kader/toets"])
    open_activity(page, activities["kader/toets"])
    auditor.look("quiz")
    start_quiz(page)
    for number, question in enumerate(quiz["questions"]):
        name = question["id"]
        assert shown(page) == [name]
        auditor.look(f"{name} unanswered")
        give(page, question, (right if number % 2 else wrong)(question), ".cb-quiz-page")
        auditor.look(f"{name} answered")
        if page.locator(".cb-check").count():
            page.locator(".cb-check").click()
            page.locator(".cb-verdict").wait_for()
            auditor.look(f"{name} checked")
        page.locator(".cb-next").click()
    page.locator(".cb-submit, .cb-result").first.wait_for()
    if page.locator(".cb-submit").count():
        auditor.look("overview")
        page.locator(".cb-submit").click()
    page.locator(".cb-result").wait_for()
    auditor.look("result")
    page.locator(".cb-review details").evaluate_all(
        "all => all.forEach(one => { one.open = true; })"
    )
    auditor.look("result, all answers open")
    open_activity(page, activities["team/eindtoets"])
    start_quiz(page)
    auditor.look("several questions and a clock")
    assert auditor.found == {}


def test_pages_that_stand_alone(auditor: Auditor, site: Any) -> None:
    page = auditor.page
    for activity in activities_of(course_of(site.package("sample"))):
        page.goto(f"{site.address}/sample/{activity['href']}")
        auditor.look(activity["id"])
    assert auditor.found == {}

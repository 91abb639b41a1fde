"""The whole course without a mouse: every block, every type of question, to passed and the certificate."""

from typing import Any

import pytest

from tests.e2e.answers import right
from tests.e2e.keyboard import Keyboard
from tests.e2e.learner import STARTED, shown
from tests.e2e.packages import activities_of, course_of, data_of

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("e2e-keyboard")]

STATUS = """root => [...document.querySelectorAll(`${root} [role=status], #cb-announcer`)]
  .map(one => one.textContent.trim()).filter(Boolean).join(' | ')"""
"""What the live regions of a part of the page hold."""


@pytest.fixture
def keys(page: Any, site: Any) -> Keyboard:
    """The sample course, launched by a platform; the focus is on the platform's page."""
    page.goto(site.platform("sample"))
    frame = page.locator("#sco").element_handle().content_frame()
    frame.locator(STARTED).wait_for()
    return Keyboard(page, frame)


def arrive(keys: Keyboard, activity: dict[str, Any]) -> None:
    """A new page starts at its title, for eyes and for the keyboard."""
    keys.frame.locator("#cb-main h1", has_text=activity["title"]).wait_for()
    assert keys.active("one => one.tagName") == "H1"
    assert keys.active("one => one.textContent") == activity["title"]


def read_page(keys: Keyboard, activity: dict[str, Any]) -> None:
    """Goes through every block of a page that can be used."""
    frame = keys.frame
    if frame.locator("[role=tab]").count():
        keys.to("[role=tab]")
        keys.press("ArrowRight")
        assert keys.active("one => [one.getAttribute('aria-selected'), one.textContent]") == [
            "true",
            "Secundair",
        ]
        keys.to("[role=tabpanel]")
        assert "Tweede tab." in keys.active("one => one.innerText")
        for title in ("Wie beslist?", "En dan?"):
            keys.to_text(".cb-accordion summary", title)
            keys.press("Enter")
            assert keys.active("one => one.parentElement.open") is True
        keys.write("main textarea[aria-describedby]", "Het hele team.")
        frame.locator(".cb-kept", has_text="").first.wait_for(state="attached")
        for _ in range(frame.locator(".cb-tick input").count()):
            keys.push(".cb-tick input", "Space")
        assert "2" in frame.evaluate(STATUS, ".cb-checklist")
        keys.to(".cb-practice input")
        keys.press("Space")
        keys.push(".cb-practice .cb-check")
        assert "Klopt" in frame.locator(".cb-practice .cb-choice-note").first.inner_text()
        assert "Juist" in frame.evaluate(STATUS, ".cb-practice")
        assert keys.active("one => one.tagName") == "BUTTON", "the way on is where the focus went"


def fill_scan(keys: Keyboard, scan: dict[str, Any]) -> None:
    """Hands in too early, is taken to what is open, then answers all."""
    statements = [one["id"] for group in scan["groups"] for one in group["statements"]]
    keys.push(".cb-scan-group ~ .cb-actions .cb-primary")
    assert "stelling" in keys.frame.evaluate(STATUS, "main")
    assert keys.is_on(f'[data-statement="{statements[0]}"] input')
    keys.press("Space", "ArrowRight", "ArrowRight")
    for statement in statements[1:]:
        keys.to(f'[data-statement="{statement}"] input')
        keys.press("Space", "ArrowRight", "ArrowRight")
    keys.push(".cb-scan-group ~ .cb-actions .cb-primary")
    assert keys.active("one => one.textContent") == "Resultaat"


def take_quiz(keys: Keyboard, quiz: dict[str, Any]) -> None:
    """Answers everything rightly and hands in; each check is said and leads on."""
    frame = keys.frame
    keys.push("#cb-main .cb-primary")
    questions = {question["id"]: question for question in quiz["questions"]}
    while frame.locator(".cb-quiz-page").count():
        assert keys.active("one => one.matches('.cb-stage-title')"), (
            "a question starts at its heading"
        )
        for name in shown(frame):
            keys.answer(questions[name], right(questions[name]))
            if frame.locator(f'[data-question="{name}"] .cb-check').count():
                keys.push(f'[data-question="{name}"] .cb-check')
                assert "Juist" in frame.evaluate(STATUS, f'[data-question="{name}"]'), name
                assert keys.is_on(".cb-next"), "the way on is where the focus went"
        if not keys.is_on(".cb-next"):
            keys.to(".cb-next")
        keys.press("Enter")
    if frame.locator(".cb-submit").count():
        keys.push(".cb-submit")
    assert keys.active("one => one.textContent") == "Resultaat"


def test_the_whole_course_by_keyboard(keys: Keyboard, page: Any, site: Any) -> None:
    package = site.package("sample")
    activities = activities_of(course_of(package))
    keys.push(".cb-skip")
    assert keys.is_on("main"), "the skip link leads past bar and menu"
    keys.push(".cb-resume a")
    for number, activity in enumerate(activities):
        arrive(keys, activity)
        if activity["type"] == "page":
            read_page(keys, activity)
        elif activity["type"] == "scan":
            fill_scan(keys, data_of(package, activity))
        else:
            take_quiz(keys, data_of(package, activity))
        if number + 1 < len(activities):
            keys.push(".cb-pager-next")
    core = page.evaluate("cmi().core")
    assert (core["lesson_status"], core["score"]["raw"]) == ("passed", "100")
    keys.to_text(".cb-notice button, .cb-menu-extras a", "Certificaat")
    keys.press("Enter")
    keys.frame.locator(".cb-certificate-name", has_text="An Peeters").wait_for()
    assert keys.is_on("h1")
    keys.to_text("main button", "Druk af")
    assert page.evaluate("window.errors") == []
    assert keys.unseen == []

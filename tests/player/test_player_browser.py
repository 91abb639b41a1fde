"""The player in a real browser: reading, every question type, tracking, keyboard, small screens."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

AGAIN = Path(__file__).parents[1] / "node_modules" / "scorm-again"
DOCUMENT = Path(__file__).parent / "fixtures" / "course" / "course.json"
AXE = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"


def open_course(page: Any, address: str, route: str = "") -> None:
    page.goto(f"{address}/course/index.html#/{route}")
    page.wait_for_selector(".cb-app #cb-main h1")


def open_lms(page: Any, address: str, query: str = "") -> Any:
    page.goto(f"{address}/lms.html?{query}")
    frame = page.frame_locator("#sco")
    frame.locator(".cb-app #cb-main h1").wait_for()
    return frame


def calls(page: Any, name: str) -> list[list[str]]:
    return [call[1:] for call in page.evaluate("window.calls") if call[0] == name]


def value(page: Any, element: str) -> str | None:
    return page.evaluate("element => window.values[element] ?? null", element)


def check(root: Any) -> None:
    root.get_by_role("button", name="Controleer").click()


def onward(root: Any) -> None:
    root.locator(".cb-next").click()


def answer_all_right(root: Any) -> None:
    """The ten questions of the fixture's quiz, as a mouse user answers them."""
    root.get_by_label("Het schoolbestuur").check()
    check(root)
    onward(root)
    root.get_by_label("Een accesspoint vervangen").check()
    root.get_by_label("Een digibord herstellen").check()
    check(root)
    onward(root)
    root.get_by_label("Juist", exact=True).check()
    check(root)
    onward(root)
    root.get_by_label("Jouw antwoord").fill("Takenoverzicht")
    root.get_by_label("Jouw antwoord").press("Enter")
    onward(root)
    root.get_by_label("Jouw antwoord").fill("4,5 uur")
    check(root)
    onward(root)
    root.get_by_label("Een accesspoint vervangen").select_option("technisch")
    root.get_by_label("Een leraar helpen").select_option("pedagogisch")
    root.get_by_label("Een digibord herstellen").select_option("technisch")
    check(root)
    onward(root)
    for _ in range(2):
        root.get_by_role("button", name="Enthousiasme en een plan: omhoog").press("Enter")
        root.get_by_role("button", name="Uitvoering en evaluatie: omlaag").press("Enter")
    check(root)
    onward(root)
    root.get_by_label("Opening 1").select_option("schoolbestuur")
    root.get_by_label("Opening 2").select_option("adviseert")
    check(root)
    onward(root)
    root.get_by_role("button", name="pedagoog", exact=True).click()
    root.get_by_role("button", name="Opening 1: leeg").click()
    root.get_by_role("button", name="technicus", exact=True).click()
    root.get_by_role("button", name="Opening 2: leeg").click()
    check(root)
    onward(root)
    root.get_by_label("Jouw antwoord").fill("Eerst de taken op een rij.")
    onward(root)


def test_reading_and_moving(page: Any, address: str) -> None:
    open_course(page, address)
    page.get_by_role("link", name="Begin", exact=True).click()
    page.get_by_role("heading", name="Vier groepen van taken").wait_for()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.title() == "Vier groepen van taken – Proefcursus over taken"
    page.get_by_role("link", name="de tabel").click()
    page.get_by_role("heading", name="Een brede tabel").wait_for()
    assert page.url.endswith("#/start/blokken/tabel")
    page.go_back()
    page.get_by_role("heading", name="Waarom verdelen").wait_for()
    outside = page.locator("a[href^='https://example.org']")
    assert outside.get_attribute("target") == "_blank"
    assert outside.get_attribute("rel") == "noopener"
    page.keyboard.press("n")
    page.get_by_role("heading", name="Alle blokken").wait_for()
    assert page.get_by_text("2 van 3 gedaan").count() == 1


@pytest.mark.parametrize("anchor", ["#cb-main", "#nergens"])
def test_opened_at_a_place_that_is_no_page(page: Any, address: str, anchor: str) -> None:
    """As after the skip link and a reload: where the learner was, else the start."""
    page.goto(f"{address}/course/index.html{anchor}")
    page.locator(".cb-app #cb-main h1").wait_for()
    open_course(page, address, "start/taken")
    page.get_by_role("heading", name="Vier groepen van taken").wait_for()
    page.goto("about:blank")
    page.goto(f"{address}/course/index.html{anchor}")
    page.get_by_role("heading", name="Vier groepen van taken").wait_for()


def test_a_click_while_starting_stays_in_the_shell(page: Any, address: str) -> None:
    page.route("**/course.json", lambda route: (page.wait_for_timeout(800), route.continue_()))
    page.goto(f"{address}/course/index.html", wait_until="domcontentloaded")
    page.wait_for_timeout(600)
    page.get_by_role("link", name="Alle blokken").click(no_wait_after=True)
    page.wait_for_selector(".cb-app")
    page.get_by_role("heading", name="Een brede tabel").wait_for()
    assert page.url.endswith("/index.html#/start/blokken")


def test_every_question_type_to_passed(page: Any, address: str) -> None:
    root = open_lms(page, address)
    assert value(page, "cmi.core.lesson_status") == "incomplete"
    root.get_by_role("link", name=re.compile("^Vier groepen")).first.click()
    root.get_by_role("link", name=re.compile("Volgende Alle blokken")).click()
    root.get_by_role("link", name=re.compile("Volgende Toets: alle")).click()
    root.get_by_role("button", name="Start de toets").click()
    answer_all_right(root)
    root.get_by_text("100 % (10 van 10 punten)").wait_for()
    assert root.get_by_text("Sterk!").is_visible()
    assert root.locator(".cb-result .cb-primary").all_text_contents() == [
        "Volgende: Toets met hints"
    ]
    assert value(page, "cmi.core.lesson_status") == "passed"
    assert value(page, "cmi.core.score.raw") == "77", "10 of the 13 points of all quizzes"
    assert [value(page, f"cmi.interactions.{n}.type") for n in range(10)] == [
        "choice", "choice", "true-false", "fill-in", "numeric", "matching", "sequencing", "matching",
        "matching", "fill-in",
    ]  # fmt: skip
    assert value(page, "cmi.interactions.5.student_response") == "1.a,2.b,3.a"
    assert [value(page, f"cmi.interactions.{n}.result") for n in range(9)] == ["correct"] * 9
    root.get_by_role("link", name="Certificaat").first.click()
    root.get_by_text("Achter Voornaam").wait_for()
    assert root.get_by_text("Resultaat: 77 %").is_visible()
    page.evaluate("document.getElementById('sco').remove()")
    assert len(calls(page, "LMSFinish")) == 1
    last = [call[0] for call in page.evaluate("window.calls")][-2:]
    assert last == ["LMSCommit", "LMSFinish"]
    assert re.fullmatch(r"\d{4}:\d\d:\d\d\.\d\d", value(page, "cmi.core.session_time") or "")


@pytest.mark.skipif(not AGAIN.exists(), reason="scorm-again is not installed (npm ci in tests/)")
def test_an_independent_runtime_takes_every_call(page: Any, address: str) -> None:
    page.goto(f"{address}/again.html")
    root = page.frame_locator("#sco")
    root.locator(".cb-app #cb-main h1").wait_for()
    root.get_by_role("link", name=re.compile("^Vier groepen")).first.click()
    root.get_by_role("heading", name="Vier groepen van taken").wait_for()
    root.get_by_role("link", name=re.compile("Volgende")).click()
    root.get_by_role("heading", name="Alle blokken").wait_for()
    root.get_by_role("link", name=re.compile("^Toets: alle soorten")).first.click()
    root.get_by_role("button", name="Start de toets").click()
    answer_all_right(root)
    root.get_by_text("100 % (10 van 10 punten)").wait_for()
    assert page.evaluate("API.cmi.core.lesson_status") == "passed"
    assert page.evaluate("API.cmi.core.score.raw") == "77"
    assert page.evaluate("API.cmi.interactions.childArray.length") == 10
    page.evaluate("document.getElementById('sco').remove()")
    assert page.evaluate("window.errors") == []
    page.reload()
    root.get_by_text("100 % (10 van 10 punten)").wait_for()
    assert page.evaluate("API.cmi.core.lesson_status") == "passed"


def test_resume_in_the_middle_of_a_quiz(page: Any, address: str) -> None:
    root = open_lms(page, address)
    root.get_by_role("link", name=re.compile("^Toets: alle soorten")).first.click()
    root.get_by_role("button", name="Start de toets").click()
    root.get_by_label("De ICT-coördinator").check()
    check(root)
    root.get_by_text("Niet juist (jouw antwoord)").wait_for()
    assert root.get_by_text("Die adviseert en voert uit.").is_visible()
    onward(root)
    root.get_by_label("Een accesspoint vervangen").check()
    page.reload()
    root = page.frame_locator("#sco")
    root.get_by_role("button", name="Ga verder met de toets").click()
    root.get_by_role("heading", name="Vraag 2 van 10").wait_for()
    assert root.get_by_label("Een accesspoint vervangen").is_checked(), (
        "kept, and still to be checked"
    )
    root.get_by_role("button", name="Vorige").click()
    assert root.get_by_label("De ICT-coördinator").is_checked()
    assert root.get_by_label("De ICT-coördinator").is_disabled()
    assert root.get_by_text("Niet juist (jouw antwoord)").is_visible()


def test_hints_and_tries(page: Any, address: str) -> None:
    open_course(page, address, "toets/hints")
    page.get_by_role("button", name="Start de toets").click()
    page.get_by_label("technisch").check()
    check(page)
    page.get_by_text("Denk aan de klas.").wait_for()
    assert page.get_by_text("Je hebt nog 2 pogingen.").is_visible()
    assert page.locator(".cb-mark-missed").count() == 0
    page.get_by_role("button", name="Probeer opnieuw").press("Enter")
    assert page.evaluate("document.activeElement.value") == "a"
    assert page.get_by_text("Denk aan de klas.").is_visible(), "the hint helps with the next try"
    page.get_by_label("pedagogisch").check()
    page.reload()
    page.get_by_role("button", name="Ga verder met de toets").click()
    assert page.get_by_label("pedagogisch").is_checked()
    assert page.locator(".cb-mark").count() == 0, "what was not checked is not judged"
    assert page.get_by_text("Denk aan de klas.").is_visible()
    assert page.get_by_text("Je hebt nog 2 pogingen.").is_visible()
    check(page)
    earned = page.locator(".cb-points").inner_text().replace("\u00a0", " ")
    assert earned == "67 % (0,67 van 1 punten)"
    page.get_by_role("button", name="Afronden").click()
    page.get_by_text("67 % (0,67 van 1 punten)").wait_for()


def test_deferred_pool_and_overview(page: Any, address: str) -> None:
    open_course(page, address, "toets/uitgesteld")
    page.get_by_text("Je hebt nog 2 pogingen voor deze toets.").wait_for()
    page.get_by_role("button", name="Start de toets").click()
    page.get_by_text(re.compile(r"Resterende tijd: (10:00|9:5\d)")).wait_for()
    assert page.locator(".cb-quiz-item").count() == 2
    page.get_by_label("Juist", exact=True).first.check()
    page.get_by_role("button", name="Afronden").click()
    page.get_by_text("1 vraag is nog niet beantwoord.").wait_for()
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_text("50 % (1 van 2 punten)").wait_for()
    assert page.get_by_text("Je hebt nog 1 poging voor deze toets.").is_visible()
    assert page.locator(".cb-review details").count() == 2
    assert page.locator(".cb-review details[open]").count() == 0
    page.get_by_role("button", name="Doe de toets opnieuw").click()
    page.get_by_role("button", name="Afronden").click()
    page.get_by_role("button", name="Inleveren").click()
    page.get_by_text("0 % (0 van 2 punten)").wait_for()
    assert page.get_by_role("button", name="Doe de toets opnieuw").count() == 0
    assert page.get_by_text("Je beste resultaat: 50 %").is_visible()


def test_scan_chart_and_advice(page: Any, address: str) -> None:
    open_course(page, address, "toets/teamscan")
    page.get_by_role("button", name="Toon mijn resultaat").click()
    page.get_by_text("5 stellingen hebben nog geen antwoord.").wait_for()
    assert page.evaluate(
        "document.activeElement.closest('.cb-statement').previousElementSibling.textContent"
    ) == ("5 stellingen hebben nog geen antwoord.")
    assert page.locator(".cb-statement.cb-remark").count() == 5
    for statement, rate in enumerate((1, 2, 4, 5, 3)):
        page.locator(".cb-statement").nth(statement).locator("input").nth(rate - 1).check()
    assert page.locator(".cb-statement.cb-remark").count() == 0
    page.get_by_role("button", name="Toon mijn resultaat").click()
    page.get_by_text("Begin bij visie en beleid.").wait_for()
    assert page.locator("svg.cb-bars").get_attribute("aria-label") == (
        "Gemiddelde per onderdeel: Visie en beleid 1,5, Mensen en taken 4,5, Samen leren 3,0"
    )
    page.reload()
    page.get_by_text("Begin bij visie en beleid.").wait_for()


def test_notes_are_kept_and_collected(page: Any, address: str) -> None:
    open_course(page, address, "start/taken")
    page.get_by_label("Jouw notitie").fill('Alles bij "één" persoon.\n<b>Dus</b> verdelen.')
    page.goto(f"{address}/course/index.html#/start/blokken")
    page.get_by_label("Je weet wie de uren verdeelt.").check()
    page.reload()
    page.get_by_label("Je weet wie de uren verdeelt.").wait_for()
    assert page.get_by_label("Je weet wie de uren verdeelt.").is_checked()
    page.get_by_role("link", name="Mijn notities").click()
    page.get_by_text("<b>Dus</b> verdelen.").wait_for()
    assert page.get_by_text("Welke taken liggen bij één persoon?").is_visible()
    with page.expect_download() as started:
        page.get_by_role("button", name="Download als tekst").click()
    assert re.fullmatch(
        r"[a-z-]+-mijn-notities-\d{4}-\d\d-\d\d\.txt", started.value.suggested_filename
    )
    text = Path(started.value.path()).read_text(encoding="utf-8")
    assert 'Alles bij "één" persoon.' in text
    assert "[x] Je weet wie de uren verdeelt." in text
    assert "[ ] Je hebt het takenoverzicht gelezen." in text


def test_practice_never_counts(page: Any, address: str) -> None:
    root = open_lms(page, address)
    root.get_by_role("link", name=re.compile("^Alle blokken")).first.click()
    check(root)
    root.get_by_text("Geef eerst een antwoord.").wait_for()
    root.get_by_label("Een merk van laptops").check()
    check(root)
    root.get_by_text("Nee.").wait_for()
    root.get_by_role("button", name="Opnieuw oefenen").click()
    assert root.get_by_label("Een merk van laptops").is_enabled()
    assert value(page, "cmi.core.score.raw") is None
    assert not [call for call in calls(page, "LMSSetValue") if "interactions" in call[0]]


def test_dragging(page: Any, address: str) -> None:
    open_course(page, address, "toets/soorten")
    page.get_by_role("button", name="Start de toets").click()
    for _ in range(6):
        onward(page)
    items = page.locator(".cb-order-item")
    before = items.all_inner_texts()
    start = items.nth(0).locator(".cb-order-text").bounding_box()
    end = items.nth(2).bounding_box()
    page.mouse.move(start["x"] + 20, start["y"] + 10)
    page.mouse.down()
    page.mouse.move(start["x"] + 20, end["y"] - 20, steps=6)
    page.mouse.move(start["x"] + 20, end["y"] + end["height"] - 4, steps=6)
    page.mouse.up()
    assert items.all_inner_texts() == [before[1], before[2], before[0]]
    onward(page)
    onward(page)
    word = page.get_by_role("button", name="technicus", exact=True)
    gap = page.get_by_role("button", name="Opening 2: leeg")
    word.drag_to(gap)
    page.get_by_role("button", name="Opening 2: technicus").wait_for()


def test_keyboard_alone_answers_and_hands_in(page: Any, address: str) -> None:
    open_course(page, address, "toets/soorten")

    def tab_to(selector: str) -> None:
        for _ in range(40):
            if page.evaluate("selector => document.activeElement.matches(selector)", selector):
                return
            page.keyboard.press("Tab")
        raise AssertionError(f"no way to {selector} by keyboard")

    tab_to("#cb-main .cb-primary")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Vraag 1 van 10").wait_for()
    assert page.evaluate("document.activeElement.textContent") == "Vraag 1 van 10"
    tab_to("input[type=radio]")
    page.keyboard.press("Space")
    tab_to(".cb-check")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.matches('.cb-next')")
    for number in range(2, 8):
        tab_to(".cb-next")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=f"Vraag {number} van 10").wait_for()
    tab_to(".cb-order-item:nth-child(2) .cb-icon")
    page.keyboard.press("Enter")
    page.get_by_text(re.compile("staat nu op plaats 1 van 3")).wait_for(state="attached")
    for number in (8, 9):
        tab_to(".cb-next")
        page.keyboard.press("Enter")
        page.get_by_role("heading", name=f"Vraag {number} van 10").wait_for()
    tab_to(".cb-word")
    page.keyboard.press("Enter")
    for _ in range(4):
        page.keyboard.press("Shift+Tab")
        if page.evaluate("document.activeElement.matches('.cb-drop')"):
            break
    page.keyboard.press("Enter")
    assert page.locator(".cb-drop.cb-filled").count() == 1
    tab_to(".cb-next")
    page.keyboard.press("Enter")
    tab_to(".cb-next")
    page.keyboard.press("Enter")
    tab_to(".cb-submit")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Resultaat").wait_for()


@pytest.mark.parametrize(
    ("query", "status"),
    [("late=1500", "incomplete"), ("cmi.suspend_data=1|kapot|z!!!", "incomplete")],
)
def test_late_and_damaged(page: Any, address: str, query: str, status: str) -> None:
    root = open_lms(page, address, query)
    root.get_by_role("link", name=re.compile("^Vier groepen")).first.click()
    root.get_by_role("heading", name="Vier groepen van taken").wait_for()
    for _ in range(40):
        if value(page, "cmi.core.lesson_location") == "start/taken":
            break
        page.wait_for_timeout(100)
    assert value(page, "cmi.core.lesson_location") == "start/taken"
    assert value(page, "cmi.core.lesson_status") == status
    if "suspend" in query:
        assert root.get_by_text("was beschadigd").is_visible()


def test_failed_then_passed(page: Any, address: str) -> None:
    root = open_lms(page, address)
    for title in ("Vier groepen", "Alle blokken", "Toets: alle soorten"):
        root.get_by_role("link", name=re.compile(f"^{title}")).first.click()
        root.get_by_role("heading", name=re.compile(title)).wait_for()
    root.get_by_role("button", name="Start de toets").click()
    for _ in range(10):
        onward(root)
    root.get_by_role("button", name="Inleveren").click()
    root.locator(".cb-score-failed").wait_for()
    assert root.get_by_role("heading", name="Lees dit nog eens").is_visible()
    assert value(page, "cmi.core.lesson_status") == "incomplete", "it may be done again"
    assert value(page, "cmi.core.score.raw") == "0"
    root.get_by_role("button", name="Doe de toets opnieuw").click()
    answer_all_right(root)
    root.get_by_text("Je beste resultaat: 100 %").wait_for()
    assert value(page, "cmi.core.lesson_status") == "passed"


def test_failing_platform_keeps_work_and_says_so(page: Any, address: str) -> None:
    root = open_lms(page, address, "fail=LMSCommit")
    root.get_by_role("link", name=re.compile("^Vier groepen")).first.click()
    root.get_by_label("Jouw notitie").fill("Blijft staan.")
    root.get_by_text("Bewaren op het leerplatform lukt nu niet").wait_for()
    root = open_lms(page, address)
    root.get_by_role("link", name=re.compile("^Vier groepen")).first.click()
    root.get_by_label("Jouw notitie").wait_for()
    assert root.get_by_label("Jouw notitie").input_value() == "Blijft staan."


def test_review_writes_nothing(page: Any, address: str) -> None:
    root = open_lms(page, address, "cmi.core.lesson_mode=review")
    root.get_by_text("er wordt niets bewaard").wait_for()
    root.get_by_role("link", name=re.compile("^Vier groepen")).first.click()
    root.get_by_role("heading", name="Vier groepen van taken").wait_for()
    page.evaluate("document.getElementById('sco').remove()")
    written = {call[0] for call in calls(page, "LMSSetValue")}
    assert written == {"cmi.core.exit", "cmi.core.session_time"}


def test_phone_menu(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    open_course(page, address)
    menu = page.get_by_role("navigation", name="Inhoudstafel")
    assert not menu.is_visible()
    page.get_by_role("button", name="Inhoud").click()
    menu.get_by_role("link", name=re.compile("Teamscan")).wait_for()
    page.keyboard.press("Escape")
    menu.wait_for(state="hidden")
    assert page.evaluate("document.activeElement.matches('.cb-menu-button')")
    page.get_by_role("button", name="Inhoud").click()
    menu.get_by_role("link", name=re.compile("Teamscan")).click()
    page.get_by_role("heading", name="Teamscan").wait_for()
    menu.wait_for(state="hidden")
    page.get_by_role("button", name="Inhoud").click()
    page.go_back()
    page.get_by_role("heading", name="Proefcursus over taken").wait_for()
    menu.wait_for(state="hidden")
    assert not page.locator(".cb-column").evaluate("column => column.inert")


def test_the_key_for_the_contents_goes_there_on_a_wide_screen(page: Any, address: str) -> None:
    open_course(page, address, "start/taken")
    for folded in (False, True):
        if folded:
            page.get_by_role("button", name="Inhoud").click()
            page.locator("#cb-menu").wait_for(state="hidden")
        page.keyboard.press("m")
        assert page.locator("#cb-menu").is_visible()
        assert page.evaluate("document.activeElement.getAttribute('aria-current')") == "page"


def test_back_returns_to_the_place_on_the_page(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 500})
    open_course(page, address, "start/blokken")
    page.evaluate("scrollTo(0, 700)")
    page.locator(".cb-pager-next").evaluate("link => link.click()")
    page.get_by_role("heading", name="Alle soorten").wait_for()
    assert page.evaluate("scrollY") == 0
    page.go_back()
    page.get_by_role("heading", name="Alle blokken").wait_for()
    assert page.evaluate("scrollY") == 700


def test_first_check_then_go_on(page: Any, address: str) -> None:
    page.set_viewport_size({"width": 390, "height": 640})
    open_course(page, address, "toets/soorten")
    page.get_by_role("button", name="Start de toets").click()
    primary = page.locator(".cb-quiz-page .cb-primary")
    assert primary.all_text_contents() == ["Controleer"]
    check(page)
    page.get_by_text("Geef eerst een antwoord.").wait_for()
    page.get_by_label("De ICT-coördinator").check()
    assert page.get_by_text("Geef eerst een antwoord.").count() == 0
    check(page)
    page.locator(".cb-verdict").wait_for()
    assert primary.all_text_contents() == ["Volgende"]
    assert page.evaluate("document.activeElement.matches('.cb-next')")
    for part in ("input:checked", ".cb-verdict"):
        box = page.locator(f".cb-quiz-page {part}").bounding_box()
        assert box is not None
        assert 0 < box["y"] < 640 - box["height"], part


def test_an_order_nobody_touched_is_no_answer(page: Any, address: str) -> None:
    open_course(page, address, "toets/soorten")
    page.get_by_role("button", name="Start de toets").click()
    while not page.locator(".cb-order").count():
        onward(page)
    check(page)
    page.get_by_text("Geef eerst een antwoord.").wait_for()
    while page.locator(".cb-next").count():
        onward(page)
    page.get_by_text("10 vragen zijn nog niet beantwoord.").wait_for()
    page.get_by_role("button", name="Inleveren").click()
    page.locator(".cb-result").wait_for()
    assert page.locator("summary", has_text="(niet beantwoord)").count() == 10


def test_a_gap_without_a_word_says_what_to_do(page: Any, address: str) -> None:
    open_course(page, address, "toets/soorten")
    page.get_by_role("button", name="Start de toets").click()
    while not page.locator(".cb-drop").count():
        onward(page)
    page.locator(".cb-drop").first.press("Enter")
    page.locator("#cb-announcer", has_text="Sleep een woord").wait_for(state="attached")


ROUTES = [
    "", "start/taken", "start/blokken", "toets/soorten", "toets/hints", "toets/teamscan",
    "-/notes", "-/search", "-/certificate",
]  # fmt: skip


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_nothing_wider_than_the_screen(page: Any, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for route in ROUTES:
        open_course(page, address, route)
        page.wait_for_timeout(100)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, route


def audit(page: Any) -> list[str]:
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{violation['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for violation in found["violations"]
        for node in violation["nodes"]
    ]


@pytest.fixture
def audited(chromium: Any, request: pytest.FixtureRequest) -> Any:
    if not AXE.exists():
        pytest.skip("axe-core is not installed (npm ci in tests/)")
    scheme, width = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    context.add_init_script(AXE.read_text(encoding="utf-8"))
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()


@pytest.mark.parametrize("audited", [("light", 1280), ("dark", 320)], indirect=True)
def test_axe_finds_nothing(audited: Any, address: str) -> None:
    page = audited
    problems = {}
    for route in ROUTES:
        open_course(page, address, route)
        page.wait_for_timeout(150)
        problems[route] = audit(page)
    open_course(page, address, "toets/soorten")
    page.get_by_role("button", name="Start de toets").click()
    for number in range(10):
        problems[f"question {number + 1}"] = audit(page)
        answer_somehow(page)
        if page.locator(".cb-check").count():
            check(page)
            problems[f"question {number + 1}, checked"] = audit(page)
        onward(page)
    if page.locator(".cb-submit").count():
        problems["overview"] = audit(page)
        page.locator(".cb-submit").click()
    page.get_by_role("heading", name="Resultaat").wait_for()
    problems["result"] = audit(page)
    page.get_by_role("button", name="Instellingen").click()
    problems["settings"] = audit(page)
    assert {name: found for name, found in problems.items() if found} == {}


def answer_somehow(page: Any) -> None:
    """Anything that can be checked: the first choice, the first option, some text."""
    item = page.locator(".cb-quiz-item")
    if item.locator("input[type=radio], input[type=checkbox]").count():
        item.locator("input[type=radio], input[type=checkbox]").first.check()
    for select in item.locator("select").all():
        select.select_option(index=1)
    for field in item.locator("input[type=text], textarea").all():
        field.fill("1")
    if item.locator(".cb-order-item").count():
        item.locator(".cb-order-item").nth(1).locator(".cb-icon").first.click()
    for gap in range(item.locator(".cb-drop").count()):
        item.locator(".cb-word").nth(gap).click()
        item.locator(".cb-drop").nth(gap).click()


def test_answering_shifts_nothing_by_itself(page: Any, address: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => {"
        " if (!entry.hadRecentInput) window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true});"
    )
    open_course(page, address, "toets/soorten")
    page.evaluate("window.shift = 0")
    page.get_by_role("button", name="Start de toets").click()
    page.get_by_label("Het schoolbestuur").check()
    check(page)
    page.wait_for_timeout(700)
    assert page.evaluate("window.shift") < 0.01


def test_reads_without_javascript(chromium: Any, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/course/index.html")
    page.get_by_role("link", name="Vier groepen van taken").click()
    assert page.get_by_role("heading", name="Vier groepen van taken").is_visible()
    assert page.get_by_text("Welke taken liggen bij één persoon?").is_visible()
    context.close()


def test_settings_are_kept(page: Any, address: str) -> None:
    open_course(page, address)
    page.get_by_role("button", name="Instellingen").click()
    page.get_by_label("Donker").check(force=True)
    page.get_by_label("Grootst").check(force=True)
    page.reload()
    page.wait_for_selector(".cb-app")
    assert page.evaluate("({...document.documentElement.dataset})")["theme"] == "dark"
    assert page.evaluate("getComputedStyle(document.body).fontSize") == "24px"


def test_search(page: Any, address: str) -> None:
    open_course(page, address, "-/search")
    page.get_by_label("Zoek in alle pagina’s").fill("verdeelt")
    page.get_by_text("2 resultaten").wait_for()
    page.locator(".cb-found").get_by_role("link", name="Vier groepen van taken").click()
    page.get_by_role("heading", name="Vier groepen van taken").wait_for()
    page.go_back()
    page.get_by_text("2 resultaten").wait_for()
    assert page.get_by_label("Zoek in alle pagina’s").input_value() == "verdeelt"


@pytest.mark.parametrize(
    ("scope", "said", "certificates"),
    [("course", "Je hebt de cursus afgerond.", 1), ("module", "Je hebt deze module afgerond.", 0)],
)
def test_what_is_said_when_all_is_done(
    page: Any, address: str, scope: str, said: str, certificates: int
) -> None:
    course = json.loads(DOCUMENT.read_text("utf-8"))
    course |= {"scope": scope, "completion": {"pages": "viewed", "quizzes": "none"}}
    page.route("**/course.json", lambda route: route.fulfill(json=course))
    open_course(page, address, "start/taken")
    assert page.locator("a[href='#/-/certificate']").count() == certificates
    for _ in range(2):
        page.locator(".cb-pager-next").click()
    page.locator(".cb-notice", has_text=said).wait_for()
    assert (
        page.locator(".cb-notice").get_by_role("button", name="Certificaat").count() == certificates
    )
    page.goto(f"{address}/course/index.html#/-/certificate")
    page.locator("#cb-main[data-view=certificate] h1").wait_for()
    assert page.locator(".cb-certificate").count() == certificates


def test_course_document_names_real_pages() -> None:
    course = json.loads(DOCUMENT.read_text("utf-8"))
    for module in course["modules"]:
        for activity in module["activities"]:
            assert (Path(__file__).parent / "fixtures/course" / activity["href"]).is_file()

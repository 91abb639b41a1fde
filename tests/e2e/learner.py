"""A learner with a mouse: opens pages, answers every type of question, hands in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.e2e.answers import Question, Response

Frame = Any
"""A Playwright page or frame that shows a course."""

HURRY = (Path(__file__).parent / "fixtures" / "hurry.js").read_text("utf-8")
STARTED = ".cb-app #cb-main h1"


def open_activity(frame: Frame, activity: dict[str, Any]) -> None:
    """Goes to an activity through the menu's link."""
    frame.evaluate("hash => { location.hash = hash; }", f"#/{activity['id']}")
    frame.locator("#cb-main h1", has_text=activity["title"]).wait_for()


def give(frame: Frame, question: Question, response: Response, scope: str = "") -> None:
    """Puts a response into the question on the screen."""
    root = frame.locator(f'{scope} [data-question="{question["id"]}"]')
    match question["type"]:
        case "choice" | "truefalse":
            for choice in response:
                root.locator(f'input[value="{choice}"]').check()
        case "shortanswer" | "numerical" | "essay":
            root.locator("input, textarea").fill(response)
        case "matching":
            for pair, option in response.items():
                root.locator(f'[data-id="{pair}"] select').select_option(option)
        case "ordering":
            _order(root, response)
        case "gaps":
            _fill(root, question, response)


def _order(root: Any, target: list[str]) -> None:
    """Moves the items with their buttons; a start that is right already is moved away and back."""

    def ids() -> list[str]:
        return root.locator(".cb-order-item").evaluate_all("items => items.map(i => i.dataset.id)")

    def up(item: str) -> None:
        root.locator(f'[data-id="{item}"] .cb-icon').first.click()

    if ids() == target:
        up(target[1])
    for place, item in enumerate(target):
        while ids().index(item) > place:
            up(item)


def _fill(root: Any, question: Question, response: dict[str, str]) -> None:
    for index, gap in enumerate(question["gaps"]):
        value = response[gap["id"]]
        if question["mode"] == "type":
            root.locator(".cb-gap-input").nth(index).fill(value)
        elif question["mode"] == "choose":
            root.locator(".cb-gap-select").nth(index).select_option(value)
        else:
            word = next(o["text"] for o in question["options"] if o["id"] == value)
            root.get_by_role("button", name=word, exact=True).click()
            root.locator(f'.cb-drop[data-gap="{index}"]').click()


def shown(frame: Frame) -> list[str]:
    """Ids of the questions on the screen."""
    return frame.locator(".cb-quiz-page [data-question]").evaluate_all(
        "questions => questions.map(question => question.dataset.question)"
    )


def start_quiz(frame: Frame) -> None:
    """Begins, goes on with, or begins again."""
    frame.locator(".cb-stage-title ~ .cb-primary, .cb-retake").first.click()
    frame.locator(".cb-quiz-page").wait_for()


def answer_page(
    frame: Frame, quiz: dict[str, Any], respond: Callable[[Question], Response]
) -> None:
    """Answers and checks the questions on the screen, then goes on."""
    questions = {question["id"]: question for question in quiz["questions"]}
    for name in shown(frame):
        give(frame, questions[name], respond(questions[name]), ".cb-quiz-page")
        check = frame.locator(f'[data-question="{name}"] .cb-check')
        if check.count():
            check.click()
            frame.locator(f'[data-question="{name}"] .cb-verdict').wait_for()
    frame.locator(".cb-next").click()


def hurry_page(frame: Frame, quiz: dict[str, Any], respond: Callable[[Question], Response]) -> None:
    """The same without a mouse: one script per question."""
    questions = {question["id"]: question for question in quiz["questions"]}
    for name in shown(frame):
        question = questions[name]
        frame.evaluate(HURRY, {"question": question, "response": respond(question)})
    frame.evaluate("document.querySelector('.cb-next').click()")


def take_quiz(
    frame: Frame,
    quiz: dict[str, Any],
    respond: Callable[[Question], Response],
    page_of: Callable[..., None] = answer_page,
) -> None:
    """Answers every question and hands in."""
    start_quiz(frame)
    while frame.locator(".cb-quiz-page").count():
        page_of(frame, quiz, respond)
    if frame.locator(".cb-submit").count():
        frame.locator(".cb-submit").click()
    frame.locator(".cb-result").wait_for()


def fill_scan(frame: Frame, rate: int = 3) -> None:
    """Gives every statement the same value and shows the result."""
    frame.locator(".cb-statement").evaluate_all(
        "(all, rate) => all.forEach(one => one.querySelectorAll('input')[rate - 1].click())", rate
    )
    frame.locator(".cb-scan-group ~ .cb-actions .cb-primary").click()
    frame.locator(".cb-scan-outcome .cb-chart").first.wait_for()


def play_situation(frame: Frame) -> None:
    """Takes the first choice of each scene until it ends."""
    for _ in range(50):
        if frame.locator(".cb-situation .cb-ending").count():
            return
        frame.locator(".cb-choices button").first.click()
    raise AssertionError("the first choices lead to no ending")

"""A learner who has no mouse: everything goes through keys, from the platform's page to the certificate."""

from collections.abc import Callable
from typing import Any

from tests.e2e.answers import Question, Response

FAR = 400
"""Key presses after which a part of a page cannot be called reachable."""

HIDDEN_FOCUS = """one => {
  if (one === document.body) return '';
  const box = one.getBoundingClientRect();
  if (!box.width || !box.height) return 'has no size';
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height, 24) / 2];
  if (x < 0 || x > innerWidth || y < 0 || y > innerHeight) return 'is out of sight';
  const top = document.elementFromPoint(x, y);
  const whole = one.closest('label, .cb-choice, details') ?? one;
  return top && (whole.contains(top) || top.contains(whole)) ? '' : `is under ${top?.className}`;
}"""
"""Why the element with the focus cannot be seen (WCAG 2.2, 2.4.11); empty when it can."""


class Keyboard:
    """Keys, and what they lead to. ``frame`` shows the course, ``page`` the platform."""

    def __init__(self, page: Any, frame: Any) -> None:
        self.page = page
        self.frame = frame
        self.unseen: list[str] = []
        """Stops of the focus that could not be seen."""

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def is_on(self, selector: str) -> bool:
        """Whether the focus is on an element that the selector matches."""
        return bool(self.frame.evaluate("s => document.activeElement.matches(s)", selector))

    def to(self, selector: str, *, key: str = "Tab") -> None:
        """Moves the focus on to the next element that matches, and notes what cannot be seen."""
        for _ in range(FAR):
            self.press(key)
            self._look()
            if self.is_on(selector):
                return
        raise AssertionError(f"no way to {selector} by {key}")

    def to_text(self, selector: str, text: str) -> None:
        """The same, to the element with this text."""
        for _ in range(FAR):
            self.to(selector)
            if self.active("one => one.textContent.trim()") == text:
                return
        raise AssertionError(f"no way to {text}")

    def active(self, script: str) -> Any:
        """What a function says of the element with the focus."""
        return self.frame.evaluate(f"() => ({script})(document.activeElement)")

    def _look(self) -> None:
        why = self.active(HIDDEN_FOCUS)
        if why:
            self.unseen.append(self.active("one => `${one.tagName}.${one.className}`") + f" {why}")

    def choose(self, selector: str, value: str) -> None:
        """Goes to a list and moves down and up through it to a value."""
        self.to(selector)
        self.press("Home")
        for _ in range(FAR):
            if self.active("one => one.value") == value:
                return
            self.press("ArrowDown")
        raise AssertionError(f"{value} is not in {selector}")

    def write(self, selector: str, text: str) -> None:
        """Goes to a text box and types."""
        self.to(selector)
        self.page.keyboard.type(text)

    def push(self, selector: str, key: str = "Enter") -> None:
        """Goes to a button or link and presses it."""
        self.to(selector)
        self.press(key)

    def answer(self, question: Question, response: Response) -> None:
        """Gives a response to the question on the screen."""
        root = f'[data-question="{question["id"]}"] '
        ANSWERS[question["type"]](self, root, question, response)


def _choose(keys: Keyboard, root: str, question: Question, response: Response) -> None:
    if question.get("multiple"):
        for _ in response:
            values = ", ".join(f'{root}input[value="{value}"]:not(:checked)' for value in response)
            keys.push(values, "Space")
        return
    keys.to(f"{root}input[type=radio]")
    keys.press("Space")
    for _ in range(FAR):
        if keys.active("one => one.value") == response[0]:
            return
        keys.press("ArrowDown")


def _type(keys: Keyboard, root: str, _question: Question, response: Response) -> None:
    keys.write(f"{root}input[type=text], {root}textarea", response)


def _match(keys: Keyboard, root: str, question: Question, response: Response) -> None:
    for pair in question["pairs"]:
        keys.choose(f'{root}[data-id="{pair["id"]}"] select', response[pair["id"]])


def _order(keys: Keyboard, root: str, _question: Question, response: Response) -> None:
    def ids() -> list[str]:
        items = keys.frame.locator(f"{root}.cb-order-item")
        return items.evaluate_all("items => items.map(item => item.dataset.id)")

    def up(item: str) -> None:
        keys.push(f'{root}[data-id="{item}"] .cb-icon:first-child', "Space")
        assert keys.is_on(f'{root}[data-id="{item}"] .cb-icon'), "the focus moves along"

    if ids() == response:
        up(response[1])
    for place, item in enumerate(response):
        while ids().index(item) > place:
            keys.to(f"{root}.cb-icon", key="Shift+Tab")
            up(item)


def _fill(keys: Keyboard, root: str, question: Question, response: Response) -> None:
    for index, gap in enumerate(question["gaps"]):
        value = response[gap["id"]]
        if question["mode"] == "type":
            keys.write(f"{root}.cb-gap-input", value)
        elif question["mode"] == "choose":
            keys.choose(f"{root}.cb-gap-select", value)
        else:
            word = next(option["text"] for option in question["options"] if option["id"] == value)
            keys.to_text(f"{root}.cb-word", word)
            keys.press("Enter")
            keys.to(f'{root}.cb-drop[data-gap="{index}"]', key="Shift+Tab")
            keys.press("Enter")


ANSWERS: dict[str, Callable[[Keyboard, str, Question, Response], None]] = {
    "choice": _choose,
    "truefalse": _choose,
    "shortanswer": _type,
    "numerical": _type,
    "essay": _type,
    "matching": _match,
    "ordering": _order,
    "gaps": _fill,
}

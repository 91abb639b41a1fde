"""The quizzes of Moodle course backups: parts, pages, what is drawn, and what learners see when."""

import json
from collections.abc import Iterator
from html import unescape

from lxml import etree

from coursebuilder.inspection.documents import child_text
from coursebuilder.inspection.result import Branch

_MOMENTS = {0x10000: "during", 0x01000: "after", 0x00100: "later", 0x00010: "closed"}
"""Bits of the review fields (mod_quiz, question_display_options of display_options.php), earliest first."""
_DURING = 0x10000
"""Set for the answers in every quiz: they are in sight while the attempt goes on."""
_SUBJECTS = {
    "reviewattempt": "answers",
    "reviewcorrectness": "correctness",
    "reviewmarks": "points",
    "reviewspecificfeedback": "feedback",
    "reviewrightanswer": "right answers",
}


def quiz_branches(quiz: etree._Element) -> tuple[Branch, ...]:
    """A branch for each part of the quiz, and one for its review."""
    slots = sorted(quiz.iter("question_instance"), key=lambda slot: _number(slot, "slot"))
    sections = sorted(quiz.iter("section"), key=lambda section: _number(section, "firstslot"))
    starts = [_number(section, "firstslot") for section in sections]
    parts = []
    for section, start, end in zip(sections, starts, [*starts[1:], None], strict=True):
        held = [
            slot
            for slot in slots
            if start <= _number(slot, "slot") and (end is None or _number(slot, "slot") < end)
        ]
        title = unescape(child_text(section, "heading")) or "(no heading)"
        parts.append(Branch(title, ", ".join(_part(section, held))))
    return (*parts, Branch("review", ", ".join(_review(quiz))))


def _part(section: etree._Element, slots: list[etree._Element]) -> Iterator[str]:
    """``slots 2–4``, ``pages 2–3``, ``shuffled``, ``2 drawn with the tag team``."""
    yield _range("slot", slots)
    yield _range("page", slots)
    if child_text(section, "shufflequestions") == "1":
        yield "shuffled"
    drawn = [
        _tags(child_text(reference, "filtercondition"))
        for slot in slots
        for reference in slot.iter("question_set_reference")
    ]
    for tags in dict.fromkeys(drawn):
        yield f"{drawn.count(tags)} drawn{tags}"


def _range(name: str, slots: list[etree._Element]) -> str:
    """``page 2`` or ``pages 2–3``; what the part holds by that number."""
    numbers = sorted({_number(slot, name) for slot in slots})
    if len(numbers) < 2:
        return " ".join([name, *map(str, numbers)]) if numbers else f"no {name}"
    return f"{name}s {numbers[0]}–{numbers[-1]}"


def _tags(condition: str) -> str:
    """`` with the tag NAME`` of a draw; later versions of Moodle keep the tag's number only."""
    try:
        read = json.loads(condition)
    except ValueError:
        return ""
    if not isinstance(read, dict):
        return ""
    tags = read.get("tags")
    if isinstance(tags, list) and tags:
        return " with the tag " + ", ".join(str(tag).partition(",")[2] for tag in tags)
    filters = read.get("filter")
    return " by tag" if isinstance(filters, dict) and "qtagids" in filters else ""


def _review(quiz: etree._Element) -> Iterator[str]:
    """``answers: after``: each subject with the first moment at which it is seen."""
    for field, subject in _SUBJECTS.items():
        bits = _number(quiz, field)
        if field == "reviewattempt":
            bits &= ~_DURING
        yield f"{subject}: " + next((word for bit, word in _MOMENTS.items() if bits & bit), "never")


def _number(element: etree._Element, name: str) -> int:
    """The whole number of a child; 0 when there is none."""
    text = child_text(element, name)
    return int(text) if text.isdecimal() else 0

"""The quizzes: settings, parts and pages, what is asked and drawn, and what learners see when."""

from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from coursebuilder import i18n
from coursebuilder.inspection.documents import decimal, whole
from coursebuilder.inspection.moodle.backup import Activity, Backup, date_of, name_of, value
from coursebuilder.inspection.moodle.bank import Bank, marks
from coursebuilder.inspection.moodle.draws import Draw, draw_of, drawn
from coursebuilder.inspection.moodle.kinds import question_kind
from coursebuilder.inspection.result import Branch, Remark, Said, Value, counted, remark, said

_BEHAVIOURS = {
    "adaptive": "several tries, each with a penalty",
    "adaptivenopenalty": "several tries, without penalties",
    "deferredcbm": "feedback after handing in, with certainty",
    "deferredfeedback": "feedback after handing in",
    "immediatecbm": "feedback at once, with certainty",
    "immediatefeedback": "feedback at once",
    "interactive": "interactive: hints and several tries",
}
_METHODS = {
    1: "the highest grade counts",
    2: "the average counts",
    3: "the first attempt counts",
    4: "the last attempt counts",
}
_NEVER = 0
_MOMENTS = {
    0x10000: "during the attempt: {subjects}",
    0x01000: "right after the attempt: {subjects}",
    0x00100: "later while the quiz is open: {subjects}",
    0x00010: "once the quiz is closed: {subjects}",
    _NEVER: "never: {subjects}",
}
"""Bits of the review fields (mod_quiz, question_display_options of display_options.php), earliest first."""
_DURING = 0x10000
"""Set for the answers in every quiz: they are in sight while the attempt goes on."""
_SUBJECTS = {
    "reviewattempt": "own answers",
    "reviewcorrectness": "right or wrong",
    "reviewmarks": "points",
    "reviewspecificfeedback": "feedback",
    "reviewrightanswer": "right answers",
}


def quiz_details(activity: Activity, quiz: etree._Element, backup: Backup) -> Iterator[Value]:
    """How much is asked, what it is out of, and what passes."""
    count = sum(1 for _ in quiz.iter("question_instance"))
    yield counted("{count} question", "{count} questions", count)
    yield said("out of {points}", points=decimal(quiz, "grade"))
    for item in backup.grade_items(activity):
        if points := decimal(item, "gradepass"):
            yield said("{points} to pass", points=points)


def quiz_branches(quiz: etree._Element, bank: Bank) -> Iterator[Branch]:
    """Its settings, its review, its overall feedback, and a branch for each part."""
    yield Branch(said("settings"), tuple(_settings(quiz)))
    yield Branch(said("what learners see"), tuple(_review(quiz)))
    if bands := tuple(_bands(quiz)):
        yield Branch(said("feedback on the grade"), bands)
    sections = sorted(quiz.iter("section"), key=lambda section: whole(section, "firstslot"))
    starts = [whole(section, "firstslot") for section in sections]
    slots = _slots(quiz)
    for section, start, end in zip(sections, starts, [*starts[1:], None], strict=True):
        held = [
            slot
            for slot in slots
            if start <= whole(slot, "slot") and (end is None or whole(slot, "slot") < end)
        ]
        title = name_of(section, "heading") or said("(no heading)")
        yield Branch(title, tuple(_part(section, held)), tuple(_asked(held, bank)))


def quiz_remarks(activity: Activity, quiz: etree._Element, bank: Bank) -> Iterator[Remark]:
    """Questions that the backup lacks, and draws of more questions than there are."""
    slots = _slots(quiz)
    absent = [
        slot
        for slot in slots
        for reference in slot.iter("question_reference")
        if value(reference, "questionbankentryid") not in bank.questions
    ]
    if absent:
        yield remark(
            i18n.counted(
                "the quiz {name} asks {count} question that the backup does not hold",
                "the quiz {name} asks {count} questions that the backup does not hold",
                len(absent),
            ),
            name=activity.title,
            count=len(absent),
        )
    draws = [draw for slot in slots if (draw := draw_of(slot)) is not None]
    for draw in dict.fromkeys(draws):
        there = draw.candidates(bank)
        if draw.category in bank.categories and draws.count(draw) > there:
            yield remark(
                "the quiz {name} draws {count} where there are {total}",
                name=activity.title,
                count=draws.count(draw),
                total=there,
            )


def _slots(quiz: etree._Element) -> list[etree._Element]:
    return sorted(quiz.iter("question_instance"), key=lambda slot: whole(slot, "slot"))


def _settings(quiz: etree._Element) -> Iterator[Said]:
    attempts = whole(quiz, "attempts_number")
    if attempts:
        yield counted("{count} attempt", "{count} attempts", attempts)
    else:
        yield said("any number of attempts")
    if attempts != 1:
        method = whole(quiz, "grademethod")
        yield said(_METHODS.get(method, "the grade is made in a way of its own"))
    seconds = whole(quiz, "timelimit")
    yield said("{minutes} minutes", minutes=seconds // 60) if seconds else said("no time limit")
    behaviour = value(quiz, "preferredbehaviour")
    known = _BEHAVIOURS.get(behaviour)
    yield said(known) if known else said("behaviour {name}", name=behaviour)
    if whole(quiz, "shuffleanswers"):
        yield said("answers shuffled")
    if per_page := whole(quiz, "questionsperpage"):
        yield counted("{count} question a page", "{count} questions a page", per_page)
    if value(quiz, "navmethod") == "sequential":
        yield said("no way back to a page before")
    if value(quiz, "password"):
        yield said("asks for a password")
    if opens := whole(quiz, "timeopen"):
        yield said("opens on {date}", date=date_of(opens))
    if closes := whole(quiz, "timeclose"):
        yield said("closes on {date}", date=date_of(closes))


def _review(quiz: etree._Element) -> Iterator[Said]:
    """Each moment with what is seen from then on."""
    seen: dict[int, Value] = {}
    for field, subject in _SUBJECTS.items():
        bits = whole(quiz, field)
        if field == "reviewattempt":
            bits &= ~_DURING
        first = next((bit for bit in _MOMENTS if bits & bit), _NEVER)
        one, other = seen.get(first), said(subject)
        seen[first] = other if one is None else said("{one}, {other}", one=one, other=other)
    for moment, text in _MOMENTS.items():
        if moment in seen:
            yield said(text, subjects=seen[moment])


def _bands(quiz: etree._Element) -> Iterator[Said]:
    """From which grade on there is a text."""
    bands = sorted(quiz.iter("feedback"), key=lambda one: -decimal(one, "mingrade"))
    for feedback in bands:
        if value(feedback, "feedbacktext"):
            yield said("from {points} on", points=decimal(feedback, "mingrade"))


def _part(section: etree._Element, slots: list[etree._Element]) -> Iterator[Said]:
    """``questions 2–4``, ``pages 2–3``, ``shuffled``."""
    if not slots:
        yield said("no questions")
        return
    yield _range("question {first}", "questions {first}–{last}", slots, "slot")
    yield _range("page {first}", "pages {first}–{last}", slots, "page")
    if value(section, "shufflequestions") == "1":
        yield said("shuffled")


def _range(one: str, many: str, slots: list[etree._Element], name: str) -> Said:
    numbers = sorted({whole(slot, name) for slot in slots})
    if len(numbers) == 1:
        return said(one, first=numbers[0])
    return said(many, first=numbers[0], last=numbers[-1])


def _asked(slots: list[etree._Element], bank: Bank) -> Iterator[Branch]:
    """Each question, and each draw: one line for all places that draw alike one after another."""
    for draw, group in groupby(slots, draw_of):
        held = list(group)
        if draw is not None:
            yield _draw(held, draw, bank)
            continue
        for slot in held:
            yield _question(slot, bank)


def _draw(slots: list[etree._Element], draw: Draw, bank: Bank) -> Branch:
    points = marks(decimal(slots[0], "maxmark"))
    each = said("{points} each", points=points) if len(slots) > 1 else points
    return Branch(drawn(len(slots), draw, bank), (*draw.details(bank), each))


def _question(slot: etree._Element, bank: Bank) -> Branch:
    points = marks(decimal(slot, "maxmark"))
    for reference in slot.iter("question_reference"):
        question = bank.questions.get(value(reference, "questionbankentryid"))
        if question is not None:
            return Branch(question.name, (question_kind(question.kind), points), fine=True)
    return Branch(said("a question that is not in the backup"), (points,))

"""A quiz: its settings, its slots and its overall feedback."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType

from coursebuilder.formats.xml import Element
from coursebuilder.markup import plain_text
from coursebuilder.model import Draw, Part, Question, Quiz, ReviewSubject, ReviewTime
from coursebuilder.targets.moodle.elements import (
    Value,
    grade,
    leaf,
    leaves,
    mark,
    node,
    short,
    shown_name,
    tag_name,
)
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import CourseModule
from coursebuilder.targets.moodle.questions.categories import pool_key
from coursebuilder.targets.moodle.texts import Texts

_BEHAVIOURS = {
    "deferred": "deferredfeedback",
    "immediate": "immediatefeedback",
    "interactive": "interactive",
}
_METHODS = {"highest": 1, "average": 2, "first": 3, "last": 4}

_DURING = 0x10000
_SINCE: Mapping[ReviewTime, int] = MappingProxyType(
    {"during": 0x11110, "after": 0x1110, "later": 0x110, "closed": 0x10, "never": 0}
)
"""When a learner may see something of an attempt: while it goes on 0x10000, in the two minutes after it
0x1000, later while the quiz is open 0x100, once it is closed 0x10 (mod_quiz, display options)."""


def review_options(quiz: Quiz) -> dict[str, Value]:
    """What a learner sees and when; what stands beside the answers never without them."""
    answers = _SINCE[quiz.seen_from("answers")] | _DURING

    def beside(what: ReviewSubject) -> int:
        return _SINCE[quiz.seen_from(what)] & answers

    return {
        "reviewattempt": answers,
        "reviewcorrectness": beside("correctness"),
        "reviewmaxmarks": _SINCE["during"],
        "reviewmarks": _SINCE[quiz.seen_from("points")],
        "reviewspecificfeedback": beside("feedback"),
        "reviewgeneralfeedback": beside("feedback"),
        "reviewrightanswer": beside("right_answers"),
        "reviewoverallfeedback": _SINCE["after"],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in an attempt."""

    key: str
    points: Decimal
    page: int
    part: Part
    entry: int | None
    """Bank entry of a question that is always asked; None: one drawn by ``filter``."""
    filter: str = ""


def slots(activity: CourseModule, quiz: Quiz, ids: Ids) -> tuple[Slot, ...]:
    """The places of an attempt, a draw of three being three places.

    Each part begins a page, as Moodle has it; so does each break, and what ``per_page`` asks for.
    """
    found: list[Slot] = []
    page = held = 0
    for part in quiz.parts:
        for index, place in enumerate(part.slots):
            begins = index == 0 or index in part.breaks
            for key, points, entry, condition in _asked(activity, quiz, place, ids):
                if begins or held == quiz.per_page > 0:
                    page, held, begins = page + 1, 0, False
                held += 1
                found.append(
                    Slot(
                        key=key, points=points, page=page, part=part, entry=entry, filter=condition
                    )
                )
    return tuple(found)


def _asked(
    activity: CourseModule, quiz: Quiz, place: Question | Draw, ids: Ids
) -> Iterator[tuple[str, Decimal, int | None, str]]:
    """Key, points, bank entry and condition of each question that a place asks."""
    if not isinstance(place, Draw):
        key = f"{activity.key}/{place.id}"
        yield key, place.points, ids.of("question_bank_entry", key), ""
        return
    bank = pool_key(activity, place.pool) if place.pool else activity.key
    condition = _filter(ids, ids.of("question_category", bank), place.tag)
    points = quiz.drawn(place)[0].points
    for number in range(1, place.count + 1):
        key = bank if place.pool and not place.tag else f"{bank}?{place.tag}"
        yield f"{key}/{number}", points, None, condition


class QuizWriter:
    """Writes one quiz."""

    def __init__(
        self, activity: CourseModule, quiz: Quiz, texts: Texts, ids: Ids, bank: int
    ) -> None:
        """``activity`` is the quiz's place in the course, ``bank`` the context of its questions."""
        self._bank = bank
        self._activity = activity
        self._quiz = quiz
        self._texts = texts
        self._ids = ids
        self._slots = slots(activity, quiz, ids)

    def quiz(self, timestamp: int, submitted: bool) -> Element:
        """``<quiz>`` (mod_quiz); ``submitted`` says whether one attempt completes it."""
        quiz = self._quiz
        total = sum((slot.points for slot in self._slots), Decimal(0))
        area = Area(self._activity.context, "mod_quiz", "intro")
        return node(
            "quiz",
            *leaves(
                name=shown_name(self._activity.name),
                intro=self._texts.body(quiz.introduction, area, quiz.span.path),
                introformat=1,
                timeopen=0,
                timeclose=0,
                timelimit=quiz.time_limit * 60,
                overduehandling="autosubmit",
                graceperiod=0,
                preferredbehaviour=_BEHAVIOURS[quiz.behaviour],
                canredoquestions=0,
                attempts_number=quiz.attempts,
                attemptonlast=0,
                grademethod=_METHODS[quiz.grading],
                decimalpoints=1,
                questiondecimalpoints=-1,
                **review_options(quiz),
                questionsperpage=quiz.per_page,
                navmethod="free",
                shuffleanswers=int(quiz.shuffle_answers),
                sumgrades=grade(total),
                grade=grade(total),
                timecreated=timestamp,
                timemodified=timestamp,
                password="",
                subnet="",
                browsersecurity="-",
                delay1=0,
                delay2=0,
                showuserpicture=0,
                showblocks=0,
                completionattemptsexhausted=0,
                completionminattempts=int(submitted),
                allowofflineattempts=0,
            ),
            node("question_instances", *self._instances()),
            self._sections(),
            node("feedbacks", *self._feedbacks(total)),
            node("overrides"),
            node("grades"),
            node("attempts"),
            id=self._activity.instance,
        )

    def _instances(self) -> Iterator[Element]:
        """``<question_instance>``: the slots, numbered and divided over pages."""
        for number, slot in enumerate(self._slots, 1):
            yield node(
                "question_instance",
                *leaves(
                    quizid=self._activity.instance,
                    slot=number,
                    page=slot.page,
                    displaynumber=None,
                    requireprevious=0,
                    maxmark=mark(slot.points),
                    quizgradeitemid=None,
                ),
                self._reference(slot),
                id=self._ids.of("quiz_slot", slot.key),
            )

    def _reference(self, slot: Slot) -> Element:
        """``<question_reference>``, or ``<question_set_reference>`` for one that is drawn."""
        place = leaves(
            usingcontextid=self._activity.context, component="mod_quiz", questionarea="slot"
        )
        id = self._ids.of("question_reference", slot.key)
        if slot.entry is not None:
            entry = leaves(questionbankentryid=slot.entry, version=None)
            return node("question_reference", *place, *entry, id=id)
        condition = leaf("filtercondition", slot.filter)
        context = leaf("questionscontextid", self._bank)
        return node("question_set_reference", *place, context, condition, id=id)

    def _sections(self) -> Element:
        """``<sections>``: a part each, of which Moodle reads the heading as HTML."""
        parts = [slot.part for slot in self._slots]
        sections = []
        for number, part in enumerate(self._quiz.parts, 1):
            heading = shown_name(plain_text(part.title))
            first = leaves(
                firstslot=parts.index(part) + 1,
                heading=heading,
                shufflequestions=int(part.shuffle),
            )
            key = (self._activity.key, number) if number > 1 else (self._activity.key,)
            sections.append(node("section", *first, id=self._ids.of("quiz_section", *key)))
        return node("sections", *sections)

    def _feedbacks(self, total: Decimal) -> Iterator[Element]:
        """``<feedback>`` per band, highest first; together they go from 0 to above the grade."""
        upper = total + 1
        for number, band in enumerate(self._quiz.bands, 1):
            id = self._ids.of("quiz_feedback", self._activity.key, number)
            lower = total * band.minimum / 100
            area = Area(self._activity.context, "mod_quiz", "feedback", id)
            yield _feedback(id, self._texts.block(band.text, area), lower, upper)
            upper = lower
        if self._quiz.bands and upper > 0:
            id = self._ids.of("quiz_feedback", self._activity.key, 0)
            yield _feedback(id, "", Decimal(0), upper)


def _feedback(id: int, text: str, lower: Decimal, upper: Decimal) -> Element:
    return node(
        "feedback",
        *leaves(
            feedbacktext=text, feedbacktextformat=1, mingrade=grade(lower), maxgrade=grade(upper)
        ),
        id=id,
    )


def _filter(ids: Ids, category: int, tag: str) -> str:
    """What to draw from, in the form of Moodle 4.0 to 4.2, which later versions convert.

    A tag is an id and a name: 4.3 to 4.5 take the tag of that name (question_reference_manager), 5.0
    the one that the restore made of the questions' tag with that id (qbank_tagquestion). 4.0 to 4.2
    keep the id as it is, which is that of no tag there.
    """
    condition: dict[str, object] = {
        "questioncategoryid": str(category),
        "includingsubcategories": "0",
    }
    if tag:
        condition["tags"] = [f"{ids.of('tag', tag_name(tag))},{short(tag, 50)}"]
    return json.dumps(condition, separators=(",", ":"), ensure_ascii=False)

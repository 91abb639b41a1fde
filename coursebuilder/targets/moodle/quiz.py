"""A quiz: its settings, its slots and its overall feedback."""

import json
from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.formats.xml import Element
from coursebuilder.model import Draw, Question, Quiz
from coursebuilder.records import dataclass
from coursebuilder.targets.moodle.elements import Value, grade, leaf, leaves, mark, node, shown_name
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

_DURING, _JUST_AFTER, _LATER, _CLOSED = 0x10000, 0x1000, 0x100, 0x10
_AFTER = _JUST_AFTER | _LATER | _CLOSED
_ALWAYS = _DURING | _AFTER
"""When a learner may see something of an attempt (mod_quiz, display options)."""


def review_options(quiz: Quiz) -> dict[str, Value]:
    """What a learner sees and when: at the end of a deferred quiz, as soon as marked in the others."""
    marked = _AFTER if quiz.behaviour == "deferred" else _ALWAYS
    return {
        "reviewattempt": _ALWAYS,
        "reviewcorrectness": marked,
        "reviewmaxmarks": _ALWAYS,
        "reviewmarks": marked,
        "reviewspecificfeedback": marked,
        "reviewgeneralfeedback": marked,
        "reviewrightanswer": marked,
        "reviewoverallfeedback": _AFTER,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One place in an attempt."""

    key: str
    points: Decimal
    entry: int | None
    """Bank entry of a question that is always asked; None: one drawn from ``category``."""
    category: int = 0


def slots(activity: CourseModule, quiz: Quiz, ids: Ids) -> tuple[Slot, ...]:
    """The places of an attempt, a draw of three being three places."""

    def always(question: Question) -> Slot:
        key = f"{activity.key}/{question.id}"
        return Slot(key=key, points=question.points, entry=ids.of("question_bank_entry", key))

    def drawn(draw: Draw) -> Iterator[Slot]:
        category = ids.of("question_category", pool_key(activity, draw.pool))
        points = quiz.pool(draw.pool)[0].points
        for number in range(1, draw.count + 1):
            key = f"{pool_key(activity, draw.pool)}/{number}"
            yield Slot(key=key, points=points, entry=None, category=category)

    found: list[Slot] = []
    for place in quiz.slots:
        found += drawn(place) if isinstance(place, Draw) else (always(place),)
    return tuple(found)


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
        per_page = self._quiz.per_page or len(self._slots)
        for number, slot in enumerate(self._slots, 1):
            yield node(
                "question_instance",
                *leaves(
                    quizid=self._activity.instance,
                    slot=number,
                    page=(number - 1) // per_page + 1,
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
        condition = leaf("filtercondition", _filter(slot.category))
        context = leaf("questionscontextid", self._bank)
        return node("question_set_reference", *place, context, condition, id=id)

    def _sections(self) -> Element:
        """``<sections>``: one, without a heading."""
        section = node(
            "section",
            *leaves(firstslot=1, heading="", shufflequestions=int(self._quiz.shuffle_questions)),
            id=self._ids.of("quiz_section", self._activity.key),
        )
        return node("sections", section)

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


def _filter(category: int) -> str:
    """What to draw from, in the form of Moodle 4.0 to 4.2, which later versions convert."""
    condition = {"questioncategoryid": str(category), "includingsubcategories": "0"}
    return json.dumps(condition, separators=(",", ":"))

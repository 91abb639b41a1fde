"""``questions.xml``: the question bank, one category per quiz and one below it per pool."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from coursebuilder.formats.xml import Element
from coursebuilder.model import (
    ChoiceQuestion,
    EssayQuestion,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Question,
    Quiz,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)
from coursebuilder.targets.moodle.elements import leaf, leaves, mark, name, node, short
from coursebuilder.targets.moodle.ids import Ids, stamp
from coursebuilder.targets.moodle.layout import CourseModule, Layout
from coursebuilder.targets.moodle.questions.arranging import matching, ordering, ordering_as_match
from coursebuilder.targets.moodle.questions.asked import HTML, Asked, Written
from coursebuilder.targets.moodle.questions.choice import multichoice, truefalse
from coursebuilder.targets.moodle.questions.gaps import ddwtos, gapselect, multianswer
from coursebuilder.targets.moodle.questions.typed import essay, numerical, shortanswer
from coursebuilder.targets.moodle.texts import Texts
from coursebuilder.text import Text

MODULE_LEVEL = 70
"""Moodle's context level of an activity: the bank of a quiz is the quiz's own."""

ORDERING_SINCE = (4, 4)
"""The first Moodle that has ordering questions itself."""

_SORTORDER = 999


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category of the bank, with its place in the tree."""

    key: str
    """``kader/toets``, ``kader/toets#cijfers`` for a pool."""
    id: int
    name: str
    context: int
    context_instance: int
    parent: int
    """0 for the category "top" that every context has once."""
    questions: tuple[Question, ...] = ()


def categories(activity: CourseModule, quiz: Quiz, ids: Ids) -> tuple[Category, ...]:
    """The bank of one quiz: "top", the questions always asked, then each pool."""

    def category(key: str, title: str, parent: int, questions: tuple[Question, ...]) -> Category:
        return Category(
            key=key,
            id=ids.of("question_category", key),
            name=name(title),
            context=activity.context,
            context_instance=activity.id,
            parent=parent,
            questions=questions,
        )

    top = category(f"{activity.key}#", "top", 0, ())
    own = category(activity.key, quiz.title, top.id, quiz.pool(""))
    pools = dict.fromkeys(question.pool for question in quiz.questions if question.pool)
    return (
        top,
        own,
        *(category(pool_key(activity, pool), pool, own.id, quiz.pool(pool)) for pool in pools),
    )


def pool_key(activity: CourseModule, pool: str) -> str:
    """The key of a pool's category."""
    return f"{activity.key}#{pool}"


class Bank:
    """Writes all questions of a course."""

    def __init__(self, layout: Layout, texts: Texts, ids: Ids, timestamp: int) -> None:
        """Nothing written yet."""
        self._layout = layout
        self._texts = texts
        self._ids = ids
        self._timestamp = timestamp

    def document(self) -> Element:
        """``<question_categories>``."""
        return node(
            "question_categories",
            *(
                self._category(activity, category)
                for _, activity in self._layout.activities()
                if isinstance(activity.content, Quiz)
                for category in categories(activity, activity.content, self._ids)
            ),
        )

    def _category(self, activity: CourseModule, category: Category) -> Element:
        """``<question_category>`` with its questions in the author's order."""
        entries = (
            entry for question in category.questions for entry in self._entries(activity, category, question)
        )
        return node(
            "question_category",
            *leaves(
                name=category.name,
                contextid=category.context,
                contextlevel=MODULE_LEVEL,
                contextinstanceid=category.context_instance,
                info="",
                infoformat=HTML,
                stamp=stamp(self._layout.course.id, "category", category.key),
                parent=category.parent,
                sortorder=_SORTORDER if category.parent else 0,
                idnumber=short(category.key, 100) if category.parent else None,
            ),
            node("question_bank_entries", *entries),
            id=category.id,
        )

    def _entries(
        self, activity: CourseModule, category: Category, question: Question
    ) -> Iterator[Element]:
        """The question's bank entry, then those of the questions within it."""
        key = f"{activity.key}/{question.id}"
        asked = Asked(key=key, context=category.context, texts=self._texts, ids=self._ids)
        written = self._write(question, asked)
        element = self._question(asked, written, question, parent=0)
        yield self._entry(asked, category, element, idnumber=short(key, 100))
        for part in written.parts:
            element = self._question(part.asked, part.written, question, parent=asked.id)
            yield self._entry(part.asked, category, element, idnumber=None)

    def _write(self, question: Question, asked: Asked) -> Written:
        match question:
            case ChoiceQuestion():
                return multichoice(question, asked)
            case TrueFalseQuestion():
                return truefalse(question, asked)
            case ShortAnswerQuestion():
                return shortanswer(question, asked)
            case NumericalQuestion():
                return numerical(question, asked)
            case MatchingQuestion():
                return matching(question, asked)
            case OrderingQuestion():
                known = self._layout.course.moodle.min_version >= ORDERING_SINCE
                return ordering(question, asked) if known else ordering_as_match(question, asked)
            case GapQuestion(mode="choose"):
                return gapselect(question, asked)
            case GapQuestion(mode="drag"):
                return ddwtos(question, asked)
            case GapQuestion():
                return multianswer(question, asked)
            case EssayQuestion():
                return essay(question, asked)
            case _:
                assert_never(question)

    def _entry(
        self, asked: Asked, category: Category, question: Element, *, idnumber: str | None
    ) -> Element:
        """``<question_bank_entry>`` with the one version we know."""
        version = node(
            "question_versions",
            *leaves(version=1, status="ready"),
            node("questions", question),
            id=asked.id_of("question_version"),
        )
        return node(
            "question_bank_entry",
            *leaves(questioncategoryid=category.id, idnumber=idnumber, ownerid=None),
            node("question_version", version),
            id=asked.id_of("question_bank_entry"),
        )

    def _question(
        self, asked: Asked, written: Written, question: Question, *, parent: int
    ) -> Element:
        """``<question>``; feedback, hints and tags belong to the question as a whole, not to a part."""
        whole = parent == 0
        return node(
            "question",
            *leaves(
                parent=parent,
                name=name(question.name),
                questiontext=written.stem,
                questiontextformat=HTML,
                generalfeedback=asked.html(question.feedback if whole else None, "generalfeedback"),
                generalfeedbackformat=HTML,
                defaultmark=mark(written.default_mark),
                penalty=mark(written.penalty),
                qtype=written.qtype,
                length=1,
                stamp=stamp(self._layout.course.id, "question", asked.key),
                timecreated=self._timestamp,
                timemodified=self._timestamp,
                createdby=None,
                modifiedby=None,
            ),
            node(f"plugin_qtype_{written.qtype}_question", *written.options),
            node("question_hints", *(_hints(question.hints, asked, written) if whole else ())),
            node("tags", *(self._tags(question.tags) if whole else ())),
            id=asked.id,
        )

    def _tags(self, tags: Iterable[str]) -> Iterator[Element]:
        """``<tag>``."""
        for tag in tags:
            yield node(
                "tag",
                *leaves(name=short(tag, 50).lower(), rawname=short(tag, 50)),
                id=self._ids.of("tag", tag),
            )


def _hints(hints: tuple[Text, ...], asked: Asked, written: Written) -> Iterator[Element]:
    """``<question_hint>``, shown one by one after wrong tries."""
    counts = int(written.counts_correct)
    for number, hint in enumerate(hints, 1):
        id = asked.id_of("question_hint", number)
        yield node(
            "question_hint",
            leaf("hint", asked.html(hint, "hint", id)),
            *leaves(hintformat=HTML, shownumcorrect=counts, clearwrong=0, options=None),
            id=id,
        )

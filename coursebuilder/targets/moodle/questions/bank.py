"""``questions.xml``: the question bank, one category per quiz and one below it per pool."""

from collections.abc import Iterator
from typing import assert_never

from coursebuilder.formats.xml import Element
from coursebuilder.model import (
    CalculatedQuestion,
    ChoiceQuestion,
    EssayQuestion,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)
from coursebuilder.targets.base import DEFAULT_TIMESTAMP
from coursebuilder.targets.moodle.elements import leaf, leaves, mark, node, short, shown_name, tags
from coursebuilder.targets.moodle.ids import Ids, stamp
from coursebuilder.targets.moodle.layout import Layout
from coursebuilder.targets.moodle.questions.arranging import matching, ordering, ordering_as_match
from coursebuilder.targets.moodle.questions.asked import HTML, Asked, Written
from coursebuilder.targets.moodle.questions.calculated import calculated
from coursebuilder.targets.moodle.questions.categories import Category
from coursebuilder.targets.moodle.questions.choice import multichoice, truefalse
from coursebuilder.targets.moodle.questions.gaps import ddwtos, gapselect, multianswer
from coursebuilder.targets.moodle.questions.typed import essay, numerical, shortanswer
from coursebuilder.targets.moodle.texts import Texts
from coursebuilder.text import Text

LINKED_HINTS_SINCE = (4, 4)
"""Moodle 4.1 does not look for links in hints (seen on 4.1.10; 4.5 does)."""
ORDERING_SINCE = (4, 4)
"""The first Moodle that has ordering questions itself."""

_SORTORDER = 999

_AUTHOR = 2
"""Some user of the imaginary site; who restores becomes the author. Without one, Moodle's digest of the
question never equals that of the question restored before."""

_MADE = DEFAULT_TIMESTAMP
"""When every question was made: part of the digest too, so the same in every build."""


class Bank:
    """Writes all questions of a course."""

    def __init__(
        self, layout: Layout, texts: Texts, ids: Ids, categories: tuple[Category, ...]
    ) -> None:
        """Nothing written yet."""
        self._categories = categories
        self._layout = layout
        self._texts = texts
        self._ids = ids

    def document(self) -> Element:
        """``<question_categories>``."""
        return node(
            "question_categories",
            *(self._category(category) for category in self._categories),
        )

    def _category(self, category: Category) -> Element:
        """``<question_category>`` with its questions in the author's order."""
        entries = (
            entry for question in category.questions for entry in self._entries(category, question)
        )
        return node(
            "question_category",
            *leaves(
                name=shown_name(category.title),
                contextid=category.home.context,
                contextlevel=category.home.level,
                contextinstanceid=category.home.instance,
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

    def _entries(self, category: Category, question: Question) -> Iterator[Element]:
        """The question's bank entry, then those of the questions within it."""
        key = f"{category.key.partition('#')[0]}/{question.id}"
        asked = Asked(key=key, context=category.home.context, texts=self._texts, ids=self._ids)
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
            case CalculatedQuestion():
                return calculated(question, asked)
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
            *leaves(questioncategoryid=category.id, idnumber=idnumber, ownerid=_AUTHOR),
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
                name=shown_name(question.name),
                questiontext=written.stem,
                questiontextformat=HTML,
                generalfeedback=asked.html(question.feedback if whole else None, "generalfeedback"),
                generalfeedbackformat=HTML,
                defaultmark=mark(written.default_mark),
                penalty=mark(written.penalty),
                qtype=written.qtype,
                length=1,
                stamp=stamp(self._layout.course.id, "question", asked.key),
                timecreated=_MADE,
                timemodified=_MADE,
                createdby=_AUTHOR,
                modifiedby=_AUTHOR,
            ),
            node(f"plugin_qtype_{written.qtype}_question", *written.options),
            node("question_hints", *(self._hints(question.hints, asked, written) if whole else ())),
            node("tags", *(tags(question.tags, self._ids) if whole else ())),
            id=asked.id,
        )

    def _hints(self, hints: tuple[Text, ...], asked: Asked, written: Written) -> Iterator[Element]:
        """``<question_hint>``, shown one by one after wrong tries."""
        counts = int(written.counts_correct)
        linked = self._layout.course.moodle.min_version >= LINKED_HINTS_SINCE
        for number, hint in enumerate(hints, 1):
            id = asked.id_of("question_hint", number)
            yield node(
                "question_hint",
                leaf("hint", asked.html(hint, "hint", id, linked=linked)),
                *leaves(hintformat=HTML, shownumcorrect=counts, clearwrong=0, options=None),
                id=id,
            )

"""What the builders of the question types share: one question on its way into the bank."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from coursebuilder.formats.xml import Element
from coursebuilder.model import Question
from coursebuilder.targets.moodle.elements import Value, leaves, mark, node
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.texts import Texts
from coursebuilder.text import Text

HTML = 1
PLAIN = 0
"""Moodle's text formats (FORMAT_HTML, FORMAT_MOODLE)."""

FieldArea = Literal[
    "questiontext", "generalfeedback", "correctfeedback", "partiallycorrectfeedback",
    "incorrectfeedback", "answer", "answerfeedback", "hint", "graderinfo", "subquestion",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question, its ids and the way to its texts."""

    key: str
    """The author's id: ``kader/toets/avg``."""
    context: int
    """Context of its category: the files of its texts are kept there."""
    texts: Texts
    ids: Ids

    @property
    def id(self) -> int:
        """The question's id."""
        return self.ids.of("question", self.key)

    def id_of(self, kind: str, *part: str | int) -> int:
        """The id of something within the question: an answer, a match, its options."""
        return self.ids.of(kind, self.key, *part)

    def html(
        self,
        text: Text | None,
        field: FieldArea,
        item: int | None = None,
        component: str = "question",
        linked: bool = True,
    ) -> str:
        """A text's HTML for a field; ``item`` is the id its files hang on, the question's by default."""
        area = Area(self.context, component, field, self.id if item is None else item)
        return self.texts.block(text, area, linked=linked)

    def inline(self, text: Text, field: FieldArea, item: int, component: str = "question") -> str:
        """The same without the paragraph around a single one."""
        return self.texts.inline(text, Area(self.context, component, field, item))

    def answer(
        self,
        number: int,
        text: str,
        fraction: Decimal,
        *,
        format: int = HTML,
        feedback: Text | None = None,
    ) -> Element:
        """``<answer>``; ``number`` counts the question's answers from 1, ``fraction`` goes to 1."""
        id = self.id_of("question_answer", number)
        return self.raw_answer(
            id, text, fraction, format=format, feedback=self.html(feedback, "answerfeedback", id)
        )

    def raw_answer(
        self,
        id: int,
        text: str,
        fraction: Decimal,
        *,
        format: int = HTML,
        feedback: str = "",
        feedback_format: int = HTML,
    ) -> Element:
        """``<answer>`` whose feedback is ready to write."""
        return node(
            "answer",
            *leaves(
                answertext=text,
                answerformat=format,
                fraction=mark(fraction),
                feedback=feedback,
                feedbackformat=feedback_format,
            ),
            id=id,
        )

    def combined_feedback(self, question: Question) -> dict[str, Value]:
        """The three texts on the result as a whole; Moodle wants all three, also when empty."""
        return {
            "correctfeedback": self.html(question.when_correct, "correctfeedback"),
            "correctfeedbackformat": HTML,
            "partiallycorrectfeedback": self.html(
                question.when_partial, "partiallycorrectfeedback"
            ),
            "partiallycorrectfeedbackformat": HTML,
            "incorrectfeedback": self.html(question.when_incorrect, "incorrectfeedback"),
            "incorrectfeedbackformat": HTML,
        }

    def bare_feedback(self, question: Question) -> dict[str, Value]:
        """The same for a type whose three texts restore does not look into."""
        return {
            "correctfeedback": self.texts.bare(question.when_correct),
            "correctfeedbackformat": HTML,
            "partiallycorrectfeedback": self.texts.bare(question.when_partial),
            "partiallycorrectfeedbackformat": HTML,
            "incorrectfeedback": self.texts.bare(question.when_incorrect),
            "incorrectfeedbackformat": HTML,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What a type's builder returns."""

    qtype: str
    options: tuple[Element, ...]
    """The content of ``plugin_qtype_X_question``."""
    stem: str
    """The question text, complete."""
    default_mark: Decimal
    penalty: Decimal = Decimal("0.3333333")
    """What each wrong try costs where tries are given."""
    counts_correct: bool = False
    """Whether a hint may tell how many parts are right."""
    parts: tuple["Part", ...] = ()
    """Questions that live within this one (cloze)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One gap of a cloze question, a question of its own in Moodle."""

    asked: Asked
    written: Written

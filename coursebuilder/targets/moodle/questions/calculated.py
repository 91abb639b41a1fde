"""Calculated questions: a formula, and the values of its variables in each variant."""

from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.formats.xml import Element
from coursebuilder.model import CalculatedQuestion
from coursebuilder.targets.moodle.elements import leaves, node, plain_number
from coursebuilder.targets.moodle.questions.asked import HTML, PLAIN, Asked, Written
from coursebuilder.targets.moodle.questions.typed import unit_options, units

_OWN, _LITERAL = 0, 1
"""``category`` of values that no other question shares; ``type`` of a variable."""
_NOMINAL, _DECIMALS = 2, 1
"""``tolerancetype`` of an absolute deviation; ``correctanswerformat`` of a number of decimals."""


def calculated(question: CalculatedQuestion, asked: Asked) -> Written:
    """``calculated``: Moodle works the formulas out, and takes variant *n* of every variable."""
    answers, records = [], []
    for number, answer in enumerate(question.answers, 1):
        answers.append(
            asked.answer(
                number,
                answer.formula,
                answer.weight / 100,
                format=PLAIN,
                feedback=answer.feedback,
            )
        )
        record = leaves(
            answer=asked.id_of("question_answer", number),
            tolerance=plain_number(answer.tolerance),
            tolerancetype=_NOMINAL,
            correctanswerlength=question.decimals,
            correctanswerformat=_DECIMALS,
        )
        records.append(
            node("calculated_record", *record, id=asked.id_of("calculated_record", number))
        )
    return Written(
        qtype="calculated",
        options=(
            node("answers", *answers),
            units(question.units, asked),
            unit_options(question.units, asked),
            node("dataset_definitions", *_definitions(question, asked)),
            node("calculated_records", *records),
            node("calculated_options", _options(asked)),
        ),
        stem=asked.html(question.stem, "questiontext").replace("{=", "&#123;="),
        default_mark=question.points,
    )


def _definitions(question: CalculatedQuestion, asked: Asked) -> Iterator[Element]:
    """``<dataset_definition>`` per variable; ``options`` is what Moodle's form would draw new ones from."""
    for place, name in enumerate(question.variables):
        values = [variant[place] for variant in question.variants]
        decimals = max(max(0, -_exponent(value)) for value in values)
        low, high = plain_number(min(values)), plain_number(max(values))
        items = (
            node(
                "dataset_item",
                *leaves(number=number, value=plain_number(value)),
                id=asked.id_of("dataset_item", name, number),
            )
            for number, value in enumerate(values, 1)
        )
        yield node(
            "dataset_definition",
            *leaves(
                category=_OWN,
                name=name,
                type=_LITERAL,
                options=f"uniform:{low}:{high}:{decimals}",
                itemcount=len(values),
            ),
            node("dataset_items", *items),
            id=asked.id_of("dataset_definition", name),
        )


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _options(asked: Asked) -> Element:
    """``<calculated_option>``: what the sister type with choices uses; its form wants it too."""
    return node(
        "calculated_option",
        *leaves(
            synchronize=0,
            single=0,
            shuffleanswers=0,
            correctfeedback="",
            correctfeedbackformat=HTML,
            partiallycorrectfeedback="",
            partiallycorrectfeedbackformat=HTML,
            incorrectfeedback="",
            incorrectfeedbackformat=HTML,
            answernumbering="abc",
            shownumcorrect=0,
        ),
        id=asked.id_of("calculated_option"),
    )

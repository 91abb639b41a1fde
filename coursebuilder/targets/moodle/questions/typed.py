"""Answers that are typed: short answer, number, essay."""

from collections.abc import Sequence
from decimal import Decimal

from coursebuilder.formats.xml import Element
from coursebuilder.model import EssayQuestion, NumericalQuestion, ShortAnswerQuestion, Unit
from coursebuilder.targets.moodle.elements import leaves, mark, node, plain_number
from coursebuilder.targets.moodle.questions.asked import HTML, PLAIN, Asked, Written

_UNIT_TYPED, _NO_UNIT = 0, 3
"""``showunits``: a unit may be typed behind the number, or none is known."""

_LINES = (2, 3, 5, 10, 15, 20, 25, 30, 35, 40)
"""Heights of the answer box that Moodle's form offers."""


def shortanswer(question: ShortAnswerQuestion, asked: Asked) -> Written:
    """``shortanswer``; the first pattern that fits counts, so the catch-all goes last."""
    ordered = sorted(question.answers, key=lambda answer: answer.pattern.strip() == "*")
    answers = (
        asked.answer(
            number, answer.pattern, answer.weight / 100, format=PLAIN, feedback=answer.feedback
        )
        for number, answer in enumerate(ordered, 1)
    )
    options = node(
        "shortanswer",
        *leaves(usecase=int(question.case_sensitive)),
        id=asked.id_of("shortanswer"),
    )
    return Written(
        qtype="shortanswer",
        options=(node("answers", *answers), options),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
    )


def numerical(question: NumericalQuestion, asked: Asked) -> Written:
    """``numerical``: decimals with a point, a tolerance per answer, units that need not be typed."""
    answers, records = [], []
    for number, answer in enumerate(question.answers, 1):
        answers.append(
            asked.answer(
                number,
                plain_number(answer.value),
                answer.weight / 100,
                format=PLAIN,
                feedback=answer.feedback,
            )
        )
        record = leaves(
            answer=asked.id_of("question_answer", number), tolerance=plain_number(answer.tolerance)
        )
        records.append(
            node("numerical_record", *record, id=asked.id_of("numerical_record", number))
        )
    return Written(
        qtype="numerical",
        options=(
            node("answers", *answers),
            units(question.units, asked),
            unit_options(question.units, asked),
            node("numerical_records", *records),
        ),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
    )


def units(known: Sequence[Unit], asked: Asked) -> Element:
    """``<numerical_units>``: how many of each unit make one of the answers'."""
    return node(
        "numerical_units",
        *(
            node(
                "numerical_unit",
                *leaves(multiplier=f"{unit.factor:.20f}", unit=unit.name),
                id=asked.id_of("numerical_unit", number),
            )
            for number, unit in enumerate(known, 1)
        ),
    )


def unit_options(known: Sequence[Unit], asked: Asked) -> Element:
    """``<numerical_options>``: a unit is never asked for and never costs points."""
    return node(
        "numerical_options",
        node(
            "numerical_option",
            *leaves(
                showunits=_UNIT_TYPED if known else _NO_UNIT,
                unitsleft=0,
                unitgradingtype=0,
                unitpenalty=mark(Decimal("0.1")),
            ),
            id=asked.id_of("numerical_option"),
        ),
    )


def essay(question: EssayQuestion, asked: Asked) -> Written:
    """``essay``, marked by a person who sees the model answer."""
    lines = min(_LINES, key=lambda offered: abs(offered - question.lines))
    options = node(
        "essay",
        *leaves(
            responseformat="editor",
            responserequired=1,
            responsefieldlines=lines,
            minwordlimit=None,
            maxwordlimit=None,
            attachments=0,
            attachmentsrequired=0,
            graderinfo=asked.html(question.model_answer, "graderinfo", component="qtype_essay"),
            graderinfoformat=HTML,
            responsetemplate="",
            responsetemplateformat=HTML,
            filetypeslist="",
            maxbytes=0,
        ),
        id=asked.id_of("essay"),
    )
    return Written(
        qtype="essay",
        options=(options,),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
        penalty=Decimal(0),
    )

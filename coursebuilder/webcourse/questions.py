"""Questions as the player reads them (docs/player.md, "Quiz, question, scan")."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias, assert_never

from coursebuilder.markup import replace_gaps
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
from coursebuilder.model.formula import evaluate
from coursebuilder.model.scoring import choice_fractions
from coursebuilder.webcourse.pieces import Pieces

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json]"

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"
_NUMBERS = "123456789abcdefghijklmnopqrstuvwxyz"
PART_LIMIT = len(_NUMBERS)
"""As many parts as one legal character can name in a SCORM 1.2 response."""


def letter(index: int) -> str:
    """The id of a choice, item or option: ``a``, ``b`` and so on."""
    return _LETTERS[index] if index < len(_LETTERS) else f"z{index}"


def numeral(index: int) -> str:
    """The id of a pair or gap: ``1``, ``2`` and so on."""
    return _NUMBERS[index] if index < len(_NUMBERS) else f"z{index}"


def number(value: Decimal) -> int | float:
    """A JSON number."""
    return int(value) if value == value.to_integral_value() else float(value)


def player_points(question: Question) -> Decimal:
    """The points the player can give: none for an open question, which a person marks."""
    return Decimal(0) if isinstance(question, EssayQuestion) else question.points


def question_json(question: Question, key: str, pieces: Pieces) -> dict[str, Json]:
    """One question, its texts as HTML for the page that holds it."""
    return {
        "id": question.id,
        "key": key,
        "type": question_type(question),
        "points": number(player_points(question)),
        "name": question.name,
        "stem": pieces.block(question.stem),
        **_parts(question, pieces),
        "feedback": pieces.block(question.feedback),
        "hints": [pieces.block(hint) for hint in question.hints],
        "whenCorrect": pieces.block(question.when_correct),
        "whenPartial": pieces.block(question.when_partial),
        "whenIncorrect": pieces.block(question.when_incorrect),
        "pool": question.pool,
        "tags": list(question.tags),
        "objectives": list(question.objectives),
    }


def question_type(question: Question) -> str:
    """The name the player knows the type by."""
    match question:
        case ChoiceQuestion():
            return "choice"
        case TrueFalseQuestion():
            return "truefalse"
        case ShortAnswerQuestion():
            return "shortanswer"
        case NumericalQuestion() | CalculatedQuestion():
            return "numerical"
        case MatchingQuestion():
            return "matching"
        case OrderingQuestion():
            return "ordering"
        case GapQuestion():
            return "gaps"
        case EssayQuestion():
            return "essay"
        case _:
            assert_never(question)


def _parts(question: Question, pieces: Pieces) -> dict[str, Json]:
    match question:
        case ChoiceQuestion():
            return _choice(question, pieces)
        case TrueFalseQuestion():
            return _true_false(question, pieces)
        case ShortAnswerQuestion():
            return _short_answer(question, pieces)
        case NumericalQuestion():
            return _numerical(question, pieces)
        case CalculatedQuestion():
            return _calculated(question, pieces)
        case MatchingQuestion():
            return _matching(question, pieces)
        case OrderingQuestion():
            return {
                "grading": question.grading,
                "items": [
                    {"id": letter(index), "html": pieces.inline(item)}
                    for index, item in enumerate(question.items)
                ],
            }
        case GapQuestion():
            return _gaps(question, pieces)
        case EssayQuestion():
            return {"lines": question.lines}
        case _:
            assert_never(question)


def _choice(question: ChoiceQuestion, pieces: Pieces) -> dict[str, Json]:
    fractions = choice_fractions(question)
    return {
        "multiple": question.multiple,
        "shuffle": question.shuffle,
        "choices": [
            {
                "id": letter(index),
                "html": pieces.inline(choice.text),
                "fraction": number(fraction),
                "feedback": pieces.block(choice.feedback),
            }
            for index, (choice, fraction) in enumerate(
                zip(question.choices, fractions, strict=True)
            )
        ],
    }


def _true_false(question: TrueFalseQuestion, pieces: Pieces) -> dict[str, Json]:
    sides = (
        ("t", question.true_label, question.true_feedback),
        ("f", question.false_label, question.false_feedback),
    )
    return {
        "answer": question.answer,
        "choices": [
            {"id": id, "html": pieces.inline(label), "feedback": pieces.block(feedback)}
            for id, label, feedback in sides
        ],
    }


def _short_answer(question: ShortAnswerQuestion, pieces: Pieces) -> dict[str, Json]:
    return {
        "caseSensitive": question.case_sensitive,
        "answers": [
            {
                "pattern": answer.pattern,
                "fraction": number(answer.weight / 100),
                "feedback": pieces.block(answer.feedback),
            }
            for answer in question.answers
        ],
    }


def _numerical(question: NumericalQuestion, pieces: Pieces) -> dict[str, Json]:
    return {
        "answers": [
            {
                "value": number(answer.value),
                "tolerance": number(answer.tolerance),
                "fraction": number(answer.weight / 100),
                "feedback": pieces.block(answer.feedback),
            }
            for answer in question.answers
        ],
        "units": [{"name": unit.name, "factor": number(unit.factor)} for unit in question.units],
    }


def _calculated(question: CalculatedQuestion, pieces: Pieces) -> dict[str, Json]:
    """A numerical question in variants: for each its numbers, and the value of each answer."""
    return {
        "answers": [
            {
                "tolerance": number(answer.tolerance),
                "fraction": number(answer.weight / 100),
                "feedback": pieces.block(answer.feedback),
            }
            for answer in question.answers
        ],
        "units": [{"name": unit.name, "factor": number(unit.factor)} for unit in question.units],
        "decimals": question.decimals,
        "variables": list(question.variables),
        "variants": [
            {
                "given": [number(value) for value in variant],
                "values": [
                    evaluate(answer.formula, question.values(variant))
                    for answer in question.answers
                ],
            }
            for variant in question.variants
        ],
    }


def _matching(question: MatchingQuestion, pieces: Pieces) -> dict[str, Json]:
    ids = {option: letter(index) for index, option in enumerate(question.options)}
    return {
        "shuffle": question.shuffle,
        "pairs": [
            {"id": numeral(index), "html": pieces.inline(pair.left), "option": ids[pair.right]}
            for index, pair in enumerate(question.pairs)
        ],
        "options": _options(question.options),
    }


def _gaps(question: GapQuestion, pieces: Pieces) -> dict[str, Json]:
    parts: dict[str, Json] = {
        "mode": question.mode,
        "html": replace_gaps(
            question.passage.source, pieces.block(question.passage), len(question.gaps), _span
        ),
        "caseSensitive": question.case_sensitive,
    }
    if question.mode == "type":
        parts["gaps"] = [
            {"id": numeral(index), "patterns": list(gap.answers)}
            for index, gap in enumerate(question.gaps)
        ]
    elif question.mode == "drag":
        words = _sorted((*(gap.answers[0] for gap in question.gaps), *question.extra))
        parts["options"] = _options(words)
        parts["gaps"] = [
            {"id": numeral(index), "answer": letter(words.index(gap.answers[0]))}
            for index, gap in enumerate(question.gaps)
        ]
    else:
        gaps: list[Json] = []
        for index, gap in enumerate(question.gaps):
            words = _sorted((*gap.answers[:1], *gap.wrong))
            answer = letter(words.index(gap.answers[0]))
            gaps.append({"id": numeral(index), "options": _options(words), "answer": answer})
        parts["gaps"] = gaps
    return parts


def _span(number: int) -> str:
    """The place of a gap in a passage."""
    return f'<span data-gap="{numeral(number - 1)}"></span>'


def _options(texts: Sequence[str]) -> list[Json]:
    return [{"id": letter(index), "text": text} for index, text in enumerate(texts)]


def _sorted(words: Sequence[str]) -> list[str]:
    """Each word once, by alphabet, so that its place does not tell what is right."""
    return sorted(set(words), key=lambda word: (word.casefold(), word))

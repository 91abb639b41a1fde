"""How hard a question is to get right by chance."""

from typing import assert_never

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


def guess_chance(question: Question) -> float:
    """The share of the points (0…1) that somebody who guesses may expect; 0 for what is typed.

    Of several choices it is the chance to tick exactly the right ones.
    """
    match question:
        case ChoiceQuestion():
            count = max(1, len(question.choices))
            return 1 / (2**count - 1) if question.multiple else 1 / count
        case TrueFalseQuestion():
            return 0.5
        case MatchingQuestion():
            return 1 / max(1, len(question.options))
        case OrderingQuestion():
            return 1 / max(1, len(question.items))
        case GapQuestion():
            return _gaps(question)
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion() | EssayQuestion():
            return 0.0
        case _:
            assert_never(question)


def _gaps(question: GapQuestion) -> float:
    if not question.gaps or question.mode == "type":
        return 0.0
    if question.mode == "drag":
        words = {word for gap in question.gaps for word in gap.answers} | {*question.extra}
        return 1 / max(1, len(words))
    return sum(1 / (len(gap.wrong) + 1) for gap in question.gaps) / len(question.gaps)

"""Questions: whether they can be answered and the answer teaches something."""

from collections.abc import Iterator
from typing import assert_never

from coursebuilder.check.answers import check_numbers, check_short_answers
from coursebuilder.check.calculated import check_calculated
from coursebuilder.check.choices import check_choices
from coursebuilder.check.sources import source_files
from coursebuilder.check.words import check_gaps, check_matching, check_ordering
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.answers import NO_FEEDBACK
from coursebuilder.model import (
    CalculatedQuestion,
    ChoiceQuestion,
    Course,
    EssayQuestion,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)


def check_questions(course: Course) -> Iterator[Diagnostic]:
    """What is wrong with the questions of quizzes and with practice questions."""
    for file in source_files(course):
        for question in file.questions():
            yield from check_question(question)
            if not has_feedback(question):
                yield NO_FEEDBACK.at(question.span)


def check_question(question: Question) -> Iterator[Diagnostic]:
    """What is wrong with one question, apart from its feedback as a whole."""
    match question:
        case ChoiceQuestion():
            yield from check_choices(question)
        case ShortAnswerQuestion():
            yield from check_short_answers(question)
        case NumericalQuestion():
            yield from check_numbers(question)
        case CalculatedQuestion():
            yield from check_calculated(question)
        case MatchingQuestion():
            yield from check_matching(question)
        case OrderingQuestion():
            yield from check_ordering(question)
        case GapQuestion():
            yield from check_gaps(question)
        case TrueFalseQuestion() | EssayQuestion():
            pass
        case _:
            assert_never(question)


def has_feedback(question: Question) -> bool:
    """Whether a learner is told anything after answering; a model answer counts."""
    if question.feedback or question.when_correct or question.when_incorrect:
        return True
    match question:
        case ChoiceQuestion():
            return any(choice.feedback for choice in question.choices)
        case TrueFalseQuestion():
            return bool(question.true_feedback or question.false_feedback)
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion():
            return any(answer.feedback for answer in question.answers)
        case EssayQuestion():
            return question.model_answer is not None
        case MatchingQuestion() | OrderingQuestion() | GapQuestion():
            return False
        case _:
            assert_never(question)

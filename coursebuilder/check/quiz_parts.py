"""Parts and pages of a quiz, and what learners see when."""

from collections.abc import Iterator
from dataclasses import fields, replace

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.quiz_parts import (
    EMPTY_QUIZ_SECTION,
    REVIEW_DURING_DEFERRED,
    REVIEW_NEVER_CLOSES,
    REVIEW_WITHOUT_ANSWERS,
    USELESS_PAGE_BREAK,
)
from coursebuilder.model import REVIEW_TIMES, Course, Quiz, ReviewTime
from coursebuilder.text import Span

_BESIDE_ANSWERS = ("correctness", "feedback", "right_answers")
"""What is shown at the answers, so never without them; points and score are."""


def check_parts(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    """Headings and breaks that do nothing, and wishes about review that cannot come true."""
    titles = [part.title for part in quiz.parts]
    for section in quiz.sections:
        if section.title in titles:
            titles.remove(section.title)
        else:
            yield EMPTY_QUIZ_SECTION.at(_place(section.span, quiz), title=section.title)
    for question in quiz.questions:
        if question.id in quiz.breaks and _idle(question.id, quiz):
            yield USELESS_PAGE_BREAK.at(question.span)
    yield from _review(quiz, course)


def _review(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    answers = quiz.seen_from("answers")
    for field in fields(quiz.review):
        what, time = field.name, getattr(quiz.review, field.name)
        if time is None:
            continue
        place = course.place(quiz.span, f"review/{what}")
        if time == "during" and quiz.behaviour == "deferred":
            yield REVIEW_DURING_DEFERRED.at(place, what=what)
        elif what in _BESIDE_ANSWERS and time != "during" and _later(answers, time):
            yield REVIEW_WITHOUT_ANSWERS.at(place, what=what, time=time, when=answers)
        elif time == "closed" and not quiz.attempts:
            yield REVIEW_NEVER_CLOSES.at(place, what=what)


def _idle(question: str, quiz: Quiz) -> bool:
    """Whether the break before a question makes no page, or one that begins anyway."""
    others = tuple(id for id in quiz.breaks if id != question)
    return quiz.per_page == 1 or replace(quiz, breaks=others).parts == quiz.parts


def _later(one: ReviewTime, other: ReviewTime) -> bool:
    return REVIEW_TIMES.index(one) > REVIEW_TIMES.index(other)


def _place(span: Span, quiz: Quiz) -> Span:
    return span if span.path else quiz.span

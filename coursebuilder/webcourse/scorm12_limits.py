"""What SCORM 1.2 cannot hold of the pages of one SCO."""

from collections.abc import Iterator, Sequence

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules import scorm
from coursebuilder.model import Course
from coursebuilder.text import Span
from coursebuilder.webcourse.outline import Stop
from coursebuilder.webcourse.questions import PART_LIMIT
from coursebuilder.webcourse.state import question_parts, state_bound

STATE_LIMIT = 4096
"""Characters of cmi.suspend_data (SCORM 1.2 RTE, 3.4.4: CMIString4096)."""


def check_state(span: Span, scope: str, stops: Sequence[Stop]) -> Iterator[Diagnostic]:
    """A finding when a learner's state of these pages may not fit."""
    bound = state_bound(stops)
    if bound.working > STATE_LIMIT:
        yield scorm.STATE_TOO_LONG.at(
            span,
            scope=f'"{scope}"',
            length=bound.working,
            limit=STATE_LIMIT,
            visited=bound.visited,
            progress=bound.progress,
            longest=bound.longest,
        )
    elif bound.total > STATE_LIMIT:
        yield scorm.STATE_TIGHT.at(span, scope=f'"{scope}"', length=bound.total, limit=STATE_LIMIT)


def check_parts(course: Course) -> Iterator[Diagnostic]:
    """A finding for each question whose answer has more parts than can be reported."""
    for _, quiz in course.quizzes():
        for question in quiz.questions:
            count = question_parts(question)
            if count > PART_LIMIT:
                yield scorm.TOO_MANY_PARTS.at(
                    question.span, question=question.name, count=count, limit=PART_LIMIT
                )

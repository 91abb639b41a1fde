"""Ids that stand twice: packages and the progress of learners hang on them.

Ids of modules and files are compared while the course is put together, those of blocks while their
file is read.
"""

from collections.abc import Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.references import (
    DUPLICATE_OBJECTIVE_ID,
    DUPLICATE_QUESTION_ID,
    DUPLICATE_STATEMENT_ID,
)
from coursebuilder.model import Course, Quiz, Scan
from coursebuilder.text import Span


def check_identifiers(course: Course) -> Iterator[Diagnostic]:
    """Ids of objectives, questions, groups and statements used twice."""
    objectives: dict[str, Span] = {}
    for module in course.modules:
        for objective in module.objectives:
            first = objectives.setdefault(objective.id, module.span)
            if first is not module.span:
                yield DUPLICATE_OBJECTIVE_ID.at(module.span, id=objective.id, first=first.path)
        for activity in module.activities:
            if isinstance(activity, Quiz):
                yield from _questions(activity)
            elif isinstance(activity, Scan):
                yield from _scan(activity)


def _questions(quiz: Quiz) -> Iterator[Diagnostic]:
    found: dict[str, Span] = {}
    for question in quiz.questions:
        if question.id in found:
            line = found[question.id].line
            yield DUPLICATE_QUESTION_ID.at(question.span, id=question.id, line=line)
        found.setdefault(question.id, question.span)


def _scan(scan: Scan) -> Iterator[Diagnostic]:
    groups: set[str] = set()
    statements: set[str] = set()
    for group in scan.groups:
        if group.id in groups:
            yield DUPLICATE_STATEMENT_ID.at(group.span, id=group.id)
        groups.add(group.id)
        for statement in group.statements:
            if statement.id in statements:
                yield DUPLICATE_STATEMENT_ID.at(statement.text.span, id=statement.id)
            statements.add(statement.id)

"""Ids that stand twice: packages and the progress of learners hang on them."""

from collections.abc import Iterator

from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.references import (
    DUPLICATE_ACTIVITY_ID,
    DUPLICATE_BLOCK_ID,
    DUPLICATE_LINE_ID,
    DUPLICATE_MODULE_ID,
    DUPLICATE_OBJECTIVE_ID,
    DUPLICATE_QUESTION_ID,
    DUPLICATE_STATEMENT_ID,
)
from coursebuilder.model import Checklist, Course, Practice, Quiz, Reflection, Scan
from coursebuilder.text import Span


def check_identifiers(course: Course) -> Iterator[Diagnostic]:
    """Ids of modules, objectives, activities, questions, statements and blocks used twice."""
    modules: dict[str, Span] = {}
    objectives: dict[str, Span] = {}
    for module in course.modules:
        first = modules.setdefault(module.id, module.span)
        if first is not module.span:
            yield DUPLICATE_MODULE_ID.at(module.span, id=module.id, first=first.path)
        activities: dict[str, Span] = {}
        for activity in module.activities:
            first = activities.setdefault(activity.id, activity.span)
            if first is not activity.span:
                yield DUPLICATE_ACTIVITY_ID.at(activity.span, id=activity.id, first=first.path)
        for objective in module.objectives:
            first = objectives.setdefault(objective.id, module.span)
            if first is not module.span:
                yield DUPLICATE_OBJECTIVE_ID.at(module.span, id=objective.id, first=first.path)
    for file in source_files(course):
        yield from _in_file(file)


def _in_file(file: SourceFile) -> Iterator[Diagnostic]:
    yield from _blocks(file)
    if isinstance(file.activity, Quiz):
        questions: dict[str, Span] = {}
        for question in file.activity.questions:
            first = questions.setdefault(question.id, question.span)
            if first is not question.span:
                yield DUPLICATE_QUESTION_ID.at(question.span, id=question.id, line=first.line)
    elif isinstance(file.activity, Scan):
        yield from _scan(file.activity)


def _blocks(file: SourceFile) -> Iterator[Diagnostic]:
    found: dict[str, Span] = {}
    for block in file.blocks():
        match block:
            case Reflection() | Checklist():
                id, span = block.id, block.span
            case Practice():
                id, span = block.question.id, block.span
            case _:
                continue
        first = found.setdefault(id, span)
        if first is not span:
            yield DUPLICATE_BLOCK_ID.at(span, id=id, line=first.line)
        if isinstance(block, Checklist):
            yield from _lines(block)


def _lines(checklist: Checklist) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for line in checklist.items:
        if line.id in seen:
            yield DUPLICATE_LINE_ID.at(line.text.span, id=line.id)
        seen.add(line.id)


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

"""Objectives: what a module promises, and where it is taught and tested."""

from collections.abc import Iterator

from coursebuilder.check.nearest import nearest
from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.references import (
    DUPLICATE_OBJECTIVE_ID,
    UNKNOWN_OBJECTIVE,
    UNUSED_OBJECTIVE,
)
from coursebuilder.model import Course
from coursebuilder.text import Span


def check_objectives(course: Course) -> Iterator[Diagnostic]:
    """Objectives that are defined twice, named but not defined, or defined but never named."""
    defined: dict[str, Span] = {}
    for module in course.modules:
        for objective in module.objectives:
            first = defined.setdefault(objective.id, module.span)
            if first is not module.span:
                yield DUPLICATE_OBJECTIVE_ID.at(module.span, id=objective.id, first=first.path)
    used: set[str] = set()
    for file in source_files(course):
        for id, span in _named(file):
            used.add(id)
            if id not in defined:
                yield UNKNOWN_OBJECTIVE.at(span, id=id, closest=nearest(id, defined))
    for id, span in defined.items():
        if id not in used:
            yield UNUSED_OBJECTIVE.at(span, id=id)


def _named(file: SourceFile) -> Iterator[tuple[str, Span]]:
    if file.activity is not None:
        for id in file.activity.objectives:
            yield id, file.activity.span
    for question in file.questions():
        for id in question.objectives:
            yield id, question.span

"""Objectives: what a module promises, and where it is taught and tested."""

from collections.abc import Collection, Iterator
from difflib import get_close_matches

from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.references import (
    DUPLICATE_OBJECTIVE_ID,
    MISSPELLED_OBJECTIVE,
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
            place = course.place(module.span, f"objectives/{objective.id}")
            first = defined.setdefault(objective.id, place)
            if first is not place:
                yield DUPLICATE_OBJECTIVE_ID.at(place, id=objective.id, first=first.path)
    used: set[str] = set()
    for file in source_files(course):
        for id, span in _named(file, course):
            used.add(id)
            if id not in defined:
                yield _unknown(id, span, defined)
    for id, span in defined.items():
        if id not in used:
            yield UNUSED_OBJECTIVE.at(span, id=id)


def _unknown(id: str, span: Span, defined: Collection[str]) -> Diagnostic:
    """The finding about an objective that is named but not defined."""
    near = get_close_matches(id, sorted(defined), n=1)
    if near:
        return MISSPELLED_OBJECTIVE.at(span, id=id, closest=near[0])
    return UNKNOWN_OBJECTIVE.at(span, id=id)


def _named(file: SourceFile, course: Course) -> Iterator[tuple[str, Span]]:
    if file.activity is not None:
        for index, id in enumerate(file.activity.objectives):
            yield id, course.place(file.activity.span, f"objectives/{index}")
    for question in file.questions():
        for id in question.objectives:
            yield id, question.span

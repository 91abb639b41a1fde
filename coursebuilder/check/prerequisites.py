"""Modules that must be completed before others."""

from collections.abc import Iterator, Mapping

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.references import PREREQUISITE_CIRCLE
from coursebuilder.model import Course


def check_prerequisites(course: Course) -> Iterator[Diagnostic]:
    """Prerequisites that form a circle; each circle once."""
    before = {module.id: module.prerequisites for module in course.modules}
    spans = {module.id: module.span for module in course.modules}
    reported: set[frozenset[str]] = set()
    for start in before:
        circle = _circle(start, before)
        if circle and frozenset(circle) not in reported:
            reported.add(frozenset(circle))
            place = course.place(spans[start], "prerequisites")
            yield PREREQUISITE_CIRCLE.at(place, circle=" → ".join((*circle, start)))


def _circle(start: str, before: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The shortest way from a module back to itself, the module first; empty when there is none."""
    paths: list[tuple[str, ...]] = [(start,)]
    visited: set[str] = set()
    for path in paths:
        for id in before.get(path[-1], ()):
            if id == start:
                return path
            if id not in visited:
                visited.add(id)
                paths.append((*path, id))
    return ()

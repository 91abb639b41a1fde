"""The course without what is for trainers only."""

from collections.abc import Iterator
from dataclasses import replace

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.platform_targets import (
    LINK_TO_TRAINERS,
    PLATFORM_AS_PAGE,
    TRAINER_LEFT_OUT,
)
from coursebuilder.latest import latest
from coursebuilder.model import Course, PlatformActivity
from coursebuilder.source.assets import linked, named_paths


@latest
def for_learners(course: Course) -> Course:
    """The course without the modules for trainers, and without the files only those name."""
    kept = tuple(module for module in course.modules if module.audience != "trainer")
    if len(kept) == len(course.modules):
        return course
    ids = {module.id for module in kept}
    modules = tuple(
        replace(module, prerequisites=tuple(id for id in module.prerequisites if id in ids))
        for module in kept
    )
    smaller = replace(
        course,
        modules=modules,
        paths=tuple((path, id) for path, id in course.paths if id.partition("/")[0] in ids),
    )
    named = set(named_paths(smaller))
    return replace(smaller, assets=tuple(file for file in course.assets if file.path in named))


def check_learners(course: Course) -> Iterator[Diagnostic]:
    """What a package with a player has no place for: each module for trainers, activities once."""
    for module in course.modules:
        if module.audience == "trainer":
            yield TRAINER_LEFT_OUT.at(module.span, title=module.title)
    yield from _links_to_trainers(course)
    spans = [
        activity.span
        for module in for_learners(course).modules
        for activity in module.activities
        if isinstance(activity, PlatformActivity)
    ]
    if spans:
        yield PLATFORM_AS_PAGE.at(spans[0], count=len(spans))


def _links_to_trainers(course: Course) -> Iterator[Diagnostic]:
    trainers = {module.id for module in course.modules if module.audience == "trainer"}
    hidden = {path for path, id in course.paths if id.partition("/")[0] in trainers}
    for module in for_learners(course).modules if hidden else ():
        for node in (module, *module.activities):
            for path, link in linked(node.span.path, node.outline):
                if path in hidden:
                    yield LINK_TO_TRAINERS.at(link.span, target=link.target)

"""Ids that the player would take for one another."""

from collections.abc import Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.scorm import SAME_LOCAL_KEY
from coursebuilder.latest import latest
from coursebuilder.model import Course
from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.state import local_ids, local_key


@latest
def check_local_keys(course: Course) -> tuple[Diagnostic, ...]:
    """A finding for each id whose short form in a learner's state another id of its page has."""
    return tuple(_same_keys(course))


def _same_keys(course: Course) -> Iterator[Diagnostic]:
    for stop in web_outline(course).stops:
        span = stop.module.span if stop.activity is None else stop.activity.span
        for ids in local_ids(stop):
            seen: dict[int, str] = {}
            for id in ids:
                first = seen.setdefault(local_key(id), id)
                if first != id:
                    yield SAME_LOCAL_KEY.at(span, first=first, second=id)

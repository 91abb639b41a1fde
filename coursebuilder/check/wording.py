"""What stands in the texts: marks of unfinished work, and too much of it."""

import re
from collections.abc import Iterator

from coursebuilder.check.prose import passages
from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.course import LONG_PAGE, PLACEHOLDER
from coursebuilder.model import Course
from coursebuilder.text import Span

MOST_WORDS = 2500
"""Words that take about a quarter of an hour to read."""

_PLACEHOLDER = re.compile(r"\b(?:TODO|FIXME|TBD|XXX|[Ll]orem ipsum|LOREM IPSUM)\b")
_MARKS = ("TODO", "FIXME", "TBD", "XXX", "orem ipsum", "LOREM IPSUM")
"""Texts without one of these need no closer look; most have none."""


def check_wording(course: Course) -> Iterator[Diagnostic]:
    """Placeholders, and pages that are too long to read at once."""
    for words in _PLACEHOLDER.findall(f"{course.title}\n{course.summary}"):
        yield PLACEHOLDER.at(course.span, words=words)
    for file in source_files(course):
        yield from _placeholders(file)
        if file.outline.words > MOST_WORDS:
            yield LONG_PAGE.at(file.span, words=file.outline.words, limit=MOST_WORDS)


def _placeholders(file: SourceFile) -> Iterator[Diagnostic]:
    for words in _PLACEHOLDER.findall(" ".join(_settings(file))):
        yield PLACEHOLDER.at(file.span, words=words)
    seen: set[tuple[Span, str]] = set()
    suspects = (text for text in file.texts() if any(mark in text.source for mark in _MARKS))
    for passage in passages(*suspects):
        for match in _PLACEHOLDER.finditer(passage.source):
            place = (passage.place(match.start()), match[0])
            if place not in seen:
                seen.add(place)
                yield PLACEHOLDER.at(place[0], words=match[0])


def _settings(file: SourceFile) -> tuple[str, ...]:
    """The texts of the front matter that learners see."""
    if file.activity is not None:
        return (file.activity.title,)
    objectives = (objective.text for objective in file.module.objectives)
    return (file.module.title, file.module.summary, *objectives)

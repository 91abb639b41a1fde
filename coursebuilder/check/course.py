"""The settings of the course, and its modules as a whole."""

import re
from collections.abc import Iterable, Iterator

from coursebuilder.check.nearest import nearest
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.course import (
    DUPLICATE_TITLE,
    EMPTY_MODULE,
    MALFORMED_LANGUAGE,
    MISSING_AUTHOR,
    MISSING_LANGUAGE,
    MISSING_LICENCE,
    MISSING_THUMBNAIL,
    UNKNOWN_LICENCE,
    VERSION_FORM,
)
from coursebuilder.model import Course, Module
from coursebuilder.text import Span

LICENCES = frozenset({
    "CC0-1.0", "CC-PDDC", "CC-BY-3.0", "CC-BY-4.0", "CC-BY-SA-3.0", "CC-BY-SA-4.0",
    "CC-BY-NC-3.0", "CC-BY-NC-4.0", "CC-BY-ND-3.0", "CC-BY-ND-4.0", "CC-BY-NC-SA-3.0",
    "CC-BY-NC-SA-4.0", "CC-BY-NC-ND-3.0", "CC-BY-NC-ND-4.0", "GFDL-1.3-only", "GFDL-1.3-or-later",
    "FAL-1.3", "OGL-UK-3.0", "MIT", "Apache-2.0", "BSD-3-Clause", "EUPL-1.2", "GPL-3.0-only",
    "GPL-3.0-or-later", "Unlicense",
})  # fmt: skip
"""SPDX identifiers (https://spdx.org/licenses/) usual for learning materials and their code."""

_LANGUAGE = re.compile(
    r"[A-Za-z]{2,3}(-[A-Za-z]{3}){0,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?"
    r"(-([A-Za-z0-9]{5,8}|\d[A-Za-z0-9]{3}))*(-[A-WY-Za-wy-z0-9](-[A-Za-z0-9]{2,8})+)*"
    r"(-[xX](-[A-Za-z0-9]{1,8})+)?"
)
"""RFC 5646, section 2.1 (``langtag``)."""

_VERSION = re.compile(
    r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?"
)


def _newest(licences: Iterable[str]) -> Iterator[str]:
    """The licences without those that have a later version."""
    latest = {licence.rpartition("-")[0]: licence for licence in sorted(licences)}
    return iter(latest.values())


def check_metadata(course: Course) -> Iterator[Diagnostic]:
    """What ``course.yml`` lacks, and what platforms cannot read in it."""
    if not course.licence.strip():
        yield MISSING_LICENCE.at(course.span)
    elif course.licence not in LICENCES:
        closest = nearest(course.licence, _newest(LICENCES))
        place = course.place(course.span, "licence")
        yield UNKNOWN_LICENCE.at(place, licence=course.licence, closest=closest)
    if not any(author.name.strip() for author in course.authors):
        yield MISSING_AUTHOR.at(course.span)
    if not course.language.strip():
        yield MISSING_LANGUAGE.at(course.span)
    elif not _LANGUAGE.fullmatch(course.language):
        yield MALFORMED_LANGUAGE.at(course.place(course.span, "language"), language=course.language)
    if not course.thumbnail:
        yield MISSING_THUMBNAIL.at(course.span)
    if not _VERSION.fullmatch(course.version):
        yield VERSION_FORM.at(course.place(course.span, "version"), version=course.version)


def check_modules(course: Course) -> Iterator[Diagnostic]:
    """Modules with nothing in them, and titles that stand twice in a module."""
    for module in course.modules:
        if not module.activities:
            yield EMPTY_MODULE.at(module.span, title=module.title)
        yield from _titles(module, course)


def _titles(module: Module, course: Course) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for activity in module.activities:
        title = " ".join(activity.title.split()).casefold()
        if title in first:
            earlier = first[title].path
            place = course.place(activity.span, "title")
            yield DUPLICATE_TITLE.at(place, title=activity.title, first=earlier)
        first.setdefault(title, activity.span)

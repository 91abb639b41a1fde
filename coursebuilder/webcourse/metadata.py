"""A course as the LOM record beside the manifest."""

from collections.abc import Iterator

from coursebuilder.formats import lom
from coursebuilder.model import Course
from coursebuilder.model.duration import course_minutes

_FREE = frozenset({"CC0-1.0", "PDDL-1.0", "Unlicense"})
"""Licences that restrict nothing."""


def record(course: Course) -> lom.Record:
    """Every element SCORM 1.2 asks for, from what the course says of itself."""
    return lom.Record(
        catalogue="coursebuilder",
        entry=course.id,
        title=course.title,
        language=course.language,
        description=course.summary or course.title,
        keywords=course.keywords or (course.title,),
        version=course.version,
        contributors=tuple(_contributors(course)),
        formats=tuple(sorted({"text/html", *(asset.media_type for asset in course.assets)})),
        location="imsmanifest.xml",
        minutes=course_minutes(course),
        restricted=course.licence not in _FREE,
        rights=course.licence or course.title,
        classifications=tuple(_classifications(course)),
    )


def _contributors(course: Course) -> Iterator[lom.Contributor]:
    for author in course.authors:
        yield lom.Contributor(
            role="Author", name=author.name, organisation=author.organisation, url=author.url
        )
    if course.publisher:
        yield lom.Contributor(role="Publisher", name=course.publisher)


def _classifications(course: Course) -> Iterator[lom.Classification]:
    """What it teaches and to whom."""
    objectives = [objective.text for module in course.modules for objective in module.objectives]
    yield lom.Classification(
        purpose="Educational Objective",
        description=" ".join(objectives) or course.summary or course.title,
        keywords=course.keywords or (course.title,),
    )
    levels = (*course.levels, *course.audience)
    if levels:
        yield lom.Classification(
            purpose="Educational Level", description=", ".join(levels), keywords=levels
        )

"""A course and its files as ``imsmanifest.xml``."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from coursebuilder.formats import ims_cp, ims_cp_2004, sequencing
from coursebuilder.formats.identifiers import identifier
from coursebuilder.model import Course, Module, Quiz
from coursebuilder.webcourse import Launch, WebCourse
from coursebuilder.webcourse.documents import quiz_points

METADATA = "metadata.xml"
_ASSETS = "assets"
_WEIGHT = Decimal("0.0001")
"""Digits of a weight that every platform keeps (imsss_v1p0util.xsd, weightType)."""


def manifest(course: Course, files: WebCourse) -> ims_cp_2004.Manifest:
    """The content aggregation: an item and a SCO for each module."""
    items = tuple(_items(course, files.launches))
    shared = ims_cp.Resource(
        identifier=_ASSETS, kind="asset", files=tuple(entry.path for entry in files.shared)
    )
    return ims_cp_2004.Manifest(
        edition=course.scorm2004.edition,
        identifier=identifier("course", course.id),
        version=course.version,
        organization=identifier("org", course.id),
        title=course.title,
        items=items,
        resources=(*(_sco(launch) for launch in files.launches), shared),
        metadata_location=METADATA,
    )


def _items(course: Course, launches: tuple[Launch, ...]) -> Iterator[ims_cp_2004.Item]:
    modules = [launch.module for launch in launches if launch.module is not None]
    for module, activity in activities(course, modules):
        yield ims_cp_2004.Item(
            identifier=identifier("item", module.id),
            title=module.title,
            resource=identifier("sco", module.id),
            activity=activity,
        )


def activities(
    course: Course, modules: Sequence[Module]
) -> Iterator[tuple[Module, sequencing.Activity]]:
    """Each of the launched modules with its sequencing."""
    highest = max(map(_points, modules), default=Decimal(0))
    for module in modules:
        weight = _points(module) / highest if highest else Decimal(0)
        yield module, _activity(course, module, modules, weight.quantize(_WEIGHT))


def _activity(
    course: Course, module: Module, launched: Sequence[Module], weight: Decimal
) -> sequencing.Activity:
    """The module counts in the score of the course by its points, as in a package of one SCO."""
    needed = [other.id for other in launched if other.id in module.prerequisites]
    return sequencing.Activity(
        primary=_objective(course, "module", module.id, writes=True),
        objectives=(
            *(
                _objective(course, "objective", objective.id, writes=True)
                for objective in module.objectives
            ),
            *(_looked_at(course, id) for id in needed),
        ),
        needs=tuple(f"needs.{id}" for id in needed),
        weight=weight,
    )


def _objective(course: Course, kind: str, id: str, *, writes: bool) -> sequencing.Objective:
    """An objective as the player names it: ``module.kader``, ``objective.digisprong``."""
    return sequencing.Objective(
        identifier=f"{kind}.{id}", target=_global(course, kind, id), writes=writes
    )


def _looked_at(course: Course, id: str) -> sequencing.Objective:
    """What a module sees of one that must be completed before it."""
    return sequencing.Objective(
        identifier=f"needs.{id}", target=_global(course, "module", id), writes=False
    )


def _global(course: Course, kind: str, id: str) -> str:
    return f"urn:coursebuilder:{course.id}:{kind}:{id}"


def _points(module: Module) -> Decimal:
    """The points of the module's quizzes in the player."""
    quizzes = (activity for activity in module.activities if isinstance(activity, Quiz))
    return sum(map(quiz_points, quizzes), start=Decimal(0))


def _sco(launch: Launch) -> ims_cp.Resource:
    module = launch.module
    return ims_cp.Resource(
        identifier=identifier("sco", module.id if module else ""),
        kind="sco",
        href=launch.path,
        files=tuple(entry.path for entry in launch.entries),
        dependencies=(_ASSETS,),
    )

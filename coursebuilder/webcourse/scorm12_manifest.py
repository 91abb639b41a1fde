"""A course and its files as ``imsmanifest.xml``."""

from collections.abc import Sequence

from coursebuilder.formats import ims_cp
from coursebuilder.formats.identifiers import identifier
from coursebuilder.model import Course, Module, Quiz
from coursebuilder.webcourse import Launch, WebCourse
from coursebuilder.webcourse.documents import quiz_points

METADATA = "metadata.xml"
_ASSETS = "assets"


def manifest(course: Course, files: WebCourse) -> ims_cp.Manifest:
    """The content aggregation: an item and a SCO for each way in."""
    return ims_cp.Manifest(
        identifier=identifier("course", course.id),
        version=course.version,
        organization=identifier("org", course.id),
        title=course.title,
        items=tuple(_item(course, launch) for launch in files.launches),
        resources=_resources(course, files),
        metadata_location=METADATA,
    )


def _item(course: Course, launch: Launch) -> ims_cp.Item:
    module = launch.module
    modules = course.modules if module is None else (module,)
    return ims_cp.Item(
        identifier=item_identifier(course, module),
        title=course.title if module is None else module.title,
        resource=_sco_identifier(course, module),
        prerequisites="" if module is None else _fitting(prerequisites(module)),
        mastery_score=_mastery_score(course, modules),
    )


def item_identifier(course: Course, module: Module | None) -> str:
    """The identifier of the item of a module, or of the one item of the course."""
    return identifier("item", course.id if module is None else module.id)


def _sco_identifier(course: Course, module: Module | None) -> str:
    return identifier("sco", course.id if module is None else module.id)


def prerequisites(module: Module) -> str:
    """The modules to complete first as an AICC script (SCORM 1.2 CAM 2.3.2.5.1): ``item_a&item_b``."""
    return "&".join(identifier("item", id) for id in module.prerequisites)


def _fitting(script: str) -> str:
    return script if len(script) <= ims_cp.PREREQUISITES_LENGTH else ""


def _mastery_score(course: Course, modules: Sequence[Module]) -> str:
    """The pass mark of a SCO's only quiz, where passing quizzes is what completes the course.

    A platform sets passed or failed by this mark as soon as a SCO ends with a score. With a second
    quiz to come that would be a verdict on half a course, and the player's own stands.
    """
    scored = [
        activity
        for module in modules
        for activity in module.activities
        if isinstance(activity, Quiz) and quiz_points(activity) > 0
    ]
    if len(scored) != 1 or not scored[0].required or course.completion.quizzes != "passed":
        return ""
    return f"{scored[0].pass_percent.normalize():f}"


def _resources(course: Course, files: WebCourse) -> tuple[ims_cp.Resource, ...]:
    """Each file in one resource: those of a single SCO in its own, shared ones in one of assets."""
    shared = tuple(entry.path for entry in files.shared)
    if len(files.launches) == 1 and files.launches[0].module is None:
        return (_sco(course, files.launches[0], shared, ()),)
    return (
        *(_sco(course, launch, (), (_ASSETS,)) for launch in files.launches),
        ims_cp.Resource(identifier=_ASSETS, kind="asset", files=shared),
    )


def _sco(
    course: Course, launch: Launch, shared: tuple[str, ...], dependencies: tuple[str, ...]
) -> ims_cp.Resource:
    return ims_cp.Resource(
        identifier=_sco_identifier(course, launch.module),
        kind="sco",
        href=launch.path,
        files=(*(entry.path for entry in launch.entries), *shared),
        dependencies=dependencies,
    )

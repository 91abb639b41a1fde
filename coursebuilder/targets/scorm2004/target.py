"""The target ``scorm2004``."""

from collections.abc import Iterator

from coursebuilder.archive import Packing
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.formats import ims_cp_2004, lom_2004
from coursebuilder.formats.xml import serialise
from coursebuilder.model import Course
from coursebuilder.package import Entry, Package
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.scorm2004.checks import check
from coursebuilder.targets.scorm2004.control_documents import control_documents
from coursebuilder.targets.scorm2004.manifest import METADATA, manifest
from coursebuilder.webcourse import web_course
from coursebuilder.webcourse.learners import check_learners, for_learners
from coursebuilder.webcourse.metadata import record


class Scorm2004Target:
    """A SCORM 2004 package interchange file, 4th edition unless ``course.yml`` asks for the 3rd."""

    name = "scorm2004"
    suffix = ".zip"
    packings: tuple[Packing, ...] = ("zip", "folder")
    forms: tuple[tuple[str, str], ...] = (
        ("module", "SCO with sequencing from its prerequisites"),
        ("page", "page of the player"),
        ("quiz", "scored in the player, answers reported as interactions"),
        ("self-scan", "page with chart and advice"),
        ("situation", "page played scene by scene"),
        ("assignment, forum, form, poll", "page with a text box that is kept"),
        ("glossary", "page with an anchor per term"),
        ("link, file, folder", "page"),
        ("trainer's module", "left out"),
        ("practice question", "played in the page"),
        ("reflection", "text box that is kept"),
        ("checklist", "ticks that are kept"),
        ("tabs", "tabs"),
        ("completion", "completion, success, progress and score, rolled up per course"),
        ("theme and logo", "colours, fonts and logo of the player"),
    )

    def check(self, course: Course) -> Iterator[Diagnostic]:
        """What SCORM 2004 expresses in another way, or cannot carry."""
        yield from check_learners(course)
        yield from check(for_learners(course))

    def emit(self, course: Course, context: BuildContext) -> Package:
        """The manifest first, its metadata, the official schemas when given, then the course."""
        course = for_learners(course)
        files = web_course(course, context, runtime="scorm2004", per_module=True)
        return Package(
            (
                Entry("imsmanifest.xml", serialise(ims_cp_2004.manifest(manifest(course, files)))),
                Entry(METADATA, serialise(lom_2004.lom(record(course)))),
                *control_documents(context.control_documents, course.scorm2004.edition),
                *files.entries,
            )
        )

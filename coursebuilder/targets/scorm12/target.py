"""The target ``scorm12``."""

from collections.abc import Iterator

from coursebuilder.archive import Packing
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.model import Course
from coursebuilder.package import Entry, Package
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.scorm12.checks import check
from coursebuilder.webcourse.learners import check_learners, for_learners
from coursebuilder.webcourse.scorm12 import scorm12_package

_CONTROL_DOCUMENTS = frozenset(
    {"adlcp_rootv1p2.xsd", "ims_xml.xsd", "imscp_rootv1p1p2.xsd", "imsmd_rootv1p2p1.xsd"}
)
"""The official schemas of SCORM 1.2; they stand at the root of a package."""


class Scorm12Target:
    """A SCORM 1.2 package interchange file."""

    name = "scorm12"
    suffix = ".zip"
    packings: tuple[Packing, ...] = ("zip", "folder")
    forms: tuple[tuple[str, str], ...] = (
        ("module", "chapter of the player, or a SCO with packaging: modules"),
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
        ("completion", "lesson status and score"),
        ("theme and logo", "colours, fonts and logo of the player"),
    )

    def check(self, course: Course) -> Iterator[Diagnostic]:
        """What SCORM 1.2 expresses in another way, or cannot carry."""
        yield from check_learners(course)
        yield from check(for_learners(course))

    def emit(self, course: Course, context: BuildContext) -> Package:
        """The package, with the official schemas when they are given."""
        course = for_learners(course)
        return scorm12_package(
            course,
            context,
            per_module=course.packaging == "modules",
            documents=_control_documents(context),
        )


def _control_documents(context: BuildContext) -> Iterator[Entry]:
    for path, file in context.control_documents:
        name = path.rpartition("/")[2]
        if name in _CONTROL_DOCUMENTS:
            yield Entry(name, file.read_bytes())

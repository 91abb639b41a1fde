"""A course as a SCORM 1.2 package: the target of that name, and a module within a Moodle course."""

from collections.abc import Iterable

from coursebuilder.formats import ims_cp, lom
from coursebuilder.formats.xml import serialise
from coursebuilder.model import Course
from coursebuilder.package import Entry, Package
from coursebuilder.webcourse.metadata import record
from coursebuilder.webcourse.scorm12_manifest import METADATA, manifest
from coursebuilder.webcourse.site import Sources, web_course


def scorm12_package(
    course: Course, sources: Sources, *, per_module: bool, documents: Iterable[Entry] = ()
) -> Package:
    """The manifest first, its metadata, the official schemas when given, then the course."""
    files = web_course(course, sources, runtime="scorm12", per_module=per_module)
    return Package(
        (
            Entry("imsmanifest.xml", serialise(ims_cp.manifest(manifest(course, files)))),
            Entry(METADATA, serialise(lom.lom(record(course)))),
            *documents,
            *files.entries,
        )
    )

"""A course as the files of the player (docs/player.md), shared by the SCORM targets and the site."""

from coursebuilder.model import Course
from coursebuilder.package import Entry
from coursebuilder.webcourse.site import Launch, Sources, WebCourse, web_course

__all__ = ["Launch", "Sources", "WebCourse", "web_course", "web_entries"]


def web_entries(course: Course, sources: Sources, *, runtime: str) -> tuple[Entry, ...]:
    """All files of a course with one shell, ``index.html``."""
    return web_course(course, sources, runtime=runtime).entries

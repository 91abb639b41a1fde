"""The files of a preview: package paths and where their content comes from.

Pages are written when somebody asks for one, so that a saved file shows at once in a course of any size.
"""

import hashlib
from collections.abc import Mapping
from itertools import pairwise

from coursebuilder.model import Course
from coursebuilder.package import FileContent
from coursebuilder.pipeline import Loaded
from coursebuilder.records import dataclass
from coursebuilder.webcourse.course_json import course_json
from coursebuilder.webcourse.outline import Stop, WebOutline, web_outline
from coursebuilder.webcourse.pages import PageWriter, page_writer
from coursebuilder.webcourse.player_files import player_entries
from coursebuilder.webcourse.shell import shell

SHELL = "index.html"
"""Package path of what a platform launches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One state of the course as a web course."""

    outline: WebOutline
    fixed: Mapping[str, bytes | FileContent]
    """The shell, its ``course.json``, the player and the assets."""
    places: Mapping[str, tuple[Stop | None, Stop, Stop | None]]
    """Package path -> the page before, the page, the page after."""
    writer: PageWriter
    frame: str
    """A mark of everything around the pages: as long as it stays, a page can be shown by itself."""

    def read(self, path: str) -> bytes | FileContent | None:
        """What stands at a package path; None when nothing does."""
        if path in self.fixed:
            return self.fixed[path]
        if path not in self.places:
            return None
        before, stop, after = self.places[path]
        return self.writer.page(stop, (before, after), SHELL)


def make_site(loaded: Loaded, course: Course, runtime: str = "scorm12") -> Site:
    """The site of a course that was read."""
    outline = web_outline(course)
    fixed: dict[str, bytes | FileContent] = {
        entry.path: entry.content for entry in player_entries(runtime, course.language)
    }
    fixed[SHELL] = shell(outline, outline.stops, SHELL, runtime)
    fixed["course.json"] = course_json(outline, outline.stops, "")
    for asset in course.assets:
        fixed[outline.addresses.assets[asset.path]] = loaded.content(asset)
    row: list[Stop | None] = [None, *outline.stops, None]
    places = {
        stop.path: (before, stop, after)
        for (before, stop), (_, after) in zip(pairwise(row), pairwise(row[1:]), strict=False)
        if stop is not None
    }
    return Site(
        outline=outline,
        fixed=fixed,
        places=places,
        writer=page_writer(outline, loaded.rendering),
        frame=_mark(course, fixed[SHELL], fixed["course.json"]),
    )


def _mark(course: Course, *contents: bytes | FileContent) -> str:
    digest = hashlib.sha256()
    for content in contents:
        digest.update(content if isinstance(content, bytes) else b"")
    for asset in course.assets:
        digest.update(f"{asset.path}\n{asset.sha1}\n".encode())
    return digest.hexdigest()[:16]

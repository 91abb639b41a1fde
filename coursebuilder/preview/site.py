"""The files of a preview: package paths and where their content comes from.

Pages are written when somebody asks for one, so that a saved file shows at once in a course of any size.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Any

from coursebuilder.model import Course
from coursebuilder.package import FileContent
from coursebuilder.pipeline import Loaded
from coursebuilder.targets.scorm2004.manifest import activities
from coursebuilder.webcourse.outline import Stop, WebOutline, web_outline
from coursebuilder.webcourse.pages import PageWriter, page_writer
from coursebuilder.webcourse.player_files import STYLE_SHEET
from coursebuilder.webcourse.site import Launch, themed_player, web_launches

FORMS = ("scorm12", "scorm2004")
"""The packages that the preview plays: one shell for the course, or one for each module."""

_Row = tuple[Stop | None, Stop, Stop | None]
"""The page before, the page, the page after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Form:
    """The course as one of the packages has it."""

    fixed: Mapping[str, bytes]
    """The shells with their ``course.json``, and the player."""
    launches: tuple[Launch, ...]
    home: Mapping[str, str]
    """Module id -> path of its shell; "" for the whole course."""


@dataclass(frozen=True, kw_only=True)
class Site:
    """One state of the course as a web course."""

    course: Course
    outline: WebOutline
    assets: Mapping[str, bytes | FileContent]
    places: Mapping[str, _Row]
    """Package path -> a page and those around it."""
    writer: PageWriter
    _forms: dict[str, _Form] = field(default_factory=dict)

    def read(self, form: str, path: str) -> bytes | FileContent | None:
        """What stands at a path of a package; None when nothing does."""
        if path in self.assets:
            return self.assets[path]
        shown = self._form(form)
        if path in shown.fixed:
            return shown.fixed[path]
        if path not in self.places:
            return None
        before, stop, after = self.places[path]
        home = shown.home.get(stop.module.id) or shown.home[""]
        return self.writer.page(stop, (before, after), home)

    @cached_property
    def frame(self) -> str:
        """A mark of everything around the pages: as long as it stays, a page can be shown by itself."""
        digest = hashlib.sha256()
        form = self._form(FORMS[0])
        for path in (
            STYLE_SHEET,
            *(entry.path for launch in form.launches for entry in launch.entries),
        ):
            digest.update(form.fixed[path])
        for asset in self.course.assets:
            digest.update(f"{asset.path}\n{asset.sha1}\n".encode())
        return digest.hexdigest()[:16]

    @cached_property
    def scos(self) -> list[dict[str, Any]]:
        """The modules as a SCORM 2004 package has them, for the platform that plays them."""
        sequenced = {module.id: one for module, one in activities(self.course, self.course.modules)}
        found = []
        for launch in self._form("scorm2004").launches:
            module = launch.module
            if module is None:
                continue
            activity = sequenced[module.id]
            objectives = (activity.primary, *activity.objectives)
            found.append(
                {
                    "id": module.id,
                    "title": module.title,
                    "shell": launch.path,
                    "objectives": [
                        {"id": one.identifier, "target": one.target, "writes": one.writes}
                        for one in objectives
                    ],
                    "needs": [one.target for one in objectives if one.identifier in activity.needs],
                }
            )
        return found

    def _form(self, name: str) -> _Form:
        """The form of that name; it is worked out when somebody asks for it first."""
        if name not in self._forms:
            launches = web_launches(self.outline, runtime=name, per_module=name == "scorm2004")
            entries = [entry for launch in launches for entry in launch.entries]
            entries += themed_player(self.course, name)
            self._forms[name] = _Form(
                fixed={e.path: e.content for e in entries if isinstance(e.content, bytes)},
                launches=launches,
                home={
                    launch.module.id if launch.module else "": launch.path for launch in launches
                },
            )
        return self._forms[name]


def make_site(loaded: Loaded, course: Course) -> Site:
    """The site of a course that was read."""
    outline = web_outline(course)
    row: list[Stop | None] = [None, *outline.stops, None]
    places = {
        stop.path: (before, stop, after)
        for (before, stop), (_, after) in zip(pairwise(row), pairwise(row[1:]), strict=False)
        if stop is not None
    }
    return Site(
        course=course,
        outline=outline,
        assets={
            outline.addresses.assets[asset.path]: loaded.content(asset) for asset in course.assets
        },
        places=places,
        writer=page_writer(outline, loaded.rendering),
    )

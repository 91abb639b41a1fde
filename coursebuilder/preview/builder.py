"""Building the preview again and again: what is served, and what is wrong with the course.

Words for people are there in every language the tool speaks, because the page can switch.
"""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from coursebuilder.cache import Cache
from coursebuilder.diagnostics.rule import has_errors
from coursebuilder.pipeline import FileResult, Loaded, check_loaded, load_course
from coursebuilder.preview.findings import shown_findings
from coursebuilder.preview.moodle_view import MoodleView
from coursebuilder.preview.site import Site, make_site
from coursebuilder.targets import TARGETS


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What the preview shows at one moment."""

    version: int = 0
    """Goes up with every new site."""
    findings_version: int = 0
    """Goes up with every new list of findings."""
    site: Site | None = None
    """The last one that could be made; None when there was none yet."""
    title: str = ""
    stale: bool = False
    """Whether the files are newer than the site: they cannot be read."""
    findings: tuple[dict[str, Any], ...] = ()
    moodle: MoodleView | None = None
    """That of the last course that Moodle's target builds; None when there was none yet."""
    moodle_version: int = 0
    """The ``findings_version`` that it belongs to; a lower one than the present is out of date."""


@dataclass(slots=True)
class Builder:
    """Reads one course folder; keeps what files held, so that a rebuild reads only what changed."""

    root: Path
    cache: Path | None = None
    """Folder of the cache for the first build; None: nothing is kept on disk."""
    jobs: int = 1
    _known: dict[bytes, FileResult] = field(default_factory=dict)

    def read(self, before: State) -> tuple[State, Loaded]:
        """The state with a new site, when the sources can be read, and what was read.

        Findings stay those of ``before`` until :meth:`check`, except when nothing can be shown.
        """
        with Cache(self.cache) as cache:
            loaded = load_course(self.root, cache=cache, jobs=self.jobs, known=self._known)
        course = loaded.course
        if course is None or not course.modules or has_errors(loaded.diagnostics):
            found = check_loaded(loaded, ())
            last = before.site.course if before.site else None
            state = replace(
                before,
                findings_version=before.findings_version + 1,
                stale=True,
                findings=shown_findings(found, loaded, last),
            )
            return state, loaded
        state = replace(
            before,
            version=before.version + 1,
            site=make_site(loaded, course),
            title=course.title,
            stale=False,
        )
        return state, loaded

    def check(self, state: State, loaded: Loaded) -> State:
        """The state with the findings of all rules and targets, and Moodle's view."""
        course = loaded.course
        if state.stale or course is None:
            return state
        found = check_loaded(loaded, TARGETS.values())
        state = replace(
            state,
            findings_version=state.findings_version + 1,
            findings=shown_findings(found, loaded, course),
        )
        if has_errors(found) and has_errors(check_loaded(loaded, (TARGETS["moodle"],))):
            return state
        view = MoodleView(loaded, course)
        return replace(state, moodle=view, moodle_version=state.findings_version)

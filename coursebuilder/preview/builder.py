"""Building the preview again and again: what is served, and what is wrong with the course."""

import dataclasses
from pathlib import Path
from typing import Any

from coursebuilder.cache import Cache
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rule import has_errors
from coursebuilder.model import Course
from coursebuilder.pipeline import FileResult, Loaded, check_loaded, load_course
from coursebuilder.preview.moodle_view import moodle_view
from coursebuilder.preview.site import Site, make_site
from coursebuilder.records import dataclass
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
    moodle: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclasses.dataclass(slots=True)
class Builder:
    """Reads one course folder; keeps what files held, so that a rebuild reads only what changed."""

    root: Path
    language: str
    cache: Path | None = None
    """Folder of the cache for the first build; None: nothing is kept on disk."""
    jobs: int = 1
    _known: dict[bytes, FileResult] = dataclasses.field(default_factory=dict)

    def read(self, before: State) -> tuple[State, Loaded]:
        """The state with a new site, when the sources can be read, and what was read.

        Findings stay those of ``before`` until :meth:`check`, except when nothing can be shown.
        """
        with Cache(self.cache) as cache:
            loaded = load_course(self.root, cache=cache, jobs=self.jobs, known=self._known)
        course = loaded.course
        if course is None or not course.modules or has_errors(loaded.diagnostics):
            found = check_loaded(loaded, ())
            state = State(
                version=before.version,
                findings_version=before.findings_version + 1,
                site=before.site,
                title=before.title,
                stale=True,
                findings=tuple(self._shown(finding, loaded) for finding in found),
                moodle=before.moodle,
            )
            return state, loaded
        state = State(
            version=before.version + 1,
            findings_version=before.findings_version,
            site=make_site(loaded, course),
            title=course.title,
            findings=before.findings,
            moodle=before.moodle,
        )
        return state, loaded

    def check(self, state: State, loaded: Loaded) -> State:
        """The state with the findings of all rules and targets, and Moodle's view."""
        course = loaded.course
        if state.stale or course is None:
            return state
        found = check_loaded(loaded, TARGETS.values())
        return State(
            version=state.version,
            findings_version=state.findings_version + 1,
            site=state.site,
            title=state.title,
            findings=tuple(self._shown(finding, loaded, course) for finding in found),
            moodle=moodle_view(course, self.language),
        )

    def _shown(
        self, finding: Diagnostic, loaded: Loaded, course: Course | None = None
    ) -> dict[str, Any]:
        """A finding as the page shows it; ``page`` is the address of the page it is about."""
        span = finding.span
        lines = (loaded.source(span.path) or "").splitlines() if span.path else []
        return {
            "severity": finding.rule.severity.value,
            "code": finding.rule.code,
            "name": finding.rule.name,
            "path": span.path,
            "line": span.line,
            "column": span.column,
            "message": finding.message(self.language),
            "hint": finding.hint(self.language),
            "source": lines[span.line - 1][:200] if 0 < span.line <= len(lines) else "",
            "page": _page(span.path, course) if course else "",
        }


def _page(path: str, course: Course) -> str:
    """The player's address of the page that a source file becomes."""
    for source, id in course.paths:
        if source == path:
            return f"#/{id}" if "/" in id else f"#/{id}/_intro"
    return ""

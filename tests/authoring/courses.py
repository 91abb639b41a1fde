"""Small courses on disk for the tests of what helps authors."""

from pathlib import Path

from coursebuilder.diagnostics import Diagnostic, Severity
from coursebuilder.pipeline import check_loaded, load_course
from coursebuilder.starter import write_starter
from coursebuilder.targets import TARGETS


def starter(folder: Path, language: str = "nl") -> Path:
    """The course that ``init`` makes: the folder with its ``course.yml``."""
    write_starter(folder / "cursus", "Een cursus", language)
    return folder / "cursus" / "modules"


def stopping(root: Path) -> list[Diagnostic]:
    """What ``check --strict`` would stop at."""
    found = check_loaded(load_course(root), TARGETS.values())
    return [finding for finding in found if finding.rule.severity is not Severity.INFO]

"""Rules over a whole course. They yield findings and change nothing."""

from collections.abc import Callable, Collection, Iterator, Mapping

from coursebuilder.check.accessibility import check_headings, check_link_texts, check_tables
from coursebuilder.check.course import check_metadata, check_modules
from coursebuilder.check.markdown_traps import check_markdown
from coursebuilder.check.media import check_players, check_sizes, check_types
from coursebuilder.check.objectives import check_objectives
from coursebuilder.check.pictures import check_pictures
from coursebuilder.check.prerequisites import check_prerequisites
from coursebuilder.check.questions import check_questions
from coursebuilder.check.quizzes import check_quizzes
from coursebuilder.check.references import NOTHING_MADE, check_references, check_unused_files
from coursebuilder.check.scans import check_scans
from coursebuilder.check.situations import check_situations
from coursebuilder.check.theme import check_theme
from coursebuilder.check.wording import check_wording
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.model import Course

CourseCheck = Callable[[Course], Iterator[Diagnostic]]

CHECKS: tuple[CourseCheck, ...] = (
    check_metadata,
    check_modules,
    check_prerequisites,
    check_objectives,
    check_pictures,
    check_theme,
    check_headings,
    check_link_texts,
    check_tables,
    check_players,
    check_sizes,
    check_types,
    check_questions,
    check_quizzes,
    check_scans,
    check_situations,
    check_wording,
    check_markdown,
)
"""The checks that need nothing but the course."""


def check_course(
    course: Course, files: Collection[str] = (), made: Mapping[str, str] = NOTHING_MADE
) -> Iterator[Diagnostic]:
    """Every finding of the rules that hold for any target, each once, in no particular order.

    ``files`` are the paths of all files in the course folder; without them the files that nothing
    refers to cannot be found, and a file counts as present when the course has it as an asset.
    ``made`` says for each file that is made while building which file it is made from.
    """
    seen: set[Diagnostic] = set()
    for diagnostic in _findings(course, files, made):
        if diagnostic not in seen:
            seen.add(diagnostic)
            yield diagnostic


def _findings(
    course: Course, files: Collection[str], made: Mapping[str, str]
) -> Iterator[Diagnostic]:
    for check in CHECKS:
        yield from check(course)
    yield from check_references(course, (*files, *made))
    yield from check_unused_files(course, files, made)

"""What SCORM 2004 expresses in another way, or cannot carry."""

from collections.abc import Iterator

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules import scorm, scorm2004
from coursebuilder.formats.ims_cp_2004 import TITLE_LENGTH
from coursebuilder.model import Course, EssayQuestion, Quiz, Scan
from coursebuilder.text import Span
from coursebuilder.webcourse.local_keys import check_local_keys
from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.state import state_bound

STATE_LIMIT = 64_000
"""Characters of cmi.suspend_data (SCORM 2004 RTE 4th edition, 4.2.23, smallest permitted maximum)."""
OBJECTIVE_LIMIT = 100
"""Objectives of a SCO (RTE 4.2.17, smallest permitted maximum)."""


def check(course: Course) -> Iterator[Diagnostic]:
    """All findings; those of what is only shown otherwise come once per kind."""
    yield from _titles(course)
    yield from _modules(course)
    yield from check_local_keys(course)
    yield from _otherwise(course)


def _titles(course: Course) -> Iterator[Diagnostic]:
    titles = [(course.span, course.title)]
    titles += [(module.span, module.title) for module in course.modules]
    for span, title in titles:
        if len(title) > TITLE_LENGTH:
            yield scorm2004.TITLE_TOO_LONG.at(span, length=len(title), limit=TITLE_LENGTH)


def _modules(course: Course) -> Iterator[Diagnostic]:
    """One state and one list of objectives for each module."""
    outline = web_outline(course)
    for module in course.modules:
        bound = state_bound(outline.of_module(module.id))
        if bound.working > STATE_LIMIT:
            yield scorm2004.STATE_TOO_LONG.at(
                module.span, module=module.title, length=bound.working, limit=STATE_LIMIT
            )
        count = 1 + len(module.objectives) + len(module.prerequisites)
        if count > OBJECTIVE_LIMIT:
            yield scorm2004.TOO_MANY_OBJECTIVES.at(module.span, count=count, limit=OBJECTIVE_LIMIT)


def _otherwise(course: Course) -> Iterator[Diagnostic]:
    """What is played in the package, and what hangs on the platform."""
    activities = [activity for module in course.modules for activity in module.activities]
    quizzes = [activity for activity in activities if isinstance(activity, Quiz)]
    questions = [question for quiz in quizzes for question in quiz.questions]
    kinds: tuple[tuple[Rule, list[Span]], ...] = (
        (scorm2004.QUIZ_IN_PLAYER, [quiz.span for quiz in quizzes]),
        (scorm.SCAN_IN_PLAYER, [scan.span for scan in activities if isinstance(scan, Scan)]),
        (
            scorm.ESSAY_UNSCORED,
            [question.span for question in questions if isinstance(question, EssayQuestion)],
        ),
        (
            scorm2004.NEEDS_SEQUENCING,
            [module.span for module in course.modules if module.prerequisites],
        ),
    )
    for rule, spans in kinds:
        if spans:
            yield rule.at(spans[0], count=len(spans))

"""What SCORM 1.2 expresses in another way, or cannot carry."""

from collections.abc import Iterator

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules import scorm
from coursebuilder.formats.ims_cp import PREREQUISITES_LENGTH, TITLE_LENGTH
from coursebuilder.model import Activity, Course, EssayQuestion, Quiz, Scan
from coursebuilder.text import Span
from coursebuilder.webcourse.local_keys import check_local_keys
from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.scorm12_limits import check_parts, check_state
from coursebuilder.webcourse.scorm12_manifest import prerequisites


def check(course: Course) -> Iterator[Diagnostic]:
    """All findings; those of what is only shown otherwise come once per kind."""
    yield from _titles(course)
    yield from _states(course)
    yield from check_parts(course)
    yield from check_local_keys(course)
    yield from _prerequisites(course)
    yield from _otherwise(course)


def _titles(course: Course) -> Iterator[Diagnostic]:
    titles = [(course.span, course.title)]
    titles += [(module.span, module.title) for module in course.modules]
    for span, title in titles:
        if len(title) > TITLE_LENGTH:
            yield scorm.TITLE_TOO_LONG.at(span, length=len(title), limit=TITLE_LENGTH)


def _states(course: Course) -> Iterator[Diagnostic]:
    """One state for each SCO."""
    outline = web_outline(course)
    if course.packaging == "single":
        yield from check_state(course.span, course.title, outline.stops)
    else:
        for module in course.modules:
            yield from check_state(module.span, module.title, outline.of_module(module.id))


def _prerequisites(course: Course) -> Iterator[Diagnostic]:
    waiting = [module for module in course.modules if module.prerequisites]
    if course.packaging == "single":
        if waiting:
            yield scorm.PREREQUISITES_ADVISORY.at(waiting[0].span, count=len(waiting))
        return
    for module in waiting:
        length = len(prerequisites(module))
        if length > PREREQUISITES_LENGTH:
            yield scorm.PREREQUISITES_TOO_LONG.at(
                module.span, length=length, limit=PREREQUISITES_LENGTH
            )


def _otherwise(course: Course) -> Iterator[Diagnostic]:
    """What is played in the package instead of by the platform."""
    quizzes = [activity for activity in _activities(course) if isinstance(activity, Quiz)]
    scans = [activity for activity in _activities(course) if isinstance(activity, Scan)]
    essays = [
        question
        for quiz in quizzes
        for question in quiz.questions
        if isinstance(question, EssayQuestion)
    ]
    kinds: tuple[tuple[Rule, list[Span]], ...] = (
        (scorm.QUIZ_IN_PLAYER, [quiz.span for quiz in quizzes]),
        (scorm.SCAN_IN_PLAYER, [scan.span for scan in scans]),
        (scorm.ESSAY_UNSCORED, [essay.span for essay in essays]),
    )
    for rule, spans in kinds:
        if spans:
            yield rule.at(spans[0], count=len(spans))


def _activities(course: Course) -> Iterator[Activity]:
    for module in course.modules:
        yield from module.activities

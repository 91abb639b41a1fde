"""What a website expresses in another way, or cannot carry."""

from collections.abc import Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules import site
from coursebuilder.model import Course
from coursebuilder.targets.site.offline import is_kept
from coursebuilder.webcourse.local_keys import check_local_keys


def check(course: Course) -> Iterator[Diagnostic]:
    """All findings; those of what is only shown otherwise come once per kind."""
    yield from check_local_keys(course)
    if not course.site.url:
        yield site.NO_ADDRESS.at(course.span)
    quizzes = course.quizzes()
    if quizzes:
        yield site.QUIZ_IN_BROWSER.at(quizzes[0][1].span, count=len(quizzes))
    waiting = [module for module in course.modules if module.prerequisites]
    if waiting:
        yield site.PREREQUISITES_SHOWN.at(waiting[0].span, count=len(waiting))
    streamed = sum(not is_kept(asset) for asset in course.assets)
    if streamed:
        yield site.MEDIA_ONLINE.at(course.span, count=streamed)

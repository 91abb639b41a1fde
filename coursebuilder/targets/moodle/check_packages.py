"""What the SCORM packages of modules cannot carry, or show in another way."""

from collections.abc import Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules import moodle_package as rules
from coursebuilder.diagnostics.rules.scorm import ESSAY_UNSCORED
from coursebuilder.model import Course, EssayQuestion, Module, Quiz, Scan, Situation
from coursebuilder.webcourse.excerpt import excerpt, links_out
from coursebuilder.webcourse.local_keys import check_local_keys
from coursebuilder.webcourse.outline import web_outline
from coursebuilder.webcourse.scorm12_limits import check_parts, check_state


def check_packages(course: Course) -> Iterator[Diagnostic]:
    """The findings about each module that is packaged."""
    for module in course.modules:
        part = excerpt(course, module)
        if part is not None:
            yield from _package(course, part, part.modules[0])
        elif module.packaged:
            yield rules.NOTHING_TO_PACKAGE.at(module.span, module=module.title)


def _package(course: Course, part: Course, module: Module) -> Iterator[Diagnostic]:
    played = [part for part in module.activities if isinstance(part, Quiz | Scan | Situation)]
    if played:
        titles = ", ".join(activity.title for activity in played)
        yield rules.MODULE_IN_PLAYER.at(module.span, module=module.title, titles=titles)
    yield from check_state(module.span, module.title, web_outline(part).stops)
    yield from check_parts(part)
    yield from check_local_keys(part)
    yield from _essays(part)
    for link in links_out(course, part):
        yield rules.LINK_OUT_OF_PACKAGE.at(link.span, target=link.target)


def _essays(part: Course) -> Iterator[Diagnostic]:
    essays = [
        question
        for _, quiz in part.quizzes()
        for question in quiz.questions
        if isinstance(question, EssayQuestion)
    ]
    if essays:
        yield ESSAY_UNSCORED.at(essays[0].span, count=len(essays))

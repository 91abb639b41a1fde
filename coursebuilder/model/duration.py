"""How long a course takes: what the author says, or worked out from its length."""

from typing import assert_never

from coursebuilder.model.activity import Activity, Page, Scan, Situation
from coursebuilder.model.block import Practice, Reflection
from coursebuilder.model.course import Course, Module
from coursebuilder.model.platform import (
    Assignment,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    PlatformActivity,
    Poll,
    Survey,
    WebLink,
)
from coursebuilder.model.question import EssayQuestion
from coursebuilder.model.quiz import Draw, Quiz
from coursebuilder.model.walk import blocks

WORDS_PER_MINUTE = 200
STATEMENTS_PER_MINUTE = 6
MINUTES_PER_QUESTION = 1
MINUTES_PER_ESSAY = 5
MINUTES_PER_ASSIGNMENT = 30
MINUTES_PER_FORUM = 10
MINUTES_PER_SOURCE = 5
"""To look through a site or the files of a folder."""


def activity_minutes(activity: Activity) -> int:
    """Whole minutes, at least one.

    A page takes a minute for every 200 words and for every practice question and reflection; a quiz a
    minute for every question an attempt asks, an open one five; a self-scan a minute for six statements;
    a situation the time to read all of its scenes, since learners try more ways than one.
    What a learner does on the platform beyond reading takes an estimate of its own.
    """
    if activity.duration is not None:
        return max(1, activity.duration)
    match activity:
        case Page():
            asked = sum(isinstance(block, Practice | Reflection) for block in blocks(activity.body))
            return max(1, _share(activity.outline.words, WORDS_PER_MINUTE) + asked)
        case Quiz():
            return max(1, _quiz_minutes(activity))
        case Scan():
            statements = sum(len(group.statements) for group in activity.groups)
            return max(1, _share(statements, STATEMENTS_PER_MINUTE))
        case Situation():
            return max(1, _share(activity.outline.words, WORDS_PER_MINUTE))
        case _:
            return _share(activity.outline.words, WORDS_PER_MINUTE) + _doing_minutes(activity)


def _doing_minutes(activity: PlatformActivity) -> int:
    match activity:
        case Assignment():
            return MINUTES_PER_ASSIGNMENT
        case Forum():
            return MINUTES_PER_FORUM
        case Survey():
            return max(1, len(activity.items) * MINUTES_PER_QUESTION)
        case Poll() | Glossary():
            return 1
        case WebLink() | FileOffer() | Folder():
            return MINUTES_PER_SOURCE
        case _:
            assert_never(activity)


def _quiz_minutes(quiz: Quiz) -> int:
    minutes = 0
    for slot in quiz.slots:
        if isinstance(slot, Draw):
            minutes += slot.count * MINUTES_PER_QUESTION
        else:
            open_question = isinstance(slot, EssayQuestion)
            minutes += MINUTES_PER_ESSAY if open_question else MINUTES_PER_QUESTION
    return minutes


def introduction_minutes(module: Module) -> int:
    """Minutes to read a module's introduction, at least one."""
    return max(1, _share(module.outline.words, WORDS_PER_MINUTE))


def module_minutes(module: Module) -> int:
    """What the author says, or the sum of the activities'."""
    if module.duration is not None:
        return max(1, module.duration)
    return sum(activity_minutes(activity) for activity in module.activities)


def course_minutes(course: Course) -> int:
    """The sum of the modules'."""
    return sum(module_minutes(module) for module in course.modules)


def _share(amount: int, per_minute: int) -> int:
    return -(-amount // per_minute)

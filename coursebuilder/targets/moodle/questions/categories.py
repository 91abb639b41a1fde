"""The tree of question categories: each quiz its own bank, or one bank for the whole course."""

from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.model import Question, Quiz
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import CourseModule, Layout

_COURSE_LEVEL, _MODULE_LEVEL = 50, 70
"""Moodle's context levels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """The context a bank belongs to: a quiz, or the course."""

    level: int
    context: int
    instance: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One category, with its place in the tree."""

    key: str
    """``kader/toets``, ``kader/toets#cijfers`` for a pool."""
    id: int
    title: str
    home: Home
    parent: int
    """0 for the category "top" that every bank has once."""
    quiz: CourseModule | None = None
    """The quiz that needs it; None for what the quizzes of a course share."""
    questions: tuple[Question, ...] = ()


def shares_bank(layout: Layout) -> bool:
    """Whether all quizzes use the course's own bank."""
    return layout.course.moodle.question_bank == "course"


def home(layout: Layout, quiz: CourseModule) -> Home:
    """The context of the bank that a quiz's questions are in."""
    if shares_bank(layout):
        return Home(level=_COURSE_LEVEL, context=layout.context, instance=layout.id)
    return Home(level=_MODULE_LEVEL, context=quiz.context, instance=quiz.id)


def pool_key(quiz: CourseModule, pool: str) -> str:
    """The key of a pool's category."""
    return f"{quiz.key}#{pool}"


def categories(layout: Layout, ids: Ids) -> Iterator[Category]:
    """Every category, parents before children.

    A quiz's own bank holds "top", the quiz and its pools; the course's has the modules in between.
    """
    if not shares_bank(layout):
        for _, activity in layout.activities():
            if isinstance(activity.content, Quiz):
                top = _category(
                    ids, f"{activity.key}#", "top", None, home(layout, activity), activity
                )
                yield top
                yield from _quiz_categories(ids, activity, activity.content, top)
        return
    shared: Category | None = None
    for section in layout.sections:
        module: Category | None = None
        for activity in section.activities:
            if section.module is None or not isinstance(activity.content, Quiz):
                continue
            if shared is None:
                shared = _category(ids, "#", "top", None, home(layout, activity))
                yield shared
            if module is None:
                key = f"{section.module.id}#"
                module = _category(ids, key, section.module.title, shared, shared.home)
                yield module
            yield from _quiz_categories(ids, activity, activity.content, module)


def _quiz_categories(
    ids: Ids, activity: CourseModule, quiz: Quiz, above: Category
) -> Iterator[Category]:
    """The questions always asked, then each pool below them."""
    place = above.home
    own = _category(ids, activity.key, quiz.title, above, place, activity, quiz.pool(""))
    yield own
    for pool in dict.fromkeys(question.pool for question in quiz.questions if question.pool):
        key = pool_key(activity, pool)
        yield _category(ids, key, pool, own, place, activity, quiz.pool(pool))


def _category(
    ids: Ids,
    key: str,
    title: str,
    above: Category | None,
    home: Home,
    quiz: CourseModule | None = None,
    questions: tuple[Question, ...] = (),
) -> Category:
    return Category(
        key=key,
        id=ids.of("question_category", key),
        title=title,
        home=home,
        parent=above.id if above is not None else 0,
        quiz=quiz,
        questions=questions,
    )

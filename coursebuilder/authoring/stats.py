"""A course in figures: length, reading time, readability, coverage of objectives, kinds of questions."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from coursebuilder.authoring.guessing import guess_chance
from coursebuilder.authoring.readability import Counts, count, score
from coursebuilder.model import (
    Activity,
    Course,
    Module,
    Page,
    Practice,
    Question,
    Quiz,
    Scan,
    Situation,
)
from coursebuilder.model.duration import (
    activity_minutes,
    course_minutes,
    introduction_minutes,
    module_minutes,
)
from coursebuilder.model.walk import activity_body, activity_texts, blocks, body_texts
from coursebuilder.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class PartStats:
    """One page, quiz, self-scan or introduction."""

    path: str
    title: str
    kind: str
    """``introduction``, ``page``, ``quiz``, ``scan``…"""
    words: int
    minutes: int
    questions: int
    """Practice questions included."""
    readability: float | None
    """Flesch's reading ease, Douma's for Dutch; None for little text or another language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModuleStats:
    """One module, its introduction included."""

    id: str
    title: str
    words: int
    minutes: int
    questions: int
    readability: float | None
    parts: tuple[PartStats, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveStats:
    """What is done for one objective."""

    id: str
    text: str
    module: str
    """Title of its module."""
    pages: int
    """Pages, self-scans and situations that name it."""
    questions: int
    """Graded questions that name it, or stand in a quiz that does."""
    practice: int
    """Practice questions that name it, or stand on a page that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeStats:
    """The graded questions of one type."""

    type: str
    count: int
    points: Decimal
    guess: float
    """The average share of the points (0…1) that guessing gives."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseStats:
    """The whole course."""

    title: str
    language: str
    words: int
    minutes: int
    questions: int
    readability: float | None
    modules: tuple[ModuleStats, ...]
    objectives: tuple[ObjectiveStats, ...]
    types: tuple[TypeStats, ...]


def course_stats(course: Course) -> CourseStats:
    """The figures of a course."""
    modules: list[ModuleStats] = []
    total = Counts()
    for module in course.modules:
        figures, counts = _module(module, course.language)
        modules.append(figures)
        total += counts
    return CourseStats(
        title=course.title,
        language=course.language,
        words=sum(module.words for module in modules),
        minutes=course_minutes(course),
        questions=sum(module.questions for module in modules),
        readability=score(total, course.language),
        modules=tuple(modules),
        objectives=tuple(_objectives(course)),
        types=tuple(_types(course)),
    )


def kind_of(activity: Activity) -> str:
    """What an activity is called: ``page``, ``quiz``, ``scan``, ``forum`` and so on."""
    return type(activity).__name__.lower()


def practice_questions(activity: Activity) -> tuple[Question, ...]:
    """The questions on a page or in an introduction that never count."""
    found = blocks(activity_body(activity))
    return tuple(block.question for block in found if isinstance(block, Practice))


def _module(module: Module, language: str) -> tuple[ModuleStats, Counts]:
    parts: list[PartStats] = []
    total = Counts()
    if module.introduction:
        counts = _counts(body_texts(module.introduction), language)
        total += counts
        parts.append(
            PartStats(
                path=module.span.path,
                title=module.title,
                kind="introduction",
                words=module.outline.words,
                minutes=introduction_minutes(module),
                questions=0,
                readability=score(counts, language),
            )
        )
    for activity in module.activities:
        counts = _counts(activity_texts(activity), language)
        total += counts
        parts.append(_activity(activity, score(counts, language)))
    return (
        ModuleStats(
            id=module.id,
            title=module.title,
            words=sum(part.words for part in parts),
            minutes=module_minutes(module),
            questions=sum(part.questions for part in parts),
            readability=score(total, language),
            parts=tuple(parts),
        ),
        total,
    )


def _activity(activity: Activity, readability: float | None) -> PartStats:
    graded = len(activity.questions) if isinstance(activity, Quiz) else 0
    return PartStats(
        path=activity.span.path,
        title=activity.title,
        kind=kind_of(activity),
        words=activity.outline.words,
        minutes=activity_minutes(activity),
        questions=graded + len(practice_questions(activity)),
        readability=readability,
    )


def _counts(texts: Iterator[Text], language: str) -> Counts:
    return count((text.source for text in texts), language)


def _objectives(course: Course) -> Iterator[ObjectiveStats]:
    pages: dict[str, int] = defaultdict(int)
    graded: dict[str, int] = defaultdict(int)
    practice: dict[str, int] = defaultdict(int)
    for module in course.modules:
        for activity in module.activities:
            if isinstance(activity, Page | Scan | Situation):
                for id in activity.objectives:
                    pages[id] += 1
            asked = activity.questions if isinstance(activity, Quiz) else ()
            for questions, found in ((asked, graded), (practice_questions(activity), practice)):
                for question in questions:
                    for id in question.objectives or activity.objectives:
                        found[id] += 1
    for module in course.modules:
        for objective in module.objectives:
            yield ObjectiveStats(
                id=objective.id,
                text=objective.text,
                module=module.title,
                pages=pages[objective.id],
                questions=graded[objective.id],
                practice=practice[objective.id],
            )


def _types(course: Course) -> Iterator[TypeStats]:
    """By type, the one that is easiest to guess first."""
    found: dict[str, list[Question]] = defaultdict(list)
    for _, quiz in course.quizzes():
        for question in quiz.questions:
            found[type_of(question)].append(question)
    figures = (
        TypeStats(
            type=name,
            count=len(questions),
            points=sum((question.points for question in questions), Decimal(0)),
            guess=round(sum(map(guess_chance, questions)) / len(questions), 3),
        )
        for name, questions in found.items()
    )
    yield from sorted(figures, key=lambda figure: (-figure.guess, figure.type))


TYPE_NAMES = {
    "choice": "one choice",
    "multiple": "several choices",
    "truefalse": "true or false",
    "shortanswer": "short answer",
    "number": "number",
    "calculated": "calculated",
    "matching": "matching",
    "ordering": "ordering",
    "gaps-choose": "gaps to choose",
    "gaps-drag": "gaps to drag to",
    "gaps-type": "gaps to fill in",
    "essay": "open question",
}
"""What people call each type; the keys are those of ``type=``."""


def type_of(question: Question) -> str:
    """The type as ``type=`` names it."""
    name = type(question).__name__.removesuffix("Question").lower()
    if name == "choice" and getattr(question, "multiple", False):
        return "multiple"
    if name == "gap":
        return f"gaps-{getattr(question, 'mode', '')}"
    return {"numerical": "number"}.get(name, name)

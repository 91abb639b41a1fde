"""A course of quizzes with parts, draws by tag and every kind of question, read from ``quiz_course/``."""

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias

from coursebuilder.model import Asset, Course, EssayQuestion, Quiz
from coursebuilder.package import FileContent
from coursebuilder.pipeline import Loaded, load_course
from coursebuilder.render import Rendering
from coursebuilder.targets.base import BuildContext
from coursebuilder.webcourse.documents import quiz_json
from coursebuilder.webcourse.pieces import Pieces

FOLDER = Path(__file__).parent / "quiz_course"
Behaviour: TypeAlias = Literal["deferred", "immediate", "interactive"]
BEHAVIOURS: tuple[Behaviour, ...] = ("deferred", "immediate", "interactive")
HINTS = 3


def loaded() -> Loaded:
    """The folder as it was read."""
    return load_course(FOLDER)


def course_and_context() -> tuple[Course, BuildContext]:
    """The course and what it takes to emit it."""
    read = loaded()
    assert read.course is not None
    return read.course, BuildContext(rendering=read.rendering, asset=partial(_content, FOLDER))


def _content(folder: Path, asset: Asset) -> FileContent:
    return FileContent(folder / asset.path, asset.size)


def quizzes_by_behaviour() -> tuple[Course, BuildContext, dict[Behaviour, Quiz]]:
    """The course with its quiz of every type that needs no person, once for each behaviour, hints at all of them."""
    course, context = course_and_context()
    [module] = course.modules
    quiz = next(quiz for _, quiz in course.quizzes() if quiz.id == "soorten")
    hint = next(question.hints[0] for question in quiz.questions if question.hints)
    questions = tuple(
        replace(question, hints=(hint,) * HINTS)
        for question in quiz.questions
        if not isinstance(question, EssayQuestion)
    )
    quizzes = {
        name: replace(quiz, id=name, behaviour=name, questions=questions) for name in BEHAVIOURS
    }
    whole = replace(module, activities=(*module.activities, *quizzes.values()))
    return replace(course, modules=(whole,)), context, quizzes


def player_quiz(quiz: Quiz, rendering: Rendering) -> dict[str, Any]:
    """A quiz of the course as the player reads it."""
    names = (f"toetsen/{quiz.id}/{question.id}" for question in quiz.questions)
    keys = {name: f"k{index:02}" for index, name in enumerate(names)}
    pieces = Pieces(rendering, lambda path, anchor: f"{path}#{anchor}")
    return {**quiz_json(quiz, "toetsen", keys, pieces)}

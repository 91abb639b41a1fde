"""A course of quizzes with parts, draws by tag and every kind of question, read from ``quiz_course/``."""

from functools import partial
from pathlib import Path

from coursebuilder.model import Asset, Course
from coursebuilder.package import FileContent
from coursebuilder.pipeline import Loaded, load_course
from coursebuilder.targets.base import BuildContext

FOLDER = Path(__file__).parent / "quiz_course"


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

"""Backups of courses made in code, opened again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from lxml import etree

from coursebuilder.model import Course, Module, Question, Quiz
from coursebuilder.package import FileContent, Package
from coursebuilder.render.rendering import render_course
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.moodle import MoodleTarget
from tests.sample_course import SAMPLE, sample_questions


@dataclass(frozen=True)
class Backup:
    """A package and its XML files, parsed."""

    package: Package

    @cached_property
    def documents(self) -> dict[str, etree._Element]:
        return {
            entry.path: etree.fromstring(entry.content)
            for entry in self.package
            if isinstance(entry.content, bytes) and entry.path.endswith(".xml")
        }

    def all(self, tag: str) -> list[etree._Element]:
        return [found for root in self.documents.values() for found in root.iter(tag)]

    def one(self, path: str) -> etree._Element:
        """The only file whose path matches ``quiz_*/quiz.xml``."""
        (found,) = (root for name, root in self.documents.items() if Path(name).match(path))
        return found

    def question(self, id: str) -> etree._Element:
        """The ``<question>`` whose bank entry ends in ``/id``."""
        for entry in self.all("question_bank_entry"):
            if (entry.findtext("idnumber") or "").endswith(f"/{id}"):
                (found,) = (found for found in entry.iter("question") if found.get("id"))
                return found
        raise LookupError(id)

    def texts(self) -> Iterator[str]:
        for root in self.documents.values():
            yield from (element.text for element in root.iter() if element.text)


def context(course: Course) -> BuildContext:
    return BuildContext(
        rendering=render_course(course),
        asset=lambda asset: FileContent(Path(asset.path), asset.size),
    )


def backup(course: Course = SAMPLE) -> Backup:
    return Backup(MoodleTarget().emit(course, context(course)))


def with_quiz(**changes: object) -> Course:
    """The sample course, its first quiz changed."""
    return replace(SAMPLE, modules=tuple(_changed(module, changes) for module in SAMPLE.modules))


def with_question(question: Question) -> Course:
    """The sample course with one question in its first quiz."""
    return with_quiz(questions=(question,))


def sample_question(id: str) -> Question:
    (found,) = (question for question in sample_questions() if question.id == id)
    return found


def _changed(module: Module, changes: dict[str, object]) -> Module:
    activities = tuple(
        replace(activity, **changes)  # type: ignore[arg-type]
        if isinstance(activity, Quiz) and activity.id == "toets"
        else activity
        for activity in module.activities
    )
    return replace(module, activities=activities)

"""A course seen as its source files: what stands in each, whatever kind of file it is."""

from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.model import Activity, Block, Body, Course, Module, Outline, Practice, Question
from coursebuilder.model.activity import Quiz
from coursebuilder.model.walk import activity_body, activity_texts, blocks, body_texts
from coursebuilder.text import Span, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFile:
    """One Markdown file of the course."""

    span: Span
    outline: Outline
    body: Body
    """The page, or the introduction of the quiz, self-scan or module."""
    module: Module
    activity: Activity | None
    """None: the file is the ``module.md``."""

    @property
    def path(self) -> str:
        """Path from the course folder."""
        return self.span.path

    def blocks(self) -> Iterator[Block]:
        """Every block of the body, those inside other blocks included."""
        return blocks(self.body)

    def texts(self) -> Iterator[Text]:
        """Every piece of Markdown, questions and advice included."""
        yield from body_texts(self.body) if self.activity is None else activity_texts(self.activity)

    def questions(self) -> Iterator[Question]:
        """Every question: those of the quiz and the practice questions."""
        for block in self.blocks():
            if isinstance(block, Practice):
                yield block.question
        if isinstance(self.activity, Quiz):
            yield from self.activity.questions


def source_files(course: Course) -> Iterator[SourceFile]:
    """All Markdown files, in course order."""
    for module in course.modules:
        yield SourceFile(
            span=module.span,
            outline=module.outline,
            body=module.introduction,
            module=module,
            activity=None,
        )
        for activity in module.activities:
            yield SourceFile(
                span=activity.span,
                outline=activity.outline,
                body=activity_body(activity),
                module=module,
                activity=activity,
            )

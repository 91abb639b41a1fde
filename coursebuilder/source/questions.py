"""The Markdown of a quiz: its introduction and one question per ``##`` heading."""

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.model import Body, Question
from coursebuilder.source.blocks import read_blocks, report_repeated_ids
from coursebuilder.source.lines import Findings, split_lines
from coursebuilder.source.question import read_question
from coursebuilder.source.sections import cut_sections
from coursebuilder.text import Span

__all__ = ["read_question", "read_quiz_body"]


def read_quiz_body(
    text: str, span: Span
) -> tuple[Body, tuple[Question, ...], tuple[Diagnostic, ...]]:
    """The introduction and the questions of a quiz, and what is wrong with them."""
    findings = Findings(span.path)
    before, sections = cut_sections(split_lines(text, span))
    introduction = read_blocks(before, findings)
    questions: list[Question] = []
    for section in sections:
        title, attributes = section.title("question", findings)
        question = read_question(title, section.heading, attributes, section.lines, findings)
        questions += [question] if question is not None else []
    report_repeated_ids(introduction, questions, findings)
    return introduction, tuple(questions), findings.all

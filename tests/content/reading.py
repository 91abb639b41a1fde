"""The course in ``modules/`` as its reader meets it: sentences, running text, words in figures and files."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

import yaml

from coursebuilder.markup import plain_text
from coursebuilder.markup.plain import words
from coursebuilder.model import Course, Module, Page, Situation
from coursebuilder.model.block import (
    Accordion,
    Body,
    Callout,
    Checklist,
    Figure,
    Prose,
    Reflection,
    Tabs,
)
from coursebuilder.model.question import (
    ChoiceQuestion,
    GapQuestion,
    Question,
    TrueFalseQuestion,
)
from coursebuilder.model.walk import activity_texts, body_texts
from coursebuilder.source.front_matter import split_front_matter
from coursebuilder.text import Text

ROOT = Path(__file__).parents[2] / "modules"
WORD_LIST = ROOT / "_woordenlijst.txt"
SOURCES = "## Bronnen"
"""The heading of the list of sources: below it stands nothing to study."""

_NEW_UNIT = re.compile(r"^\s*(?:[-*+] |\d+[.)] |#{1,6} |: |\||>|\[\^)")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[’')\"]*\s+(?=[‘'(\"]?[A-Z0-9ÉÈ])")


def units(markdown: str) -> Iterator[str]:
    """The paragraphs, list items, headings and table cells of a piece of Markdown, without markup."""
    lines: list[str] = []
    for line in [*markdown.splitlines(), ""]:
        if lines and (not line.strip() or _NEW_UNIT.match(line)):
            yield from _cells(lines)
            lines = []
        if line.strip():
            lines.append(line)


def _cells(lines: list[str]) -> Iterator[str]:
    joined = " ".join(line.strip() for line in lines)
    for cell in joined.strip("|").split("|") if joined.startswith("|") else [joined]:
        yield plain_text(cell.strip())


def sentences(markdown: str) -> Iterator[str]:
    """Its sentences, a heading or table cell being one too."""
    for unit in units(markdown):
        yield from _SENTENCE_END.split(unit)


def lesson_words(module: Module) -> int:
    """How many words a learner reads in the module's pages before the quiz.

    Practice questions, long descriptions of figures, the self-scan and the list of sources are not among them.
    """
    pages = (_words(activity.body) for activity in module.activities if isinstance(activity, Page))
    return _words(module.introduction) + sum(pages)


def _words(body: Body) -> int:
    total = 0
    for block in body:
        match block:
            case Prose():
                total += words(block.text.source.split(SOURCES)[0])
                if SOURCES in block.text.source:
                    return total
            case Callout():
                total += _words(block.body)
            case Tabs() | Accordion():
                total += sum(words(panel.title) + _words(panel.body) for panel in block.panels)
            case Figure(caption=Text(source=caption)):
                total += words(caption)
            case Reflection():
                total += words(block.prompt.source)
            case Checklist():
                total += sum(words(line.text.source) for line in block.items)
            case _:
                pass
    return total


def texts(course: Course) -> Iterator[tuple[str, str]]:
    """(where, Markdown) of every text of the course."""
    for module in course.modules:
        yield module.id, module.title
        yield module.id, module.summary
        for objective in module.objectives:
            yield module.id, objective.text
        for text in body_texts(module.introduction):
            yield module.id, text.source
        for activity in module.activities:
            where = f"{module.id}/{activity.id}"
            yield where, activity.title
            for text in activity_texts(activity):
                yield where, text.source
            for scene in activity.scenes if isinstance(activity, Situation) else ():
                yield where, scene.title
                yield from ((where, choice.label) for choice in scene.choices)


def words_of_figures() -> Iterator[tuple[str, str]]:
    """(file, what it says) of every figure drawn for the course."""
    for path in sorted(ROOT.rglob("*.svg")):
        tree = ElementTree.parse(path)
        yield (
            path.name,
            " ".join(" ".join(element.itertext()) for element in tree.iterfind(".//{*}text")),
        )


def words_of_files() -> Iterator[tuple[str, str]]:
    """(file, Markdown) of every text to take away, spreadsheets in their source form included."""
    for path in sorted(ROOT.rglob("files/*.md")):
        parts, _ = split_front_matter(path.name, path.read_text(encoding="utf-8"))
        yield path.name, parts.body
    for path in sorted(ROOT.rglob("files/*.yml")):
        strings = _strings(yaml.safe_load(path.read_text(encoding="utf-8")))
        yield path.name, "\n\n".join(strings)


def _strings(node: object) -> Iterator[str]:
    if isinstance(node, str):
        yield node
    elif isinstance(node, dict):
        for key, value in node.items():
            if key not in ("language", "type"):
                yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)


def kind(question: Question) -> str:
    """What a learner would call another type: several choices and one, gaps to drag and to choose."""
    if isinstance(question, ChoiceQuestion):
        return "multiple" if question.multiple else "choice"
    return f"gaps-{question.mode}" if isinstance(question, GapQuestion) else type(question).__name__


def unexplained(question: Question) -> list[str]:
    """The answers a learner can give and gets no explanation for."""
    match question:
        case ChoiceQuestion():
            given = [(choice.text.source, choice.feedback) for choice in question.choices]
        case TrueFalseQuestion():
            given = [("true", question.true_feedback), ("false", question.false_feedback)]
        case _ if hasattr(question, "answers"):
            given = [(str(answer), answer.feedback) for answer in question.answers]
        case _:
            given = [("as a whole", question.feedback)]
    return [answer for answer, feedback in given if feedback is None or words(feedback.source) < 4]

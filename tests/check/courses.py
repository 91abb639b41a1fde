"""The smallest course without a finding, and ways to break one thing in it."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

from coursebuilder.model import (
    Advice,
    Asset,
    Author,
    Block,
    Choice,
    ChoiceQuestion,
    Course,
    Heading,
    Link,
    Module,
    Objective,
    Outline,
    Page,
    Prose,
    Question,
    Quiz,
    Scan,
    ScanGroup,
    Statement,
    TrueFalseQuestion,
)
from coursebuilder.text import Markdown, Span, Text

PAGE = "01-kader/01-start.md"
OTHER_PAGE = "01-kader/02-project.md"
QUIZ = "01-kader/03-toets.md"
SCAN = "01-kader/04-scan.md"
MODULE = "01-kader/module.md"
FILES = ("01-kader/files/agenda.txt", "01-kader/images/taken.svg", "images/cursus.png")


def text(source: str, path: str = PAGE, line: int = 10, column: int = 1) -> Text:
    return Text(Markdown(source), Span(path, line, column))


def asset(path: str, size: int = 1000) -> Asset:
    kinds = {"svg": "image/svg+xml", "png": "image/png", "txt": "text/plain", "mp4": "video/mp4"}
    kind = kinds.get(path.rpartition(".")[2], "application/octet-stream")
    return Asset(path=path, size=size, sha1="0" * 40, media_type=kind)


def link(target: str, label: str = "het project", *, image: bool = False, **kinds: str) -> Link:
    return Link(
        target=target,
        text=label,
        image=image,
        span=Span(PAGE, 10, 5),
        attributes=tuple((name.rstrip("_"), value) for name, value in kinds.items()),
    )


def heading(level: int, label: str = "Kop", line: int = 1) -> Heading:
    return Heading(level=level, text=label, anchor=label.lower(), span=Span(PAGE, line))


def choice(label: str, correct: bool = False, **more: Any) -> Choice:
    return Choice(text=text(label, QUIZ), correct=correct, **more)


TRUE_FALSE = TrueFalseQuestion(
    id="nat",
    stem=text("Is water nat?", QUIZ),
    name="Is water nat?",
    answer=True,
    true_label=text("Juist", QUIZ),
    false_label=text("Fout", QUIZ),
    feedback=text("Ja.", QUIZ),
    span=Span(QUIZ, 5),
)


def ask(kind: type, **more: Any) -> Question:
    """A question of a kind, with general feedback."""
    shared: dict[str, Any] = {
        "id": "vraag",
        "stem": text("Wat is water?", QUIZ),
        "name": "Wat is water?",
        "feedback": text("Denk na.", QUIZ),
        "span": Span(QUIZ, 9),
    }
    return kind(**{**shared, **more})  # type: ignore[no-any-return]


def choose(*choices: Choice, multiple: bool = False, **more: Any) -> Question:
    return ask(ChoiceQuestion, choices=choices, multiple=multiple, **more)


def page(*blocks: Block, **more: Any) -> Page:
    body = blocks or (Prose(text=text("Tekst.")),)
    return Page(**{"id": "start", "title": "Start", "body": body, "span": Span(PAGE), **more})


def quiz(*questions: Question, **more: Any) -> Quiz:
    settings: dict[str, Any] = {"id": "toets", "title": "Toets", "introduction": ()}
    settings |= {"questions": questions or (TRUE_FALSE,), "span": Span(QUIZ)}
    return Quiz(**{**settings, **more})


def advice(low: str, high: str) -> Advice:
    return Advice(low=Decimal(low), high=Decimal(high), text=text("Lees verder.", SCAN))


def group(*advices: Advice, ids: tuple[str, ...] = ("kennen",), id: str = "visie") -> ScanGroup:
    statements = tuple(Statement(id=name, text=text("Wij kennen haar.", SCAN)) for name in ids)
    return ScanGroup(
        id=id, title="Visie", statements=statements, advice=advices, span=Span(SCAN, 5)
    )


def scan(*groups: ScanGroup) -> Scan:
    return Scan(
        id="scan",
        title="Teamscan",
        introduction=(),
        scale=("1", "2", "3", "4", "5"),
        groups=groups,
        span=Span(SCAN),
    )


OTHER = Page(
    id="project",
    title="Het project",
    body=(Prose(text=text("Tekst.", OTHER_PAGE)),),
    outline=Outline(headings=(heading(2, "Doel"),), anchors=("doel",)),
    objectives=("digisprong",),
    span=Span(OTHER_PAGE),
)


def module(*activities: Any, **more: Any) -> Module:
    settings: dict[str, Any] = {
        "id": "kader",
        "title": "Kader",
        "summary": "Waar het begon.",
        "objectives": (Objective(id="digisprong", text="Je situeert Digisprong."),),
        "activities": (*activities, OTHER),
        "span": Span(MODULE),
    }
    return Module(**{**settings, **more})


def course(*activities: Any, **more: Any) -> Course:
    """A course with one module that holds these activities and the page about the project."""
    modules = more.pop("modules", (module(*activities),))
    files = [activity.span.path for each in modules for activity in each.activities]
    settings: dict[str, Any] = {
        "id": "ict-team",
        "title": "ICT-team",
        "language": "nl-BE",
        "version": "1.0.0",
        "summary": "Van solist naar team.",
        "licence": "CC-BY-SA-4.0",
        "authors": (Author(name="Het cursusteam"),),
        "modules": modules,
        "assets": tuple(asset(path) for path in FILES),
        "thumbnail": "images/cursus.png",
        "paths": tuple((path, path) for path in (*files, *(each.span.path for each in modules))),
        "span": Span("course.yml"),
    }
    return Course(**{**settings, **more})


def linking(*links: Link, **more: Any) -> Course:
    """A course whose first page has these links and pictures."""
    return course(page(outline=Outline(links=links)), **more)


def without(field: str) -> Course:
    """The course with one setting left out."""
    empty: Any = () if field == "authors" else ""
    return replace(course(), **{field: empty})

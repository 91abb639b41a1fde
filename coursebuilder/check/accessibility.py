"""Headings, link texts and tables: how a learner finds the way without seeing the page."""

import re
from collections.abc import Iterator

from coursebuilder.check.prose import Passage, passages
from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.accessibility import (
    BARE_URL,
    EMPTY_HEADING,
    HEADING_JUMP,
    NO_LINK_TEXT,
    SECOND_TITLE,
    TABLE_WITHOUT_HEADER,
    VAGUE_LINK,
)
from coursebuilder.model import Accordion, Course, Link, Quiz, Scan, Situation, Tabs

VAGUE_TEXTS = frozenset(
    text
    for texts in (
        "hier|klik hier|klik|lees meer|lees verder|meer|meer info|meer informatie|link|deze link"
        "|via deze link|website|deze pagina|deze website|download|download hier|bekijk|bekijk hier",
        "here|click here|click|read more|more|more info|more information|this link|this page"
        "|this website|learn more|see here|go|details",
        "ici|cliquez ici|cliquer ici|lire la suite|en savoir plus|plus|plus d'infos|ce lien"
        "|cette page|voir ici|télécharger",
        "hier klicken|klicken sie hier|klick hier|mehr|mehr lesen|mehr erfahren|weiterlesen"
        "|dieser link|diese seite|weitere informationen",
    )
    for text in texts.split("|")
)
"""Link texts that name no destination, in Dutch, English, French and German, in lower case."""

_URL = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_SUSPECT = re.compile(r"^[ \t]*\|[| \t]*$|<table", re.IGNORECASE | re.MULTILINE)
"""Texts without this have no table to look at; most have none."""
_HTML_TABLE = re.compile(r"<table\b.*?(</table>|\Z)", re.IGNORECASE | re.DOTALL)


def check_headings(course: Course) -> Iterator[Diagnostic]:
    """Levels that are skipped, second titles and headings without text."""
    for file in source_files(course):
        yield from _headings(file)


def _headings(file: SourceFile) -> Iterator[Diagnostic]:
    """The first ``#`` heading is the title and no longer part of the text: any other is one more."""
    structure = _structure(file)
    previous: int | None = 1
    for heading in file.outline.headings:
        while structure and structure[0][0] < heading.span.line:
            previous = structure.pop(0)[1]
        if not heading.text.strip():
            yield EMPTY_HEADING.at(heading.span)
        if heading.level == 1:
            yield SECOND_TITLE.at(heading.span)
        elif previous is not None and heading.level > previous + 1:
            yield HEADING_JUMP.at(
                heading.span, level=heading.level, previous=previous, expected=previous + 1
            )
        previous = heading.level


def _structure(file: SourceFile) -> list[tuple[int, int | None]]:
    """(line, level) of what became a question, group, scene or panel; a panel's author chose its level."""
    found: list[tuple[int, int | None]] = []
    for block in file.blocks():
        if isinstance(block, Tabs | Accordion):
            found += [(panel.span.line, None) for panel in block.panels]
    if isinstance(file.activity, Quiz):
        found += [(question.span.line, 2) for question in file.activity.questions]
    elif isinstance(file.activity, Scan):
        found += [(group.span.line, 2) for group in file.activity.groups]
    elif isinstance(file.activity, Situation):
        found += [(scene.span.line, 2) for scene in file.activity.scenes]
    return sorted(found, key=lambda mark: mark[0])


def check_link_texts(course: Course) -> Iterator[Diagnostic]:
    """Links whose text does not say where they lead."""
    for file in source_files(course):
        for link in file.outline.links:
            if not link.image:
                yield from _link_text(link)


def _link_text(link: Link) -> Iterator[Diagnostic]:
    text = " ".join(link.text.split())
    if not text:
        yield NO_LINK_TEXT.at(link.span)
    elif text.casefold().strip(" .…!:>»→") in VAGUE_TEXTS:
        yield VAGUE_LINK.at(link.span, text=text)
    elif _URL.fullmatch(text):
        yield BARE_URL.at(link.span)


def check_tables(course: Course) -> Iterator[Diagnostic]:
    """Tables without a header row."""
    for file in source_files(course):
        for text in file.texts():
            if _SUSPECT.search(text.source):
                for passage in passages(text):
                    yield from _tables(passage)


def _tables(passage: Passage) -> Iterator[Diagnostic]:
    previous = ""
    offset = 0
    for line in passage.source.split("\n"):
        is_rule = "|" in line and "-" in line and not line.strip("|-: \t")
        if is_rule and "|" in previous and not previous.replace("|", "").strip():
            yield TABLE_WITHOUT_HEADER.at(passage.place(offset - len(previous) - 1))
        previous = line
        offset += len(line) + 1
    for table in _HTML_TABLE.finditer(passage.source):
        if not re.search(r"<th\b", table[0], re.IGNORECASE):
            yield TABLE_WITHOUT_HEADER.at(passage.place(table.start()))

"""Files that hold an activity of the platform's own: ``type: assignment``, ``forum`` and their kind."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Literal

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.platform import NO_DISCUSSIONS
from coursebuilder.markup import file_path, outline
from coursebuilder.model import (
    Assignment,
    Body,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    PlatformActivity,
    Poll,
    Survey,
    WebLink,
)
from coursebuilder.model.walk import activity_texts
from coursebuilder.source.blocks import read_blocks, report_repeated_ids
from coursebuilder.source.lines import Findings, Line, split_lines
from coursebuilder.source.marking_guides import cut_guide
from coursebuilder.source.naming import Named
from coursebuilder.source.nodes import block_ids
from coursebuilder.source.options import cut_poll, read_items
from coursebuilder.source.rubrics import cut_rubric
from coursebuilder.source.sections import cut_sections
from coursebuilder.source.settings import Settings
from coursebuilder.source.terms import cut_terms
from coursebuilder.text import Span

PlatformKind = Literal[
    "assignment", "forum", "glossary", "feedback", "choice", "url", "file", "folder"
]


def read_platform(
    kind: PlatformKind, settings: Settings, named: Named, span: Span
) -> tuple[PlatformActivity, tuple[Diagnostic, ...]]:
    """The activity in a file, whose Markdown begins at ``span``, and what is wrong with it."""
    findings = Findings(span.path)
    reading = _Reading(settings, named, split_lines(named.body, span), findings)
    node = _READERS[kind](reading)
    texts = outline(activity_texts(node), (*_anchors(node), *block_ids(node.body)))
    return replace(node, outline=texts), findings.all


@dataclass(frozen=True, slots=True)
class _Reading:
    settings: Settings
    named: Named
    lines: list[Line]
    findings: Findings

    def common(self, body: Body) -> dict[str, Any]:
        """The fields that every activity has."""
        report_repeated_ids(body, (), self.findings)
        return {
            "id": self.named.id,
            "title": self.named.title,
            "body": body,
            "objectives": self.settings.words("objectives"),
            "span": Span(self.findings.path),
            **self.given("duration", "required"),
        }

    def given(self, *keys: str) -> dict[str, Any]:
        """Those of the settings that are given, to fill fields of the same name."""
        return {key: self.settings.data[key] for key in keys if key in self.settings.data}

    def plain(self) -> dict[str, Any]:
        """The common fields of a file that holds text only."""
        return self.common(read_blocks(self.lines, self.findings))

    def path(self, target: str) -> str:
        """The path from the course folder of a file that a setting names."""
        return file_path(self.findings.path, target)

    def files(self) -> tuple[str, ...]:
        """The paths of ``files:``."""
        return tuple(map(self.path, self.settings.words("files")))


def _assignment(reading: _Reading) -> Assignment:
    lines, heading, rubric = cut_rubric(reading.lines, reading.findings)
    settings = reading.given("max_files")
    if "grade" in reading.settings.data:
        settings["grade"] = Decimal(reading.settings.data["grade"])
    if chosen := reading.settings.words("submission"):
        settings["submission"] = chosen
    lines, guide = cut_guide(lines, reading.findings, rubric=bool(rubric))
    body = read_blocks(lines, reading.findings)
    return Assignment(
        **reading.common(body),
        **settings,
        files=reading.files(),
        rubric=rubric,
        rubric_heading=heading,
        guide=guide,
    )


def _forum(reading: _Reading) -> Forum:
    forum = Forum(**reading.plain(), **reading.given("kind", "discussions", "posts"))
    if forum.discussions and forum.kind != "general":
        place = reading.settings.places["discussions"]
        reading.findings.add_at(NO_DISCUSSIONS, place, kind=forum.kind)
    return forum


def _glossary(reading: _Reading) -> Glossary:
    before, terms = cut_terms(reading.lines, reading.findings)
    body = read_blocks(before, reading.findings) if before else ()
    return Glossary(
        **reading.common(body), **reading.given("moodle", "mentions", "import_file"), terms=terms
    )


def _survey(reading: _Reading) -> Survey:
    before, sections = cut_sections(reading.lines)
    body = read_blocks(before, reading.findings) if before else ()
    items = read_items(sections, reading.lines[0], reading.findings)
    return Survey(**reading.common(body), **reading.given("anonymous"), items=items)


def _poll(reading: _Reading) -> Poll:
    before, options, multiple = cut_poll(reading.lines, reading.findings)
    body = read_blocks(before, reading.findings) if before else ()
    given = reading.given("change", "results")
    return Poll(**reading.common(body), **given, options=options, multiple=multiple)


def _web_link(reading: _Reading) -> WebLink:
    return WebLink(**reading.plain(), url=reading.settings.text("url"))


def _file_offer(reading: _Reading) -> FileOffer:
    return FileOffer(**reading.plain(), file=reading.path(reading.settings.text("file")))


def _folder(reading: _Reading) -> Folder:
    return Folder(**reading.plain(), files=reading.files())


_READERS: Mapping[PlatformKind, Callable[[_Reading], PlatformActivity]] = MappingProxyType(
    {
        "assignment": _assignment,
        "forum": _forum,
        "glossary": _glossary,
        "feedback": _survey,
        "choice": _poll,
        "url": _web_link,
        "file": _file_offer,
        "folder": _folder,
    }
)


def _anchors(node: PlatformActivity) -> tuple[str, ...]:
    """The ids in a file that links may name."""
    if isinstance(node, Glossary):
        return tuple(term.id for term in node.terms)
    if isinstance(node, Survey):
        return tuple(item.id for item in node.items)
    return ()

"""The Markdown of a situation: its introduction and one scene per ``##`` heading."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.notation import DUPLICATE_BLOCK_ID
from coursebuilder.diagnostics.rules.situations import (
    SCENE_WITHOUT_ID,
    SCENE_WITHOUT_TEXT,
    SCENE_WITHOUT_TITLE,
    STRAY_SCENE_TEXT,
)
from coursebuilder.model import Body, Ending, Scene, SceneChoice
from coursebuilder.source.attributes import Attributes
from coursebuilder.source.blocks import read_blocks, report_repeated_ids
from coursebuilder.source.containers import plain_markdown, take_parts
from coursebuilder.source.lines import (
    BULLET,
    QUOTE,
    Findings,
    Line,
    cut_item,
    cut_quote,
    joined,
    skipped,
    split_lines,
    text_of,
)
from coursebuilder.source.sections import Section, cut_sections
from coursebuilder.text import Markdown, Span, Text

_CHOICE = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(#([^()\s]*)\)")
"""A link to a place in this file, and nothing else."""
_ESCAPED = re.compile(r"\\([\\\[\]])")
_ENDINGS: Mapping[str, Ending] = {"good": "good", "fair": "fair", "poor": "poor"}


def read_situation_body(
    text: str, span: Span
) -> tuple[Body, tuple[Scene, ...], tuple[Diagnostic, ...]]:
    """The introduction and the scenes of a situation, and what is wrong with them."""
    findings = Findings(span.path)
    before, sections = cut_sections(split_lines(text, span))
    introduction = read_blocks(before, findings)
    report_repeated_ids(introduction, (), findings)
    scenes = tuple(_scene(section, findings) for section in sections)
    _report_repeated(scenes, findings)
    return introduction, scenes, findings.all


def _scene(section: Section, findings: Findings) -> Scene:
    title, attributes = section.title("scene", findings)
    attributes.only(("id", "ending"))
    if not title:
        findings.add(SCENE_WITHOUT_TITLE, section.heading)
    lines = take_parts(section.lines, "scene", (), findings)[0]
    start = _first_choice(lines)
    text = plain_markdown(lines[:start], "scene", findings)
    if text is None:
        findings.add(SCENE_WITHOUT_TEXT, section.heading)
    return Scene(
        id=attributes.id(SCENE_WITHOUT_ID),
        title=title,
        text=text or Text(Markdown(""), findings.span(section.heading)),
        choices=_choices(lines, start, findings),
        ending=_ending(attributes),
        span=findings.span(section.heading),
    )


def _ending(attributes: Attributes) -> Ending | None:
    """How a scene ends; a word that is none of them says at least that it does."""
    if "ending" not in attributes.values:
        return None
    return _ENDINGS[attributes.one_of("ending", tuple(_ENDINGS), "good")]


class _Item(NamedTuple):
    """A list item that is a choice."""

    match: re.Match[str]
    rest: Sequence[Line]
    """What stands below the link."""
    end: int
    """Index of the line behind the item."""


def _first_choice(lines: Sequence[Line]) -> int:
    skip = skipped(lines)
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index]
        elif _item(lines, index) is not None:
            return index
        index += 1
    return len(lines)


def _item(lines: Sequence[Line], index: int) -> _Item | None:
    """The choice that begins at a line, if one does."""
    bullet = BULLET.match(lines[index].text)
    if bullet is None or not lines[index].text.startswith("[", bullet.end()):
        return None
    content, end = cut_item(lines, index, bullet.end())
    below = next(
        (number for number, line in enumerate(content) if line.blank or QUOTE.match(line.text)),
        len(content),
    )
    match = _CHOICE.fullmatch(joined(content[:below]))
    return _Item(match, content[below:], end) if match else None


def _choices(lines: Sequence[Line], start: int, findings: Findings) -> tuple[SceneChoice, ...]:
    choices: list[SceneChoice] = []
    index = start
    while index < len(lines):
        line = lines[index]
        item = _item(lines, index)
        if item is None:
            if not line.blank:
                findings.add(STRAY_SCENE_TEXT, line)
            index += 1
            continue
        choices.append(
            SceneChoice(
                label=_ESCAPED.sub(r"\1", item.match[1]),
                target=item.match[2],
                consequence=_consequence(item.rest, findings),
                span=findings.span(line),
            )
        )
        index = item.end
    return tuple(choices)


def _consequence(lines: Sequence[Line], findings: Findings) -> Text | None:
    start = next((index for index, line in enumerate(lines) if not line.blank), len(lines))
    quoted, behind = cut_quote(lines, start)
    for line in lines[behind:]:
        if not line.blank:
            findings.add(STRAY_SCENE_TEXT, line)
    return text_of(quoted, findings.path)


def _report_repeated(scenes: Sequence[Scene], findings: Findings) -> None:
    seen: dict[str, int] = {}
    for scene in scenes:
        if scene.id in seen:
            findings.add_at(DUPLICATE_BLOCK_ID, scene.span, id=scene.id, line=seen[scene.id])
        elif scene.id:
            seen[scene.id] = scene.span.line

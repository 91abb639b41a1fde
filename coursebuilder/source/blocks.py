"""A page cut into blocks: prose, callouts and ``:::`` containers, each with its place.

Paths of files (pictures, downloads, media) are resolved here: they come out as paths from the
course folder.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import get_args

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.notation import (
    DUPLICATE_BLOCK_ID,
    EMPTY_BLOCK,
    TEXT_BEFORE_PANEL,
    TOO_DEEP,
    UNKNOWN_CALLOUT,
    UNTITLED_PANEL,
)
from coursebuilder.markup import split_attributes
from coursebuilder.model import (
    Accordion,
    Block,
    Body,
    Callout,
    CalloutKind,
    Checklist,
    Panel,
    Practice,
    Prose,
    Question,
    Reflection,
    Tabs,
)
from coursebuilder.model.walk import blocks
from coursebuilder.source.blocks_kept import read_checklist, read_practice, read_reflection
from coursebuilder.source.blocks_media import read_downloads, read_figure, read_media
from coursebuilder.source.containers import (
    BLOCKS,
    CALLOUT,
    Container,
    container_ends,
    is_marker,
    no_title,
    open_container,
    report_indented,
    report_unknown,
)
from coursebuilder.source.lines import (
    Findings,
    Line,
    cut_quote,
    skipped,
    split_lines,
    text_of,
)
from coursebuilder.text import Span

_KINDS: Mapping[str, CalloutKind] = MappingProxyType(
    {str(kind): kind for kind in get_args(CalloutKind)}
)
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*)|$)")
_DEEPEST = 12


def read_body(text: str, span: Span) -> tuple[Body, tuple[Diagnostic, ...]]:
    """The blocks of Markdown that begins at ``span``, and what is wrong with them."""
    findings = Findings(span.path)
    body = read_blocks(split_lines(text, span), findings)
    report_repeated_ids(body, (), findings)
    return body, findings.all


def read_blocks(lines: Sequence[Line], findings: Findings, depth: int = 0) -> Body:
    """The blocks of some lines."""
    if depth > _DEEPEST:
        findings.add(TOO_DEEP, lines[0], most=_DEEPEST)
        return ()
    skip = skipped(lines)
    ends: dict[int, int] | None = None
    found: list[Block] = []
    start = index = 0
    while index < len(lines):
        line = lines[index].text
        block: Block | None = None
        after = index + 1
        cut = False
        if index in skip:
            after = skip[index] + 1
        elif line[:1] == ":" and is_marker(line):
            ends = container_ends(lines, skip) if ends is None else ends
            container, after = open_container(lines, index, ends, findings)
            block = _contained(container, findings, depth) if container else None
            cut = True
        elif line[:4].lstrip(" ")[:1] == ">":
            quoted, after = cut_quote(lines, index)
            block = _callout(lines[index], quoted, findings, depth)
            cut = block is not None
        else:
            report_indented(lines[index], findings)
        if cut:
            found += _prose(lines[start:index], findings)
            found += [block] if block is not None else []
            start = after
        index = after
    found += _prose(lines[start:], findings)
    return tuple(found)


def _prose(lines: Sequence[Line], findings: Findings) -> Iterator[Prose]:
    text = text_of(lines, findings.path)
    if text is not None:
        yield Prose(text=text)


def _callout(line: Line, quoted: Sequence[Line], findings: Findings, depth: int) -> Callout | None:
    """The callout that a quote is; None when it is just a quote."""
    match = CALLOUT.match(quoted[0].text)
    if match is None:
        return None
    kind = _KINDS.get(match[1].lower())
    if kind is None:
        findings.add(UNKNOWN_CALLOUT, quoted[0], name=match[1], known=", ".join(_KINDS))
        return None
    body = read_blocks(quoted[1:], findings, depth + 1) if len(quoted) > 1 else ()
    return Callout(kind=kind, title=match[2].strip(), body=body, span=findings.span(line))


def _contained(container: Container, findings: Findings, depth: int) -> Block | None:
    if container.name in ("tabs", "accordion"):
        return _read_panels(container, findings, depth)
    reader = _READERS.get(container.name)
    if reader is None:
        report_unknown(container, "page", BLOCKS)
        return None
    return reader(container)


def _read_panels(container: Container, findings: Findings, depth: int) -> Tabs | Accordion | None:
    container.attributes.only(())
    no_title(container)
    before, sections = _sections(container.inner)
    if any(not line.blank for line in before):
        place = next(line for line in before if not line.blank)
        findings.add(TEXT_BEFORE_PANEL, place, name=container.name)
    panels: list[Panel] = []
    for heading, title, lines in sections:
        if not title:
            findings.add(UNTITLED_PANEL, heading)
        body = read_blocks(lines, findings, depth + 1) if lines else ()
        panels.append(Panel(title=title, body=body, span=findings.span(heading)))
    span = findings.span(container.opening)
    if not panels:
        findings.add_at(EMPTY_BLOCK, span, name=container.name, needs="### headings")
        return None
    kind = Tabs if container.name == "tabs" else Accordion
    return kind(panels=tuple(panels), span=span)


def _sections(
    lines: Sequence[Line],
) -> tuple[Sequence[Line], list[tuple[Line, str, Sequence[Line]]]]:
    """What stands before the first heading; then heading, title and lines of each panel."""
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    level = ""
    starts: list[tuple[int, str]] = []
    index = 0
    while index < len(lines):
        jump = skip.get(index, ends.get(index))
        if jump is not None:
            index = jump
        elif (match := _HEADING.match(lines[index].text)) and match[1] == (level or match[1]):
            level = match[1]
            starts.append((index, split_attributes(match[2] or "")[0]))
        index += 1
    stops = [start for start, _ in starts[1:]] + [len(lines)]
    first = starts[0][0] if starts else len(lines)
    return lines[:first], [
        (lines[start], title, lines[start + 1 : stop])
        for (start, title), stop in zip(starts, stops, strict=False)
    ]


_READERS: Mapping[str, Callable[[Container], Block | None]] = MappingProxyType(
    {
        "audio": read_media,
        "checklist": read_checklist,
        "downloads": read_downloads,
        "figure": read_figure,
        "question": read_practice,
        "reflection": read_reflection,
        "video": read_media,
    }
)


def report_repeated_ids(body: Body, questions: Sequence[Question], findings: Findings) -> None:
    """Report ids that two of a file's reflections, checklists and questions share."""
    marked: list[tuple[str, Span]] = []
    for block in blocks(body):
        if isinstance(block, Practice):
            marked.append((block.question.id, block.question.span))
        elif isinstance(block, Reflection | Checklist):
            marked.append((block.id, block.span))
    seen: dict[str, Span] = {}
    for id, span in (*marked, *((question.id, question.span) for question in questions)):
        if id in seen:
            findings.add_at(DUPLICATE_BLOCK_ID, span, id=id, line=seen[id].line)
        elif id:
            seen[id] = span

"""``::: name Title {attributes}`` … ``:::``: where containers open and close."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from coursebuilder.diagnostics.rules.notation import (
    INDENTED_BLOCK,
    MISPLACED_BLOCK,
    MISPLACED_CALLOUT,
    REPEATED_PART,
    STRAY_END,
    TITLE_NOT_USED,
    UNCLOSED_BLOCK,
    UNKNOWN_BLOCK,
    UNKNOWN_BLOCK_SIMILAR,
)
from coursebuilder.source.attributes import Attributes, read_attributes, similar
from coursebuilder.source.lines import QUOTE, Findings, Line, skipped, text_of
from coursebuilder.text import Text

_OPENING = re.compile(r":::+[ \t]*([^\s{}]*)[ \t]*")
_INDENTED = re.compile(r" {1,3}:::")
CALLOUT = re.compile(r"\[!([^\[\]\s]+)\][ \t]*(.*)")

BLOCKS = (
    "accordion", "audio", "checklist", "downloads", "figure", "question", "reflection", "tabs",
    "video",
)  # fmt: skip
"""What may stand on a page, in a callout and in a panel."""

PARTS = ("correct", "description", "hint", "incorrect", "model", "partial", "variants")
"""What may stand in one kind of block or question only."""


@dataclass(frozen=True, slots=True)
class Container:
    """One container, its attributes not yet checked."""

    name: str
    title: str
    opening: Line
    line: Line
    """The opening line from the words behind the name on."""
    attributes: Attributes
    inner: Sequence[Line]
    findings: Findings

    def text(self) -> Text | None:
        """Its content as plain Markdown, in which no block can stand."""
        rest = take_parts(self.inner, self.name, (), self.findings)[0]
        return plain_markdown(rest, self.name, self.findings)


def is_marker(line: str) -> bool:
    """Whether a line opens or closes a container."""
    return line.startswith(":::")


def container_ends(lines: Sequence[Line], skip: Mapping[int, int]) -> dict[int, int]:
    """Opening line -> closing line (indexes) of all containers, nested ones included."""
    ends: dict[int, int] = {}
    opened: list[int] = []
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index]
        elif is_marker(lines[index].text):
            if lines[index].text.rstrip().strip(":"):
                opened.append(index)
            elif opened:
                ends[opened.pop()] = index
        index += 1
    return ends


def open_container(
    lines: Sequence[Line], index: int, ends: Mapping[int, int], findings: Findings
) -> tuple[Container | None, int]:
    """The container that opens at a line, and the index behind it; None for a mistake, reported."""
    line = lines[index]
    match = _OPENING.match(line.text)
    name = match[1] if match else ""
    if not name:
        findings.add(STRAY_END, line)
        return None, index + 1
    if index not in ends:
        findings.add(UNCLOSED_BLOCK, line, name=name)
        return None, index + 1
    behind = line.after(match.end() if match else 0)
    title, attributes = read_attributes(behind, name, findings)
    inner = lines[index + 1 : ends[index]]
    return Container(name, title, line, behind, attributes, inner, findings), ends[index] + 1


def report_unknown(container: Container, owner: str, known: Collection[str]) -> None:
    """Report a container that cannot stand where it stands."""
    name, findings = container.name, container.findings
    listed = ", ".join(sorted(known)) or "text only"
    start = container.opening
    if name in BLOCKS or name in PARTS:
        findings.add(MISPLACED_BLOCK, start, name=name, owner=owner, known=listed)
    elif close := similar(name, known or BLOCKS):
        findings.add(UNKNOWN_BLOCK_SIMILAR, start, name=name, close=close)
    else:
        findings.add(UNKNOWN_BLOCK, start, name=name, known=listed)


Parts = dict[str, list[Text]]
"""Name of a part -> its texts, in the author's order."""


def take_parts(
    lines: Sequence[Line], owner: str, known: Collection[str], findings: Findings
) -> tuple[list[Line], Parts]:
    """The lines without the ``::: part`` containers among them, and those parts."""
    if not any(is_marker(line.text) for line in lines):
        return list(lines), {}
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    rest: list[Line] = []
    parts: Parts = {}
    index = 0
    while index < len(lines):
        if index in skip:
            rest += lines[index : skip[index] + 1]
            index = skip[index] + 1
        elif not is_marker(lines[index].text):
            rest.append(lines[index])
            index += 1
        else:
            opening = lines[index]
            container, index = open_container(lines, index, ends, findings)
            rest.append(opening._replace(text=""))
            if container is not None:
                _take_part(container, owner, known, parts)
    return rest, parts


def _take_part(container: Container, owner: str, known: Collection[str], parts: Parts) -> None:
    name = container.name
    if name not in known:
        report_unknown(container, owner, known)
        return
    if name in parts and name != "hint":
        container.findings.add(REPEATED_PART, container.opening, name=name)
    container.attributes.only(())
    no_title(container)
    text = container.text()
    if text is not None:
        parts.setdefault(name, []).append(text)


def no_title(container: Container) -> None:
    """Report words behind the name of a container that shows no title."""
    if container.title:
        container.findings.add(
            TITLE_NOT_USED, container.line, name=container.name, title=container.title
        )


def plain_markdown(lines: Sequence[Line], owner: str, findings: Findings) -> Text | None:
    """The lines as Markdown; callouts and indented blocks in them are reported."""
    skip = skipped(lines)
    quoted = False
    index = 0
    while index < len(lines):
        if index in skip:
            index, quoted = skip[index], False
        else:
            line = lines[index].text
            quote = QUOTE.match(line)
            if quote and not quoted and CALLOUT.match(line, quote.end()):
                findings.add(MISPLACED_CALLOUT, lines[index], owner=owner)
            quoted = quote is not None
            report_indented(lines[index], findings)
        index += 1
    return text_of(lines, findings.path)


def report_indented(line: Line, findings: Findings) -> None:
    """Report a container marker that is no marker because it is indented."""
    if line.text.startswith(" ") and _INDENTED.match(line.text):
        findings.add(INDENTED_BLOCK, line)

"""A file cut at its ``##`` headings: questions of a quiz, groups of a self-scan."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from coursebuilder.source.attributes import Attributes, read_attributes
from coursebuilder.source.containers import container_ends
from coursebuilder.source.lines import Findings, Line, skipped

_HEADINGS = {2: re.compile(r"(##)(?:[ \t]+|$)"), 1: re.compile(r"(##?)(?:[ \t]+|$)")}
"""Highest level that cuts -> the headings that do."""


class Section(NamedTuple):
    """What stands under one heading."""

    heading: Line
    """Behind its marker."""
    lines: Sequence[Line]
    level: int

    def title(self, owner: str, findings: Findings) -> tuple[str, Attributes]:
        """The heading's words and its attributes."""
        return read_attributes(self.heading, owner, findings)


def cut_sections(
    lines: Sequence[Line], highest: Literal[1, 2] = 2
) -> tuple[Sequence[Line], list[Section]]:
    """The lines before the first heading, and a section for each: ``##``, or ``#`` as well."""
    pattern = _HEADINGS[highest]
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    starts: list[int] = []
    index = 0
    while index < len(lines):
        jump = skip.get(index, ends.get(index))
        if jump is not None:
            index = jump
        elif pattern.match(lines[index].text):
            starts.append(index)
        index += 1
    sections = [
        _section(pattern, lines[start], lines[start + 1 : stop])
        for start, stop in pairwise((*starts, len(lines)))
    ]
    return lines[: starts[0]] if starts else lines, sections


def _section(pattern: re.Pattern[str], heading: Line, lines: Sequence[Line]) -> Section:
    match = pattern.match(heading.text)
    marker, level = (match.end(), len(match[1])) if match else (0, 2)
    return Section(heading.after(marker), lines, level)

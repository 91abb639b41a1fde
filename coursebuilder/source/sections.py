"""A file cut at its ``##`` headings: questions of a quiz, groups of a self-scan."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from coursebuilder.source.attributes import Attributes, read_attributes
from coursebuilder.source.containers import container_ends
from coursebuilder.source.lines import Findings, Line, skipped

_HEADING = re.compile(r"##(?:[ \t]+|$)")


class Section(NamedTuple):
    """What stands under one ``##`` heading."""

    heading: Line
    """Behind its marker."""
    lines: Sequence[Line]

    def title(self, owner: str, findings: Findings) -> tuple[str, Attributes]:
        """The heading's words and its attributes."""
        return read_attributes(self.heading, owner, findings)


def cut_sections(lines: Sequence[Line]) -> tuple[Sequence[Line], list[Section]]:
    """The lines before the first ``##`` heading, and a section for each heading."""
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    starts: list[int] = []
    index = 0
    while index < len(lines):
        jump = skip.get(index, ends.get(index))
        if jump is not None:
            index = jump
        elif _HEADING.match(lines[index].text):
            starts.append(index)
        index += 1
    sections = [
        Section(_behind_marker(lines[start]), lines[start + 1 : stop])
        for start, stop in pairwise((*starts, len(lines)))
    ]
    return lines[: starts[0]] if starts else lines, sections


def _behind_marker(line: Line) -> Line:
    match = _HEADING.match(line.text)
    return line.after(match.end() if match else 0)

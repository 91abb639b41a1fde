"""``::: rubric``: a table with points in its first row and a criterion in each further one."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from coursebuilder.diagnostics.rules.platform import MALFORMED_RUBRIC, SHORT_RUBRIC
from coursebuilder.model import Criterion, Level
from coursebuilder.source.attributes import decimal
from coursebuilder.source.containers import (
    Container,
    container_ends,
    is_marker,
    no_title,
    open_container,
)
from coursebuilder.source.lines import Findings, Line, skipped
from coursebuilder.source.tables import RULE, cells

_OPENING = re.compile(r":::+[ \t]*rubric(?![^\s{}])")


def cut_rubric(
    lines: Sequence[Line], findings: Findings
) -> tuple[list[Line], str, tuple[Criterion, ...]]:
    """The lines with those of the first rubric left empty, its first cell, and its criteria."""
    rest, container = cut_container(lines, _OPENING, findings)
    return rest, *_rubric(container, findings)


def cut_container(
    lines: Sequence[Line], opening: re.Pattern[str], findings: Findings
) -> tuple[list[Line], Container | None]:
    """The lines with those of the first container that opens so left empty, and that container."""
    skip = skipped(lines)
    ends = container_ends(lines, skip)
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index]
        elif is_marker(lines[index].text):
            if opening.match(lines[index].text) and index in ends:
                container, after = open_container(lines, index, ends, findings)
                emptied = [line._replace(text="") for line in lines[index:after]]
                return [*lines[:index], *emptied, *lines[after:]], container
            index = ends.get(index, index)
        index += 1
    return list(lines), None


def _rubric(container: Container | None, findings: Findings) -> tuple[str, tuple[Criterion, ...]]:
    if container is None:
        return "", ()
    container.attributes.only(())
    no_title(container)
    rows = [line for line in container.inner if not line.blank]
    points = list(_points(rows[0])) if rows else []
    distinct = len(set(points)) == len(points) > 0 and None not in points
    if not distinct or len(rows) < 2 or not RULE.fullmatch(rows[1].text):
        findings.add(MALFORMED_RUBRIC, rows[0] if rows else container.opening)
        return "", ()
    if len(rows) == 2:
        findings.add(SHORT_RUBRIC, container.opening, found=0)
    criteria = (_criterion(row, points, findings) for row in rows[2:])
    return cells(rows[0].text)[0], tuple(row for row in criteria if row is not None)


def _points(head: Line) -> Iterator[Decimal | None]:
    """The numbers in the first row, behind its first cell; None for a cell that is no number."""
    for cell in cells(head.text)[1:]:
        number = decimal(cell)
        yield number if number is not None and number >= 0 else None


def _criterion(row: Line, points: Sequence[Decimal | None], findings: Findings) -> Criterion | None:
    text, *texts = cells(row.text)
    levels = tuple(
        Level(points=number, text=cell)
        for number, cell in zip(points, texts, strict=False)
        if number is not None and cell
    )
    if not text or len(texts) > len(points):
        findings.add(MALFORMED_RUBRIC, row)
        return None
    if len(levels) < 2:
        findings.add(SHORT_RUBRIC, row, found=len(levels))
        return None
    return Criterion(text=text, levels=levels)

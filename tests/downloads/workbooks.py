"""Workbooks made from text, opened again."""

import io
from collections.abc import Iterable

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from coursebuilder.downloads.making import make_download

PATH = "01-kader/files/taken.xlsx.yml"

TEXT = """\
title: Taken & uren
language: nl-BE
sheets:
  - name: Taken
    intro:
      - Vul eerst in hoe het vandaag is.
      - Kies dan.
    columns:
      - title: Taak
        width: 40
      - title: Waar
        choices: [team, extern]
        note: Waar hoort de taak?
      - title: Uren
        type: number
      - title: Tegen
        type: date
    rows:
      - [Leeromgeving beheren, team, 4, 2026-09-01]
      - ["Netwerk, wifi", ~, 2.5]
      - [Inventaris]
    empty_rows: 3
  - name: Afspraken
    columns: [{title: Afspraak}]
    freeze: false
"""


def made(text: str = TEXT) -> bytes:
    """The bytes of the workbook that ``text`` describes."""
    content, found = make_download(PATH, text.encode())
    assert [finding.message() for finding in found] == []
    return content


def opened(text: str = TEXT) -> Workbook:
    return load_workbook(io.BytesIO(made(text)))


def codes(text: str) -> list[tuple[str, int, int]]:
    """(code, line, column) of what is wrong with ``text``."""
    content, found = make_download(PATH, text.encode())
    assert bool(found) == (content == b"")
    return [(finding.rule.code, finding.span.line, finding.span.column) for finding in found]


def one_column(column: str, rows: Iterable[str] = ()) -> str:
    """A workbook with one column, written as YAML on one line, and rows of one cell."""
    cells = "".join(f"      - [{row}]\n" for row in rows)
    table = f"    rows:\n{cells}" if cells else ""
    return f"title: T\nsheets:\n  - name: S\n    columns: [{column}]\n{table}"


def values(sheet: Worksheet, column: int) -> list[object]:
    return [cell[0].value for cell in sheet.iter_rows(min_col=column, max_col=column)]

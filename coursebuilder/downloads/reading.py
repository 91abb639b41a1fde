"""A ``NAME.xlsx.yml`` becomes a workbook, or findings."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from coursebuilder.diagnostics import Diagnostic, has_errors
from coursebuilder.diagnostics.rules.downloads import (
    CELL_NOT_A_CHOICE,
    CELL_TYPE,
    CHOICE_COMMA,
    CHOICES_TOO_LONG,
    REPEATED_COLUMN,
    REPEATED_SHEET,
    ROW_TOO_LONG,
    SHEET_NAME,
)
from coursebuilder.downloads.workbook import Cell, Column, ColumnType, Sheet, Workbook
from coursebuilder.source.pasted import source_text
from coursebuilder.source.settings import Settings, check_settings
from coursebuilder.source.yaml_positions import read_yaml
from coursebuilder.text import Span

MAX_NAME = 31
"""Characters in the name of a sheet (Microsoft, "Rename a worksheet")."""

MAX_CHOICES = 255
"""Characters in a drop-down list, commas included (ECMA-376-1, 18.3.1.32 keeps it in a formula)."""

_FORBIDDEN = re.compile(r"[\[\]:*?/\\]|^'|'$")
_NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,10})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_workbook(path: str, data: bytes) -> tuple[Workbook | None, tuple[Diagnostic, ...]]:
    """The workbook that the file ``path`` describes; None, with findings, when it does not."""
    text, found = source_text(path, data)
    if text is None:
        return None, found
    root, problems = read_yaml(text, Span(path))
    found += problems
    if root is None:
        return None, found
    settings, wrong = check_settings(root, "spreadsheet")
    found += wrong
    if not wrong:
        found += tuple(_findings(settings))
    found = tuple(sorted(found, key=lambda finding: finding.sort_key))
    if has_errors(found):
        return None, found
    sheets = tuple(_sheet(item) for _, item in settings.items("sheets"))
    language = settings.text("language")
    return Workbook(title=settings.text("title"), language=language, sheets=sheets), found


def _findings(settings: Settings) -> Iterator[Diagnostic]:
    """What no schema can say about the settings that pass it."""
    names: set[str] = set()
    for index, sheet in settings.items("sheets"):
        route = f"sheets/{index}"
        place, name = settings.places[f"{route}/name"], sheet["name"]
        if len(name) > MAX_NAME or _FORBIDDEN.search(name) or name.casefold() == "history":
            yield SHEET_NAME.at(place, name=name, limit=MAX_NAME)
        if name.casefold() in names:
            yield REPEATED_SHEET.at(place, name=name)
        names.add(name.casefold())
        yield from _column_findings(settings, route, sheet)
        yield from _row_findings(settings, route, sheet)


def _column_findings(settings: Settings, route: str, sheet: Any) -> Iterator[Diagnostic]:
    titles: set[str] = set()
    for index, column in enumerate(sheet["columns"]):
        place = f"{route}/columns/{index}"
        title, choices = column["title"], column.get("choices", [])
        if title.casefold() in titles:
            yield REPEATED_COLUMN.at(settings.places[f"{place}/title"], title=title)
        titles.add(title.casefold())
        for number, choice in enumerate(choices):
            if "," in choice or '"' in choice:
                yield CHOICE_COMMA.at(settings.places[f"{place}/choices/{number}"], choice=choice)
        length = len(",".join(choices))
        if length > MAX_CHOICES:
            span = settings.places[f"{place}/choices"]
            yield CHOICES_TOO_LONG.at(span, title=title, count=length, limit=MAX_CHOICES)


def _row_findings(settings: Settings, route: str, sheet: Any) -> Iterator[Diagnostic]:
    columns = sheet["columns"]
    for index, row in enumerate(sheet.get("rows", ())):
        place = f"{route}/rows/{index}"
        if len(row) > len(columns):
            span = settings.places[f"{place}/{len(columns)}"]
            yield ROW_TOO_LONG.at(span, cells=len(row), columns=len(columns))
        for number, (cell, column) in enumerate(zip(row, columns, strict=False)):
            if not cell:
                continue
            span, title = settings.places[f"{place}/{number}"], column["title"]
            choices, kind = column.get("choices"), column.get("type", "text")
            if _cell(cell, kind) is None:
                yield CELL_TYPE.at(span, cell=cell, title=title, example=_EXAMPLES[kind])
            elif choices and cell not in choices:
                allowed = ", ".join(choices)
                yield CELL_NOT_A_CHOICE.at(span, cell=cell, title=title, allowed=allowed)


_EXAMPLES = {"text": "…", "number": "2.5", "date": "2026-09-01"}


def _sheet(data: Any) -> Sheet:
    columns = tuple(
        Column(**{**column, "choices": tuple(column.get("choices", ()))})
        for column in data["columns"]
    )
    rows = tuple(
        tuple(_cell(cell, column.type) for cell, column in zip(row, columns, strict=False))
        for row in data.get("rows", ())
    )
    given = {key: data[key] for key in ("name", "empty_rows", "freeze") if key in data}
    return Sheet(columns=columns, rows=rows, intro=tuple(data.get("intro", ())), **given)


def _cell(text: str | None, kind: ColumnType) -> Cell:
    """What a cell holds; None when it is empty, or no such thing as its column asks."""
    if not text:
        return None
    match kind:
        case "text":
            return text
        case "number":
            return _number(text)
        case "date":
            return _date(text)


def _number(text: str) -> int | Decimal | None:
    if not _NUMBER.fullmatch(text):
        return None
    return Decimal(text) if "." in text else int(text)


def _date(text: str) -> date | None:
    """A day from 1901 on: what spreadsheets count before it differs."""
    if not _DATE.fullmatch(text) or text < "1901":
        return None
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        return None

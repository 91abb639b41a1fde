"""A workbook, whatever program opens it."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal

ColumnType = Literal["text", "number", "date"]
"""What the cells of a column hold."""

Cell = str | int | Decimal | date | None
"""What one cell holds; None: nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column of a table."""

    title: str
    width: int = 18
    """About how many characters fit on a line."""
    type: ColumnType = "text"
    choices: tuple[str, ...] = ()
    """What the drop-down list of each cell offers; empty: no list."""
    note: str = ""
    """Help that appears when a cell is chosen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One table with a few words above it."""

    name: str
    columns: tuple[Column, ...]
    intro: tuple[str, ...] = ()
    """Paragraphs above the table."""
    rows: tuple[tuple[Cell, ...], ...] = ()
    """Each at most as long as ``columns``."""
    empty_rows: int = 20
    """Rows ready to fill in, below the others."""
    freeze: bool = True
    """Whether the headings stay in view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workbook:
    """One spreadsheet file."""

    title: str
    sheets: tuple[Sheet, ...]
    language: str = ""
    """BCP 47; empty: not said."""

"""A workbook as an Office Open XML file (ECMA-376), the same bytes every time."""

import io
from datetime import date
from functools import cache
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from coursebuilder.downloads.office import CREATOR, MOMENT, repacked
from coursebuilder.downloads.workbook import Cell, Column, Sheet, Workbook

if TYPE_CHECKING:
    from openpyxl.worksheet.dimensions import RowDimension
    from openpyxl.worksheet.worksheet import Worksheet

_PROPERTIES = "docProps/core.xml"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What a text starts with that a spreadsheet might take for a formula when it is edited or exported
(OWASP, "CSV injection")."""

_PROMPT_TITLE = 32
"""Characters that Excel takes as the title of a prompt; with more it calls the file damaged."""

_HEADING_COLOUR, _LINE_COLOUR = "1F3864", "BFBFBF"
_DATE_FORMAT = "mm-dd-yy"
"""Format 14: each program shows it in the order of its own country."""
_FONT = "Calibri"
_LINE_HEIGHT = 15.0
"""Points of one line of 11 points."""
_ARROW = 3
"""Characters that the button of a filter takes from a heading."""


def workbook_bytes(workbook: Workbook) -> bytes:
    """The content of the ``.xlsx``."""
    # Imported late: it takes as long as reading a course, and most builds find the result in the cache.
    import openpyxl
    from openpyxl.xml.functions import tostring

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in workbook.sheets:
        _SheetWriter(book.create_sheet(sheet.name), sheet).write(workbook)
    properties = book.properties
    properties.title, properties.language = workbook.title, workbook.language or None
    properties.creator = CREATOR
    packed = io.BytesIO()
    book.save(packed)
    properties.created = properties.modified = MOMENT  # saving writes the time of day
    return repacked(packed, {_PROPERTIES: tostring(properties.to_tree())})


class _SheetWriter:
    """Fills one sheet."""

    def __init__(self, target: "Worksheet", sheet: Sheet) -> None:
        self._target = target
        self._sheet = sheet
        self._heading = len(sheet.intro) + 2
        """The row of the headings, below the title and the introduction."""
        self._last = self._heading + len(sheet.rows) + sheet.empty_rows

    def write(self, workbook: Workbook) -> None:
        """Everything of the sheet."""
        self._words_above(workbook)
        self._headings()
        self._cells()
        for number, column in enumerate(self._sheet.columns, 1):
            self._help(number, column)
        self._view()
        self._print_setup(workbook.title)

    def _words_above(self, workbook: Workbook) -> None:
        from openpyxl.styles import Alignment, Font

        several = len(workbook.sheets) > 1
        title = f"{workbook.title} – {self._sheet.name}" if several else workbook.title
        _put(self._target.cell(1, 1), title).font = Font(name=_FONT, bold=True, size=14)
        count = len(self._sheet.columns)
        width = sum(column.width for column in self._sheet.columns)
        for row, words in enumerate(self._sheet.intro, 2):
            cell = _put(self._target.cell(row, 1), words)
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if count > 1:
                self._target.merge_cells(
                    start_row=row, end_row=row, start_column=1, end_column=count
                )
            self._set_height(row, _lines(words, width))

    def _headings(self) -> None:
        from openpyxl.styles import Alignment, Font, PatternFill

        columns = self._sheet.columns
        lines = max(_lines(column.title, column.width - _ARROW) for column in columns)
        self._set_height(self._heading, lines)
        for number, column in enumerate(columns, 1):
            cell = _put(self._target.cell(self._heading, number), column.title)
            cell.font = Font(name=_FONT, bold=True, color="FFFFFF")
            cell.fill = PatternFill("solid", fgColor=_HEADING_COLOUR)
            cell.alignment = Alignment(wrap_text=True, vertical="center")
            cell.border = _border()
            self._target.column_dimensions[cell.column_letter].width = column.width

    def _cells(self) -> None:
        from openpyxl.styles import Alignment

        border, alignment = _border(), Alignment(wrap_text=True, vertical="center")
        rows = self._sheet.rows + ((),) * self._sheet.empty_rows
        for row, values in enumerate(rows, self._heading + 1):
            texts = zip(map(str, values), self._sheet.columns, strict=False)
            lines = max((_lines(text, column.width) for text, column in texts), default=1)
            self._set_height(row, lines)
            for number, column in enumerate(self._sheet.columns):
                cell = self._target.cell(row, number + 1)
                cell.border, cell.alignment = border, alignment
                if column.type == "date":
                    cell.number_format = _DATE_FORMAT
                if number < len(values):
                    _put(cell, values[number])

    def _set_height(self, row: int, lines: int) -> None:
        """Make a row high enough for so many lines. LibreOffice does not look when it opens a file."""
        height = lines * _LINE_HEIGHT + 3
        self._target.row_dimensions[row] = _growing_row()(self._target, index=row, ht=height)

    def _help(self, number: int, column: Column) -> None:
        """The drop-down list and the note of a column (18.3.1.32, dataValidation)."""
        from openpyxl.utils import get_column_letter
        from openpyxl.worksheet.datavalidation import DataValidation

        if self._last == self._heading or not (column.choices or column.note):
            return
        offered = ",".join(column.choices)
        rule = DataValidation(
            type="list" if offered else None,
            formula1=f'"{offered}"' if offered else None,
            allow_blank=True,
            showErrorMessage=bool(offered),
            showInputMessage=bool(column.note),
            promptTitle=column.title[:_PROMPT_TITLE] if column.note else None,
            prompt=column.note or None,
        )
        letter = get_column_letter(number)
        rule.add(f"{letter}{self._heading + 1}:{letter}{self._last}")
        self._target.add_data_validation(rule)

    def _view(self) -> None:
        from openpyxl.utils import get_column_letter

        if self._sheet.freeze:
            self._target.freeze_panes = f"A{self._heading + 1}"
        right = get_column_letter(len(self._sheet.columns))
        self._target.auto_filter.ref = f"A{self._heading}:{right}{self._last}"

    def _print_setup(self, title: str) -> None:
        target = self._target
        target.page_setup.orientation = "landscape"
        target.page_setup.paperSize = target.PAPERSIZE_A4
        target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
        target.sheet_properties.pageSetUpPr.fitToPage = True
        target.page_margins.left = target.page_margins.right = 0.4
        target.page_margins.top = target.page_margins.header = 0.4
        target.page_margins.bottom, target.page_margins.footer = 0.75, 0.4
        target.print_title_rows = f"{self._heading}:{self._heading}"
        target.oddFooter.left.text = title.replace("&", "&&")
        target.oddFooter.right.text = "&P / &N"


@cache
def _growing_row() -> type["RowDimension"]:
    """A row whose height is no wish: it grows when somebody types more into it."""
    from openpyxl.worksheet.dimensions import RowDimension

    class Growing(RowDimension):  # type: ignore[misc]
        customHeight = False  # noqa: N815 (openpyxl's name)

    return Growing


def _lines(text: str, width: int) -> int:
    """The lines that a text takes, as far as one can tell without its font.

    The width of a column is counted in digits (18.3.1.13, col), and letters are narrower.
    """
    return sum(len(wrap(line, max(width + width // 10, 1))) or 1 for line in text.split("\n"))


def _put(cell: Any, value: Cell) -> Any:
    """The cell, holding ``value``; text stays text, whatever it starts with."""
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # openpyxl takes "=…" for a formula and "#N/A" for an error
        cell.quotePrefix = value.startswith(_FORMULA)
    elif isinstance(value, date):
        cell.number_format = _DATE_FORMAT
    return cell


def _border() -> Any:
    from openpyxl.styles import Border, Side

    line = Side(style="thin", color=_LINE_COLOUR)
    return Border(left=line, right=line, top=line, bottom=line)

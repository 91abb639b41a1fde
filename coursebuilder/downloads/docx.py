"""Markdown as a Word document, written with python-docx; the same bytes every time."""

import io
import re
from collections.abc import Sequence
from typing import Any

from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Length, Pt, Twips
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from lxml import html

from coursebuilder.downloads.docx_elements import (
    keep_together,
    link_runs,
    new_list,
    put_in_list,
    repeat_on_each_page,
    shade,
)
from coursebuilder.downloads.docx_template import empty_document
from coursebuilder.downloads.office import repacked

_MARKS = {"strong": "bold", "b": "bold", "em": "italic", "i": "italic", "code": "code"}
_EXTERNAL = ("https://", "http://", "mailto:")
_BOXES = {"[ ] ": "☐", "[x] ": "☒"}
_LEVELS = ("", " 2", " 3")
"""How the names of the styles of lists end, outermost first."""
_INDENT = Pt(18)
"""What each level of a list stands further to the right in the template."""
_SPACE = re.compile(r"[ \n]+")
_ROW_HEIGHT = Pt(24)
"""Room for a line by hand in a row that is to be filled in."""
_CELL_SPACE = Pt(2)
_HEADING_FILL = "E8EDF4"
_SHORT = 15
"""Rows of a table that goes to the next page as a whole when it does not fit; a longer one breaks."""
_TEXT_WIDTH = 9638
"""Of an A4 page with margins of 2 cm, in twentieths of a point."""


class UnsuitedError(Exception):
    """The document holds something that has no place in it; the message says what."""


def document_bytes(markup: str, language: str) -> bytes:
    """The content of the ``.docx`` with what ``markup`` (sanitised HTML) says; :class:`UnsuitedError` otherwise."""
    root = html.fragment_fromstring(markup, create_parent="div")
    heading = root.find(".//h1")
    title = "" if heading is None else " ".join(heading.text_content().split())
    writer = _Writer(title, language)
    writer.blocks(root)
    packed = io.BytesIO()
    writer.document.save(packed)
    return repacked(packed)


class _Writer:
    """Turns blocks of HTML into paragraphs and tables."""

    def __init__(self, title: str, language: str) -> None:
        self.document = empty_document(title, language)

    def blocks(self, parent: Any, style: str | None = None) -> None:
        """Appends what stands in ``parent``."""
        for element in parent:
            match element.tag:
                case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                    level = int(element.tag[1]) - 1  # 0 is the title
                    _words(self.document.add_heading(level=level), element)
                case "p":
                    _words(self.document.add_paragraph(style=style), element)
                case "ul" | "ol":
                    self._list(element, level=0)
                case "table":
                    self._table(element)
                    self.document.add_paragraph()  # two tables that touch become one
                case "blockquote":
                    self.blocks(element, "Quote")
                case "hr":
                    self.document.add_paragraph()
                case _:
                    raise UnsuitedError(_name(element))

    def _list(self, element: Any, level: int) -> None:
        """Bullets share one list; numbers, and boxes to tick, do not."""
        style = ("List Number" if element.tag == "ol" else "List Bullet") + _LEVELS[level]
        number = new_list(self.document, style) if element.tag == "ol" else None
        for item in element:
            first = item[0] if len(item) and item[0].tag == "p" else item
            paragraph = self._item(first, style, level)
            if number is not None:
                put_in_list(paragraph, number)
            self._inside(item, first, level)

    def _item(self, element: Any, style: str, level: int) -> Paragraph:
        """The first paragraph of an item, whose words stand in ``element``."""
        box = _BOXES.get((element.text or "").lstrip()[:4].lower())
        paragraph = self.document.add_paragraph(style="List Paragraph" if box else style)
        if box:
            element.text = element.text.lstrip()[4:]
            paragraph.paragraph_format.left_indent = Length(_INDENT * (level + 1))
            paragraph.paragraph_format.first_line_indent = Length(-_INDENT)
            paragraph.add_run(f"{box}\t")
        _words(paragraph, element)
        return paragraph

    def _inside(self, item: Any, first: Any, level: int) -> None:
        """The lists and further paragraphs of an item."""
        for rest in item:
            if rest.tag in ("ul", "ol"):
                self._list(rest, min(level + 1, len(_LEVELS) - 1))
            elif first is not item and rest is not first:
                if rest.tag != "p":
                    raise UnsuitedError(_name(rest))
                style = f"List Continue{_LEVELS[level]}"
                _words(self.document.add_paragraph(style=style), rest)

    def _table(self, element: Any) -> None:
        rows = list(element.iter("tr"))
        widths = _widths([[cell.text_content().strip() for cell in row] for row in rows])
        table = self.document.add_table(len(rows), len(widths), "Table Grid")
        table.autofit = False
        for column, width in zip(table.columns, widths, strict=True):
            column.width = width
        for row, source in zip(table.rows, rows, strict=True):
            _fill_row(row, source, widths)
        if len(rows) <= _SHORT:
            _keep_on_one_page(table)


def _fill_row(row: _Row, source: Any, widths: Sequence[Length]) -> None:
    head = source.getparent().tag == "thead"
    keep_together(row)
    if head:
        repeat_on_each_page(row)
    elif any(not cell.text_content().strip() for cell in source):
        row.height, row.height_rule = _ROW_HEIGHT, WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, words, width in zip(row.cells, source, widths, strict=True):
        cell.width = width
        if head:
            shade(cell, _HEADING_FILL)
        _fill_cell(cell, words, ("bold",) if head else ())


def _keep_on_one_page(table: Table) -> None:
    for row in table.rows[:-1]:
        for cell in row.cells:
            cell.paragraphs[0].paragraph_format.keep_with_next = True


def _fill_cell(cell: _Cell, source: Any, marks: tuple[str, ...]) -> None:
    (paragraph,) = cell.paragraphs
    paragraph.paragraph_format.space_before = _CELL_SPACE
    paragraph.paragraph_format.space_after = _CELL_SPACE
    _words(paragraph, source, marks)


def _words(paragraph: Paragraph, element: Any, marks: tuple[str, ...] = ()) -> None:
    """Adds the text of an element, with its emphasis and links; blocks inside are its caller's."""
    _run(paragraph, element.text, marks)
    for child in element:
        match child.tag:
            case "strong" | "b" | "em" | "i" | "code":
                _words(paragraph, child, (*marks, _MARKS[child.tag]))
            case "br":
                paragraph.add_run().add_break()
            case "a":
                _link(paragraph, child, marks)
            case "ul" | "ol" if element.tag == "li":
                child.tail = (child.tail or "").strip()  # the list itself comes below the words
            case _:
                raise UnsuitedError(_name(child))
        _run(paragraph, child.tail, marks)


def _link(paragraph: Paragraph, element: Any, marks: tuple[str, ...]) -> None:
    address = element.get("href", "")
    if not address.startswith(_EXTERNAL):
        raise UnsuitedError("a link to a page or file of the course")
    before = len(paragraph.runs)
    _words(paragraph, element, (*marks, "link"))
    link_runs(paragraph, paragraph.runs[before:], address)


def _run(paragraph: Paragraph, text: str | None, marks: tuple[str, ...]) -> None:
    """Adds one run of text; line ends in the source are spaces."""
    if not text:
        return
    run = paragraph.add_run(_SPACE.sub(" ", text), "Hyperlink" if "link" in marks else None)
    run.bold = "bold" in marks or None
    run.italic = "italic" in marks or None
    if "code" in marks:
        run.font.name = "Consolas"


def _widths(rows: list[list[str]]) -> list[Length]:
    """Columns as wide as their longest cell asks, within reason; one to write in gets a fair share."""
    wishes = [
        min(max(*(len(row[column]) for row in rows), 18 if _to_fill(rows, column) else 10), 40)
        for column in range(len(rows[0]))
    ]
    return [Twips(_TEXT_WIDTH * wish // sum(wishes)) for wish in wishes]


def _to_fill(rows: list[list[str]], column: int) -> bool:
    return any(not row[column] for row in rows)


def _name(element: Any) -> str:
    return f"<{element.tag}>" if isinstance(element.tag, str) else "a comment"

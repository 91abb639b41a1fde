"""Markdown as a text document in Office Open XML (ECMA-376-1, part 17), the same bytes every time."""

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from coursebuilder.archive import deflate
from coursebuilder.downloads.docx_parts import (
    CONTENT_TYPES,
    RELATIONS,
    W,
    core_properties,
    document_relations,
    numbering,
    styles,
)
from coursebuilder.downloads.xlsx import MADE
from coursebuilder.zip_format import ZipWriter

_STYLES = {"h1": "Title", "h2": "Heading1", "h3": "Heading2"}
_RUNS = {"strong": "b", "b": "b", "em": "i", "i": "i"}
_EXTERNAL = ("https://", "http://", "mailto:")
_BOXES = {"[ ] ": "☐", "[x] ": "☒"}
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = re.compile(r"[ \n]+")
_ROW_HEIGHT = 480
"""Twentieths of a point: room for a line by hand in a row that is to be filled in."""
_TEXT_WIDTH = 9638
"""Of an A4 page with margins of 2 cm, in twentieths of a point."""


class UnsuitedError(Exception):
    """The document holds something that has no place in it; the message says what."""


def document_bytes(markup: str, language: str) -> bytes:
    """The content of the ``.docx`` with what ``markup`` (sanitised HTML) says; :class:`UnsuitedError` otherwise."""
    writer = _Writer()
    root = html.fragment_fromstring(markup, create_parent="div")
    body = etree.SubElement(writer.document, W + "body")
    writer.blocks(body, root)
    body.append(_page())
    heading = root.find(".//h1")
    title = "" if heading is None else heading.text_content().strip()
    return _packed(
        {
            "[Content_Types].xml": CONTENT_TYPES,
            "_rels/.rels": RELATIONS,
            "docProps/core.xml": core_properties(title, language),
            "word/_rels/document.xml.rels": document_relations(writer.links),
            "word/document.xml": etree.tostring(
                writer.document, xml_declaration=True, encoding="UTF-8", standalone=True
            ),
            "word/numbering.xml": numbering(writer.lists),
            "word/styles.xml": styles(language),
        }
    )


def _packed(parts: dict[str, bytes]) -> bytes:
    result = io.BytesIO()
    writer = ZipWriter(result, MADE)
    for name, content in parts.items():
        writer.add(name, content, deflate(content))
    writer.close()
    return result.getvalue()


class _Writer:
    """Turns blocks of HTML into paragraphs and tables."""

    def __init__(self) -> None:
        self.document = etree.Element(W + "document", nsmap={"w": W[1:-1], "r": _R})
        self.links: list[str] = []
        self.lists = 0
        """How many numbered lists there are; each starts at one again."""

    def blocks(self, target: Any, parent: Any, style: str = "") -> None:
        """Appends what stands in ``parent``."""
        for element in parent:
            match element.tag:
                case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                    self._paragraph(target, element, _STYLES.get(element.tag, "Heading3"))
                case "p":
                    self._paragraph(target, element, style)
                case "ul" | "ol":
                    self._list(target, element, level=0)
                case "table":
                    self._table(target, element)
                    _under(target, "p")  # two tables that touch become one
                case "blockquote":
                    self.blocks(target, element, "Quote")
                case "hr":
                    _under(target, "p")
                case _:
                    raise UnsuitedError(_name(element))

    def _paragraph(self, target: Any, element: Any, style: str) -> None:
        paragraph = _under(target, "p")
        if style:
            _under(_under(paragraph, "pPr"), "pStyle", val=style)
        self._runs(paragraph, element, ())

    def _list(self, target: Any, element: Any, level: int) -> None:
        """Bullets share one list; numbers, and boxes to tick, do not."""
        number = 1
        if element.tag == "ol":
            self.lists += 1
            number = self.lists + 1
        for item in element:
            self._item(target, item, number, level)

    def _item(self, target: Any, item: Any, number: int, level: int) -> None:
        first = item[0] if len(item) and item[0].tag == "p" else item
        paragraph = _under(target, "p")
        settings = _under(paragraph, "pPr")
        _under(settings, "pStyle", val="ListParagraph")
        box = _BOXES.get((first.text or "").lstrip()[:4].lower())
        if box:
            first.text = (first.text or "").lstrip()[4:]
            _under(settings, "ind", left=str(360 * (level + 1)), hanging="360")
            _run(paragraph, box, ())
            _under(paragraph[-1], "tab")
        else:
            place = _under(settings, "numPr")
            _under(place, "ilvl", val=str(level))
            _under(place, "numId", val=str(number))
        self._runs(paragraph, first, ())
        for rest in item:
            if rest.tag in ("ul", "ol"):
                self._list(target, rest, min(level + 1, 2))
            elif first is not item and rest is not first:
                self._further(target, rest)

    def _further(self, target: Any, element: Any) -> None:
        """A second paragraph of an item."""
        if element.tag != "p":
            raise UnsuitedError(_name(element))
        self._paragraph(target, element, "ListParagraph")

    def _table(self, target: Any, element: Any) -> None:
        table = _under(target, "tbl")
        settings = _under(table, "tblPr")
        _under(settings, "tblStyle", val="TableGrid")
        _under(settings, "tblW", w="5000", type="pct")
        _under(settings, "tblLook", val="0420", firstRow="1", noVBand="1")
        rows = list(element.iter("tr"))
        widths = _widths([[cell.text_content().strip() for cell in row] for row in rows])
        grid = _under(table, "tblGrid")
        for width in widths:
            _under(grid, "gridCol", w=str(width))
        for row in rows:
            self._row(_under(table, "tr"), row, widths)

    def _row(self, target: Any, row: Any, widths: list[int]) -> None:
        head = row.getparent().tag == "thead"
        settings = _under(target, "trPr")
        _under(settings, "cantSplit")
        if not head and any(not cell.text_content().strip() for cell in row):
            _under(settings, "trHeight", val=str(_ROW_HEIGHT), hRule="atLeast")
        if head:
            _under(settings, "tblHeader")
        for cell, width in zip(row, widths, strict=True):
            place = _under(target, "tc")
            _under(_under(place, "tcPr"), "tcW", w=str(width), type="dxa")
            self._runs(_under(place, "p"), cell, ("b",) if head else ())

    def _runs(self, target: Any, element: Any, marks: tuple[str, ...]) -> None:
        """The text of an element, with its emphasis and links; blocks inside are its caller's."""
        _run(target, element.text, marks)
        for child in element:
            match child.tag:
                case "strong" | "b" | "em" | "i":
                    self._runs(target, child, (*marks, _RUNS[child.tag]))
                case "br":
                    _under(_under(target, "r"), "br")
                case "a":
                    self._link(target, child, marks)
                case "code":
                    self._runs(target, child, (*marks, "code"))
                case "ul" | "ol" if element.tag == "li":
                    child.tail = (child.tail or "").strip()  # the list itself comes below the words
                case _:
                    raise UnsuitedError(_name(child))
            _run(target, child.tail, marks)

    def _link(self, target: Any, element: Any, marks: tuple[str, ...]) -> None:
        address = element.get("href", "")
        if not address.startswith(_EXTERNAL):
            raise UnsuitedError("a link to a page or file of the course")
        self.links.append(address)
        link = _under(target, "hyperlink")
        link.set(f"{{{_R}}}id", f"link{len(self.links)}")
        self._runs(link, element, (*marks, "link"))


def _under(parent: Any, name: str, **attributes: str) -> Any:
    values = {W + key: value for key, value in attributes.items()}
    return etree.SubElement(parent, W + name, values)


def _run(target: Any, text: str | None, marks: tuple[str, ...]) -> None:
    """One run of text; line ends in the source are spaces."""
    if not text:
        return
    run = _under(target, "r")
    if marks:
        settings = _under(run, "rPr")
        for element in _settings(marks):
            settings.append(element)
    words = _under(run, "t")
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    words.text = _SPACE.sub(" ", text)


def _widths(rows: list[list[str]]) -> list[int]:
    """Columns as wide as their longest cell asks, within reason; one to write in gets a fair share."""
    wishes = [
        min(max(*(len(row[column]) for row in rows), 18 if _to_fill(rows, column) else 10), 40)
        for column in range(len(rows[0]))
    ]
    return [_TEXT_WIDTH * wish // sum(wishes) for wish in wishes]


def _to_fill(rows: list[list[str]], column: int) -> bool:
    return any(not row[column] for row in rows)


def _settings(marks: tuple[str, ...]) -> Iterator[Any]:
    """In the order that the schema wants (CT_RPr)."""
    if "link" in marks:
        yield etree.Element(W + "rStyle", {W + "val": "Hyperlink"})
    if "code" in marks:
        yield etree.Element(W + "rFonts", {W + "ascii": "Consolas", W + "hAnsi": "Consolas"})
    for mark in ("b", "i"):
        if mark in marks:
            yield etree.Element(W + mark)


def _page() -> Any:
    """An A4 page with margins of 2 cm."""
    section = etree.Element(W + "sectPr")
    _under(section, "pgSz", w="11906", h="16838")
    _under(
        section, "pgMar",
        top="1134", right="1134", bottom="1134", left="1134", header="567", footer="567", gutter="0",
    )  # fmt: skip
    return section


def _name(element: Any) -> str:
    return f"<{element.tag}>" if isinstance(element.tag, str) else "a comment"

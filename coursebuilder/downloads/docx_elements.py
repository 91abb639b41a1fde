"""What python-docx has no call for, each a few elements of WordprocessingML (ECMA-376-1, part 17)."""

from collections.abc import Iterable
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.styles.style import ParagraphStyle
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def link_runs(paragraph: Paragraph, runs: Iterable[Run], address: str) -> None:
    """Make the last runs of a paragraph a link to an address outside (17.16.22, hyperlink)."""
    name = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link: Any = OxmlElement("w:hyperlink", {qn("r:id"): name})
    link.extend([run._r for run in runs])
    paragraph._p.append(link)


def new_list(document: Document, style: str) -> int:
    """The number of a new list that looks as ``style`` and starts at one (17.9.26, startOverride)."""
    lists: Any = document.part.numbering_part.element
    styled: Any = document.styles[style].element
    looks = lists.num_having_numId(styled.pPr.numPr.numId.val).abstractNumId.val
    added = lists.add_num(looks)
    added.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(added.numId)


def put_in_list(paragraph: Paragraph, number: int) -> None:
    """Make a paragraph an item of that list (17.3.1.19, numPr)."""
    settings: Any = paragraph._p.get_or_add_pPr()
    place = settings.get_or_add_numPr()
    place.get_or_add_ilvl().val = 0
    place.get_or_add_numId().val = number


def space_items(style: ParagraphStyle) -> None:
    """Let a style's space count between two paragraphs of it as well (17.3.1.9, contextualSpacing)."""
    element: Any = style.element
    for spacing in element.xpath("w:pPr/w:contextualSpacing"):
        spacing.getparent().remove(spacing)


def keep_together(row: _Row) -> None:
    """Let no page break fall inside a row (17.4.6, cantSplit)."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))


def repeat_on_each_page(row: _Row) -> None:
    """Make a row the heading of its table on every page (17.4.78, tblHeader)."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def shade(cell: _Cell, colour: str) -> None:
    """Give a cell a background (17.4.32, shd)."""
    attributes = {qn("w:val"): "clear", qn("w:color"): "auto", qn("w:fill"): colour}
    cell._tc.get_or_add_tcPr().append(OxmlElement("w:shd", attributes))


def set_language(document: Document, language: str) -> None:
    """Say which language the text is in, for the spelling checker (17.3.2.20, lang); without one, nothing."""
    styles: Any = document.styles.element
    (said,) = styles.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    if language:
        said.set(qn("w:val"), language)
    else:
        said.getparent().remove(said)


def set_current(document: Document) -> None:
    """Make Word treat the document as one of today: no "Compatibility Mode", and its spelling not checked yet."""
    settings: Any = document.settings.element
    (mode,) = settings.xpath("w:compat/w:compatSetting[@w:name='compatibilityMode']")
    mode.set(qn("w:val"), "15")
    (state,) = settings.xpath("w:proofState")
    settings.remove(state)

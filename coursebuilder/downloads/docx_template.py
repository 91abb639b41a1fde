"""An empty Word document: python-docx's default template, on A4, in our colours, without what nothing uses."""

from typing import Any

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.shared import Cm, Mm, Pt, RGBColor

from coursebuilder.downloads.docx_elements import set_current, set_language, space_items
from coursebuilder.downloads.office import CREATOR, MOMENT

_UNUSED = {
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.THUMBNAIL,
    RELATIONSHIP_TYPE.WEB_SETTINGS,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
}
"""Parts of the template that say how it was made, or the same again for Word 2007."""
_TABLES = {"Normal Table", "Table Grid"}
_FONT = "Calibri"
_HEADING_COLOUR, _LINK_COLOUR = RGBColor(0x1F, 0x38, 0x64), RGBColor(0x0B, 0x5C, 0x8A)
_HEADINGS = {"Title": (20, 0, 8), "Heading 1": (14, 15, 4), "Heading 2": (12, 11, 4)}
"""Style -> size, space before and space after, in points; deeper headings are as small as the text."""
_ITEM_SPACE = Pt(3)
_LONGEST_TITLE = 255
"""Characters that python-docx takes as a property."""


def empty_document(title: str, language: str) -> Document:
    """A document to write in; ``language`` may be empty."""
    document = docx.Document()
    _drop_unused(document)
    _set_page(document)
    _set_styles(document.styles)
    set_language(document, language)
    set_current(document)
    properties = document.core_properties
    properties.title, properties.author = title[:_LONGEST_TITLE], CREATOR
    properties.language, properties.comments = language, ""
    properties.created = properties.modified = MOMENT
    return document


def _drop_unused(document: Document) -> None:
    package: Any = document.part.package
    for relations in (document.part.rels, package.rels):
        for name, relation in tuple(relations.items()):
            if relation.reltype in _UNUSED:
                del relations[name]
    for style in tuple(document.styles):
        if style.type == WD_STYLE_TYPE.TABLE and style.name not in _TABLES:
            style.delete()


def _set_page(document: Document) -> None:
    (section,) = document.sections
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)


def _set_styles(styles: Any) -> None:
    text = styles["Normal"]
    text.font.name = _FONT
    text.paragraph_format.space_after, text.paragraph_format.line_spacing = Pt(6), 1.1
    for level in range(1, 6):
        styles[f"Heading {level}"].font.color.rgb = _HEADING_COLOUR
    for name, (size, before, after) in _HEADINGS.items():
        heading = styles[name]
        heading.font.size, heading.font.bold = Pt(size), True
        heading.font.color.rgb = _HEADING_COLOUR
        heading.paragraph_format.space_before = Pt(before)
        heading.paragraph_format.space_after = Pt(after)
    for style in styles:
        if style.name.startswith("List "):
            style.paragraph_format.space_after = _ITEM_SPACE
            space_items(style)
    quote = styles["Quote"].paragraph_format
    quote.left_indent = quote.right_indent = Cm(0.75)
    link = styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER, builtin=True)
    link.font.color.rgb, link.font.underline = _LINK_COLOUR, True

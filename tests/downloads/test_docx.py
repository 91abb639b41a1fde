"""Text documents made from Markdown: what a word processor finds in them, and what they refuse."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from coursebuilder.diagnostics.rules.downloads import DOCUMENT_ELEMENT
from coursebuilder.downloads.making import make_download
from coursebuilder.pipeline import load_course
from tests.downloads.test_course import findings, write

PATH = "01-kader/files/afspraak.docx.md"
NS = {"w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}
W = f"{{{NS['w']}}}"

TEXT = """\
---
language: nl-BE
---
# Teamafspraak & *co*

Ons team helpt de **school**
*ook* op [het platform](https://example.org/a?b=1&c=2).

1. Eerst
2. Dan
    - onder dan

Ertussen.

1. Opnieuw

- [ ] Nog te doen
- [x] Gedaan
- Gewoon

| Wie | Uren |
|---|---|
| Leraar |  |
"""


def document(text: str = TEXT) -> dict[str, bytes]:
    """Name -> content of the members of the document made."""
    content, found = make_download(PATH, text.encode())
    assert found == ()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def body(text: str = TEXT) -> Any:
    return etree.fromstring(document(text)["word/document.xml"]).find("w:body", NS)


def words(element: Any) -> str:
    return "".join(element.itertext(W + "t"))


def styled(text: str = TEXT) -> list[tuple[str, str]]:
    """(style, words) of each paragraph outside tables."""
    return [(_style(paragraph), words(paragraph)) for paragraph in body(text).findall("w:p", NS)]


def _style(paragraph: Any) -> str:
    style = paragraph.find("w:pPr/w:pStyle", NS)
    return "" if style is None else str(style.get(W + "val"))


def test_each_part_is_xml_and_has_a_type() -> None:
    parts = document()
    assert next(iter(parts)) == "[Content_Types].xml"
    types = parts["[Content_Types].xml"].decode()
    for name, content in parts.items():
        etree.fromstring(content)
        assert name.endswith(".rels") or name == "[Content_Types].xml" or f'"/{name}"' in types


def test_headings_paragraphs_and_emphasis() -> None:
    found = styled()
    assert found[0] == ("Title", "Teamafspraak & co")
    assert found[1] == ("", "Ons team helpt de school ook op het platform.")
    bold = body().xpath(".//w:p[2]/w:r[w:rPr/w:b]", namespaces=NS)
    assert [words(run) for run in bold] == ["school"]


def test_links_lead_to_their_address() -> None:
    relations = etree.fromstring(document()["word/_rels/document.xml.rels"])
    targets = {relation.get("Id"): relation.get("Target") for relation in relations}
    (link,) = body().iter(W + "hyperlink")
    (name,) = link.attrib.values()
    assert targets[name] == "https://example.org/a?b=1&c=2"


def test_each_numbered_list_starts_at_one() -> None:
    numbers = {
        words(paragraph): tuple(
            paragraph.find(f"w:pPr/w:numPr/w:{part}", NS).get(W + "val")
            for part in ("numId", "ilvl")
        )
        for paragraph in body().findall("w:p[w:pPr]", NS)
        if paragraph.find("w:pPr/w:numPr", NS) is not None
    }
    assert numbers == {
        "Eerst": ("2", "0"),
        "Dan": ("2", "0"),
        "onder dan": ("1", "1"),
        "Opnieuw": ("3", "0"),
        "Gewoon": ("1", "0"),
    }
    numbering = etree.fromstring(document()["word/numbering.xml"])
    assert [one.get(W + "numId") for one in numbering.findall("w:num", NS)] == ["1", "2", "3"]


def test_boxes_to_tick_have_no_bullet() -> None:
    boxes = [text for style, text in styled() if text[:1] in "☐☒" and style == "ListParagraph"]
    assert boxes == ["☐Nog te doen", "☒Gedaan"]


def test_a_table_keeps_its_heading_and_leaves_room_to_write() -> None:
    (table,) = body().findall("w:tbl", NS)
    head, row = table.findall("w:tr", NS)
    assert [words(cell) for cell in head.findall("w:tc", NS)] == ["Wie", "Uren"]
    assert head.find("w:trPr/w:tblHeader", NS) is not None
    assert row.find("w:trPr/w:trHeight", NS) is not None
    assert all(cell.findall("w:p", NS) for cell in row.findall("w:tc", NS))


def test_the_language_is_there_for_the_spelling_checker() -> None:
    parts = document()
    assert b'<w:lang w:val="nl-BE"/>' in parts["word/styles.xml"]
    assert b"<dc:title>Teamafspraak &amp; co</dc:title>" in parts["docProps/core.xml"]
    assert b"w:lang" not in document("# Titel\n")["word/styles.xml"]


def test_the_same_text_gives_the_same_bytes() -> None:
    assert make_download(PATH, TEXT.encode()) == make_download(PATH, TEXT.encode())


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# A\n\n![schema](schema.png)\n", "CB229"),
        ("# A\n\nZie [module 2](../../02/01.md).\n", "CB229"),
        ("# A\n\n```\ncode\n```\n", "CB229"),
        ("# A\n\nEen noot.[^1]\n\n[^1]: Hier.\n", "CB229"),
        ("# A\n\n- punt\n\n    > citaat in een punt\n", "CB229"),
        ("# A\n\n| a |\n|---|\n| ![b](c.png) |\n", "CB229"),
        ("---\ntaal: nl\n---\n# A\n", "CB202"),
        ("---\nlanguage: [nl\n---\n# A\n", "CB126"),
        ("---\nlanguage: nl\n# A\n", "CB120"),
    ],
)
def test_what_has_no_place_in_it_is_an_error(text: str, code: str) -> None:
    content, found = make_download(PATH, text.encode())
    assert content == b""
    assert [finding.rule.code for finding in found] == [code]
    assert found[0].span.path == PATH


def test_the_example_of_the_rule_breaks_it_and_what_to_write_instead_does_not() -> None:
    _, found = make_download(PATH, DOCUMENT_ELEMENT.example.encode())
    assert [(one.rule, dict(one.values)) for one in found] == [
        (DOCUMENT_ELEMENT, {"what": "<img>"})
    ]
    assert make_download(PATH, DOCUMENT_ELEMENT.instead.encode())[1] == ()


def test_a_course_offers_the_document(tmp_path: Path) -> None:
    page = "# A\n\n::: downloads\n- [Afspraak](files/afspraak.docx)\n- [T](files/taken.xlsx)\n:::\n"
    loaded = load_course(write(tmp_path, page, **{PATH: TEXT}))
    assert findings(loaded) == []
    assert loaded.course is not None
    kinds = {asset.path: asset.media_type for asset in loaded.course.assets}
    assert kinds["01-kader/files/afspraak.docx"].endswith("wordprocessingml.document")


def test_a_page_with_such_a_name_stays_a_page(tmp_path: Path) -> None:
    loaded = load_course(write(tmp_path, **{"01-kader/02-plan.docx.md": "# Plan\n\nTekst.\n"}))
    assert "01-kader/02-plan.docx" not in loaded.made

"""Text documents made from Markdown: what a word processor finds in them, and what they refuse."""

import io
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import docx
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
    styles = {text: style for style, text in styled() if style.startswith("List")}
    assert styles["Eerst"] == styles["Dan"] == styles["Opnieuw"] == "ListNumber"
    assert (styles["onder dan"], styles["Gewoon"]) == ("ListBullet2", "ListBullet")
    lists = {words(paragraph): _list(paragraph) for paragraph in body().findall("w:p", NS)}
    assert lists["Eerst"] == lists["Dan"] != lists["Opnieuw"]
    assert lists["onder dan"] == lists["Gewoon"] == ""  # that of their style
    numbering = etree.fromstring(document()["word/numbering.xml"])
    for number in (lists["Eerst"], lists["Opnieuw"]):
        (one,) = numbering.xpath(f"w:num[@w:numId='{number}']", namespaces=NS)
        assert one.find("w:lvlOverride/w:startOverride", NS).get(W + "val") == "1"


def _list(paragraph: Any) -> str:
    """The number of the list that a paragraph itself names."""
    number = paragraph.find("w:pPr/w:numPr/w:numId", NS)
    return "" if number is None else str(number.get(W + "val"))


def test_a_further_paragraph_of_an_item_stands_below_it() -> None:
    text = "# A\n\n1. Eerst\n    - Dan\n\n        Ook dan.\n"
    assert styled(text)[1:] == [
        ("ListNumber", "Eerst"),
        ("ListBullet2", "Dan"),
        ("ListContinue2", "Ook dan."),
    ]


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


def heading_kept(rows: int) -> bool:
    """Whether a table with so many rows below its heading stays on one page."""
    (table,) = body("# A\n\n| a |\n|---|\n" + "| b |\n" * rows).findall("w:tbl", NS)
    kept = [row.find(".//w:keepNext", NS) is not None for row in table.findall("w:tr", NS)]
    assert not kept[-1]  # nothing ties a table to what follows it
    assert len(set(kept[:-1])) == 1
    return kept[0]


def test_a_short_table_stays_on_one_page_and_a_long_one_breaks() -> None:
    assert heading_kept(14)
    assert not heading_kept(15)


def test_the_language_is_there_for_the_spelling_checker() -> None:
    assert languages(TEXT) == ["nl-BE"]
    assert languages("# Titel\n") == []
    assert b"w:proofState" not in document()["word/settings.xml"]  # nobody checked it


def languages(text: str) -> list[str]:
    styles = etree.fromstring(document(text)["word/styles.xml"])
    return [str(element.get(W + "val")) for element in styles.iter(W + "lang")]


def test_the_properties_are_those_of_the_document() -> None:
    properties = opened(TEXT).core_properties
    assert properties.title == "Teamafspraak & co"
    assert (properties.author, properties.language) == ("coursebuilder", "nl-BE")
    assert properties.created == properties.modified == datetime(2026, 1, 1, tzinfo=UTC)
    assert properties.comments == ""
    assert len(opened(f"# {'lang ' * 60}\n").core_properties.title) == 255


def opened(text: str) -> Any:
    content, _ = make_download(PATH, text.encode())
    return docx.Document(io.BytesIO(content))


def test_the_page_is_a4() -> None:
    (section,) = opened(TEXT).sections
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    (table,) = opened(TEXT).tables
    wide = sum(cell.width for cell in table.rows[0].cells)
    assert wide == pytest.approx(
        section.page_width - section.left_margin - section.right_margin, rel=0.001
    )


def test_nothing_of_the_template_is_left_that_nothing_uses() -> None:
    assert [name for name in document() if not name.startswith("word/")] == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
    ]
    assert "word/stylesWithEffects.xml" not in document()


def test_the_same_text_gives_the_same_bytes() -> None:
    content, _ = made = make_download(PATH, TEXT.encode())
    assert made == make_download(PATH, TEXT.encode())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert {member.date_time for member in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# A\n\n![schema](schema.png)\n", "CB229"),
        ("# A\n\nZie [module 2](../../02/01.md).\n", "CB229"),
        ("# A\n\n```\ncode\n```\n", "CB229"),
        ("# A\n\nEen noot.[^1]\n\n[^1]: Hier.\n", "CB229"),
        ("# A\n\n- punt\n\n    > citaat in een punt\n", "CB229"),
        ("# A\n\n| a |\n|---|\n| ![b](c.png) |\n", "CB229"),
        ("---\ntaal: nl\n---\n# A\n", "CB201"),
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

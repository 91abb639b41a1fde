"""What a spreadsheet program finds in a workbook that was made from text."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree

from tests.downloads.workbooks import PATH, TEXT, made, one_column, opened, values

ROOT = Path(__file__).parents[2]


def test_title_introduction_headings_and_rows_stand_below_each_other() -> None:
    book = opened()
    assert book.sheetnames == ["Taken", "Afspraken"]
    sheet = book["Taken"]
    assert values(sheet, 1) == [
        "Taken & uren – Taken", "Vul eerst in hoe het vandaag is.", "Kies dan.", "Taak",
        "Leeromgeving beheren", "Netwerk, wifi", "Inventaris", None, None, None,
    ]  # fmt: skip
    assert [cell.value for cell in sheet[4]] == ["Taak", "Waar", "Uren", "Tegen"]
    assert [cell.value for cell in sheet[5]] == [
        "Leeromgeving beheren", "team", 4, datetime(2026, 9, 1),
    ]  # fmt: skip
    assert [cell.value for cell in sheet[6]] == ["Netwerk, wifi", None, 2.5, None]
    assert sheet["D5"].is_date


def test_a_workbook_of_one_sheet_is_called_by_its_title_alone() -> None:
    assert values(opened(one_column("{title: Taak}")).worksheets[0], 1)[:2] == ["T", "Taak"]


def test_lists_and_notes_reach_every_row_to_fill_in() -> None:
    (rule,) = opened()["Taken"].data_validations.dataValidation
    assert (rule.type, rule.formula1, str(rule.sqref)) == ("list", '"team,extern"', "B5:B10")
    assert rule.showErrorMessage
    assert rule.allow_blank
    assert (rule.showInputMessage, rule.promptTitle) == (True, "Waar")
    assert rule.prompt == "Waar hoort de taak?"


def test_a_note_stands_alone_and_its_title_fits() -> None:
    sheet = opened(one_column(f"{{title: {'T' * 90}, note: Hulp}}")).worksheets[0]
    (rule,) = sheet.data_validations.dataValidation
    assert rule.type in {None, "none"}
    assert rule.promptTitle == "T" * 32
    assert not rule.showErrorMessage


def test_no_rows_no_list() -> None:
    text = one_column("{title: Waar, choices: [team]}") + "    empty_rows: 0\n"
    assert not opened(text).worksheets[0].data_validations.dataValidation


def test_headings_stay_in_view_and_are_repeated_on_paper() -> None:
    book = opened()
    sheet = book["Taken"]
    assert sheet.freeze_panes == "A5"
    assert book["Afspraken"].freeze_panes is None
    assert sheet.print_title_rows == "$4:$4"
    assert sheet.auto_filter.ref == "A4:D10"
    assert sheet["A4"].font.bold
    assert sheet["A4"].alignment.wrap_text
    assert sheet["A5"].alignment.wrap_text
    assert sheet.column_dimensions["A"].width == 40
    assert sheet.column_dimensions["B"].width == 18
    assert sheet.page_setup.orientation == "landscape"
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.oddFooter.left.text == "Taken && uren"


def test_rows_are_as_high_as_their_text_and_may_grow() -> None:
    text = one_column("{title: Taak, width: 10}", ["Een lange taak op drie regels", "kort"])
    with zipfile.ZipFile(io.BytesIO(made(text))) as archive:
        root = etree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    rows = {row.get("r"): row for row in root.iter("{*}row")}
    heights = [float(rows[number].get("ht", "0")) for number in ("3", "4", "5")]
    assert heights[0] >= 3 * 15 > heights[1] == heights[2]
    assert all(row.get("customHeight") is None for row in rows.values())


DANGEROUS = ['"=1+1"', '"+1"', '"-1"', '"@SUM(A1)"', '"\\t=1"', "'=HYPERLINK(\"x\")'", '"#N/A"']


@pytest.mark.parametrize("text", DANGEROUS)
def test_text_never_becomes_a_formula(text: str) -> None:
    sheet = opened(one_column("{title: Taak}", [text])).worksheets[0]
    cell = sheet["A3"]
    assert cell.data_type == "s"
    assert cell.value == text[1:-1].replace("\\t", "").strip()
    assert cell.quotePrefix == (cell.value != "#N/A")


def test_no_formula_by_way_of_titles_notes_and_introductions() -> None:
    text = (
        'title: "=1"\nsheets:\n  - name: "=S"\n    intro: ["=2"]\n'
        '    columns: [{title: "=3", note: "=4", choices: ["=5", "+6"]}]\n'
    )
    sheet = opened(text).worksheets[0]
    assert values(sheet, 1)[:3] == ["=1", "=2", "=3"]
    assert {sheet.cell(row, 1).data_type for row in (1, 2, 3)} == {"s"}
    with zipfile.ZipFile(io.BytesIO(made(text))) as archive:
        assert b"<f>" not in archive.read("xl/worksheets/sheet1.xml")


def test_properties_tell_title_and_language() -> None:
    properties = opened().properties
    assert (properties.title, properties.language) == ("Taken & uren", "nl-BE")
    assert properties.created == properties.modified == datetime(2026, 1, 1)
    assert opened(one_column("{title: Taak}")).properties.language is None


def test_members_start_with_the_content_types_and_have_one_date() -> None:
    with zipfile.ZipFile(io.BytesIO(made())) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(2026, 1, 1, 0, 0, 0)}


def test_the_same_bytes_at_another_time_place_and_hash_seed(tmp_path: Path) -> None:
    source = tmp_path / "taken.xlsx.yml"
    source.write_text(TEXT, encoding="utf-8")
    program = (
        "import hashlib, sys; from coursebuilder.downloads.making import make_download;"
        f"print(hashlib.sha256(make_download({PATH!r}, open(sys.argv[1], 'rb').read())[0]).hexdigest())"
    )
    digests = {
        subprocess.run(
            [sys.executable, "-c", program, str(source)],
            cwd=tmp_path,
            env={
                "PATH": os.environ["PATH"],
                "PYTHONPATH": str(ROOT),
                "TZ": zone,
                "PYTHONHASHSEED": seed,
                "LC_ALL": "C.UTF-8",
            },
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for zone, seed in (("UTC", "1"), ("Pacific/Kiritimati", "2"))
    }
    assert len(digests) == 1
    assert re.fullmatch(r"[0-9a-f]{64}\n", digests.pop())

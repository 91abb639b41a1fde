"""Mistakes in a text that describes a workbook, each at its place."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.rules import downloads
from coursebuilder.downloads.making import make_download
from coursebuilder.downloads.reading import read_workbook
from coursebuilder.downloads.workbook import Column, Sheet, Workbook
from tests.downloads.workbooks import PATH, codes, one_column

DOCS = Path(__file__).parents[2] / "docs"
RULES = [
    rule
    for rule in vars(downloads).values()
    if isinstance(rule, Rule)
    and rule not in (downloads.MADE_AND_PRESENT, downloads.DOCUMENT_ELEMENT)
]
"""Those about workbooks."""


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_breaks_the_rule_and_what_to_write_instead_does_not(rule: Rule) -> None:
    assert [code for code, _, _ in codes(rule.example)] == [rule.code]
    assert codes(rule.instead) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sheets: []", [("CB203", 1, 1), ("CB215", 1, 9)]),
        ("title: T\nsheets:\n  - naam: S", [("CB203", 3, 5), ("CB203", 3, 5), ("CB201", 3, 5)]),
        (one_column("{titel: Taak}"), [("CB203", 4, 15), ("CB201", 4, 16)]),
        (one_column("{title: Taak, type: tekst}"), [("CB204", 4, 35)]),
        (one_column("{title: Taak, width: breed}"), [("CB207", 4, 36)]),
        (one_column("{title: Taak, choices: [a, a]}"), [("CB217", 4, 42)]),
        (one_column("{title: Taak}", ["a", "{b: c}"]), [("CB205", 7, 10)]),
        ("title: T\nsheets:\n  - name: S\n    columns: [{title: A}]\n    rows: [a]", [("CB209", 5, 12)]),
        ("", [("CB112", 1, 1)]),
        ("title: [", [("CB129", 1, 9)]),
        (one_column("{title: Taak}", ['"\\x07"']), [("CB116", 6, 10)]),
    ],
)  # fmt: skip
def test_mistakes_of_the_settings(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert sorted(codes(text)) == sorted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (one_column("{title: Uren, type: number}", ["1", "2e"]), ("CB226", 7, 10)),
        (one_column("{title: Dag, type: date}", ["2026-02-30"]), ("CB226", 6, 10)),
        (one_column("{title: Dag, type: date}", ["1899-01-01"]), ("CB226", 6, 10)),
        (one_column("{title: Waar, choices: [a, b]}", ["a", "c"]), ("CB225", 7, 10)),
        (one_column("{title: A}, {title: a}"), ("CB223", 4, 35)),
        (one_column("{title: A}", ["a, b"]), ("CB224", 6, 13)),
        (one_column("{title: A}").replace("name: S", "name: History"), ("CB221", 3, 11)),
        (one_column("{title: A}").replace("name: S", f"name: {'S' * 32}"), ("CB221", 3, 11)),
    ],
)
def test_mistakes_of_the_table_have_their_place(text: str, expected: tuple[str, int, int]) -> None:
    assert codes(text) == [expected]


def test_what_is_left_out_has_its_default() -> None:
    workbook, found = read_workbook(PATH, one_column("{title: Taak}").encode())
    assert found == ()
    sheet = Sheet(name="S", columns=(Column(title="Taak"),))
    assert workbook == Workbook(title="T", sheets=(sheet,))


@pytest.mark.parametrize("page", ["format.md", "format-cheatsheet.md"])
def test_the_documented_example_is_sound(page: str) -> None:
    text = (DOCS / page).read_text(encoding="utf-8")
    examples = re.findall(r"^```yaml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (example,) = (example for example in examples if "\nsheets:" in example)
    assert codes(example) == []


@settings(deadline=None, max_examples=60)
@given(st.text() | st.binary())
def test_no_text_breaks_the_reader(text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    content, found = make_download(PATH, data)
    assert bool(content) != bool(found)


@settings(deadline=None, max_examples=30)
@given(st.lists(st.text(max_size=8), min_size=1, max_size=4))
def test_no_cell_breaks_the_writer(cells: list[str]) -> None:
    rows = [json.dumps(cell) for cell in cells]
    content, found = make_download(PATH, one_column("{title: Taak}", rows).encode())
    assert bool(content) != bool(found)

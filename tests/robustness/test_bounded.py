"""Text that means harm is answered in seconds."""

import time
from pathlib import Path

import pytest

from coursebuilder.pipeline import check_loaded, load_course

MANY = 10_000
TANGLES = {
    "open brackets": "[" * MANY,
    "nested brackets": "[" * MANY + "]" * MANY,
    "open pictures": "![" * MANY,
    "open addresses": "[a](" * MANY,
    "open references": "[x][" * MANY,
    "open tags": "<a " * MANY,
    "open attributes": '<a href="' * MANY,
    "open CDATA": "<![CDATA[" * MANY,
}


@pytest.mark.parametrize("kind", TANGLES)
def test_a_tangle_is_a_finding(course: Path, kind: str) -> None:
    (course / "01-start" / "03-x.md").write_text(f"# X\n\n{TANGLES[kind]}\n", encoding="utf-8")
    start = time.process_time()
    found = check_loaded(load_course(course), ())
    assert time.process_time() - start < 5
    assert any(finding.rule.name == "nested-too-deeply" for finding in found)


LONG = 100_000
LINES = {
    "hyphens": "x\n" + "-" * LONG + "x",
    "open pictures": "! [" * LONG,
    "open labels": "[" * LONG + "] (",
    "open attributes": "\u00a0{" + "#" * LONG,
    "spaces": "\u00a0x" + " " * LONG + "x",
    "escaped tags": "\\<x>" * (LONG // 5),
}


@pytest.mark.parametrize("kind", LINES)
def test_a_long_line_is_looked_through_once(course: Path, kind: str) -> None:
    (course / "01-start" / "03-x.md").write_text(f"# X\n\n{LINES[kind]}\n", encoding="utf-8")
    start = time.process_time()
    check_loaded(load_course(course), ())
    assert time.process_time() - start < 5


def test_thousands_of_findings_are_reported_in_time(course: Path) -> None:
    keys = "\n".join(f"key{number}: 1" for number in range(3000))
    (course / "01-start" / "03-x.md").write_text(f"---\n{keys}\n---\n# X\n", encoding="utf-8")
    start = time.process_time()
    assert len(check_loaded(load_course(course), ())) >= 3000
    assert time.process_time() - start < 10


def test_ten_thousand_equal_headings_are_numbered_in_time(course: Path) -> None:
    page = "# X\n\n" + "## Same\n\n" * MANY
    (course / "01-start" / "03-x.md").write_text(page, encoding="utf-8")
    start = time.process_time()
    html = "".join(load_course(course).rendering.files["01-start/03-x.md"].pieces.values())
    assert time.process_time() - start < 6
    assert f'id="same_{MANY - 1}"' in html

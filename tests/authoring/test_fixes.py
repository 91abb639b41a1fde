"""What is mended, and what is left to the author."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursebuilder.authoring.fixes import fix_source
from coursebuilder.model import Page
from coursebuilder.model.walk import activity_texts
from coursebuilder.render.document import render_texts
from coursebuilder.source.document import read_document
from tests.authoring.courses import starter
from tests.cli.test_commands import ROOT, coursebuilder

PATH = "01-kader/01-blad.md"


@pytest.mark.parametrize(
    ("before", "after", "fixes"),
    [
        (b"\xef\xbb\xbf# Blad\n\nTekst.\n", b"# Blad\n\nTekst.\n", ("bom",)),
        (b"# Blad\r\n\r\nTekst.\r\n", b"# Blad\n\nTekst.\n", ("line-ends",)),
        (b"# Blad \n\nTekst. \n \t\nMeer.  \n", b"# Blad\n\nTekst.\n\nMeer.\n", ("spaces",)),
        (b"# Blad\n\nTekst.", b"# Blad\n\nTekst.\n", ("last-line",)),
        (b"# Blad\n\nRegel  \nafgebroken.\n", b"# Blad\n\nRegel  \nafgebroken.\n", ()),
        (b"# Blad\n\n```\ncode  \n\n```\n", b"# Blad\n\n```\ncode  \n\n```\n", ()),
        (
            b"---\ntitle: Module 1: kader  # kort\n---\nTekst.\n",
            b'---\ntitle: "Module 1: kader"  # kort\n---\nTekst.\n',
            ("quotes",),
        ),
        (
            b"---\ntitle: @school\n---\nTekst.\n",
            b'---\ntitle: "@school"\n---\nTekst.\n',
            ("quotes",),
        ),
        (b"---\ntitle: [a: b: c\n---\nTekst.\n", b"---\ntitle: [a: b: c\n---\nTekst.\n", ()),
        (b"# Blad\n\n![](x.png)\n", b"# Blad\n\n![](x.png)\n", ()),
        (b"\xff\xfe#\x00", b"#\n", ("encoding", "last-line")),
        ("# Blad\n\nEén.\n".encode("utf-16"), "# Blad\n\nEén.\n".encode(), ("encoding",)),
        (
            "# Blad\n\nHij zei ‘één’.\n".encode("cp1252"),
            "# Blad\n\nHij zei ‘één’.\n".encode(),
            ("encoding",),
        ),
        ("# Blad\n\nDvořák\n".encode("cp1250"), "# Blad\n\nDvořák\n".encode("cp1250"), ()),
        ("# Blad\n\n•\u00a0Een\n• Twee\n".encode(), b"# Blad\n\n- Een\n- Twee\n", ("pasted",)),
        (
            "---\ntitle: “Kader: en project”\nkeywords: x\n—\nTekst.\n".encode(),
            b'---\ntitle: "Kader: en project"\nkeywords: x\n---\nTekst.\n',
            ("quotes", "front-matter"),
        ),
        (b"\ntitle: Kader\n\nTekst.\n", b"---\ntitle: Kader\n---\n\nTekst.\n", ("front-matter",)),
        (b"---\ntitle: Kader\n\n# Kop\n", b"---\ntitle: Kader\n---\n\n# Kop\n", ("front-matter",)),
        (
            b"---\ntype: quiz\ntitle: T\n---\n## Wie? {points=2}\n\n- (x) Ik\n\n## Wie?\n\n- (x) Ik\n",
            b"---\ntype: quiz\ntitle: T\n---\n## Wie? {#wie points=2}\n\n- (x) Ik\n\n## Wie? {#wie-2}\n\n- (x) Ik\n",
            ("ids",),
        ),
        (
            "# T\n\n::: reflection Jouw school {#s lines=“4”}\nVraag.\n:::\n".encode(),
            b'# T\n\n::: reflection Jouw school {#s lines="4"}\nVraag.\n:::\n',
            ("quotes",),
        ),
        (b"", b"", ()),
    ],
)
def test_what_is_safe_is_mended(before: bytes, after: bytes, fixes: tuple[str, ...]) -> None:
    fixed = fix_source(PATH, before)
    assert (fixed.data, fixed.fixes) == (after, fixes)
    assert fix_source(PATH, fixed.data).fixes == ()


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="# \t\r\n`:-x>|\"'{}()[]", max_size=120))
def test_any_text_keeps_its_meaning(body: str) -> None:
    data = f"# T\n\n{body}".encode()
    fixed = fix_source(PATH, data)
    before, after = (read_document(PATH, source) for source in (data, fixed.data))
    assert isinstance(before.node, Page)
    assert isinstance(after.node, Page)
    shown = [" ".join(text.source.split()) for text in activity_texts(before.node)]
    assert [" ".join(text.source.split()) for text in activity_texts(after.node)] == shown
    breaks = [breaks_of(node) for node in (before.node, after.node)]
    assert breaks[0] == breaks[1]
    assert fix_source(PATH, fixed.data).fixes == ()


def breaks_of(page: Page) -> list[int]:
    """How many lines break in each text."""
    return [piece.count("<br") for piece in render_texts(activity_texts(page)).pieces.values()]


def test_the_command_mends_and_then_checks(tmp_path: Path) -> None:
    root = starter(tmp_path)
    page = root / "01-start" / "01-welkom.md"
    page.write_bytes(page.read_bytes().replace(b"\n", b"\r\n"))
    module = root / "01-start" / "module.md"
    module.write_text(module.read_text("utf-8").replace("Van start", "Start: nu"), "utf-8")
    assert coursebuilder("check", root, cwd=tmp_path).returncode == 1
    result = coursebuilder("check", root, "--fix", "--lang", "nl", cwd=tmp_path)
    assert result.returncode == 0, result.stdout
    assert "01-welkom.md: regeleinden" in result.stderr
    assert "module.md: aanhalingstekens" in result.stderr
    assert b"\r" not in page.read_bytes()


def test_watching_reports_again_after_a_change(tmp_path: Path) -> None:
    root = starter(tmp_path)
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    log = tmp_path / "log.txt"
    with log.open("w", encoding="utf-8") as stream:
        process = subprocess.Popen(
            [sys.executable, "-m", "coursebuilder", "check", str(root), "--watch"],
            env=environment, stdout=stream, stderr=subprocess.STDOUT,
        )  # fmt: skip
    try:
        wait_for(log, "checked at")
        (root / "01-start" / "03-fout.md").write_text(
            "# Fout\n\n[weg](nergens.md)\n", encoding="utf-8"
        )
        wait_for(log, "nergens.md")
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=20) == 0
    assert "Traceback" not in log.read_text(encoding="utf-8")


def wait_for(log: Path, words: str) -> None:
    deadline = time.monotonic() + 30
    while words not in log.read_text(encoding="utf-8"):
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8")
        time.sleep(0.05)

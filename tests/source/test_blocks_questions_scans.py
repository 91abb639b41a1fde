"""The cases of ``fixtures/``: exactly these findings, and this canonical form."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.source.blocks import read_body
from coursebuilder.source.printer import print_question
from coursebuilder.source.printer_blocks import body_lines
from coursebuilder.source.questions import read_quiz_body
from coursebuilder.source.scans import read_scan_body
from coursebuilder.text import Span

FIXTURES = Path(__file__).parent / "fixtures"
PATH = "01-kader/blad.md"
Found = tuple[str, tuple[Diagnostic, ...]]

_CASE = re.compile(r"^## ([^\n]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"^~~~~ (\w+)\n(.*?)^~~~~$", re.MULTILINE | re.DOTALL)


def _body(source: str) -> Found:
    body, found = read_body(source, Span(PATH))
    return "\n".join(body_lines(body, PATH)), found


def _quiz(source: str) -> Found:
    body, found = read_quiz_body(source, Span(PATH))
    introduction = ["\n".join(body_lines(body.introduction, PATH))] if body.introduction else []
    return "\n\n".join((*introduction, *map(print_question, body.questions))), found


def _scan(source: str) -> Found:
    return "", read_scan_body(source, Span(PATH))[-1]


READERS: dict[str, Callable[[str], Found]] = {"blocks": _body, "quiz": _quiz, "scan": _scan}


def _cases() -> list[object]:
    cases: list[object] = []
    for file in sorted(FIXTURES.glob("*.md")):
        fenced = re.sub(
            r"^~~~~ .*?^~~~~$",
            lambda match: match[0].replace("\n## ", "\n\0## "),
            file.read_text(encoding="utf-8"),
            flags=re.MULTILINE | re.DOTALL,
        )
        for name, text in _CASE.findall(fenced):
            parts = dict(_PART.findall(text.replace("\0", "")))
            cases.append(pytest.param(file.stem, parts, id=f"{file.stem}: {name}"))
    return cases


@pytest.mark.parametrize(("reader", "parts"), _cases())
def test_case(reader: str, parts: dict[str, str]) -> None:
    printed, found = READERS[reader](parts["source"])
    places = [f"{item.span.line}:{item.span.column} {item.rule.code}" for item in found]
    assert places == parts["findings"].split("\n")[:-1]
    if "printed" in parts:
        assert printed == parts["printed"].rstrip("\n")

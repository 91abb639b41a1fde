"""Every Markdown example of the documentation reads without a finding."""

import re
from pathlib import Path

import pytest

from coursebuilder.downloads.making import make_download
from coursebuilder.model import (
    CalculatedQuestion,
    ChoiceQuestion,
    EssayQuestion,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Quiz,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)
from coursebuilder.source.document import read_document

DOCS = Path(__file__).parents[2] / "docs"
_EXAMPLE = re.compile(r"^```markdown\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def _examples() -> list[object]:
    return [
        pytest.param(match[1], id=f"{name}:{text.count(chr(10), 0, match.start()) + 1}")
        for name in ("format.md", "format-cheatsheet.md")
        for text in [(DOCS / name).read_text(encoding="utf-8")]
        for match in _EXAMPLE.finditer(text)
    ]


def _as_file(example: str) -> bytes:
    """The example as a file: with a title, and what says that it is a quiz, when it has none."""
    if not example.startswith("---"):
        quiz = re.search(r"^## .*\{#.*\}$", example, re.MULTILINE)
        example = f"---\ntype: {'quiz' if quiz else 'page'}\ntitle: Titel\n---\n{example}"
    # Placeholders of the documentation that stand for "any value".
    example = re.sub(r"^(title|id): ….*\n", "", example, flags=re.MULTILINE)
    return example.encode()


@pytest.mark.parametrize("example", _examples())
def test_an_example_reads_without_a_finding(example: str) -> None:
    if re.match(r"---\nlanguage:", example):  # a Word document to take away
        assert make_download("x.docx.md", example.encode())[1] == ()
        return
    name = "module.md" if re.search(r"^summary:", example, re.MULTILINE) else "02-blad.md"
    document = read_document(f"01-kader/{name}", _as_file(example))
    assert [(item.span, item.message()) for item in document.diagnostics] == []
    assert document.node is not None


def test_the_cheat_sheet_shows_every_question_type() -> None:
    sheet = (DOCS / "format-cheatsheet.md").read_text(encoding="utf-8")
    shown: set[type] = set()
    for match in _EXAMPLE.finditer(sheet):
        node = read_document("01-kader/02-blad.md", _as_file(match[1])).node
        if isinstance(node, Quiz):
            shown |= {type(question) for question in node.questions}
    assert shown == {
        CalculatedQuestion,
        ChoiceQuestion,
        EssayQuestion,
        GapQuestion,
        MatchingQuestion,
        NumericalQuestion,
        OrderingQuestion,
        ShortAnswerQuestion,
        TrueFalseQuestion,
    }

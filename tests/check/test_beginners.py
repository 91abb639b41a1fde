"""What somebody who writes a first page or quiz gets wrong: one finding, at the place to mend."""

from pathlib import Path

import pytest
import yaml

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.consequences import without_consequences
from tests.check.test_rule_examples import COURSE, FILES, findings

QUIZ = "---\ntype: quiz\ntitle: Toets\n---\n\n"


def found(folder: Path, text: str) -> list[Diagnostic]:
    settings = yaml.safe_dump(COURSE, allow_unicode=True)
    files = {"course.yml": settings, **FILES, "01-kader/03-blad.md": text}
    return without_consequences(findings(folder, files))


@pytest.mark.parametrize(
    ("question", "code", "place"),
    [
        ("-(x) Ik\n-( ) Jij", "CB439", "8:1"),
        ("(x) Ik\n( ) Jij", "CB439", "8:1"),
        ("A. Ik\nB. Jij", "CB439", "8:1"),
        ("- Ik\n- Jij", "CB439", "8:1"),
        ("- a -> b\n- c -> d", "CB439", "8:1"),
        ("- (v) Zij\n- (x) Ik\n- ( ) Jij", "CB409", "8:3"),
        ("= 4 uur ± 0", "CB417", "8:3"),
        ("= 4", "CB418", "6:4"),
        ("Vertel.", "CB406", "6:4"),
    ],
)
def test_answers_without_their_mark(tmp_path: Path, question: str, code: str, place: str) -> None:
    (one,) = found(tmp_path, f"{QUIZ}## Wie? {{#wie}}\n\n{question}\n\n> Zo is het.\n")
    assert (one.rule.code, f"{one.span.line}:{one.span.column}") == (code, place)


@pytest.mark.parametrize(
    ("front", "code", "place", "hint"),
    [
        ("titel: Blad", "CB201", "2:1", "title"),
        ("title: Blad\nduur: 8", "CB201", "3:1", "duration"),
        ("title: Blad\nleerdoelen: [digisprong]", "CB201", "3:1", "objectives"),
        ("type: toets", "CB204", "2:7", "choose from: quiz"),
        ("title: Blad\ntype: Page", "CB204", "3:7", "choose from: page"),
        ("title: Blad\n  duration: 8", "CB184", "3:3", "same column"),
        ("title: Blad\nduration: 8 minuten", "CB207", "3:11", "number alone"),
        ("title: Blad\nobjectives: digisprong", "CB209", "3:13", "[digisprong]"),
    ],
)
def test_settings_as_one_would_guess_them(
    tmp_path: Path, front: str, code: str, place: str, hint: str
) -> None:
    text = f"---\n{front}\n---\n\nTekst.\n"
    if front == "type: toets":
        text += "\n## Wie? {#wie}\n\n- (x) Ik\n- ( ) Jij\n\n> Ja.\n"
    (one,) = found(tmp_path, text)
    assert (one.rule.code, f"{one.span.line}:{one.span.column}") == (code, place)
    assert hint in one.hint()

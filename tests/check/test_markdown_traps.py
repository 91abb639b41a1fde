"""Markdown that shows something else than was meant: what is reported is what rendering really spoils."""

import pytest

from coursebuilder.check.markdown_traps import check_markdown
from coursebuilder.model import Prose
from coursebuilder.render.document import render_texts
from coursebuilder.text import Markdown, Span, Text
from tests.check.courses import PAGE, course, page

LIST, TABLE, CODE = "<li>", "<table>", "<pre>"


def found(source: str) -> list[tuple[str, int, int]]:
    body = Prose(text=Text(Markdown(source), Span(PAGE, 3)))
    diagnostics = check_markdown(course(page(body)))
    return [(one.rule.code, one.span.line, one.span.column) for one in diagnostics]


def shown(source: str) -> str:
    return "".join(render_texts([Text(Markdown(source), Span(PAGE, 3))]).pieces.values())


@pytest.mark.parametrize(
    ("source", "code", "place", "spoilt"),
    [
        ("Nodig:\n- een laptop\n- een uur", "CB632", (4, 1), LIST),
        ("> Nodig:\n> - een laptop", "CB632", (4, 1), LIST),
        ("Stappen:\n1. eerst\n2. dan", "CB632", (4, 1), LIST),
        ("1) eerst\n2) dan", "CB633", (3, 1), LIST),
        ("```\nprint(1)\n\nMeer.", "CB635", (3, 1), CODE),
        ("Zie [het project] (02-project.md#doel).", "CB636", (3, 5), "<a"),
        ("! [Taken](images/taken.svg)", "CB636", (3, 1), "<img"),
        ("Zie:\n\n| a | b |\n| 1 | 2 |", "CB637", (5, 1), TABLE),
        ("Dat bleek.[^1]", "CB638", (3, 11), "<sup"),
        ("Tekst.\n\n[^1]: De noot.", "CB638", (5, 1), "De noot"),
        ("Kijk: <iframe src='https://x.example/'></iframe>", "CB643", (3, 7), "iframe"),
        ("De <naam> van <Naam>.", "CB643", (3, 4), "naam"),
    ],
)
def test_a_trap_is_reported_and_spoils_what_was_meant(
    source: str, code: str, place: tuple[int, int], spoilt: str
) -> None:
    assert found(source) == [(code, *place)]
    assert spoilt not in shown(source)


@pytest.mark.parametrize(
    "source",
    ["- een\n  - twee", "1. een\n   - twee", "- een\n\n  Een alinea bij het item.\n- twee"],
)
def test_what_is_indented_too_little_is_reported(source: str) -> None:
    (code, _, _), *_ = found(source)
    assert code == "CB634"
    deeper = source.replace("\n   ", "\n    ").replace("\n  ", "\n    ").replace("      ", "    ")
    assert found(deeper) == []
    assert shown(deeper) != shown(source)


def test_answers_in_running_text() -> None:
    assert found("Wie?\n\n- ( ) Ik\n- (x) Jij\n") == [("CB639", 5, 1)]


@pytest.mark.parametrize(
    "source",
    [
        "# Kop\n- een\n- twee",
        "Nodig:\n\n- een\n- twee\nverder op de regel\n- drie",
        "In het jaar\n2026. Daarna niets.",
        "Term\n: uitleg\n\n- een\n    - twee\n\n    alinea\n- drie",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 | 4 |",
        "```\nNodig:\n- een\n<iframe>\n[^1] [x] (y.md)\n```",
        "`<iframe>`, \\<naam>, a < b en c > d, <https://x.example/>, <!-- <x> -->",
        "Dat bleek.[^1] En dit.[^1]\n\n[^1]: De noot.",
        "Een [haakje] (en een opmerking) en [nog een] (zie hoger).",
        "- [ ] taak\n- [x] taak",
        "a | b\n- | -\n1 | 2",
        "<div>\n- een\n</div>",
        "Tekst\n\n    - code van vier spaties\n",
    ],
)
def test_what_is_sound_is_not_reported(source: str) -> None:
    assert found(source) == []

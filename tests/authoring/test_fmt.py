"""Formatting changes the form and nothing else."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursebuilder.authoring.fmt import format_source
from coursebuilder.model import Page, Quiz, Scan
from coursebuilder.source.document import read_document
from coursebuilder.source.printer import print_page, print_quiz, print_scan
from tests import strategies

PATH = "01-kader/01-blad.md"
relaxed = settings(
    max_examples=40,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

UNTIDY = """---
type: quiz
pass:   70
---


# Toets   {#de-toets}
Een inleiding met  twee spaties.
## Wie? {#wie  points=2 type=choice   tags="a b"}
* ( )  De coördinator
     > Nee.
* (x)  Het bestuur
> Algemeen.
## Hoeveel? {#hoeveel}


= 4 +- 0
"""

TIDY = """---
type: quiz
pass:   70
---
# Toets   {#de-toets}

Een inleiding met  twee spaties.

## Wie? {#wie points=2 type=choice tags="a b"}

- ( ) De coördinator
  > Nee.
- (x) Het bestuur

> Algemeen.

## Hoeveel? {#hoeveel}

= 4 ± 0
"""


def form(text: str, path: str = PATH) -> str:
    formatted = format_source(path, text.encode())
    assert formatted.refusal is None, formatted
    return formatted.text


def test_an_untidy_quiz_becomes_tidy() -> None:
    assert form(UNTIDY) == TIDY
    assert form(TIDY) == TIDY


@pytest.mark.parametrize(
    ("written", "formatted"),
    [
        ("= 2,9 +- 0,10", "= 2,9 ± 0,10"),
        ("= 2.9 ± 0.1\n= 50%   3,5 ± 0.25", "= 2.9 ± 0.1\n= 50% 3,5 ± 0.25"),
        ("*  (x) Ja\n*  (-33,5%)  Nee", "- (x) Ja\n- (-33,5%) Nee"),
    ],
)
def test_numbers_keep_their_comma_or_point(written: str, formatted: str) -> None:
    head = "---\ntype: quiz\n---\n# T\n\n## Hoeveel? {#n}\n\n"
    assert format_source(PATH, f"{head}{written}\n".encode()).text == f"{head}{formatted}\n"


@pytest.mark.parametrize(
    ("written", "formatted"),
    [
        ('{tags="a"  #n points=1 source="B 2"}', '{tags="a" #n points=1 source="B 2"}'),
        ("{#n type=choice shuffle=no}", "{#n type=choice shuffle=no}"),
        ("{#n name=“Wie beslist”}", '{#n name="Wie beslist"}'),
    ],
)
def test_attributes_keep_their_order_quotes_and_defaults(written: str, formatted: str) -> None:
    text = "---\ntype: quiz\n---\n# T\n\n## Wie?   {}\n\n- (x) Ik\n- ( ) Jij\n"
    same = text.replace("Wie?   {", "Wie? {")
    result = format_source(PATH, text.replace("{}", written).encode()).text
    assert result == same.replace("{}", formatted)


def test_ranges_of_advice_keep_their_comma() -> None:
    text = (
        "---\ntype: scan\nscale: [a, b, c]\n---\n# T\n\n## Visie {#v}\n\n- A {#a}\n\n"
        "> 1 - 2,4: Lees 1.50.\n\n> 2.5 - 3: Sterk.\n"
    )
    assert format_source(PATH, text.encode()).text == text


def test_prose_and_front_matter_stay_as_written() -> None:
    text = "---\n# een opmerking\nduration:   8\n---\n# Blad\n\nEen *zin*  \nmet een\nharde overgang.\n\n* punt\n"
    assert form(text) == text


def test_a_module_and_a_course_keep_their_settings() -> None:
    module = "---\ntitle: X   \nobjectives:   # opmerking\n  a: B\n---\n\n\nInleiding.  \n\n"
    assert (
        form(module, "01-x/module.md")
        == "---\ntitle: X\nobjectives:   # opmerking\n  a: B\n---\nInleiding.\n"
    )
    course = "id: x  \ntitle: T\nlanguage: nl\nlicence: MIT\nauthors:\n  - name: N\n\n\n"
    assert form(course, "course.yml") == course.replace("x  \n", "x\n").rstrip("\n") + "\n"


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("---\ntype: quiz\n---\n# T\n\n## Zonder id\n\n- (x) a\n- ( ) b\n", "errors"),
        ("---\ntype: [\n---\n# T\n", "errors"),
        ("", "errors"),
    ],
)
def test_what_cannot_be_read_is_left_alone(text: str, refusal: str) -> None:
    formatted = format_source(PATH, text.encode())
    assert (formatted.refusal, formatted.text) == (refusal, text)


def test_a_comment_that_would_be_lost_is_kept() -> None:
    text = "---\ntype: quiz\n---\n# T\n\n## Wie? {#wie}\n\n- (x) a\n<!-- bron: p. 3 -->\n- ( ) b\n"
    formatted = format_source(PATH, text.encode())
    assert "<!-- bron: p. 3 -->" in formatted.text


activities = st.one_of(
    strategies.pages(path=PATH), strategies.quizzes(path=PATH), strategies.scans(path=PATH)
)


def printed(activity: Page | Quiz | Scan) -> str:
    match activity:
        case Page():
            return print_page(activity)
        case Quiz():
            return print_quiz(activity)
        case Scan():
            return print_scan(activity)


@relaxed
@given(activities)
def test_any_activity_keeps_its_model_and_its_second_form(activity: Page | Quiz | Scan) -> None:
    text = re.sub(r"\n(?=## )", "\n\n\n", printed(activity)) + "\n\n"
    document = read_document(PATH, text.encode())
    once = form(text)
    assert read_document(PATH, once.encode()).node == document.node
    assert form(once) == once


@relaxed
@given(st.text(alphabet="#-()[]x>:|=_*\\{} \nabc1", max_size=200))
def test_any_text_is_refused_or_keeps_its_model(body: str) -> None:
    data = f"---\ntype: quiz\n---\n# T\n\n{body}".encode()
    formatted = format_source(PATH, data)
    again = format_source(PATH, formatted.text.encode())
    assert again.text == formatted.text
    if formatted.refusal is None:
        assert read_document(PATH, formatted.text.encode()).node == read_document(PATH, data).node

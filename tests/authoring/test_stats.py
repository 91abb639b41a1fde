"""The figures of a course, counted by hand for a small one."""

import json
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from coursebuilder.authoring.readability import Counts, count, score, syllables
from coursebuilder.authoring.stats import course_stats
from coursebuilder.authoring.stats_page import stats_page
from coursebuilder.pipeline import load_course
from tests.authoring.courses import starter
from tests.sample_course import SAMPLE


@pytest.mark.parametrize(
    ("word", "language", "number"),
    [
        ("leesbaarheid", "nl", 3), ("coördinator", "nl", 5), ("ideeën", "nl", 3), ("café", "nl", 2),
        ("sneeuw", "nl", 1), ("één", "nl", 1), ("bijna", "nl", 2), ("zee-egel", "nl", 3), ("x", "nl", 1),
        ("make", "en", 1), ("readable", "en", 3), ("jumped", "en", 1), ("wanted", "en", 2), ("the", "en", 1),
    ],
)  # fmt: skip
def test_syllables(word: str, language: str, number: int) -> None:
    assert syllables(word, language) == number


def test_sentences_and_words_of_markdown() -> None:
    text = "Dit is **een** zin. En nog [een](x.md)!\n\n| a |\n|---|\n\n- punt een\n- punt twee\n\n```\ncode\n```"
    assert count([text], "nl") == Counts(words=11, sentences=4, syllables=11)


def test_the_formulas() -> None:
    counts = Counts(words=100, sentences=10, syllables=150)
    assert score(counts, "nl-BE") == round(206.84 - 9.3 - 115.5, 1)
    assert score(counts, "en") == round(206.835 - 10.15 - 126.9, 1)
    assert score(counts, "fr") is None
    assert score(Counts(words=5, sentences=1, syllables=5), "nl") is None


def test_the_starter_in_figures(tmp_path: Path) -> None:
    course = load_course(starter(tmp_path)).course
    assert course is not None
    figures = course_stats(course)
    (module,) = figures.modules
    assert [part.kind for part in module.parts] == ["introduction", "page", "quiz"]
    assert [part.questions for part in module.parts] == [0, 1, 2]
    assert figures.questions == 3
    assert {
        goal.id: (goal.pages, goal.practice, goal.questions) for goal in figures.objectives
    } == {
        "opbouw": (1, 1, 1),
        "vraag": (0, 0, 1),
    }
    assert {kind.type: kind.guess for kind in figures.types} == {"choice": 0.333, "multiple": 0.143}


def test_every_type_of_question_is_counted_once() -> None:
    figures = course_stats(SAMPLE)
    assert sum(kind.count for kind in figures.types) == sum(
        len(quiz.questions) for _, quiz in SAMPLE.quizzes()
    )
    assert {"choice", "multiple", "truefalse", "number", "essay"} <= {
        kind.type for kind in figures.types
    }
    assert all(0 <= kind.guess <= 0.5 for kind in figures.types)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_page_is_whole_and_needs_nothing(language: str) -> None:
    figures = course_stats(SAMPLE)
    page = stats_page(figures, language).decode()
    assert "http" not in page
    assert "<script" not in page
    assert f'<html lang="{language}">' in page
    body = ElementTree.fromstring(page[page.index("<main") : page.index("</main>") + 7])
    rows = len(figures.objectives) + len(figures.types)
    rows += len({goal.module for goal in figures.objectives})
    rows += sum(1 + len(module.parts) for module in figures.modules)
    assert len(body.findall(".//tbody/tr")) == rows


def test_bars_are_as_long_as_their_figures_say() -> None:
    figures = course_stats(SAMPLE)
    page = stats_page(figures, "en").decode()
    body = ElementTree.fromstring(page[page.index("<main") : page.index("</main>") + 7])
    objectives, length, types = body.findall("table")
    asked = [goal.questions for goal in figures.objectives]
    widths = [bar.get("style") for bar in objectives.iter("span")]
    assert widths == [f"width:{number / max(asked):.0%}" for number in asked]
    low = [bar.get("class") == "bar low" for bar in objectives.iter("span")]
    assert low == [number == 0 for number in asked]
    modules = [row for row in length.iter("tr") if row.get("class") == "module"]
    longest = max(module.minutes for module in figures.modules)
    assert [row.findall("td")[2][0].get("style") for row in modules] == [
        f"width:{module.minutes / longest:.0%}" for module in figures.modules
    ]
    assert [bar.get("style") for bar in types.iter("span")] == [
        f"width:{kind.guess:.0%}" for kind in figures.types
    ]


def test_a_course_without_objectives_or_quizzes_has_no_empty_tables() -> None:
    figures = replace(course_stats(SAMPLE), objectives=(), types=())
    assert stats_page(figures, "en").count(b"<table>") == 1


def test_titles_are_escaped() -> None:
    assert b"<b>" not in stats_page(course_stats(replace(SAMPLE, title="<b>x</b>")), "en")


def test_the_command_speaks_json(tmp_path: Path) -> None:
    from tests.cli.test_commands import coursebuilder

    root = starter(tmp_path)
    result = coursebuilder("stats", root, "--format", "json", "--html", "x.html", cwd=tmp_path)
    assert result.returncode == 0, result.stderr
    assert json.loads(result.stdout)["modules"][0]["id"] == "start"
    assert (tmp_path / "x.html").read_bytes().startswith(b"<!DOCTYPE html>")
    table = coursebuilder("stats", root, "--lang", "nl", cwd=tmp_path)
    assert "Lengte en leesbaarheid" in table.stdout

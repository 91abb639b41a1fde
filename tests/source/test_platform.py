"""Assignments, forums, glossaries, forms, polls, links, files and folders, read from Markdown."""

from decimal import Decimal

import pytest

from coursebuilder.authoring.fmt import format_source
from coursebuilder.check import check_course
from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.rules import platform as rules
from coursebuilder.model import (
    Assignment,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    Poll,
    Situation,
    Survey,
    WebLink,
)
from coursebuilder.source.document import Document, read_document
from tests.platform_sample import FOLDER, loaded

PATH = "01-kader/01-doe.md"
RULES = [rule for rule in vars(rules).values() if isinstance(rule, Rule)]


def read(source: str) -> Document:
    return read_document(PATH, source.encode())


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_breaks_the_rule_and_nothing_else(rule: Rule) -> None:
    assert {finding.rule.code for finding in read(rule.example).diagnostics} == {rule.code}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_mended_example_breaks_no_rule(rule: Rule) -> None:
    assert read(rule.instead).diagnostics == ()


def test_the_whole_course_reads_and_checks_clean() -> None:
    read_course = loaded()
    assert read_course.diagnostics == ()
    assert read_course.course is not None
    found = [*check_course(read_course.course, tuple(read_course.tree.files))]
    assert [finding.rule.code for finding in found] == ["CB606"]  # it has no picture
    kader, guide = read_course.course.modules
    assert [type(activity) for activity in kader.activities] == [
        Forum, Assignment, Assignment, Survey, Glossary, Poll, WebLink, FileOffer, Folder, Forum,
        Forum, Glossary, Situation, Assignment,
    ]  # fmt: skip
    assert (kader.audience, guide.audience) == ("learner", "trainer")
    assert [asset.path for asset in read_course.course.assets] == [
        "01-kader/files/sjabloon.txt",
        "01-kader/files/taken.csv",
    ]


def test_an_assignment_with_a_rubric() -> None:
    node = read(
        "---\ntype: assignment\nfiles: [files/a%20b.md]\n---\n# Plan\n\nDoe dit.\n\n::: rubric\n"
        "| | 0 | 2,5 |\n| --- | --- | --- |\n| a \\| b | | x |\n| c | y | z |\n:::\n\nKlaar."
    )
    assert [found.rule.code for found in node.diagnostics] == ["CB191"]
    assert isinstance(node.node, Assignment)
    assert node.node.files == ("01-kader/files/a b.md",)
    (criterion,) = node.node.rubric
    assert criterion.text == "c"
    assert [(level.points, level.text) for level in criterion.levels] == [
        (Decimal(0), "y"),
        (Decimal("2.5"), "z"),
    ]
    assert node.node.points == Decimal("2.5")
    assert len(node.node.body) == 1


def test_an_assignment_with_a_marking_guide() -> None:
    node = read(
        "---\ntype: assignment\n---\n# Plan\n\nDoe dit.\n\n::: guide\n| Wat | Punten | Voor jou | Voor ons |\n"
        "| --- | --- | --- | --- |\n| a \\| b | 2,5 | x | y |\n| c | 4 | |\n:::\n\nKlaar."
    )
    assert node.diagnostics == ()
    assert isinstance(node.node, Assignment)
    guide = node.node.guide
    assert guide is not None
    assert guide.heading == ("Wat", "Punten", "Voor jou", "Voor ons")
    found = [(row.text, row.points, row.learners, row.markers) for row in guide.criteria]
    assert found == [("a | b", Decimal("2.5"), "x", "y"), ("c", Decimal(4), "", "")]
    assert node.node.points == Decimal("6.5")
    assert len(node.node.body) == 1


@pytest.mark.parametrize(
    ("tables", "code"),
    [
        ("::: guide\ngeen tabel\n:::", "CB187"),
        ("::: guide\n| a | b |\n| --- | --- |\n:::", "CB187"),
        ("::: guide\n| a | b |\n| --- | --- |\n| c | 0 |\n:::", "CB187"),
        ("::: guide\n| a | b |\n| --- | --- |\n| c | 1 | te veel |\n:::", "CB187"),
        (
            "::: rubric\n| a | 1 | 2 |\n| --- | --- | --- |\n| b | x | y |\n:::\n\n"
            "::: guide\n| a | b |\n| --- | --- |\n| c | 1 |\n:::",
            "CB188",
        ),
    ],
)
def test_no_marking_guide(tables: str, code: str) -> None:
    node = read(f"---\ntype: assignment\n---\n# Plan\n\n{tables}")
    assert [found.rule.code for found in node.diagnostics] == [code]


@pytest.mark.parametrize(
    "table", ["geen tabel", "| a | 1 | 1 |\n| --- | --- | --- |\n| b | x | y |", "| a | -1 | 2 |"]
)
def test_no_rubric(table: str) -> None:
    node = read(f"---\ntype: assignment\n---\n# Plan\n\n::: rubric\n{table}\n:::")
    assert [found.rule.code for found in node.diagnostics] == ["CB190"]


def test_terms_have_aliases_anchors_and_places() -> None:
    node = read(
        '---\ntype: glossary\n---\n# Woorden\n\nVooraf.\n\nTaak {#taak aliases="werk, job"}\n'
        ":   Iets doen.\n\n    - een\n\nTeam {#team}\n: Samen.\n"
    ).node
    assert isinstance(node, Glossary)
    taak, team = node.terms
    assert (taak.name, taak.aliases, taak.span.line) == ("Taak", ("werk", "job"), 8)
    assert taak.definition.source == "Iets doen.\n\n- een"
    assert team.definition.source == "Samen."
    assert {"taak", "team"} <= {*node.outline.anchors}
    assert len(node.body) == 1


def test_ids_are_unique() -> None:
    twice = read("---\ntype: glossary\n---\n# W\n\nA {#a}\n: x\n\nB {#a}\n: y")
    assert [(found.rule.name, found.span.line) for found in twice.diagnostics] == [
        ("duplicate-block-id", 9)
    ]
    form = read("---\ntype: feedback\n---\n# F\n\n## A {#a}\n\n## B {#a}")
    assert [found.span.line for found in form.diagnostics] == [8]


def test_the_kinds_of_questions_of_a_form() -> None:
    node = read(
        "---\ntype: feedback\n---\n# F\n\n## A? {#a required=yes lines=3}\n\n## B? {#b}\n\n- ( ) x\n- ( ) y\n\n"
        "## C? {#c}\n\n- [ ] x\n- [ ] y\n\n## D? {#d}\n\n1. x\n2. y\n"
    ).node
    assert isinstance(node, Survey)
    assert [(item.id, item.kind, item.options) for item in node.items] == [
        ("a", "text", ()),
        ("b", "choice", ("x", "y")),
        ("c", "choices", ("x", "y")),
        ("d", "rating", ("x", "y")),
    ]
    assert (node.items[0].required, node.items[0].lines) == (True, 3)


@pytest.mark.parametrize("kind", ["url", "file", "folder"])
def test_what_it_is_about_is_required(kind: str) -> None:
    found = read(f"---\ntype: {kind}\n---\n# Titel").diagnostics
    assert len(found) == 1
    assert found[0].rule.name == "missing-key"


def test_a_script_is_no_address() -> None:
    assert read("---\ntype: url\nurl: javascript:alert(1)\n---\n# Titel").diagnostics


def test_fmt_keeps_every_word_of_the_course() -> None:
    for path in sorted((FOLDER / "01-kader").glob("*.md")):
        name = f"01-kader/{path.name}"
        assert format_source(name, path.read_bytes()).refusal is None, name

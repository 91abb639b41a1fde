import re
from dataclasses import replace
from pathlib import Path

import pytest

from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.explain import (
    example_text,
    explain_rule,
    rule_markdown,
    rules_markdown,
)
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.diagnostics.rules.answers import NO_CORRECT_CHOICE
from coursebuilder.diagnostics.rules.references import BROKEN_ANCHOR
from coursebuilder.i18n import catalogue

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"


def test_docs_rules_is_what_the_rules_say() -> None:
    stale = "stale: coursebuilder explain --markdown > docs/rules.md"
    assert DOCS.read_text(encoding="utf-8") == rules_markdown("en"), stale


def test_every_rule_stands_in_the_page() -> None:
    for language in ("en", "nl"):
        page = rules_markdown(language)
        for rule in all_rules().values():
            assert f"\n### {rule.code} {rule.name} (" in page


def test_an_explanation_tells_everything() -> None:
    told = explain_rule(NO_CORRECT_CHOICE)
    for text in (NO_CORRECT_CHOICE.what, NO_CORRECT_CHOICE.why, "none of the … choices is correct"):
        assert text in told
    for source in (NO_CORRECT_CHOICE.example, NO_CORRECT_CHOICE.instead):
        for line in example_text(source, "en").split("\n"):
            assert line in told


def test_dutch() -> None:
    told = explain_rule(NO_CORRECT_CHOICE, "nl")
    assert "geen van de … keuzes is juist" in told
    assert "Voorbeeld:" in told


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_rules_are_told_in_dutch(rule: Rule) -> None:
    assert {rule.what, rule.why} <= set(catalogue("nl"))


_DUTCH = re.compile(r"\b(?:de|het|een|van|en|je|wie|wat|lees|zie|niet|schoolbestuur)\b(?![-.}/&])")


@pytest.mark.parametrize("rule", all_rules().values(), ids=lambda rule: rule.code)
def test_examples_are_english_in_english(rule: Rule) -> None:
    """All but names of files and ids, which come from a course in Dutch."""
    for source in (rule.example, rule.instead):
        prose = re.sub(
            r"\([^()\s]*\)|\{#[^{}]*\}|\S+/\S*|  [a-z]+:", " ", example_text(source, "en")
        )
        assert _DUTCH.findall(prose) == [], prose


def test_fields_stand_open_and_braces_stay() -> None:
    assert "{#…}" in explain_rule(BROKEN_ANCHOR)


def test_examples_with_fences_stay_whole() -> None:
    fenced = replace(NO_CORRECT_CHOICE, example="````\ncode\n````")
    assert "`````\n````\ncode\n````\n`````" in rule_markdown(fenced)

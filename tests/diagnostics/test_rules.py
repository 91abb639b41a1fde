"""The table of rules: complete, translated and documented."""

import re
from importlib import import_module
from pathlib import Path
from string import Formatter

import pytest

import coursebuilder
from coursebuilder.diagnostics import Rule, rules
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.i18n import catalogue

RULES = tuple(all_rules().values())


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_is_complete(rule: Rule) -> None:
    assert re.fullmatch(r"CB[1-69]\d\d", rule.code)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.name)
    for text in (rule.what, rule.why):
        assert text.endswith(".")
    assert rule.example != rule.instead != ""
    assert rule.message
    assert rule.hint
    assert not rule.message.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_speaks_dutch_with_the_same_fields(rule: Rule) -> None:
    dutch = catalogue("nl")
    for text in (rule.message, rule.hint):
        assert text in dutch
        assert fields(dutch[text]) == fields(text)


def test_codes_and_names_are_unique_and_sorted() -> None:
    assert list(all_rules()) == sorted(all_rules())
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_no_rule_is_dead() -> None:
    package = Path(coursebuilder.__file__).parent
    rules_folder = package / "diagnostics" / "rules"
    used = {
        name
        for path in package.rglob("*.py")
        if path.parent != rules_folder
        for name in re.findall(r"\b[A-Z][A-Z0-9_]+\b", path.read_text(encoding="utf-8"))
    }
    constants = {
        name: value.code
        for path in rules_folder.glob("[a-z]*.py")
        for name, value in vars(import_module(f"{rules.__name__}.{path.stem}")).items()
        if isinstance(value, Rule)
    }
    assert {name: code for name, code in constants.items() if name not in used} == {}

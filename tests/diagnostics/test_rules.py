"""The table of rules: complete, translated and documented."""

import re
from string import Formatter

import pytest

from coursebuilder.diagnostics import Rule
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

"""The example of each notation rule breaks that rule; its mended form breaks none."""

import pytest

from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.explain import example_text
from coursebuilder.diagnostics.rules import notation, questions
from coursebuilder.source.blocks import read_body
from coursebuilder.source.questions import read_quiz_body
from coursebuilder.source.scans import read_scan_body
from coursebuilder.text import Span

PLACE = Span("01-kader/01-blad.md")
RULES = [
    rule for part in (notation, questions) for rule in vars(part).values() if isinstance(rule, Rule)
]


def _codes(rule: Rule, source: str) -> list[str]:
    if "CB430" <= rule.code < "CB436":
        headed = (
            source if source.startswith("##") else f"## Visie {{#visie}}\n\n- A {{#a}}\n\n{source}"
        )
        found = read_scan_body(headed, PLACE)[-1]
    elif source.startswith(">") and rule.code == "CB173":
        found = read_quiz_body(f"## Wie? {{#wie}}\n\n- (x) Ik\n\n{source}", PLACE)[-1]
    elif source.startswith("##"):
        body = source if "\n\n" in source else f"{source}\n- (x) Ik\n- ( ) Jij\n"
        found = read_quiz_body(body, PLACE)[-1]
    else:
        found = read_body(source, PLACE)[-1]
    return [finding.rule.code for finding in found]


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_example_breaks_the_rule(rule: Rule, language: str) -> None:
    if rule.code != "CB172":  # its example is shortened
        assert rule.code in _codes(rule, example_text(rule.example, language))


@pytest.mark.parametrize("language", ["en", "nl"])
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_mended_example_breaks_no_rule(rule: Rule, language: str) -> None:
    assert _codes(rule, example_text(rule.instead, language)) == []


def test_blocks_nested_too_deep() -> None:
    source = "> " * 20
    lines = [f"{'> ' * depth}> [!tip]" for depth in range(20)]
    codes = [finding.rule.code for finding in read_body("\n".join((*lines, source)), PLACE)[-1]]
    assert codes == ["CB172"]

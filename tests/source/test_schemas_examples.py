"""The examples that explain the rules of YAML and settings break them, and the mended ones do not."""

import pytest

from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.rules import schema, yaml
from coursebuilder.source.front_matter import split_front_matter
from coursebuilder.source.settings import check_settings
from coursebuilder.source.yaml_positions import read_yaml
from coursebuilder.text import Span

SCHEMAS = {
    "CB201": "module",
    "CB202": "course",
    "CB203": "course",
    "CB204": "quiz",
    "CB205": "page",
    "CB206": "quiz",
    "CB207": "page",
    "CB208": "page",
    "CB209": "course",
    "CB210": "course",
    "CB211": "page",
    "CB212": "course",
    "CB213": "quiz",
    "CB214": "quiz",
    "CB215": "scan",
    "CB216": "scan",
    "CB217": "course",
}
"""The schema that judges the example of a rule. CB218's is too long to write, CB219 is no schema's."""


def rules(module: object) -> list[Rule]:
    return [rule for rule in vars(module).values() if isinstance(rule, Rule)]


def in_yaml(text: str) -> list[str]:
    return [finding.rule.code for finding in read_yaml(text, Span("p"))[1]]


def in_settings(text: str, name: str) -> list[str]:
    root, _ = read_yaml(text, Span("p"))
    assert root is not None
    return [finding.rule.code for finding in check_settings(root, name)[1]]


@pytest.mark.parametrize("rule", rules(yaml), ids=lambda rule: rule.code)
def test_examples_of_yaml(rule: Rule) -> None:
    if rule.code in {"CB120", "CB121", "CB178", "CB179"}:
        example, instead = (
            [finding.rule.code for finding in split_front_matter("p", text)[1]]
            for text in (rule.example, rule.instead)
        )
    else:
        example, instead = in_yaml(rule.example), in_yaml(rule.instead)
    assert (example, instead) == ([rule.code], [])


@pytest.mark.parametrize("code", SCHEMAS)
def test_examples_of_settings(code: str) -> None:
    rule = next(rule for rule in rules(schema) if rule.code == code)
    example = in_settings(rule.example, SCHEMAS[code])
    instead = in_settings(rule.instead, SCHEMAS[code])
    assert code in example
    assert code not in instead
    assert set(example + instead) <= {code, "CB203"}  # of course.yml, only a part is shown


def test_every_rule_has_an_example_that_is_tried() -> None:
    assert {rule.code for rule in rules(schema)} == {*SCHEMAS, "CB218", "CB219"}

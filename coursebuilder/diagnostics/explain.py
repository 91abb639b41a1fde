"""Rules told at length: for ``coursebuilder explain``, ``docs/rules.md`` and SARIF's help."""

import re
import string
from collections import defaultdict
from collections.abc import Iterable

from coursebuilder.diagnostics.rule import Rule
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.i18n import catalogue, english_examples, translate

FAMILIES = {
    "1": "Reading files",
    "2": "Settings",
    "3": "References",
    "4": "Questions and quizzes",
    "5": "Accessibility",
    "6": "The course",
    "9": "Targets",
}
"""First digit of the code -> what those rules are about."""

_RUN = re.compile(r"`{3,}")


def explain_rule(rule: Rule, language: str = "en") -> str:
    """One rule as plain text."""
    parts = (
        f"{rule.code} {rule.name} ({translate(rule.severity.value, language)})",
        rule_text(rule.what, language),
        rule_text(rule.why, language),
        _part("Message", _shape(rule.message, language), language),
        _part("Hint", _shape(rule.hint, language), language),
        _part("Example", example_text(rule.example, language), language),
        _part("Instead", example_text(rule.instead, language), language),
    )
    return "\n\n".join(parts)


def rule_markdown(rule: Rule, language: str = "en") -> str:
    """One rule as Markdown, without a heading."""
    return "\n\n".join(
        (
            rule_text(rule.what, language),
            rule_text(rule.why, language),
            f"> {_code(_shape(rule.message, language))}\n>\n"
            f"> {translate('hint', language)}: {_code(_shape(rule.hint, language))}",
            translate("Example", language) + ":",
            _fenced(example_text(rule.example, language)),
            translate("Instead", language) + ":",
            _fenced(example_text(rule.instead, language)),
        )
    )


def rules_markdown(language: str = "en") -> str:
    """All rules as one Markdown page: ``docs/rules.md``."""
    rules = all_rules().values()
    parts = [f"# {translate('Rules', language)}", *_table(rules, language)]
    family = ""
    for rule in rules:
        if rule.code[2] != family:
            family = rule.code[2]
            parts.append(f"## {translate(FAMILIES[family], language)}")
        severity = translate(rule.severity.value, language)
        parts.append(f"### {rule.code} {rule.name} ({severity})")
        parts.append(rule_markdown(rule, language))
    return "\n\n".join(parts) + "\n"


def rule_text(text: str, language: str) -> str:
    """What a rule finds, or why, in ``language``."""
    return catalogue(language).get(text, text).replace("{{", "{").replace("}}", "}")


def _shape(text: str, language: str) -> str:
    """A message or hint as it will look, ``…`` for what only a finding knows."""
    return string.Formatter().vformat(
        catalogue(language).get(text, text), (), defaultdict(lambda: "…")
    )


def example_text(source: str, language: str) -> str:
    """An example of a rule in ``language``; names of files, ids and tags stay what they are."""
    if language == "nl":
        return source
    english = english_examples()
    return "\n".join(english.get(line, line) for line in source.split("\n"))


def _table(rules: Iterable[Rule], language: str) -> Iterable[str]:
    yield translate(
        "What coursebuilder finds in a course. Errors stop a build; warnings do so under --strict.",
        language,
    )
    head = " | ".join(translate(name, language) for name in ("Code", "Name", "Severity"))
    rows = (
        f"| {rule.code} | {rule.name} | {translate(rule.severity.value, language)} |"
        for rule in rules
    )
    yield "\n".join((f"| {head} |", "| --- | --- | --- |", *rows))


def _part(title: str, text: str, language: str) -> str:
    indented = "\n".join(f"  {line}".rstrip() for line in text.split("\n"))
    return f"{translate(title, language)}:\n{indented}"


def _fenced(source: str) -> str:
    """A code block whose fence is longer than any in the source."""
    longest = max((len(run) for run in _RUN.findall(source)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{source.rstrip()}\n{fence}"


def _code(text: str) -> str:
    """A message as inline code, since it may hold brackets and stars."""
    ticks = "``" if "`" in text else "`"
    space = " " if "`" in text else ""
    return f"{ticks}{space}{text}{space}{ticks}"

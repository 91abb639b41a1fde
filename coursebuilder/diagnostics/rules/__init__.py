"""The table of all rules; each file of this package holds those of one first digit."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from coursebuilder.diagnostics.rule import Rule

_PARTS = (
    "source",  # CB1xx
    "schema",  # CB2xx
    "references",  # CB3xx
    "questions",  # CB40x-CB44x: the notation
    "answers",  # CB45x-CB47x: what a question asks
    "quizzes",  # CB48x-CB49x: quizzes and self-scans
    "accessibility",  # CB5xx
    "course",  # CB6xx
    "scorm",  # CB90x
    "moodle",  # CB92x
)


def all_rules() -> Mapping[str, Rule]:
    """Code -> rule, sorted by code. Raises ValueError when a code or name stands twice."""
    found: dict[str, Rule] = {}
    for part in _PARTS:
        module = import_module(f"{__name__}.{part}")
        for value in vars(module).values():
            if isinstance(value, Rule):
                if value.code in found:
                    raise ValueError(f"rule code {value.code} stands twice")
                found[value.code] = value
    names = [rule.name for rule in found.values()]
    if len(set(names)) != len(names):
        raise ValueError("a rule name stands twice")
    return MappingProxyType(dict(sorted(found.items())))

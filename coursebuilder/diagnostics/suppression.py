"""Findings that authors have looked at and accept (``suppress:`` in ``course.yml``)."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import Protocol

from coursebuilder.diagnostics.rule import Diagnostic, Rule, Severity
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.diagnostics.rules.course import (
    SUPPRESSED_ERROR,
    UNKNOWN_SUPPRESSION,
    UNUSED_SUPPRESSION,
)
from coursebuilder.text import Span

_TARGET_CODES = "CB9"
"""A suppression of a target's finding may wait for a build of that target."""


class Suppression(Protocol):
    """One entry, as the model has it."""

    @property
    def code(self) -> str:
        """``CB512``."""
        ...

    @property
    def path(self) -> str:
        """Source path, ``*`` for any text; empty: the whole course."""
        ...

    @property
    def span(self) -> Span:
        """Where the entry stands."""
        ...


class HasSuppressions(Protocol):
    """A course."""

    @property
    def suppressions(self) -> Sequence[Suppression]:
        """All entries, in the author's order."""
        ...


def apply_suppressions(
    course: HasSuppressions, diagnostics: Iterable[Diagnostic]
) -> list[Diagnostic]:
    """The findings nobody has accepted, with those about the entries of ``suppress:`` themselves.

    Errors stay: only warnings and information can be accepted.
    """
    used: set[int] = set()
    left: list[Diagnostic] = []
    for diagnostic in diagnostics:
        matching = [
            index
            for index, suppression in enumerate(course.suppressions)
            if _matches(suppression, diagnostic)
        ]
        used.update(matching)
        if not matching or diagnostic.rule.severity is Severity.ERROR:
            left.append(diagnostic)
    for index, suppression in enumerate(course.suppressions):
        left.extend(_entry(suppression, used=index in used))
    return left


def _matches(suppression: Suppression, diagnostic: Diagnostic) -> bool:
    if suppression.code != diagnostic.rule.code:
        return False
    pattern = ".*".join(map(re.escape, suppression.path.split("*")))
    return not suppression.path or re.fullmatch(pattern, diagnostic.span.path) is not None


def _meant(code: str, rules: Mapping[str, Rule]) -> str:
    """The code of the rule with a name like this; else one that shows what codes look like."""
    names = {rule.name: rule.code for rule in rules.values()}
    near = get_close_matches(code.lower().replace("_", "-"), names, n=1)
    return names[near[0]] if near else "CB512"


def _entry(suppression: Suppression, *, used: bool) -> Iterator[Diagnostic]:
    rules = all_rules()
    rule = rules.get(suppression.code)
    if rule is None:
        yield UNKNOWN_SUPPRESSION.at(
            suppression.span, code=suppression.code, closest=_meant(suppression.code, rules)
        )
    elif rule.severity is Severity.ERROR:
        yield SUPPRESSED_ERROR.at(suppression.span, code=suppression.code)
    elif not used and not suppression.code.startswith(_TARGET_CODES):
        path = suppression.path or "*"
        yield UNUSED_SUPPRESSION.at(suppression.span, code=suppression.code, path=path)

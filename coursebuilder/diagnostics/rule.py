"""A rule, one kind of mistake with a permanent code; and a diagnostic, a rule broken at a place."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from coursebuilder.i18n import catalogue, english_examples, translate
from coursebuilder.text import Span


class Severity(StrEnum):
    """How bad a finding is. Errors stop a build; warnings do so under ``--strict``."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One kind of finding. ``coursebuilder explain CODE`` and ``docs/rules.md`` show it whole."""

    code: str
    """``CB401``; permanent, never reused. First digit: 1 source, 2 schema, 3 references,
    4 questions, 5 accessibility, 6 course, 9 targets."""
    name: str
    """``no-correct-choice``."""
    severity: Severity
    message: str
    """The fact, English, with ``{name}`` fields. Translated in ``i18n/nl/*.json``."""
    hint: str
    """The remedy, English, with the same fields."""
    what: str
    """What it finds."""
    why: str
    """Why it matters to a learner, trainer or platform."""
    example: str
    """Source that breaks the rule (Markdown or YAML, as it would stand in a file)."""
    instead: str
    """The same source, mended."""

    def at(self, span: Span, /, **values: object) -> "Diagnostic":
        """A finding of this rule at a place; ``values`` fill the fields of message and hint."""
        filled = tuple(sorted((name, str(value)) for name, value in values.items()))
        return Diagnostic(span=span, rule=self, values=filled)


_OWN_WORDS = frozenset(("known", "needs", "problem", "reason"))
"""Fields whose values may be words of the tool instead of an author's."""


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Sort with ``key=Diagnostic.sort_key``."""

    span: Span
    rule: Rule
    values: tuple[tuple[str, str], ...] = ()

    def message(self, language: str = "en") -> str:
        """The fact, in the tool's language."""
        return translate(self.rule.message, language, **self._shown(language))

    def hint(self, language: str = "en") -> str:
        """The remedy, in the tool's language."""
        return translate(self.rule.hint, language, **self._shown(language))

    def _shown(self, language: str) -> dict[str, str]:
        """The values of the fields; words and examples of the tool's own in its language."""
        words = catalogue(language)
        examples = english_examples() if language == "en" else {}
        own = {**dict.fromkeys(_OWN_WORDS, words), "example": examples}
        return {name: own.get(name, {}).get(value, value) for name, value in self.values}

    @property
    def sort_key(self) -> tuple[Span, str, tuple[tuple[str, str], ...]]:
        """File, line, column, then code."""
        return (self.span, self.rule.code, self.values)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them is an error."""
    return any(diagnostic.rule.severity is Severity.ERROR for diagnostic in diagnostics)

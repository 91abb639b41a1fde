"""A finding: a rule broken at a place."""

from collections.abc import Iterable
from dataclasses import dataclass

from coursebuilder.diagnostics.rule import Rule, Severity
from coursebuilder.i18n import translate
from coursebuilder.text import Span


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. Sort with ``key=Diagnostic.sort_key``."""

    span: Span
    rule: Rule
    values: tuple[tuple[str, str], ...] = ()

    def message(self, language: str = "en") -> str:
        """The fact, in the tool's language."""
        return translate(self.rule.message, language, **dict(self.values))

    def hint(self, language: str = "en") -> str:
        """The remedy, in the tool's language."""
        return translate(self.rule.hint, language, **dict(self.values))

    @property
    def sort_key(self) -> tuple[Span, str, tuple[tuple[str, str], ...]]:
        """File, line, column, then code."""
        return (self.span, self.rule.code, self.values)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether one of them is an error."""
    return any(diagnostic.rule.severity is Severity.ERROR for diagnostic in diagnostics)

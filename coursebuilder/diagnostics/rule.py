"""A rule: one kind of mistake, with a permanent code."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursebuilder.diagnostics.diagnostic import Diagnostic
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

    def at(self, span: "Span", /, **values: object) -> "Diagnostic":
        """A finding of this rule at a place; ``values`` fill the fields of message and hint."""
        from coursebuilder.diagnostics.diagnostic import Diagnostic

        filled = tuple(sorted((name, str(value)) for name, value in values.items()))
        return Diagnostic(span=span, rule=self, values=filled)

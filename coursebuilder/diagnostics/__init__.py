"""What is wrong with a course, as values: rules, diagnostics and reports of them."""

from coursebuilder.diagnostics.diagnostic import Diagnostic, has_errors
from coursebuilder.diagnostics.rule import Rule, Severity

__all__ = ["Diagnostic", "Rule", "Severity", "has_errors"]

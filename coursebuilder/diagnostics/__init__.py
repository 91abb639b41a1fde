"""What is wrong with a course, as values: rules, diagnostics and reports of them."""

from coursebuilder.diagnostics.rule import Diagnostic, Rule, Severity, has_errors

__all__ = ["Diagnostic", "Rule", "Severity", "has_errors"]

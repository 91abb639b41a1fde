"""Rules CB3: references."""

from coursebuilder.diagnostics.rule import Rule, Severity

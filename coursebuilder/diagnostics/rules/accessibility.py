"""Rules CB5: accessibility."""

from coursebuilder.diagnostics.rule import Rule, Severity

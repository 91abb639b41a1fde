"""Rules CB1: source."""

from coursebuilder.diagnostics.rule import Rule, Severity

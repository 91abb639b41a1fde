"""Rules CB4: questions."""

from coursebuilder.diagnostics.rule import Rule, Severity

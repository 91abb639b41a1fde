"""Rules CB6: course."""

from coursebuilder.diagnostics.rule import Rule, Severity

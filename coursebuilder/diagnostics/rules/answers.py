"""Rules CB45 to CB47: what a question asks."""

from coursebuilder.diagnostics.rule import Rule, Severity

"""Rules CB2: schema."""

from coursebuilder.diagnostics.rule import Rule, Severity

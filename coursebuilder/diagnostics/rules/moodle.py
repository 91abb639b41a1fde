"""Rules CB92: moodle."""

from coursebuilder.diagnostics.rule import Rule, Severity

"""Rules CB90: scorm."""

from coursebuilder.diagnostics.rule import Rule, Severity

"""Rules CB48 and CB49: quizzes and self-scans."""

from coursebuilder.diagnostics.rule import Rule, Severity

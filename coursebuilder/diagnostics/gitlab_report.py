"""Findings as GitLab's Code Quality report, which it shows beside the lines of a merge request.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

import hashlib
import json
from collections.abc import Iterable

from coursebuilder.diagnostics.rule import Diagnostic, Severity

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def gitlab_report(diagnostics: Iterable[Diagnostic], language: str = "en", folder: str = "") -> str:
    """The list, sorted by place; ``folder`` is put before each path: ``modules/``."""
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)
    seen: dict[str, int] = {}
    return json.dumps(
        [_entry(diagnostic, language, folder, seen) for diagnostic in ordered],
        ensure_ascii=False,
        indent=2,
    )


def _entry(
    diagnostic: Diagnostic, language: str, folder: str, seen: dict[str, int]
) -> dict[str, object]:
    span, rule = diagnostic.span, diagnostic.rule
    message = diagnostic.message(language)
    about = f"{rule.code}\n{span.path}\n{message}"
    number = seen[about] = seen.get(about, 0) + 1
    return {
        "description": f"{message}. {diagnostic.hint(language)}",
        "check_name": f"{rule.code} {rule.name}",
        # Without the line: a finding that only moved is not a new one.
        "fingerprint": hashlib.sha256(f"{about}\n{number}".encode()).hexdigest(),
        "severity": _SEVERITIES[rule.severity],
        "location": {"path": f"{folder}{span.path or '.'}", "lines": {"begin": span.line}},
    }

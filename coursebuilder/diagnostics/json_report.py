"""Findings as JSON, for programs.

The shape is stable: keys may be added, none changes its meaning or goes away without another
``format`` number::

    {
      "format": 1,
      "tool": {"name": "coursebuilder", "version": "…"},
      "summary": {"error": 1, "warning": 0, "info": 0},
      "findings": [
        {"code": "CB450", "name": "no-correct-choice", "severity": "error",
         "path": "01-kader/03-toets.md", "line": 41, "column": 3,
         "message": "…", "hint": "…", "values": {"count": "4"}}
      ]
    }

Lines and columns count from 1, columns in Unicode code points. ``path`` is relative to the course
folder. ``values`` are what the message and hint were filled with.
"""

import json
from collections.abc import Iterable

from coursebuilder import __version__
from coursebuilder.diagnostics.rule import Diagnostic, Severity

FORMAT = 1


def json_report(diagnostics: Iterable[Diagnostic], language: str = "en") -> str:
    """The document, sorted by place, with a line end."""
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)
    severities = [diagnostic.rule.severity for diagnostic in ordered]
    document = {
        "format": FORMAT,
        "tool": {"name": "coursebuilder", "version": __version__},
        "summary": {severity.value: severities.count(severity) for severity in Severity},
        "findings": [_finding(diagnostic, language) for diagnostic in ordered],
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def _finding(diagnostic: Diagnostic, language: str) -> dict[str, object]:
    rule, span = diagnostic.rule, diagnostic.span
    return {
        "code": rule.code,
        "name": rule.name,
        "severity": rule.severity.value,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "message": diagnostic.message(language),
        "hint": diagnostic.hint(language),
        "values": dict(diagnostic.values),
    }

"""Findings as SARIF 2.1.0, for code review on the web and in editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html
"""

import json
from collections.abc import Iterable
from urllib.parse import quote

from coursebuilder import __version__
from coursebuilder.diagnostics.explain import rule_markdown, rule_text
from coursebuilder.diagnostics.rule import Diagnostic, Rule, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
"""Appendix 3.13.3 of the standard: ``$schema``."""

SOURCE_ROOT = "%SRCROOT%"
"""Where the report was made, for code hosting the top of the repository (section 3.14.14)."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_report(diagnostics: Iterable[Diagnostic], language: str = "en", folder: str = "") -> str:
    """The log, sorted by place, with the help of each rule that was broken.

    ``folder`` is put before each path: ``modules/``, for a reader who stands above the course.
    """
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)
    rules = {diagnostic.rule.code: diagnostic.rule for diagnostic in ordered}
    codes = sorted(rules)
    run = {
        "tool": {
            "driver": {
                "name": "coursebuilder",
                "version": __version__,
                "language": language,
                "rules": [_rule(rules[code], language) for code in codes],
            }
        },
        "language": language,
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            SOURCE_ROOT: {"description": {"text": "The folder in which the check was run."}}
        },
        "results": [
            _result(diagnostic, codes.index(diagnostic.rule.code), language, folder)
            for diagnostic in ordered
        ],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule, language: str) -> dict[str, object]:
    """A ``reportingDescriptor`` (section 3.49)."""
    return {
        "id": rule.code,
        "name": rule.name,
        "shortDescription": {"text": rule_text(rule.what, language)},
        "fullDescription": {"text": rule_text(rule.why, language)},
        "help": {
            "text": f"{rule_text(rule.what, language)} {rule_text(rule.why, language)}",
            "markdown": rule_markdown(rule, language),
        },
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(diagnostic: Diagnostic, index: int, language: str, folder: str) -> dict[str, object]:
    """A ``result`` (section 3.27)."""
    result: dict[str, object] = {
        "ruleId": diagnostic.rule.code,
        "ruleIndex": index,
        "level": _LEVELS[diagnostic.rule.severity],
        "message": {"text": f"{diagnostic.message(language)}\n{diagnostic.hint(language)}"},
    }
    if diagnostic.span.path:
        result["locations"] = [_location(diagnostic, folder)]
    return result


def _location(diagnostic: Diagnostic, folder: str) -> dict[str, object]:
    """A ``location`` with the place as a region (sections 3.28 to 3.30)."""
    span = diagnostic.span
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": quote(folder + span.path), "uriBaseId": SOURCE_ROOT},
            "region": {"startLine": span.line, "startColumn": span.column},
        }
    }

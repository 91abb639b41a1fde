"""Findings as the preview's page shows them: in a list, and on the page of the course at their place."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.i18n import LANGUAGES
from coursebuilder.markup import plain_text
from coursebuilder.model import Course
from coursebuilder.pipeline import Loaded

_NOTATION = re.compile(
    r"^\s*(?:[-*+]\s+)?[(\[](?:x|\s|\d+%)[)\]]\s+"  # (x), [ ] and (50%) of an answer
    r"|^\s*:::\s*[\w-]*|^\s*>\s*\[!\w+\]"  # the start of a block
    r"|\{[#.\w][^{}]*\}\s*$"  # attributes
    r"|\[\[.*"  # a gap and all behind it
)
"""What of a line is said to the tool, and not shown."""
_REACH = 40
"""Lines above a finding that are looked at for words the page shows."""
_WORDS = 160
"""Characters of a line that are enough to find it again."""


def shown_findings(
    found: Iterable[Diagnostic], loaded: Loaded, course: Course | None
) -> tuple[dict[str, Any], ...]:
    """Each finding as plain data; ``course`` is the one on show, None when there is none yet."""
    pages = {path: _address(id) for path, id in course.paths} if course else {}

    @cache
    def lines(path: str) -> tuple[str, ...]:
        return tuple((loaded.source(path) or "").splitlines()) if path else ()

    return tuple(_shown(finding, lines(finding.span.path), pages) for finding in found)


def _shown(finding: Diagnostic, lines: Sequence[str], pages: dict[str, str]) -> dict[str, Any]:
    span, rule = finding.span, finding.rule
    page = pages.get(span.path, "")
    return {
        "severity": rule.severity.value,
        "code": rule.code,
        "name": rule.name,
        "path": span.path,
        "line": span.line,
        "column": span.column,
        "message": {language: finding.message(language) for language in LANGUAGES},
        "hint": {language: finding.hint(language) for language in LANGUAGES},
        "source": lines[span.line - 1][:200] if 0 < span.line <= len(lines) else "",
        "page": page,
        "near": list(_near(lines, span.line)) if page else [],
    }


def _near(lines: Sequence[str], line: int) -> Iterator[str]:
    """Words a reader sees at the place of a finding, the nearest first: of its line, then of those above."""
    for source in reversed(lines[max(0, line - _REACH) : line]):
        if source.strip() == "---":
            return  # what stands above are settings, which no page shows
        words = " ".join(plain_text(_NOTATION.sub("", source)).split())
        if any(letter.isalnum() for letter in words):
            yield words[:_WORDS]


def _address(id: str) -> str:
    """The player's address of a page, or of a module's introduction."""
    return f"#/{id}" if "/" in id else f"#/{id}/_intro"

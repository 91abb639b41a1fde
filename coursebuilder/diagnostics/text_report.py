"""Findings as lines for a person.

::

    01-kader/03-toets.md:41:3: error CB450 no-correct-choice: none of the 4 choices is correct
      41 | - ( ) De ICT-coördinator
         |   ^
      hint: mark at least one choice as correct: (x) or [x]
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from coursebuilder.diagnostics.rule import Diagnostic, Severity
from coursebuilder.i18n import counted, translate

Sources = Callable[[str], str | None]
"""Source path -> its text, or None when it cannot be shown."""

StyledLine = tuple[tuple[str, str], ...]
"""(text, style) pieces of one line; styles as rich names them, ``""`` for none."""

_COMMANDS = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""What a terminal obeys instead of showing, or takes for the end of a line (ECMA-48; Unicode's bidi controls)."""

LONGEST = 500
"""Characters of a message that are shown."""

WIDEST = 100
"""Characters of a source line that are shown; longer ones are cut around the place."""

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.INFO: "bold blue",
}
_COUNTS = {
    Severity.ERROR: ("{count} error", "{count} errors"),
    Severity.WARNING: ("{count} warning", "{count} warnings"),
    Severity.INFO: ("{count} note", "{count} notes"),
}


def text_report(
    diagnostics: Iterable[Diagnostic], language: str = "en", sources: Sources | None = None
) -> Iterator[str]:
    """The lines of the report, without colours."""
    for line in styled_report(diagnostics, language, sources):
        yield "".join(text for text, _ in line)


def styled_report(
    diagnostics: Iterable[Diagnostic],
    language: str = "en",
    sources: Sources | None = None,
    folder: str = "",
) -> Iterator[StyledLine]:
    """The lines of the report: findings by file, an empty line between files, a count at the end.

    ``folder`` is put before each path, so that a terminal can open it: ``modules/``.
    """
    ordered = sorted(diagnostics, key=lambda diagnostic: diagnostic.sort_key)
    path = None
    lines: list[str] = []
    for diagnostic in ordered:
        if diagnostic.span.path != path:
            if path is not None:
                yield ()
            path = diagnostic.span.path
            lines = ((sources(path) if sources else None) or "").split("\n")
        yield from _finding(diagnostic, language, lines, folder)
    if ordered:
        yield ()
    yield ((summary(ordered, language), "bold"),)


def summary(diagnostics: Iterable[Diagnostic], language: str = "en") -> str:
    """``2 errors, 1 warning``; ``no findings``."""
    return counted_findings((one.rule.severity for one in diagnostics), language)


def counted_findings(severities: Iterable[Severity], language: str = "en") -> str:
    """The same of findings of which only the severity is known."""
    found = Counter(severities)
    counts = [
        translate(counted(*words, found[severity]), language, count=found[severity])
        for severity, words in _COUNTS.items()
        if found[severity]
    ]
    return ", ".join(counts) or translate("no findings", language)


def visible(text: str) -> str:
    """``text`` with as many characters, none of which a terminal obeys (tabs stay)."""
    return _COMMANDS.sub(_sign, text)


def _sign(command: re.Match[str]) -> str:
    """A control picture (U+2400…) for a control character, a space for a line end."""
    code = ord(command[0])
    if command[0] in "\n\r\u2028\u2029\x85":
        return " "
    return chr(0x2400 + code) if code < 0x20 else "\N{REPLACEMENT CHARACTER}"


def _sentence(text: str) -> str:
    """A message or hint on one line; what an author wrote may stand in it, at any length."""
    return visible(text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")


def _finding(
    diagnostic: Diagnostic, language: str, lines: list[str], folder: str
) -> Iterator[StyledLine]:
    span, rule = diagnostic.span, diagnostic.rule
    yield (
        (visible(f"{folder}{span.path}:{span.line}:{span.column}:"), "cyan"),
        (" ", ""),
        (translate(rule.severity.value, language), _STYLES[rule.severity]),
        (f" {rule.code} {rule.name}: ", "dim"),
        (_sentence(diagnostic.message(language)), ""),
    )
    if span.line <= len(lines) and lines[span.line - 1].strip(" -\t"):
        yield from _excerpt(lines[span.line - 1], span.line, span.column)
    yield (
        ("  " + translate("hint", language) + ": ", "green"),
        (_sentence(diagnostic.hint(language)), ""),
    )


def _excerpt(line: str, number: int, column: int) -> Iterator[StyledLine]:
    """The source line, and a marker below the column (tabs stay tabs, so that they line up)."""
    start = max(0, column - WIDEST // 2) if len(line) > WIDEST else 0
    shown = line[start : start + WIDEST].rstrip()
    margin = f"  {number} | "
    yield ((margin, "dim"), (visible(shown), ""))
    before = line[start : column - 1]
    indent = "".join(character if character == "\t" else " " for character in before)
    yield ((" " * (len(margin) - 2) + "| ", "dim"), (indent + "^", "bold red"))

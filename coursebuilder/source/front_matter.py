"""Front matter: the YAML between two lines ``---`` at the top of a Markdown file."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.yaml import (
    FRONT_MATTER_DASHES,
    FRONT_MATTER_NOT_CLOSED,
    FRONT_MATTER_NOT_FIRST,
    FRONT_MATTER_NOT_OPENED,
)
from coursebuilder.source.encoding import expand_tabs
from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema
from coursebuilder.text import Span

_DASHES = re.compile("[-\u2010-\u2015\u2212]+")
"""Hyphens, dashes of any length and the minus: what word processors make of ``---``."""
_KEY = re.compile(r"([A-Za-z_]+):(?:[ \t]|$)")
_GOES_ON = re.compile(r"[ \t#\]}]|- ")
"""How a line begins that goes on with the setting above it, or says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """A Markdown file, cut in two."""

    yaml: str
    """What stands between the lines ``---``; empty when the file has none."""
    yaml_span: Span
    body: str
    """What follows, tabs expanded."""
    body_span: Span


def split_front_matter(path: str, text: str) -> tuple[Parts, tuple[Diagnostic, ...]]:
    """The front matter and the body of a file, each with the place it starts at.

    Where one of its two lines is missing, has other dashes or stands too low, the file is cut where it
    is meant, so that nothing else is reported for it.
    """
    lines = text.split("\n")
    if _is_fence(lines[0]):
        return _opened(path, lines, 0)
    if _has_wrong_dashes(lines):
        parts, found = _opened(path, lines, 0)
        return parts, (FRONT_MATTER_DASHES.at(Span(path), found=lines[0].strip()), *found)
    first = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _is_fence(lines[first]) and _is_setting(lines[first + 1 : first + 2]):
        parts, found = _opened(path, lines, first)
        return parts, (FRONT_MATTER_NOT_FIRST.at(Span(path, first + 1)), *found)
    if _is_unopened(lines[first]):
        end = _settings_end(lines, first)
        behind = end + 1 if end < len(lines) and _is_dashes(lines[end]) else end
        unopened = FRONT_MATTER_NOT_OPENED.at(Span(path, first + 1))
        return _cut(path, lines, (first, end, behind)), (unopened,)
    return _cut(path, lines, (0, 0, 0)), ()


def _opened(path: str, lines: list[str], first: int) -> tuple[Parts, tuple[Diagnostic, ...]]:
    """The parts of a file whose line ``first`` opens front matter."""
    start = first + 1
    later = range(start, len(lines))
    close = next((number for number in later if _is_fence(lines[number])), None)
    end = _settings_end(lines, start)
    if end < len(lines) and _is_dashes(lines[end]) and not _is_fence(lines[end]):
        wrong = FRONT_MATTER_DASHES.at(Span(path, end + 1), found=lines[end].strip())
        return _cut(path, lines, (start, end, end + 1)), (wrong,)
    if close is not None and (close <= end or lines[end - 1].strip()):
        return _cut(path, lines, (start, close, close + 1)), ()
    last = max((number for number in range(first, end) if lines[number].strip()), default=first)
    unclosed = FRONT_MATTER_NOT_CLOSED.at(Span(path, start), line=last + 1)
    return _cut(path, lines, (start, end, end)), (unclosed,)


def _cut(path: str, lines: list[str], cuts: tuple[int, int, int]) -> Parts:
    """The parts when the settings stand from the first cut to the second, the body from the third."""
    start, end, behind = cuts
    return Parts(
        yaml="\n".join(lines[start:end]),
        yaml_span=Span(path, start + 1),
        body=expand_tabs("\n".join(lines[behind:])),
        body_span=Span(path, min(behind, len(lines) - 1) + 1),
    )


def _settings_end(lines: Sequence[str], start: int) -> int:
    """The index of the first line from ``start`` on that is neither a setting nor part of one."""
    for number in range(start, len(lines)):
        line = lines[number]
        if line.startswith("#"):
            below = next((line for line in lines[number + 1 :] if line.strip()), "")
            if not (_KEY.match(below) or _GOES_ON.match(below) or _is_dashes(below)):
                return number  # a heading, not a comment of YAML
        elif line.strip() and not _KEY.match(line) and not _GOES_ON.match(line):
            return number
    return len(lines)


def _is_unopened(line: str) -> bool:
    """Whether a line is a setting that front matter may hold."""
    match = _KEY.match(line)
    return match is not None and match[1] in _known_keys()


@cache
def _known_keys() -> frozenset[str]:
    """The keys of every kind of file but ``course.yml``."""
    names = [name for name in SCHEMA_NAMES if not name.endswith("-attributes") and name != "course"]
    return frozenset(key for name in names for key in load_schema(name)["properties"])


def _has_wrong_dashes(lines: list[str]) -> bool:
    """Whether front matter opens with something like ``---``, and ends as it should."""
    return (
        _is_dashes(lines[0])
        and _is_setting(lines[1:2])
        and any(_is_dashes(line) for line in lines[2:])
    )


def _is_setting(lines: list[str]) -> bool:
    """Whether the first of the lines is ``key: …``."""
    key, colon, _ = lines[0].partition(":") if lines else ("", "", "")
    return bool(colon) and key.replace("_", "").isalpha()


def _is_dashes(line: str) -> bool:
    return _DASHES.fullmatch(line.strip()) is not None


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"

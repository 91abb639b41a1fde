"""Front matter: the YAML between two lines ``---`` at the top of a Markdown file."""

import re
from dataclasses import dataclass

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.yaml import (
    FRONT_MATTER_DASHES,
    FRONT_MATTER_NOT_CLOSED,
    FRONT_MATTER_NOT_FIRST,
)
from coursebuilder.source.encoding import expand_tabs
from coursebuilder.text import Span

_DASHES = re.compile("[-\u2010-\u2015\u2212]+")
"""Hyphens, dashes of any length and the minus: what word processors make of ``---``."""


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

    Front matter that never ends takes the whole file: its body is then empty. Front matter that opens
    with other dashes is read as if they were the right ones, so that nothing else is reported for them.
    """
    lines = text.split("\n")
    if _has_wrong_dashes(lines):
        parts, found = split_front_matter(path, "\n".join(["---", *lines[1:]]))
        return parts, (FRONT_MATTER_DASHES.at(Span(path), found=lines[0].strip()), *found)
    if not _is_fence(lines[0]):
        whole = Parts(yaml="", yaml_span=Span(path), body=expand_tabs(text), body_span=Span(path))
        return whole, _misplaced(path, lines)
    for number, line in enumerate(lines[1:], 1):
        if _is_fence(line):
            parts = Parts(
                yaml="\n".join(lines[1:number]),
                yaml_span=Span(path, 2),
                body=expand_tabs("\n".join(lines[number + 1 :])),
                body_span=Span(path, number + 2),
            )
            return parts, ()
    unclosed = Parts(yaml="", yaml_span=Span(path), body="", body_span=Span(path, len(lines)))
    return unclosed, (FRONT_MATTER_NOT_CLOSED.at(Span(path)),)


def _misplaced(path: str, lines: list[str]) -> tuple[Diagnostic, ...]:
    """A finding when empty lines stand before what looks like front matter."""
    for number, line in enumerate(lines):
        if line.strip():
            if _is_fence(line) and _is_setting(lines[number + 1 : number + 2]):
                return (FRONT_MATTER_NOT_FIRST.at(Span(path, number + 1)),)
            return ()
    return ()


def _has_wrong_dashes(lines: list[str]) -> bool:
    """Whether front matter opens with something like ``---``, and ends as it should."""
    return (
        not _is_fence(lines[0])
        and _DASHES.fullmatch(lines[0].strip()) is not None
        and _is_setting(lines[1:2])
        and any(_is_fence(line) for line in lines[2:])
    )


def _is_setting(lines: list[str]) -> bool:
    """Whether the first of the lines is ``key: …``."""
    key, colon, _ = lines[0].partition(":") if lines else ("", "", "")
    return bool(colon) and key.replace("_", "").isalpha()


def _is_fence(line: str) -> bool:
    return line.rstrip() == "---"

"""Mending what has one right answer: line ends, spaces nobody sees, values that want quotes.

What takes a decision, such as an empty alternative text, is never made up. A source that could be read
is read again after each fix, and must hold the same model.
"""

import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.yaml import YAML_COLON, YAML_RESERVED
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.model.walk import activity_texts, body_texts
from coursebuilder.render.document import render_texts
from coursebuilder.source.document import Document, Node, read_document
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.text import Text

Fix = Literal["bom", "line-ends", "spaces", "last-line", "quotes"]

_BOM = b"\xef\xbb\xbf"
_SETTING = re.compile(r"(\s*(?:-\s+)?[A-Za-z_][\w-]*:[ \t]+)([^\s\"'\[{|>&*!#].*?)([ \t]+#.*)?")
_LINE_END = re.compile(r"(?: |\\t)+\\n")
"""Spaces at the end of a line, as ``repr`` writes them."""
_HTML_END = re.compile(r"[ \t]+(?=\n|</|$)")
"""Spaces at the end of a line or element of HTML, where nobody sees them."""
_MOST_QUOTES = 50
"""Values quoted in one file; more would be no accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """A mended source."""

    data: bytes
    fixes: tuple[Fix, ...] = ()
    """What was done, in order; empty: nothing, and ``data`` is as it was."""


def fix_source(path: str, data: bytes) -> Fixed:
    """The source file ``path`` with what is safe to mend mended."""
    steps: tuple[tuple[Fix, Callable[[bytes], bytes]], ...] = (
        ("bom", lambda given: given.removeprefix(_BOM)),
        ("line-ends", lambda given: given.replace(b"\r\n", b"\n").replace(b"\r", b"\n")),
        ("spaces", _without_spaces),
        ("last-line", lambda given: given if given.endswith(b"\n") else given + b"\n"),
    )
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return Fixed(data=data)
    done: list[Fix] = []
    if not data.strip() or b"\0" in data:
        return Fixed(data=data)
    for name, step in steps:
        mended = step(data)
        if mended != data and _says_the_same(path, data, mended):
            data = mended
            done.append(name)
    quoted = _quoted(path, data)
    if quoted != data:
        data = quoted
        done.append("quotes")
    return Fixed(data=data, fixes=tuple(done))


def _says_the_same(path: str, before: bytes, after: bytes) -> bool:
    """Whether both hold the same model and show the same, spaces at the ends of lines aside."""
    old, new = read_document(path, before), read_document(path, after)
    if len(new.diagnostics) > len(old.diagnostics):
        return False
    return old.node == new.node or (
        _LINE_END.sub(r"\\n", repr(old.node)) == _LINE_END.sub(r"\\n", repr(new.node))
        and _shown(old) == _shown(new)
    )


def _shown(document: Document) -> list[str]:
    """The HTML of each text of a file."""
    rendered = render_texts(_texts(document.node))
    pieces = (*rendered.pieces.values(), rendered.notes)
    return [_HTML_END.sub("", piece) for piece in pieces]


def _texts(node: Node | None) -> Iterable[Text]:
    match node:
        case None | CourseHead():
            return ()
        case ModuleHead():
            return body_texts(node.introduction)
        case activity:
            return activity_texts(activity)


def _without_spaces(data: bytes) -> bytes:
    """Without spaces at the ends of lines, except in code and where two of them break a line."""
    lines = data.decode("utf-8").split("\n")
    skip = verbatim(lines)
    index = 0
    while index < len(lines):
        if index in skip:
            index = skip[index]
        else:
            lines[index] = _without_end(lines, index)
        index += 1
    return "\n".join(lines).encode()


def _without_end(lines: list[str], index: int) -> str:
    line = lines[index]
    bare = line.rstrip(" \t")
    following = lines[index + 1].strip() if index + 1 < len(lines) else ""
    breaks = line.endswith("  ") and bare and following and not bare.startswith(("#", ":::", "---"))
    return line if breaks else bare


def _quoted(path: str, data: bytes) -> bytes:
    """With quotes around the values that YAML cannot read without them."""
    for _ in range(_MOST_QUOTES):
        finding = _wants_quotes(path, data)
        if finding is None:
            return data
        lines = data.decode("utf-8").split("\n")
        number = finding.span.line - 1
        match = _SETTING.fullmatch(lines[number].rstrip("\r")) if number < len(lines) else None
        if match is None:
            return data
        lines[number] = f"{match[1]}{json.dumps(match[2], ensure_ascii=False)}{match[3] or ''}"
        mended = "\n".join(lines).encode()
        after = _wants_quotes(path, mended)
        if after is not None and after.span.line <= finding.span.line:
            return data
        data = mended
    return data


def _wants_quotes(path: str, data: bytes) -> Diagnostic | None:
    """The first finding that quotes may mend."""
    found = read_document(path, data).diagnostics
    return next((finding for finding in found if finding.rule in {YAML_COLON, YAML_RESERVED}), None)

"""Mending what has one right answer: line ends, spaces nobody sees, what was pasted, quotes and ids.

What takes a decision, such as an empty alternative text, is never made up. A source that could be read
is read again after each fix, and must hold the same model.
"""

import codecs
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from coursebuilder.authoring.mending import mend_findings
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.model.walk import activity_texts, body_texts
from coursebuilder.render.document import render_texts
from coursebuilder.source.document import Document, Node, read_document
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.source.pasted import plain_signs
from coursebuilder.text import Text

Fix = Literal[
    "encoding", "bom", "line-ends", "pasted", "spaces", "last-line",
    "quotes", "tabs", "front-matter", "ids",
]  # fmt: skip

_BOM = b"\xef\xbb\xbf"
_WESTERN = frozenset(
    "€‚„…‘’“”•–—™œŒ ¡£§©«°±²³´µ·»¼½¾¿ÀÁÂÄÇÈÉÊËÌÍÎÏÑÒÓÔÖÙÚÛÜßàáâäæçèéêëìíîïñòóôö÷ùúûüÿ"
)
"""What stands in western European texts; other signs make another encoding more likely."""
_LINE_END = re.compile(r"(?: |\\t)+\\n")
"""Spaces at the end of a line, as ``repr`` writes them."""
_HTML_END = re.compile(r"[ \t]+(?=\n|</|$)")
"""Spaces at the end of a line or element of HTML, where nobody sees them."""


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
        ("pasted", lambda given: plain_signs(path, given.decode("utf-8"))[0].encode()),
        ("spaces", _without_spaces),
        ("last-line", lambda given: given if given.endswith(b"\n") else given + b"\n"),
    )
    done: list[Fix] = []
    text = _readable(data)
    if text is None or not text.strip() or "\0" in text:
        return Fixed(data=data)
    if text.encode() != data:
        data = text.encode()
        done.append("encoding")
    for name, step in steps:
        mended = step(data)
        if mended != data and _says_the_same(path, data, mended):
            data = mended
            done.append(name)
    data, more = mend_findings(path, data)
    return Fixed(data=data, fixes=(*done, *more))


def _readable(data: bytes) -> str | None:
    """The text of a file in an encoding that is beyond doubt; None when there is doubt."""
    try:
        if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            return data.decode("utf-16")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    return text if all(sign.isascii() or sign in _WESTERN for sign in text) else None


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

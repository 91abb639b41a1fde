"""Bytes of a source file to text: UTF-8, line feeds, Unicode NFC, nothing XML forbids."""

import re
import unicodedata

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.source import (
    BINARY_FILE,
    CONTROL_CHARACTER,
    EMPTY_FILE,
    FILE_TOO_LARGE,
    NOT_UTF8,
    REPLACEMENT_CHARACTER,
    UTF16,
)
from coursebuilder.text import Span

MAX_BYTES = 2_000_000
"""The largest source file read: some thousand pages of text."""

TAB = 4
"""Columns per tab stop, as Python-Markdown counts them."""

_MARK = b"\xef\xbb\xbf"
"""The byte order mark."""

_LINE_END = re.compile(r"\r\n?")
SEPARATORS = str.maketrans("\u2028\u2029", "  ")
"""Line and paragraph separators that word processors leave behind: YAML and Python would count them
as line ends, editors do not."""
ODD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd-\uffff]")
"""What XML 1.0 (2.2, Char) forbids or discourages, and the replacement character."""


def decode(path: str, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a source file, and what is wrong with its bytes; None when it is no text.

    Characters that XML forbids are reported and become spaces, so that lines and columns stay.
    """
    if len(data) > MAX_BYTES:
        limit = MAX_BYTES // 1_000_000
        return None, (FILE_TOO_LARGE.at(Span(path), limit=limit),)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, (UTF16.at(Span(path)),)
    while data.startswith(_MARK):  # programs that join files leave more than one
        data = data.removeprefix(_MARK)
    zero = data.find(b"\0")
    if zero >= 0:
        return None, (BINARY_FILE.at(_place(path, data[:zero])),)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"0x{data[error.start]:02X}"
        return None, (NOT_UTF8.at(_place(path, data[: error.start]), byte=byte),)
    if not text.strip():
        return None, (EMPTY_FILE.at(Span(path)),)
    text = _LINE_END.sub("\n", text).translate(SEPARATORS)
    text = unicodedata.normalize("NFC", text)
    if ODD.search(text) is None:
        return text, ()
    return ODD.sub(_space, text), tuple(_odd_characters(path, text))


def expand_tabs(text: str) -> str:
    """``text`` with every tab as spaces up to the next tab stop."""
    return text.expandtabs(TAB) if "\t" in text else text


def _odd_characters(path: str, text: str) -> list[Diagnostic]:
    """A finding for the first odd character of each line."""
    found: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), 1):
        match = ODD.search(line)
        if match is None:
            continue
        span = Span(path, number, match.start() + 1)
        if match[0] == "\ufffd":
            found.append(REPLACEMENT_CHARACTER.at(span))
        else:
            found.append(CONTROL_CHARACTER.at(span, character=f"U+{ord(match[0]):04X}"))
    return found


def _space(match: re.Match[str]) -> str:
    return "\ufffd" if match[0] == "\ufffd" else " "


def _place(path: str, before: bytes) -> Span:
    """The place right after the bytes ``before``."""
    text = _LINE_END.sub("\n", before.decode("utf-8", "replace"))
    line = text.rpartition("\n")[2]
    return Span(path, text.count("\n") + 1, len(line) + 1)

"""click's own words as gettext wants them: a ``.mo`` file for each language, made from its ``click.json``.

click asks :mod:`gettext` for every word it says, and gettext reads ``.mo`` files only (docs/adr/0018). After a
change of ``click.json``: ``python -m coursebuilder.i18n.mo_file``. A test fails while a file is stale.
"""

import json
import struct
from collections.abc import Mapping
from pathlib import Path

from coursebuilder.i18n import FOLDER, LANGUAGES

_MAGIC = 0x950412DE
_HEAD = 28
"""Bytes before the first table (GNU gettext manual, "The Format of GNU MO Files")."""
_ABOUT = "Content-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=2; plural=(n != 1);\n"


def mo_file(words: Mapping[str, str]) -> bytes:
    """The translations, ``one|many`` standing for the two forms of a count."""
    texts = {"": _ABOUT} | {
        key.replace("|", "\0"): text.replace("|", "\0") for key, text in words.items()
    }
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    keys, values = ([pair[index] for pair in pairs] for index in (0, 1))
    start = _HEAD + 16 * len(pairs)
    table, content = b"", b""
    for text in (*keys, *values):
        table += struct.pack("<II", len(text), start + len(content))
        content += text + b"\0"
    head = struct.pack("<7I", _MAGIC, 0, len(pairs), _HEAD, _HEAD + 8 * len(pairs), 0, start)
    return head + table + content


def place(language: str) -> Path:
    """The file of a language."""
    return FOLDER / language / "LC_MESSAGES" / "messages.mo"


def made(language: str) -> bytes:
    """What should stand in it."""
    words = FOLDER / language / "click.json"
    return mo_file(json.loads(words.read_text(encoding="utf-8")))


if __name__ == "__main__":
    for language in LANGUAGES[1:]:
        place(language).write_bytes(made(language))

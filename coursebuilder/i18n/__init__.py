"""The tool's messages in other languages: English is the key, as gettext does it.

A translation file ``nl/NAME.json`` maps the English text to the Dutch one; all files of a language
count together, so that each part of the tool keeps its own. ``{name}`` stands for a value.
"""

import errno
import json
from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path

LANGUAGES = ("en", "nl")
"""What the tool speaks; the first is the language of the keys."""


FOLDER = Path(__file__).parent
"""Where gettext finds ``LANGUAGE/LC_MESSAGES/messages.mo``, click's own words (``tests/click_words.py``)."""


@cache
def catalogue(language: str) -> Mapping[str, str]:
    """English text -> translation; empty for English and for languages the tool does not speak."""
    if language not in LANGUAGES[1:]:
        return {}
    folder = files(__name__).joinpath(language)
    merged: dict[str, str] = {}
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.name.endswith(".json"):
            merged |= json.loads(entry.read_text(encoding="utf-8"))
    return merged


@cache
def english_examples() -> Mapping[str, str]:
    """Line of an example -> that line in English: those of rules and settings come from a course in Dutch."""
    text = files(__name__).joinpath("examples_en.json").read_text(encoding="utf-8")
    return dict(json.loads(text))


def translate(text: str, language: str, /, **values: object) -> str:
    """``text`` in ``language`` with its ``{name}`` fields filled in; English where none is known."""
    return catalogue(language).get(text, text).format(**values)


def counted(one: str, many: str, count: int) -> str:
    """The English text for that many things, to be translated: both languages have these two forms."""
    return one if count == 1 else many


def number(value: Decimal | int | float, language: str) -> str:
    """A number as people write it: the shortest form, with a comma in Dutch."""
    text = f"{value:g}" if isinstance(value, float) else format(Decimal(value), "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace(".", ",") if language == "nl" else text


def readable_size(size: int, language: str) -> str:
    """``size`` bytes as people say it: ``640 B``, ``12.3 kB``, ``4.0 MB``."""
    if size < 1000:
        return f"{size} B"
    if size < 1_000_000:
        return f"{number(round(size / 1000, 1), language)} kB"
    return f"{number(round(size / 1_000_000, 1), language)} MB"


_REASONS = {
    errno.EACCES: "that is not allowed",
    errno.EADDRINUSE: "something else uses it",
    errno.EISDIR: "it is a folder",
    errno.ENAMETOOLONG: "its name is too long",
    errno.ENOENT: "it does not exist",
    errno.ENOSPC: "the disk is full",
    errno.ENOTDIR: "a part of its path is no folder",
    errno.EPERM: "that is not allowed",
    errno.EROFS: "it can only be read",
}


def os_reason(error: OSError, language: str) -> str:
    """Why the system refused something: in our words where we know it, else in the system's."""
    known = _REASONS.get(error.errno or 0)
    return translate(known, language) if known else error.strerror or str(error)

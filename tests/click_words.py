"""click's own words as gettext wants them: a ``.mo`` file for each language, made from its ``click.json``.

click asks :mod:`gettext` for every word it says, and gettext reads ``.mo`` files only (docs/adr/0018). After a
change of ``click.json``: ``python -m tests.click_words``. A test fails while a file is stale.
"""

import json
from collections.abc import Mapping
from pathlib import Path

import polib

from coursebuilder.i18n import FOLDER, LANGUAGES

_ABOUT = {
    "Content-Type": "text/plain; charset=UTF-8",
    "Plural-Forms": "nplurals=2; plural=(n != 1);",
}


def mo_file(words: Mapping[str, str]) -> bytes:
    """The translations, ``one|many`` standing for the two forms of a count."""
    file = polib.MOFile()
    file.metadata = _ABOUT
    for key, text in words.items():
        one, _, many = key.partition("|")
        forms = dict(enumerate(text.split("|")))
        file.append(
            polib.MOEntry(msgid=one, msgid_plural=many, msgstr_plural=forms)
            if many
            else polib.MOEntry(msgid=one, msgstr=text)
        )
    return bytes(file.to_binary())


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

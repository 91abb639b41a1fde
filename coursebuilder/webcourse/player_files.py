"""The player as it is copied into a package."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from posixpath import dirname, join, normpath

from coursebuilder.package import Entry

STYLE_SHEET = "player/player.css"

_SUFFIXES = (".svg", ".woff2")
_RUNTIMES = {
    "none": ("player/runtime/none.js",),
    "scorm12": ("player/runtime/connection.js", "player/runtime/scorm12.js"),
    "scorm2004": (
        "player/runtime/connection.js",
        "player/runtime/patterns2004.js",
        "player/runtime/scorm2004.js",
    ),
}
"""What only some packages need. ``patterns12.js`` is not here: SCORM 2004 shares its numbers."""
_SITE = "player/site/"
"""What only a website has: a service worker has no place in a learning platform."""
_IMPORT = re.compile(r'^(?:import|export)\b[^;"]*"(\./[^"]+|\.\./[^"]+)"', re.MULTILINE)


_NOTE = re.compile(rb"^[ \t]*(?:/\*(?:(?!\*/).)*\*/|//[^\n]*)[ \t]*\n", re.MULTILINE | re.DOTALL)
"""A comment on lines of its own: a seventh of what a learner would download."""
_INDENT = re.compile(rb"^[ \t]+", re.MULTILINE)
_KEEPS = re.compile(rb"[`/']")
_STRING = re.compile(rb'("(?:\\.|[^"\\])*")')
_SIGN = re.compile(rb" ?([=<>&|?:,;{}()\[\]]) ?")
_SPACE = re.compile(rb"\s+")
_AROUND = re.compile(rb" ?([{};]) ?|(?<=[a-z]:) ")
_LANGUAGES = ("de", "en", "fr", "nl")
"""What the player speaks; English to all others."""


@cache
def player_entries(runtime: str, language: str) -> tuple[Entry, ...]:
    """``player/…`` for that runtime and course language, without comments, sorted by path."""
    others = {path for paths in _RUNTIMES.values() for path in paths} - set(_RUNTIMES[runtime])
    others |= {_texts(spoken) for spoken in _LANGUAGES} - {_texts(_spoken(language))}
    found = _walk(files("coursebuilder").joinpath("player"), "player")
    kept = (
        entry for entry in found if entry.path not in others and not entry.path.startswith(_SITE)
    )
    return tuple(sorted(kept, key=lambda entry: entry.path))


def _texts(language: str) -> str:
    return f"player/i18n/{language}.js"


def _spoken(language: str) -> str:
    """The player's language for a course in ``language``."""
    primary = language.lower().partition("-")[0]
    return primary if primary in _LANGUAGES else "en"


@cache
def needed_at_start(runtime: str, language: str) -> tuple[str, ...]:
    """Paths of the modules a shell loads before it shows anything, for a browser to fetch at once.

    Without them each import waits for the file that names it, a round trip at a time.
    """
    scripts = {entry.path: entry.content for entry in player_entries(runtime, language)}
    waiting = ["player/main.js", f"player/runtime/{runtime}.js", _texts(_spoken(language))]
    found: set[str] = set()
    while waiting:
        path = waiting.pop()
        content = scripts.get(path)
        if path in found or not isinstance(content, bytes):
            continue
        found.add(path)
        waiting += (
            normpath(join(dirname(path), target)) for target in _IMPORT.findall(content.decode())
        )
    return tuple(sorted(found))


def site_entries() -> Iterator[Entry]:
    """``player/site/…``: what only a website loads, its service worker aside."""
    for name in ("progress-file.js", "site.js", "texts.js", "transfer.js"):
        yield Entry(f"{_SITE}{name}", site_file(name))


@cache
def site_file(name: str) -> bytes:
    """A file of ``player/site/``."""
    return _delivered(files("coursebuilder").joinpath("player", "site", name).read_bytes())


def _delivered(source: bytes) -> bytes:
    """A script as it is delivered: without comments, indentation and the spaces around signs.

    Line by line, as no string of the player goes on over a line end; a line with a template, a regular
    expression or an apostrophe keeps its spaces.
    """
    lines = _INDENT.sub(b"", _NOTE.sub(b"", source)).split(b"\n")
    return b"\n".join(line if _KEEPS.search(line) else _tight(line) for line in lines)


def _tight(line: bytes) -> bytes:
    """A line of a script without the spaces around signs outside its strings."""
    pieces = _STRING.split(line)
    return b"".join(
        piece if index % 2 else _SIGN.sub(rb"\1", piece) for index, piece in enumerate(pieces)
    )


def _delivered_style(source: bytes) -> bytes:
    """A style sheet as it is delivered: no comments, a rule on one line."""
    return _AROUND.sub(rb"\1", _SPACE.sub(b" ", _NOTE.sub(b"", source))).replace(b"}", b"}\n")


def _walk(folder: Traversable, path: str) -> Iterator[Entry]:
    for child in folder.iterdir():
        name = f"{path}/{child.name}"
        if child.is_dir():
            yield from _walk(child, name)
        elif child.name.endswith(".css"):
            yield Entry(name, _delivered_style(child.read_bytes()))
        elif child.name.endswith(".js"):
            yield Entry(name, _delivered(child.read_bytes()))
        elif child.name.endswith(_SUFFIXES):
            yield Entry(name, child.read_bytes(), stored=child.name.endswith(".woff2"))

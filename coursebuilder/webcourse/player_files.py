"""The player as it is copied into a package."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from posixpath import dirname, join, normpath

import rcssmin
import rjsmin

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
_LANGUAGES = ("de", "en", "fr", "nl")
"""What the player speaks; English to all others."""


@cache
def player_entries(runtime: str, language: str) -> tuple[Entry, ...]:
    """``player/…`` for that runtime and course language, as delivered, sorted by path."""
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
    delivered = {entry.path for entry in player_entries(runtime, language)}
    waiting = ["player/main.js", f"player/runtime/{runtime}.js", _texts(_spoken(language))]
    found: set[str] = set()
    while waiting:
        path = waiting.pop()
        if path in found or path not in delivered:
            continue
        found.add(path)
        source = files("coursebuilder").joinpath(path).read_text(encoding="utf-8")
        waiting += (normpath(join(dirname(path), target)) for target in _IMPORT.findall(source))
    return tuple(sorted(found))


def site_entries() -> Iterator[Entry]:
    """``player/site/…``: what only a website loads, its service worker aside."""
    for name in ("progress-file.js", "site.js", "texts.js", "transfer.js"):
        yield Entry(f"{_SITE}{name}", site_file(name))


@cache
def site_file(name: str) -> bytes:
    """A script of ``player/site/`` as delivered."""
    return _script(files("coursebuilder").joinpath("player", "site", name))


def _walk(folder: Traversable, path: str) -> Iterator[Entry]:
    for child in folder.iterdir():
        name = f"{path}/{child.name}"
        if child.is_dir():
            yield from _walk(child, name)
        elif child.name.endswith(".css"):
            yield Entry(name, rcssmin.cssmin(child.read_text(encoding="utf-8")).encode())
        elif child.name.endswith(".js"):
            yield Entry(name, _script(child))
        elif child.name.endswith(_SUFFIXES):
            yield Entry(name, child.read_bytes(), stored=child.name.endswith(".woff2"))


def _script(file: Traversable) -> bytes:
    """A script without its comments and needless spaces: a tenth of what a learner would download."""
    return str(rjsmin.jsmin(file.read_text(encoding="utf-8"))).encode()

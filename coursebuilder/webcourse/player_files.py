"""The player as it is copied into a package."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from coursebuilder.package import Entry

_SUFFIXES = (".css", ".js", ".svg", ".woff2")
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


@cache
def player_entries(runtime: str) -> tuple[Entry, ...]:
    """``player/…`` for that runtime: styles, scripts and pictures, sorted by path."""
    others = {path for paths in _RUNTIMES.values() for path in paths} - set(_RUNTIMES[runtime])
    found = _walk(files("coursebuilder").joinpath("player"), "player")
    kept = (
        entry for entry in found if entry.path not in others and not entry.path.startswith(_SITE)
    )
    return tuple(sorted(kept, key=lambda entry: entry.path))


def site_entries() -> Iterator[Entry]:
    """``player/site/…``: what only a website loads, its service worker aside."""
    for name in ("progress-file.js", "site.js", "texts.js", "transfer.js"):
        yield Entry(f"{_SITE}{name}", site_file(name))


@cache
def site_file(name: str) -> bytes:
    """A file of ``player/site/``."""
    return files("coursebuilder").joinpath("player", "site", name).read_bytes()


def _walk(folder: Traversable, path: str) -> Iterator[Entry]:
    for child in folder.iterdir():
        name = f"{path}/{child.name}"
        if child.is_dir():
            yield from _walk(child, name)
        elif child.name.endswith(_SUFFIXES):
            yield Entry(name, child.read_bytes(), stored=child.name.endswith(".woff2"))

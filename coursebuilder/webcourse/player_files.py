"""The player as it is copied into a package."""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from coursebuilder.package import Entry

_SUFFIXES = (".css", ".js", ".svg", ".woff2")


@cache
def player_entries() -> tuple[Entry, ...]:
    """``player/…``: styles, scripts and pictures, sorted by path."""
    found = _walk(files("coursebuilder").joinpath("player"), "player")
    return tuple(sorted(found, key=lambda entry: entry.path))


def _walk(folder: Traversable, path: str) -> Iterator[Entry]:
    for child in folder.iterdir():
        name = f"{path}/{child.name}"
        if child.is_dir():
            yield from _walk(child, name)
        elif child.name.endswith(_SUFFIXES):
            yield Entry(name, child.read_bytes(), stored=child.name.endswith(".woff2"))

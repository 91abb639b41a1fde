"""Where everything of a course stands in a package, and the relative links between those places."""

import hashlib
import posixpath
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from coursebuilder.model import Course

_NAME_LENGTH = 48
"""Longest folder or file name made from an id."""
_ASSET_LENGTH = 150
"""Longest asset path: 180 is what every platform unpacks, and a folder comes before it."""


@dataclass(frozen=True, slots=True)
class Addresses:
    """Package paths of a course's pages and assets."""

    pages: Mapping[str, str]
    """Full id (``kader`` for a module's introduction, ``kader/toets``) -> package path."""
    assets: Mapping[str, str]
    """Asset path -> package path."""
    sources: Mapping[str, str]
    """Source path -> package path, pages and assets both."""

    def resolver(self, page: str) -> Callable[[str, str], str]:
        """What turns (source path, anchor) into a link from the page of that package path."""
        folder = posixpath.dirname(page)

        def address(path: str, anchor: str) -> str:
            target = self.sources.get(path)
            fragment = f"#{quote(anchor, safe='')}" if anchor else ""
            if target is None:
                return fragment or "#"
            if target == page and fragment:
                return fragment
            return relative(target, folder) + fragment

        return address


def addresses(course: Course) -> Addresses:
    """The package paths of a course: readable, ASCII, different in lower case, under 180 characters."""
    pages: dict[str, str] = {}
    for module in course.modules:
        folder = f"pages/{_name(module.id)}"
        pages[module.id] = f"{folder}/index.html"
        for activity in module.activities:
            # An id has no underscore, so no activity takes the introduction's place.
            name = "index_" if activity.id == "index" else _name(activity.id)
            pages[f"{module.id}/{activity.id}"] = f"{folder}/{name}.html"
    assets = asset_paths(asset.path for asset in course.assets)
    sources = {path: pages[id] for path, id in course.paths if id in pages} | assets
    return Addresses(pages=pages, assets=assets, sources=sources)


def asset_paths(paths: Iterable[str]) -> dict[str, str]:
    """Asset path -> package path: ``assets/`` and the path in lower case ASCII.

    A path that is written so already keeps its name. Another one gets eight characters of its hash when
    it would take the name of a second file or is too long, so names hang on few other files.
    """
    plain = {path: _ascii(path) for path in paths}
    uses = Counter(plain.values())
    return {
        path: f"assets/{name if _keeps(path, name, uses) else _hashed(path, name)}"
        for path, name in plain.items()
    }


def _keeps(path: str, name: str, uses: Mapping[str, int]) -> bool:
    return len(name) <= _ASSET_LENGTH and (uses[name] == 1 or path == name)


def _hashed(path: str, name: str) -> str:
    stem, suffix = posixpath.splitext(name)
    suffix = suffix[:10]
    return f"{stem[: _ASSET_LENGTH - 20]}-{_digest(path)}{suffix}"


def _ascii(path: str) -> str:
    decomposed = unicodedata.normalize("NFKD", path).encode("ascii", "ignore").decode().lower()
    return "/".join(_segment(part) for part in decomposed.split("/"))


def _segment(part: str) -> str:
    stem, dot, suffix = re.sub(r"[^a-z0-9._-]+", "-", part).rpartition(".")
    return f"{stem.strip('-') or ('file' if dot else '')}{dot}{suffix.strip('-')}" or "file"


def _name(id: str) -> str:
    return id if len(id) <= _NAME_LENGTH else f"{id[: _NAME_LENGTH - 9]}-{_digest(id)}"


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def relative(target: str, folder: str) -> str:
    """The link from a page in ``folder`` to the package path ``target``."""
    source = folder.split("/") if folder else []
    parts = target.split("/")
    common = 0
    while common < min(len(source), len(parts) - 1) and source[common] == parts[common]:
        common += 1
    return quote("/".join([".."] * (len(source) - common) + parts[common:]), safe="/-._~")

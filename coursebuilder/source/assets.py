"""The files that a course shows or offers, found by the links and blocks that name them."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from unicodedata import normalize

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.source import (
    ACTIVE_DOWNLOAD,
    ACTIVE_PICTURE,
    DAMAGED_PICTURE,
    UNREADABLE,
)
from coursebuilder.markup import file_path
from coursebuilder.model import (
    Asset,
    Body,
    Course,
    Downloads,
    Figure,
    Link,
    Media,
    Outline,
    PlatformActivity,
    offered_files,
)
from coursebuilder.model.walk import activity_body, blocks
from coursebuilder.source.active_svg import active_part
from coursebuilder.source.document import role
from coursebuilder.source.media_types import media_type
from coursebuilder.source.tree import Tree, TreeFile, read_bytes, reason
from coursebuilder.source.whole_picture import KINDS, SVG, is_whole, svg_mistake
from coursebuilder.text import Span


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file to take away that is made while building."""

    source: str
    """Path of the file that describes it."""
    content: bytes
    """Empty when it could not be made; that was reported, and nothing is built from it."""


NOTHING_MADE: Mapping[str, MadeFile] = MappingProxyType({})

LARGEST_DRAWING = 20_000_000
"""Bytes of an SVG that are looked at; a larger one is cut off, and then no XML."""

Digest = Callable[[TreeFile], str]
"""The SHA-1 of a file's content, in hex. Raises OSError."""


def sha1(file: TreeFile) -> str:
    """The SHA-1 of a file's content, read piece by piece (Moodle names files by it)."""
    with file.real.open("rb") as stream:
        return hashlib.file_digest(stream, lambda: hashlib.sha1(usedforsecurity=False)).hexdigest()


def find_assets(
    course: Course,
    tree: Tree,
    digest: Digest = sha1,
    made: Mapping[str, MadeFile] = NOTHING_MADE,
) -> tuple[tuple[Asset, ...], tuple[Diagnostic, ...]]:
    """The files of the folder that the course names, sorted by path; not those it is made from.

    ``made`` are the files that stand in no folder, by their path.
    What is named but not there is for the checks of references.
    """
    assets: list[Asset] = []
    found: list[Diagnostic] = []
    for path in sorted(set(named_paths(course))):
        if path in made:
            assets.append(_made_asset(path, made[path].content))
            continue
        file = tree.files.get(path)
        if file is None or role(path) is not None:
            continue
        try:
            content = digest(file)
        except OSError as error:
            found.append(UNREADABLE.at(Span(path), reason=reason(error)))
            continue
        asset = Asset(path=path, size=file.size, sha1=content, media_type=media_type(path))
        assets.append(asset)
        found += _active(asset, file)
        found += _damaged(asset, file)
    return tuple(assets), tuple(found)


def _active(asset: Asset, file: TreeFile) -> Iterator[Diagnostic]:
    """A finding for a file that runs something when it is opened by itself."""
    if asset.media_type in {"text/html", "application/xhtml+xml"}:
        yield ACTIVE_DOWNLOAD.at(Span(asset.path))
    elif asset.media_type == "image/svg+xml":
        data = read_bytes(file, LARGEST_DRAWING)
        part = active_part(data) if isinstance(data, bytes) else ""
        if part:
            yield ACTIVE_PICTURE.at(Span(asset.path), part=part)


def _damaged(asset: Asset, file: TreeFile) -> Iterator[Diagnostic]:
    """A finding for a picture of which a part is missing."""
    kind = KINDS.get(asset.media_type)
    if kind is None or (kind == SVG and asset.size > LARGEST_DRAWING):
        return
    try:
        with file.real.open("rb") as stream:
            line = svg_mistake(stream.read()) if kind == SVG else None
            whole = line is None if kind == SVG else is_whole(stream, kind)
    except OSError:
        return  # reported where its content is read
    if not whole:
        yield DAMAGED_PICTURE.at(Span(asset.path, line or 1), kind=kind)


def _made_asset(path: str, content: bytes) -> Asset:
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return Asset(path=path, size=len(content), sha1=digest, media_type=media_type(path))


def named_paths(course: Course) -> Iterator[str]:
    """Every path that something in the course names, whether it exists or not."""
    yield from (course.thumbnail, course.logo.image, course.logo.dark)
    for module in course.modules:
        yield module.image
        yield from (path for path, _ in linked(module.span.path, module.outline))
        yield from _shown(module.introduction)
        for activity in module.activities:
            yield from (path for path, _ in linked(activity.span.path, activity.outline))
            yield from _shown(activity_body(activity))
            if isinstance(activity, PlatformActivity):
                yield from offered_files(activity)


def linked(source: str, outline: Outline) -> Iterator[tuple[str, Link]]:
    """(path from the course folder, link) of each link of the file ``source``."""
    for link in outline.links:
        target = link.target.partition("#")[0].partition("?")[0]
        yield normalize("NFC", file_path(source, target)), link


def _shown(body: Body) -> Iterator[str]:
    """The paths that blocks name."""
    for block in blocks(body):
        match block:
            case Figure():
                yield block.image
            case Media():
                yield from (block.src, block.captions, block.poster)
            case Downloads():
                yield from (item.file for item in block.items)
            case _:
                pass

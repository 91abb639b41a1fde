"""The files of a backup: ``files.xml`` and the contents beside it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1, sha256
from posixpath import basename, commonpath, dirname
from urllib.parse import quote

from coursebuilder.formats.xml import Element
from coursebuilder.model import Asset, Course
from coursebuilder.package import Content, Entry, Packed
from coursebuilder.targets.moodle.elements import leaves, node
from coursebuilder.targets.moodle.ids import Ids

_LICENCES = {
    "CC0-1.0": "public",
    "CC-BY-4.0": "cc-4.0",
    "CC-BY-SA-4.0": "cc-sa-4.0",
    "CC-BY-ND-4.0": "cc-nd-4.0",
    "CC-BY-NC-4.0": "cc-nc-4.0",
    "CC-BY-NC-SA-4.0": "cc-nc-sa-4.0",
    "CC-BY-NC-ND-4.0": "cc-nc-nd-4.0",
}
"""SPDX identifier -> Moodle's short name of the licence."""

_COMPRESSED = ("image/png", "image/jpeg", "image/gif", "image/webp", "video/", "audio/",
               "application/zip", "application/pdf", "application/vnd.openxmlformats")  # fmt: skip


_DROPPED = re.compile(r"""[\x00-\x1f\x7f-\x9f&<>"`|':\\]|\.\.+""")


@dataclass(frozen=True, slots=True, order=True)
class Area:
    """Where Moodle keeps the files of one text."""

    context: int
    component: str
    name: str
    item: int = 0


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One file in one area."""

    id: int
    area: Area
    asset: Asset
    root: str = ""
    """Folder of the course that is left out of its path."""
    main: bool = False
    """Whether its area is about this file."""

    @property
    def folder(self) -> str:
        """``/01-kader/images/``: the folder of the source keeps equal names apart."""
        folder = allowed(self.asset.path.removeprefix(self.root)).rpartition("/")[0]
        return f"/{folder}/" if folder else "/"

    @property
    def name(self) -> str:
        """The file name as Moodle keeps it."""
        return allowed(self.asset.path).rpartition("/")[2]


def allowed(path: str) -> str:
    """The path without what Moodle drops from file names without a word (PARAM_FILE, PARAM_PATH).

    A part that changes gets a digest, so that no two paths become one.
    """
    return "/".join(_allowed_part(part) for part in path.split("/"))


def _allowed_part(part: str) -> str:
    clean = _DROPPED.sub("", part)
    if clean == part:
        return part
    stem, dot, suffix = clean.rpartition(".")
    digest = sha256(part.encode()).hexdigest()[:8]
    return f"{stem}-{digest}.{suffix}" if dot else f"{clean}-{digest}"


class Files:
    """Every file that a text or picture of the course has asked for."""

    def __init__(self, course: Course, ids: Ids) -> None:
        """Nothing asked for yet."""
        self._assets: Mapping[str, Asset] = {asset.path: asset for asset in course.assets}
        self._ids = ids
        self._files: dict[tuple[Area, str], StoredFile] = {}
        self._by_context: dict[int, dict[tuple[Area, str], StoredFile]] = {}
        self._made: dict[str, Content] = {}
        self._licence = _LICENCES.get(course.licence, "unknown")
        self._author = ", ".join(author.name for author in course.authors)

    def __contains__(self, path: str) -> bool:
        """Whether the course has a file of that path."""
        return path in self._assets

    def add(self, area: Area, path: str) -> str:
        """The address of an asset within a text of ``area``; the file goes along with the text."""
        self._store(area, path)
        return f"@@PLUGINFILE@@/{quote(allowed(path), safe='/')}"

    def offer(self, area: Area, paths: Sequence[str]) -> None:
        """Put files into an area that holds them for their own sake; an only one is its main file.

        They stand beside each other, but for files of one name: those keep their folders.
        """
        names = {basename(allowed(path)).casefold() for path in paths}
        shared = commonpath(list(map(dirname, paths))) if len(names) < len(paths) else None
        for path in paths:
            root = dirname(path) if shared is None else shared
            self._store(area, path, root=f"{root}/" if root else "", main=len(paths) == 1)

    def add_made(
        self, area: Area, name: str, content: bytes, media_type: str, *, main: bool = False
    ) -> None:
        """Put a file into an area that no author made."""
        digest = sha1(content, usedforsecurity=False).hexdigest()
        file = Packed(content, len(content), digest)
        self.add_packed(area, name, file, media_type, main=main)

    def add_packed(
        self, area: Area, name: str, file: Packed, media_type: str, *, main: bool = False
    ) -> None:
        """Put a package into an area."""
        asset = Asset(path=name, size=file.size, sha1=file.sha1, media_type=media_type)
        self._made[file.sha1] = file.content
        self._keep(area, asset, main=main)

    def _store(self, area: Area, path: str, *, root: str = "", main: bool = False) -> None:
        if (area, path) not in self._files:
            self._keep(area, self._assets[path], root=root, main=main)

    def _keep(self, area: Area, asset: Asset, *, root: str = "", main: bool = False) -> None:
        id = self._ids.of("file", area.context, area.component, area.name, area.item, asset.path)
        stored = StoredFile(id, area, asset, root, main)
        self._files[area, asset.path] = stored
        self._by_context.setdefault(area.context, {})[area, asset.path] = stored

    def owned(self, area: Area) -> tuple[int, ...]:
        """The ids of the files of one area, for an ``inforef.xml``."""
        return tuple(file.id for file in self._in_context(area.context) if file.area == area)

    def of_activity(self, context: int) -> tuple[int, ...]:
        """The ids of the files of an activity, those of its questions left out (they travel along)."""
        files = self._in_context(context)
        return tuple(file.id for file in files if file.area.component.startswith("mod_"))

    def _in_context(self, context: int) -> list[StoredFile]:
        files = self._by_context.get(context, {})
        return [files[key] for key in sorted(files)]

    def __iter__(self) -> Iterator[StoredFile]:
        """All files, in the order of their areas and paths."""
        return (self._files[key] for key in sorted(self._files))

    def document(self, timestamp: int) -> Element:
        """``<files>``: one record per file and place."""
        return node("files", *(self._record(file, timestamp) for file in self))

    def _record(self, file: StoredFile, timestamp: int) -> Element:
        """``<file>`` with the columns of Moodle's table ``files``."""
        return node(
            "file",
            *leaves(
                contenthash=file.asset.sha1,
                contextid=file.area.context,
                component=file.area.component,
                filearea=file.area.name,
                itemid=file.area.item,
                filepath=file.folder,
                filename=file.name,
                userid=None,
                filesize=file.asset.size,
                mimetype=file.asset.media_type,
                status=0,
                timecreated=timestamp,
                timemodified=timestamp,
                source=file.asset.name,
                author=self._author,
                license=self._licence,
                sortorder=int(file.main),
                repositorytype=None,
                repositoryid=None,
                reference=None,
            ),
            id=file.id,
        )

    def contents(self, locate: Callable[[Asset], Content]) -> Iterator[Entry]:
        """Each content once, named by its SHA-1."""
        assets = {file.asset.sha1: file.asset for file in self}
        for digest, asset in sorted(assets.items()):
            stored = asset.media_type.startswith(_COMPRESSED)
            made = self._made.get(digest)
            content = locate(asset) if made is None else made
            yield Entry(f"files/{digest[:2]}/{digest}", content, stored=stored)

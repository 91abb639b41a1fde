"""The files of a course folder, found without ever leaving it."""

import errno
import os
import stat
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.source import (
    FOLDER_IS_A_FILE,
    FOLDER_MISSING,
    NAME_NOT_PORTABLE,
    NAME_UNUSABLE,
    NAMES_COLLIDE,
    SPECIAL_FILE,
    SYMLINK_BROKEN,
    SYMLINK_OUTSIDE,
    TOO_MANY_FILES,
    UNREADABLE,
)
from coursebuilder.i18n import LANGUAGES, os_reason
from coursebuilder.text import Span

MAX_ENTRIES = 50_000
"""Files and folders looked at; more means that the wrong folder was given."""

OUTPUT = "build"
"""The folder of the packages: in the course folder it is left alone, unless it holds a module."""

_PORTS = frozenset(f"{device}{number}" for device in ("com", "lpt") for number in range(1, 10))
_RESERVED = frozenset(("con", "prn", "aux", "nul")) | _PORTS
"""Names that Windows keeps for devices, with any extension."""


@dataclass(frozen=True, slots=True)
class TreeFile:
    """One regular file that can be read."""

    path: str
    """Path from the course folder, ``/``-separated, Unicode NFC."""
    real: Path
    """Where it is on disk, symbolic links resolved."""
    size: int
    """Bytes when the folder was scanned."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A scanned course folder."""

    root: Path
    files: Mapping[str, TreeFile]
    """By path, sorted. Names that start with ``.`` or ``_`` and ``README.md`` are left out."""


class _Stop(Exception):  # noqa: N818 (not an error: it ends a scan that is too large)
    """The folder holds too much."""


def scan_tree(root: Path) -> tuple[Tree, tuple[Diagnostic, ...]]:
    """The files below ``root`` and what is wrong with their names and kinds."""
    place = Span(root.as_posix())
    if not is_folder(root):
        rule = FOLDER_IS_A_FILE if _mode(root) else FOLDER_MISSING
        return Tree(root, {}), (rule.at(place, folder=root.as_posix()),)
    scan = _Scan(root.resolve())
    try:
        scan.run()
    except _Stop:
        scan.found.append(TOO_MANY_FILES.at(Span("."), limit=MAX_ENTRIES))
    files = dict(sorted(scan.files.items()))
    return Tree(root, files), tuple(sorted(scan.found, key=lambda finding: finding.sort_key))


def is_folder(path: Path) -> bool:
    """Whether there is a folder; no exception for paths that the system cannot hold."""
    return stat.S_ISDIR(_mode(path))


def read_bytes(file: TreeFile, limit: int) -> bytes | Diagnostic:
    """At most ``limit + 1`` bytes of a file, or why it cannot be read."""
    try:
        with file.real.open("rb") as stream:
            return stream.read(limit + 1)
    except OSError as error:
        return UNREADABLE.at(Span(file.path), reason=reason(error))


def reason(error: OSError) -> str:
    """Why the system refuses, without its number and path."""
    return os_reason(error, LANGUAGES[0])


def _mode(path: Path) -> int:
    """The kind and rights of what stands at a path, 0 when there is nothing."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):  # ValueError: a zero byte in the path
        return 0


_Folder = tuple[Path, str, tuple[Path, ...]]
"""A real folder, its path in the course, and the real folders it stands in."""


class _Scan:
    """One walk through a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files: dict[str, TreeFile] = {}
        self.found: list[Diagnostic] = []
        self._seen = 0

    def run(self) -> None:
        """Look at every folder once for each way that leads to it; no depth is too much."""
        waiting: list[_Folder] = [(self.root, "", (self.root,))]
        while waiting:
            waiting += self._folders(*waiting.pop())

    def _folders(self, real: Path, path: str, above: tuple[Path, ...]) -> Iterator["_Folder"]:
        """The folders in a folder, after noting the files in it."""
        for name, entry in self._entries(real, path):
            inner = f"{path}/{name}" if path else name
            target = self._inside(entry, inner)
            if target is None:
                continue
            try:
                info = entry.stat()
            except OSError as error:  # it went while we looked
                self.found.append(UNREADABLE.at(Span(inner), reason=reason(error)))
                continue
            if not stat.S_ISDIR(info.st_mode):
                self._file(inner, target, info)
            elif target in above:
                self.found.append(SYMLINK_BROKEN.at(Span(inner)))
            else:
                yield target, inner, (*above, target)

    def _file(self, path: str, real: Path, info: os.stat_result) -> None:
        """Note a file that is no folder."""
        if not stat.S_ISREG(info.st_mode):
            self.found.append(SPECIAL_FILE.at(Span(path)))
        elif not os.access(real, os.R_OK):
            self.found.append(
                UNREADABLE.at(Span(path), reason=reason(PermissionError(errno.EACCES, "")))
            )
        else:
            self.files[path] = TreeFile(path, real, info.st_size)

    def _entries(self, real: Path, path: str) -> Iterator[tuple[str, "os.DirEntry[str]"]]:
        """(NFC name, entry) of what counts in a folder, sorted, with its names checked."""
        try:
            with os.scandir(real) as listing:
                entries = sorted(listing, key=lambda entry: (_nfc(entry.name), entry.name))
        except OSError as error:
            self.found.append(UNREADABLE.at(Span(path or "."), reason=reason(error)))
            return
        folded: dict[str, str] = {}
        for entry in entries:
            self._seen += 1
            if self._seen > MAX_ENTRIES:
                raise _Stop
            if _left_alone(entry, path):
                continue
            shown = _shown(entry.name)
            place = Span(f"{path}/{shown}" if path else shown)
            if shown != entry.name:
                self.found.append(NAME_UNUSABLE.at(place, name=shown))
                continue
            name = _nfc(entry.name)
            if not _portable(name):
                self.found.append(NAME_NOT_PORTABLE.at(place, name=name))
            first = folded.setdefault(name.casefold(), name)
            if first is not name:
                self.found.append(NAMES_COLLIDE.at(place, name=name, other=first))
                if first == name:
                    continue
            yield name, entry

    def _inside(self, entry: "os.DirEntry[str]", path: str) -> Path | None:
        """The real file or folder behind an entry; None, reported, when it is not in the course."""
        if not entry.is_symlink():
            return Path(entry.path)
        try:
            target = Path(entry.path).resolve(strict=True)
        except (OSError, RuntimeError):  # RuntimeError: Python 3.11 and 3.12 on a loop of links
            self.found.append(SYMLINK_BROKEN.at(Span(path)))
            return None
        if not target.is_relative_to(self.root):
            self.found.append(SYMLINK_OUTSIDE.at(Span(path)))
            return None
        return target


def _left_alone(entry: "os.DirEntry[str]", path: str) -> bool:
    """Whether an entry of the folder ``path`` is no part of the course."""
    if entry.name == OUTPUT and not path:
        return not os.path.lexists(os.path.join(entry.path, "module.md"))  # noqa: PTH118 (hot)
    return entry.name.startswith((".", "_")) or entry.name == "README.md"


def _nfc(name: str) -> str:
    return name if name.isascii() else unicodedata.normalize("NFC", name)


def _shown(name: str) -> str:
    """``name`` with what no package can hold written as escapes.

    These are control characters, bytes that are no UTF-8, and the backslash, which parts folders on Windows.
    """
    if name.isprintable() and "\\" not in name:
        return name
    text = os.fsencode(name.replace("\\", "\\x5c")).decode("utf-8", "backslashreplace")
    return "".join(f"\\x{ord(char):02x}" if char < " " or char == "\x7f" else char for char in text)


def _portable(name: str) -> bool:
    """Whether Windows can hold a file of that name (Microsoft, "Naming Files, Paths")."""
    return (
        not set(name) & set('<>:"|?*\\')
        and not name.endswith((".", " "))
        and name.partition(".")[0].rstrip().casefold() not in _RESERVED
    )

"""The members of an archive, read within limits: nothing is unpacked to disk, no bomb goes off."""

import gzip
import io
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

from coursebuilder.i18n import LANGUAGES, os_reason
from coursebuilder.inspection.result import Value, said

MAX_MEMBERS = 200_000
MAX_READ = 64 << 20
"""Bytes of one member that are read; larger ones are counted only."""
MAX_READ_TOGETHER = 512 << 20
"""Bytes of all members together that are read."""
MAX_INNER = 256 << 20
"""Bytes of a package in a backup that is looked into; one at a time is held."""
MAX_INNER_TOGETHER = 2 << 30
"""Bytes of all packages in a backup that are looked into."""
MAX_UNPACKED = 8 << 30
"""Bytes a tar.gz may unpack to while its members are listed."""

_ZIP_MAGIC = b"PK"
_GZIP_MAGIC = b"\x1f\x8b"


class UnreadablePackageError(Exception):
    """A file that cannot be looked into."""

    def __init__(self, text: str, /, **values: Value) -> None:
        """Why, in English with ``{name}`` fields, and their values."""
        super().__init__(text.format(**values))
        self.reason = said(text, **values)


@dataclass(frozen=True, slots=True)
class Members:
    """What an archive holds."""

    sizes: Mapping[str, int]
    """Member name -> bytes, folders left out."""
    contents: Mapping[str, bytes]
    """The members that were asked for and are not too large."""
    encrypted: bool = False


def read_members(path: Path, wanted: tuple[str, ...]) -> Members:
    """The list of members and the content of those whose name ends with one of ``wanted``.

    Raises UnreadablePackageError for what is no zip or tar.gz, is damaged, or grows past the limits.
    """
    if path.is_dir():
        raise UnreadablePackageError("it is a folder, not a package")
    with _failures_said():
        magic = _magic(path)
        if magic == _GZIP_MAGIC:
            return _tar(path, wanted)
        if magic == _ZIP_MAGIC:
            return _zip(path, wanted, MAX_READ_TOGETHER)
    raise UnreadablePackageError("this is neither a zip nor a tar.gz archive")


def read_inner(content: bytes, wanted: tuple[str, ...]) -> Members:
    """The same of a zip that stood in another archive; of its members less is read."""
    with _failures_said():
        return _zip(io.BytesIO(content), wanted, MAX_READ)


def each_member(path: Path, names: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Name and content of those members, one after another; without those past the limits."""
    left = MAX_INNER_TOGETHER
    with _failures_said():
        for name, size, read in _readable(path):
            if name in names and size <= min(MAX_INNER, left):
                left -= size
                yield name, read()


def _readable(path: Path) -> Iterator[tuple[str, int, Callable[[], bytes]]]:
    """Name, size and a way to the content of every member, in the archive's order."""
    if _magic(path) == _GZIP_MAGIC:
        with gzip.open(path) as stream, tarfile.open(fileobj=stream, mode="r|") as tar:
            for info in tar:
                if member := tar.extractfile(info) if info.isfile() else None:
                    yield info.name.removeprefix("./"), info.size, member.read
    else:
        with zipfile.ZipFile(path) as archive:
            for entry in archive.infolist():
                if not entry.flag_bits & 1:
                    yield entry.filename, entry.file_size, partial(archive.read, entry)


def _magic(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(2)


@contextmanager
def _failures_said() -> Iterator[None]:
    """Whatever goes wrong while reading an archive, as an UnreadablePackageError."""
    try:
        yield
    except OSError as error:
        reason = os_reason(error, LANGUAGES[0])
        raise UnreadablePackageError(reason.replace("{", "{{").replace("}", "}}")) from error
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, zlib.error, ValueError) as error:
        raise UnreadablePackageError("the archive is damaged or cut off") from error
    except (NotImplementedError, RuntimeError) as error:
        raise UnreadablePackageError("the archive is packed in a way that is not known") from error


def _zip(source: Path | BinaryIO, wanted: tuple[str, ...], left: int) -> Members:
    with zipfile.ZipFile(source) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        _limit(len(infos))
        contents: dict[str, bytes] = {}
        for info in infos:
            if info.filename.endswith(wanted) and not info.flag_bits & 1 and left > 0:
                with archive.open(info) as member:
                    content = member.read(min(MAX_READ, left) + 1)
                left -= len(content)
                if len(content) <= MAX_READ:
                    contents[info.filename] = content
        return Members(
            sizes={info.filename: info.file_size for info in infos},
            contents=contents,
            encrypted=any(info.flag_bits & 1 for info in infos),
        )


def _tar(path: Path, wanted: tuple[str, ...]) -> Members:
    sizes: dict[str, int] = {}
    contents: dict[str, bytes] = {}
    total, left = 0, MAX_READ_TOGETHER
    with gzip.open(path) as stream, tarfile.open(fileobj=stream, mode="r|") as archive:
        for info in archive:
            if not info.isfile():
                continue
            name = info.name.removeprefix("./")
            sizes[name] = info.size
            total += info.size
            _limit(len(sizes))
            if total > MAX_UNPACKED:
                raise UnreadablePackageError("the archive unpacks to more than can be looked at")
            if not name.endswith(wanted) or not info.size <= min(MAX_READ, left):
                continue
            if member := archive.extractfile(info):
                contents[name] = member.read()
                left -= info.size
    return Members(sizes=sizes, contents=contents)


def _limit(count: int) -> None:
    if count > MAX_MEMBERS:
        raise UnreadablePackageError(
            "the archive holds more than {limit} members", limit=MAX_MEMBERS
        )

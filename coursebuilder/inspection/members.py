"""The members of an archive, read within limits: nothing is unpacked to disk, no bomb goes off."""

import gzip
import tarfile
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

MAX_MEMBERS = 200_000
MAX_READ = 64 << 20
"""Bytes of one member that are read; larger ones are counted only."""
MAX_READ_TOGETHER = 512 << 20
"""Bytes of all members together that are read."""
MAX_UNPACKED = 8 << 30
"""Bytes a tar.gz may unpack to while its members are listed."""

_ZIP_MAGIC = b"PK"
_GZIP_MAGIC = b"\x1f\x8b"


class UnreadablePackageError(Exception):
    """A file that cannot be looked into; ``str`` is the reason, in English."""


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
    try:
        with path.open("rb") as file:
            magic = file.read(2)
        if magic == _GZIP_MAGIC:
            return _tar(path, wanted)
        if magic == _ZIP_MAGIC:
            return _zip(path, wanted)
    except OSError as error:
        raise UnreadablePackageError(error.strerror or str(error)) from error
    except (zipfile.BadZipFile, tarfile.TarError, EOFError, zlib.error, ValueError) as error:
        raise UnreadablePackageError(f"the archive is damaged: {error}") from error
    except (NotImplementedError, RuntimeError) as error:
        raise UnreadablePackageError(str(error)) from error
    raise UnreadablePackageError("this is neither a zip nor a tar.gz archive")


def _zip(path: Path, wanted: tuple[str, ...]) -> Members:
    with zipfile.ZipFile(path) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        _limit(len(infos))
        contents: dict[str, bytes] = {}
        left = MAX_READ_TOGETHER
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
        raise UnreadablePackageError(f"the archive holds more than {MAX_MEMBERS} members")

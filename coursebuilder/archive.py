"""The only code that writes packages: zip, tar.gz or a folder, the same bytes every time.

Each writer works beside its destination and renames at the end: an interrupted build leaves nothing
that looks finished. Members keep the order of the package; dates come from the caller, permissions
and the creating system are fixed, names are UTF-8.
"""

import io
import os
import shutil
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from hashlib import file_digest, sha1
from pathlib import Path
from typing import IO, Literal

from coursebuilder.package import Entry, FileContent, Package, Packed
from coursebuilder.zip_format import ZipWriter

Packing = Literal["zip", "tgz", "folder"]
"""How a package is written."""

CHUNK = 1 << 20
"""Bytes read at a time from media."""

Deflate = Callable[[bytes], bytes]
"""Raw deflate (RFC 1951) of one member; a caller may answer from a cache."""

Pack = Callable[[Package, int], Packed]
"""(package, timestamp) -> a zip file that goes into another package."""


class ArchiveError(Exception):
    """A package that cannot be written as asked; the message names the member."""


def deflate(content: bytes) -> bytes:
    """Raw deflate at zlib's default level."""
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(content) + compressor.flush()


def write_package(
    package: Package,
    path: Path,
    packing: Packing = "zip",
    *,
    timestamp: int,
    deflate: Deflate = deflate,
) -> int:
    """Write ``package`` to ``path`` and return its size in bytes; ``timestamp`` is in Unix seconds.

    Raises ArchiveError for member names that clash or leave the package, and OSError as the disk does.
    """
    check_names(package)
    path.parent.mkdir(parents=True, exist_ok=True)
    match packing:
        case "zip":
            with _replacing(path) as file:
                _write_zip(package, file, timestamp, deflate)
        case "tgz":
            with _replacing(path) as file:
                _write_tar_gz(package, file, timestamp)
        case "folder":
            _write_folder(package, path, timestamp)
            return sum(member.stat().st_size for member in path.rglob("*") if member.is_file())
    return path.stat().st_size


def pack_in_memory(package: Package, timestamp: int) -> Packed:
    """The package as a zip file that goes into another package."""
    check_names(package)
    file = io.BytesIO()
    _write_zip(package, file, timestamp, deflate)
    content = file.getvalue()
    return Packed(content, len(content), sha1(content, usedforsecurity=False).hexdigest())


@contextmanager
def packing_in(folder: Path, deflate: Deflate = deflate) -> Iterator[Pack]:
    """What packs as ``pack_in_memory`` does, into files of ``folder`` that are gone when the block ends."""
    with ExitStack() as stack:

        def pack(package: Package, timestamp: int) -> Packed:
            check_names(package)
            folder.mkdir(parents=True, exist_ok=True)
            file = tempfile.NamedTemporaryFile(dir=folder, prefix=".", suffix=".part")  # noqa: SIM115
            stack.enter_context(file)
            _write_zip(package, file, timestamp, deflate)
            file.flush()
            size = file.tell()
            file.seek(0)
            digest = file_digest(file, partial(sha1, usedforsecurity=False)).hexdigest()
            return Packed(FileContent(Path(file.name), size), size, digest)

        yield pack


def check_names(package: Package) -> None:
    """Raise ArchiveError unless every member name is relative, clean and unique after case folding."""
    seen: dict[str, str] = {}
    for entry in package:
        parts = entry.path.split("/")
        if "\\" in entry.path or ":" in parts[0] or any(part in ("", ".", "..") for part in parts):
            raise ArchiveError(f"not a clean member name: {entry.path!r}")
        other = seen.setdefault(entry.path.casefold(), entry.path)
        if other is not entry.path:
            raise ArchiveError(f"two members are named alike: {other!r} and {entry.path!r}")


def chunks(entry: Entry) -> Iterator[bytes]:
    """The content of a member, in pieces. Raises ArchiveError when a file changed since it was read."""
    if isinstance(entry.content, bytes):
        yield entry.content
        return
    size = 0
    with entry.content.path.open("rb") as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            yield chunk
    if size != entry.content.size:
        raise ArchiveError(f"{entry.path} changed while it was being written")


def _remove_package(path: Path, package: Package) -> None:
    """Remove the folder of an earlier build; ArchiveError when it holds something else."""
    first = next(iter(package), None)
    if first is not None and any(path.iterdir()) and not (path / first.path).is_file():
        raise ArchiveError(f"{path} is no earlier package; it is not replaced")
    shutil.rmtree(path)


@contextmanager
def _replacing(path: Path) -> Iterator[IO[bytes]]:
    """A temporary file beside ``path`` that takes its place when the block ends well."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        temporary.chmod(0o644)
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_zip(package: Package, file: IO[bytes], timestamp: int, deflate: Deflate) -> None:
    writer = ZipWriter(file, timestamp)
    for entry in package:
        content = entry.content
        if isinstance(content, FileContent) and entry.stored and content.size <= CHUNK:
            content = b"".join(chunks(entry))  # one write, where a stream goes back for its sums
        if isinstance(content, FileContent):
            writer.add_stream(entry.path, chunks(entry), content.size, stored=entry.stored)
        else:
            writer.add(entry.path, content, None if entry.stored else deflate(content))
    writer.close()


def _write_tar_gz(package: Package, file: IO[bytes], timestamp: int) -> None:
    import gzip  # both are slow to import, and the usual package is a zip
    import tarfile

    with (
        gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=timestamp) as zipped,
        tarfile.open(fileobj=zipped, mode="w", format=tarfile.PAX_FORMAT) as archive,
    ):
        for entry in package:
            member = tarfile.TarInfo(entry.path)
            member.mtime, member.mode = timestamp, 0o644
            if isinstance(entry.content, bytes):
                member.size = len(entry.content)
                archive.addfile(member, io.BytesIO(entry.content))
            else:
                member.size = entry.content.size
                with entry.content.path.open("rb") as content:
                    archive.addfile(member, content)


def _write_folder(package: Package, path: Path, timestamp: int) -> None:
    temporary = Path(tempfile.mkdtemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part"))
    try:
        for entry in package:
            member = temporary / entry.path
            member.parent.mkdir(parents=True, exist_ok=True)
            with member.open("wb") as file:
                for chunk in chunks(entry):
                    file.write(chunk)
            os.utime(member, (timestamp, timestamp))
        temporary.chmod(0o755)
        if path.is_dir() and not path.is_symlink():
            _remove_package(path, package)
        temporary.replace(path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise

"""What earlier builds worked out, kept by content.

A key is a hash of the bytes that a value depends on; the cache adds the tool's own code and the versions
of what it uses. A changed page, tool or library has another key, so nothing stale can be found. The
cache lies in the user's own cache folder, never in the course: its values are pickles.
"""

import contextlib
import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from types import TracebackType

LIMIT = 512 << 20
"""Bytes of values kept; beyond it what was unused longest goes."""

_LIBRARIES = (
    "Markdown", "Pygments", "nh3", "latex2mathml", "PyYAML", "jsonschema", "lxml", "openpyxl",
    "python-docx",
)  # fmt: skip


@cache
def fingerprint() -> bytes:
    """A hash of the tool's code, schemas and the libraries that shape its results."""
    from importlib.metadata import version  # slow to import, and not wanted without a cache

    digest = hashlib.sha256(sys.version.encode())
    package = Path(__file__).parent
    schemas = (package / "schemas", package.parent / "schemas")
    folders = (package, *(folder for folder in schemas if folder.is_dir()))
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".json", ".js", ".css", ".svg"}:
                digest.update(path.relative_to(folder).as_posix().encode())
                digest.update(path.read_bytes())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}\n".encode())
    return digest.digest()


def key(*parts: bytes | str) -> bytes:
    """The key of a value that depends on ``parts`` and on the tool, which the cache adds."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.digest()


def _with_tool(key: bytes) -> bytes:
    """The key under which this very tool keeps a value."""
    return hashlib.sha256(fingerprint() + key).digest()


def default_folder() -> Path:
    """Where this system keeps a user's caches (XDG, macOS, Windows)."""
    if given := os.environ.get("XDG_CACHE_HOME"):
        return Path(given) / "coursebuilder"
    if sys.platform == "win32" and (local := os.environ.get("LOCALAPPDATA")):
        return Path(local) / "coursebuilder" / "Cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "coursebuilder"
    return Path.home() / ".cache" / "coursebuilder"


class Cache:
    """Bytes by key in one SQLite file. A cache that fails is only slow: it then finds nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Open the cache in ``folder``; None keeps nothing."""
        self._database: sqlite3.Connection | None = None
        self._used: set[bytes] = set()
        if folder is None:
            return
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if hasattr(os, "getuid") and folder.stat().st_uid != os.getuid():
                return  # somebody else's pickles are not read
            self._database = _open(folder / "builds.sqlite")
        except (OSError, sqlite3.Error):
            self._database = None

    def __enter__(self) -> "Cache":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def keeps(self) -> bool:
        """Whether anything that is put is found again."""
        return self._database is not None

    def get(self, keys: Iterable[bytes]) -> dict[bytes, bytes]:
        """The values that are kept, by key."""
        found: dict[bytes, bytes] = {}
        if self._database is None:
            return found
        keys_of = {_with_tool(key): key for key in keys}
        wanted = list(keys_of)
        with contextlib.suppress(sqlite3.Error):
            for start in range(0, len(wanted), 500):
                part = wanted[start : start + 500]
                marks = ",".join("?" * len(part))
                query = f"SELECT key, value FROM kept WHERE key IN ({marks})"  # noqa: S608
                for stored, value in self._database.execute(query, part):
                    found[keys_of[stored]] = value
                    self._used.add(stored)
        return found

    def put(self, values: Mapping[bytes, bytes]) -> None:
        """Keep ``values``."""
        if self._database is None or not values:
            return
        with contextlib.suppress(sqlite3.Error), self._database:
            self._database.executemany(
                "INSERT OR REPLACE INTO kept (key, value, used) VALUES (?, ?, unixepoch())",
                [(_with_tool(key), value) for key, value in values.items()],
            )

    def close(self) -> None:
        """Note what was used, let go of what was not for long, and close the file."""
        if self._database is None:
            return
        with contextlib.suppress(sqlite3.Error):
            with self._database:
                self._database.executemany(
                    "UPDATE kept SET used = unixepoch() WHERE key = ? AND used < unixepoch() - 3600",
                    [(key,) for key in self._used],
                )
                self._prune(self._database)
            self._database.close()
        self._database = None

    @staticmethod
    def _prune(database: sqlite3.Connection) -> None:
        pages, size = (
            database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "page_size")
        )
        if pages * size <= LIMIT:
            return
        database.execute(
            "DELETE FROM kept WHERE key IN (SELECT key FROM kept ORDER BY used LIMIT "
            "(SELECT count(*) / 2 FROM kept))"
        )


def _open(path: Path) -> sqlite3.Connection:
    """The database at ``path``; a file that is no database is replaced."""
    for attempt in range(2):
        database = sqlite3.connect(path, timeout=1)
        try:
            database.execute("PRAGMA auto_vacuum = FULL")
            database.execute("PRAGMA journal_mode = WAL")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(
                "CREATE TABLE IF NOT EXISTS kept (key BLOB PRIMARY KEY, value BLOB NOT NULL, "
                "used INTEGER NOT NULL)"
            )
        except sqlite3.DatabaseError as error:
            database.close()
            if attempt or isinstance(error, sqlite3.OperationalError):
                raise
            path.unlink()
        else:
            path.chmod(0o600)
            return database
    raise AssertionError("unreachable")

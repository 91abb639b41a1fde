"""Noticing saved files by looking at them: works on every system, on network drives and in containers."""

import os
import re
import time
from collections.abc import Callable
from pathlib import Path

INTERVAL = 0.08
"""Seconds between two looks."""
_SETTLE = 0.01
"""Seconds a folder must keep still: editors write in several steps."""
_PATIENCE = 2.0
"""Seconds after which a folder that never keeps still is read as it is."""

_TEMPORARY = re.compile(
    r"[._].*|.*~|.*\.(?:sw[a-z]|tmp|part|bak|crdownload)|#.*#|4913", re.IGNORECASE
)
"""Names that the reader leaves alone, and what editors put beside a file while they save it."""

Snapshot = dict[str, tuple[int, int]]
"""Path -> (time of the last change in nanoseconds, size)."""


def snapshot(root: Path) -> Snapshot:
    """What stands in a folder now; empty when there is none."""
    found: Snapshot = {}
    waiting = [os.fspath(root)]
    seen: set[tuple[int, int]] = set()
    while waiting:
        try:
            with os.scandir(waiting.pop()) as entries:
                for entry in entries:
                    if not _TEMPORARY.fullmatch(entry.name):
                        _note(entry, found, waiting, seen)
        except OSError:
            continue  # it went while we looked
    return found


def _note(
    entry: "os.DirEntry[str]", found: Snapshot, waiting: list[str], seen: set[tuple[int, int]]
) -> None:
    try:
        info = entry.stat()
        folder = entry.is_dir()
    except OSError:
        found[entry.path] = (0, -1)
        return
    if not folder:
        found[entry.path] = (info.st_mtime_ns, info.st_size)
    elif (info.st_dev, info.st_ino) not in seen or not info.st_ino:
        seen.add((info.st_dev, info.st_ino))
        found[entry.path] = (0, 0)
        waiting.append(entry.path)


class Watcher:
    """Looks at a folder now and then."""

    def __init__(self, root: Path, sleep: Callable[[float], object] = time.sleep) -> None:
        """``sleep`` waits that many seconds; it may wake up early."""
        self._root = root
        self._sleep = sleep
        self._last = snapshot(root)

    def changed(self) -> bool:
        """Look once: whether something changed since the last look, once the folder keeps still."""
        now = snapshot(self._root)
        if now == self._last:
            return False
        deadline = time.monotonic() + _PATIENCE
        while time.monotonic() < deadline:
            self._sleep(_SETTLE)
            after = snapshot(self._root)
            if after == now:
                break
            now = after
        self._last = now
        return True

    def wait(self, stop: Callable[[], bool]) -> bool:
        """Wait for a change; False when ``stop`` says so first."""
        while not stop():
            if self.changed():
                return True
            self._sleep(INTERVAL)
        return False

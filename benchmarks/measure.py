"""Whole processes, timed in turns: the machine's speed drifts, so only ratios within one round count."""

import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.generate import write_course


@dataclass(frozen=True)
class Run:
    """One process and those it started."""

    cpu: float
    """Seconds of processor time, user and system."""
    wall: float
    peak: float
    """Largest process, MB."""


@dataclass(frozen=True)
class Row:
    """One way to build, over all rounds."""

    name: str
    runs: tuple[Run, ...]
    cpu_ratio: float
    """Median of the ratios to the bare script of the same round."""
    wall_ratio: float
    cold_ratio: float
    """Median ratio of wall time to all targets in one process without a cache."""

    def median(self, figure: str) -> float:
        """The median of ``cpu``, ``wall`` or ``peak``."""
        return float(median(getattr(run, figure) for run in self.runs))


BARE = "bare script"
ONE = "one target, one process"
ALL = "all targets, one process"
SPREAD = "all targets, all processors"
COLD = "the same, filling the cache"
REBUILD = "rebuild after one page"


def rounds(pages: int, count: int) -> list[Row]:
    """The rows for a course of ``pages`` pages; in each of ``count`` rounds every way is run once."""
    with TemporaryDirectory() as folder:
        ways = _ways(Path(folder), pages)
        for name in (BARE, ONE):
            ways[name]()  # compiles the modules, as installing does
        found: dict[str, list[Run]] = {name: [] for name in ways}
        for _ in range(count):
            for name, run in ways.items():
                found[name].append(run())
    return [_row(name, found) for name in found]


def _row(name: str, found: dict[str, list[Run]]) -> Row:
    runs = found[name]
    bare = list(zip(runs, found[BARE], strict=True))
    return Row(
        name=name,
        runs=tuple(runs),
        cpu_ratio=median(run.cpu / other.cpu for run, other in bare),
        wall_ratio=median(run.wall / other.wall for run, other in bare),
        cold_ratio=median(
            run.wall / other.wall for run, other in zip(runs, found[ALL], strict=True)
        ),
    )


def _ways(home: Path, pages: int) -> dict[str, Callable[[], Run]]:
    course, out = home / "modules", home / "build"
    write_course(course, pages)
    edited = course / "001-module-1" / "01-pagina-1.md"
    edits = iter(range(1_000))
    tool = ("-m", "coursebuilder", "build", str(course), "--out", str(out), "-q")

    def python(*arguments: str) -> Run:
        return _measure([sys.executable, *arguments], home)

    def cold() -> Run:
        for file in (home / "cache").rglob("*.sqlite*"):
            file.unlink()
        return python(*tool)

    def rebuild() -> Run:
        with edited.open("a", encoding="utf-8") as file:
            file.write(f"\nEdited {next(edits)}.\n")
        return python(*tool)

    return {
        BARE: lambda: python("-m", "benchmarks.bare", str(course), str(home / "bare.zip")),
        ONE: lambda: python(*tool, "-t", "scorm12", "--jobs", "1", "--no-cache"),
        ALL: lambda: python(*tool, "--jobs", "1", "--no-cache"),
        SPREAD: lambda: python(*tool, "--no-cache"),
        COLD: cold,
        REBUILD: rebuild,
    }


def _measure(command: list[str], home: Path) -> Run:
    """One run of ``command``, with a cache and compiled modules of its own."""
    environment = os.environ | {
        "XDG_CACHE_HOME": str(home / "cache"),
        "PYTHONPYCACHEPREFIX": str(home / "compiled"),
        "LANG": "C.UTF-8",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.perf_counter()
    child = os.posix_spawn(command[0], command, environment, file_actions=silence)
    _, status, usage = os.wait4(child, 0)
    wall = time.perf_counter() - start
    if status:
        raise SystemExit(f"failed: {' '.join(command)}")
    return Run(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1000)

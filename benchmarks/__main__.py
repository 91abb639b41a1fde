"""``python -m benchmarks [PAGES …]``: ratios to the bare script, and peak memory, for each size."""

import argparse
import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.generate import write_course

BUDGETS = {"one target": 1.3, "all targets": 1.8, "all targets, all processors": 1.0}


@dataclass(frozen=True)
class Run:
    seconds: float
    peak: float
    """Largest process, MB."""


def measure(command: list[str], cache: Path, runs: int = 3) -> Run:
    """The fastest of ``runs`` whole processes."""
    best = Run(float("inf"), 0)
    environment = os.environ | {"XDG_CACHE_HOME": str(cache), "LANG": "C.UTF-8"}
    for _ in range(runs):
        start = time.perf_counter()
        silence = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
        child = os.posix_spawn(command[0], command, environment, file_actions=silence)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - start
        if status:
            raise SystemExit(f"failed: {' '.join(command)}")
        if seconds < best.seconds:
            best = Run(seconds, usage.ru_maxrss / 1000)
    return best


def compare(pages: int, runs: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        course, out, cache = home / "modules", home / "build", home / "cache"
        write_course(course, pages)
        tool = [
            sys.executable,
            "-m",
            "coursebuilder",
            "build",
            str(course),
            "--out",
            str(out),
            "-q",
        ]
        bare_command = [
            sys.executable,
            "-m",
            "benchmarks.bare",
            str(course),
            str(home / "bare.zip"),
        ]
        bare = measure(bare_command, cache, runs)
        found = {
            "bare script": bare,
            "one target": measure(
                [*tool, "-t", "scorm12", "--jobs", "1", "--no-cache"], cache, runs
            ),
            "all targets": measure([*tool, "--jobs", "1", "--no-cache"], cache, runs),
            "all targets, all processors": measure([*tool, "--no-cache"], cache, runs),
        }
        cold = measure(tool, cache, 1)
        rebuilds = []
        for number in range(runs):
            edited = course / "001-module-1" / "01-pagina-1.md"
            edited.write_text(
                edited.read_text(encoding="utf-8") + f"\nEdited {number}.\n", encoding="utf-8"
            )
            rebuilds.append(measure(tool, cache, 1))
        found["cold, filling the cache"] = cold
        found["rebuild after one page"] = min(rebuilds, key=lambda run: run.seconds)
    print(f"\n{pages} pages")
    print(f"  {'':30} {'seconds':>8} {'ratio':>6} {'peak MB':>8}  budget")
    for name, run in found.items():
        budget = f"≤ {BUDGETS[name]}" if name in BUDGETS else ""
        if name == "rebuild after one page":
            share = run.seconds / found["all targets"].seconds
            budget = f"≤ 0.1 of all targets in one process (is {share:.2f})"
        print(
            f"  {name:30} {run.seconds:8.2f} {run.seconds / bare.seconds:6.2f} {run.peak:8.0f}  {budget}"
        )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=[20, 200, 1000])
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    for pages in arguments.pages:
        compare(pages, arguments.runs)


if __name__ == "__main__":
    main()

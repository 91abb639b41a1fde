"""A small sound course, and the tool as a user runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coursebuilder.starter import write_starter

ROOT = Path(__file__).parents[2]

Run = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """The folder with course.yml of the starter course."""
    write_starter(tmp_path / "start", "Start", "en")
    return tmp_path / "start" / "modules"


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the tool in a folder of its own and give back what it said, as bytes."""

    def coursebuilder(
        *arguments: object, stdout: int = subprocess.PIPE, **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        base = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
        base |= {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(tmp_path / ".cache")}
        return subprocess.run(
            [sys.executable, "-W", "error", "-m", "coursebuilder", *map(str, arguments)],
            cwd=tmp_path,
            env=base | environment,
            stdout=stdout,
            stderr=subprocess.PIPE,
            timeout=60,
        )

    return coursebuilder

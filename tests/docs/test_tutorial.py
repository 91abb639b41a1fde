"""The tutorial does what it says: its files are written and its commands run, in the order of the pages."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.docs.guide import GUIDE, ROOT, blocks

TUTORIALS = (("en", "01-tutorial", "passwords"), ("nl", "01-handleiding", "wachtwoorden"))
"""Language, module with the tutorial, folder of the course it makes."""


def run(line: str, cwd: Path) -> str:
    """What a command of the tutorial prints."""
    program, *arguments = shlex.split(line)
    assert program == "coursebuilder", line
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "LANG": "C.UTF-8",
        "XDG_CACHE_HOME": str(cwd / ".cache"),
    }
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", program, *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
    )
    assert done.returncode != 2, done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def play(lines: list[str], cwd: Path) -> tuple[Path, str]:
    """Run a block; each line without ``$`` begins or is part of a line that the last command prints."""
    printed = ""
    for line in lines:
        if line.startswith("$ cd "):
            cwd /= line.removeprefix("$ cd ")
        elif line.startswith("$ "):
            printed = run(line.removeprefix("$ "), cwd)
        else:
            assert line in printed, f"{line!r} is not in:\n{printed}"
    return cwd, printed


@pytest.mark.parametrize(("language", "module", "course"), TUTORIALS)
def test_the_tutorial_works_from_beginning_to_end(
    tmp_path: Path, language: str, module: str, course: str
) -> None:
    cwd = tmp_path
    commands = 0
    for block in blocks(GUIDE / language / module):
        if block.kind == "console":
            if "coursebuilder build" in block.text:
                shutil.rmtree(cwd / "modules" / "01-start")
            cwd, _ = play(block.text.splitlines(), cwd)
            commands += 1
        elif block.kind in ("markdown", "yaml"):
            assert (cwd / block.file).is_file(), (
                f"{block}: {block.file} is not there to be replaced"
            )
            (cwd / block.file).write_text(block.text, encoding="utf-8")
    assert commands >= 5
    assert cwd == tmp_path / course
    assert (cwd / "build" / f"{course}-moodle.mbz").is_file()
    assert not re.search(r"(error|warning|fout|waarschuwing) CB", run("coursebuilder check", cwd))


def test_a_promise_that_is_not_kept_is_seen(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="is not in"):
        play(["$ coursebuilder --version", "coursebuilder 0.0.0-never"], tmp_path)

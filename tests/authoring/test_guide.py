"""What ``docs/authoring.md`` tells an author to type, works."""

import os
import re
import subprocess
import sys
from pathlib import Path

import click

from coursebuilder import cli
from tests.authoring.courses import starter
from tests.cli.test_commands import ROOT, coursebuilder

GUIDE = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", GUIDE, re.DOTALL)


def test_the_commands_and_options_exist() -> None:
    shown = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
    shown += re.findall(r"`(coursebuilder [^`]*)`", GUIDE)
    calls = [line.split("#")[0] for line in shown if line.startswith("coursebuilder")]
    assert len(calls) > 20
    for call in calls:
        command = cli.main.get_command(click.Context(cli.main), call.split()[1])
        assert command is not None, call
        known = {name for parameter in command.params for name in parameter.opts}
        assert set(re.findall(r"--[\w-]+", call)) <= known, call


def test_the_new_parts_of_the_guide_can_be_made(tmp_path: Path) -> None:
    root = starter(tmp_path, "en")
    for name in (
        ["module", "Working safely"],
        ["page", "A strong password"],
        ["quiz", "What do you know?", "--module", "working-safely"],
        ["scan", "How safe is our school?"],
    ):
        made = coursebuilder("new", *name, "--course", root, cwd=tmp_path)
        assert made.returncode == 0, made.stderr
    assert (root / "02-working-safely" / "02-a-strong-password.md").is_file()
    assert coursebuilder("check", root, "--strict", cwd=tmp_path).returncode == 0
    again = coursebuilder(
        "new", "page", "A strong password", "--course", root, "--lang", "nl", cwd=tmp_path
    )
    assert again.returncode == 1
    assert "er is al een onderdeel" in again.stderr


def test_the_shell_completes() -> None:
    program = "from coursebuilder.cli import main; main(prog_name='coursebuilder')"
    environment = {
        "PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "COMP_WORDS": "coursebuilder new ",
        "COMP_CWORD": "2", "_COURSEBUILDER_COMPLETE": "bash_complete",
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == [
        "plain,module", "plain,page", "plain,quiz", "plain,scan",
        "plain,situation",
    ]  # fmt: skip

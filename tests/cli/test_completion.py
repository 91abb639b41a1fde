"""What Bash proposes after Tab, asked of Bash itself."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from coursebuilder.cli import COMMANDS
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.targets import TARGETS
from tests.cli.test_commands import ROOT, coursebuilder

SCRIPT = """
eval "$(_COURSEBUILDER_COMPLETE=bash_source coursebuilder)"
complete -p coursebuilder >/dev/null || exit 3
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_coursebuilder_completion coursebuilder
printf '%s\\n' "${COMPREPLY[@]}"
"""


@pytest.fixture
def course(tmp_path: Path) -> Path:
    assert coursebuilder("init", "c", "--lang", "en", cwd=tmp_path).returncode == 0
    assert coursebuilder("new", "module", "Two steps", cwd=tmp_path / "c").returncode == 0
    programs = tmp_path / "bin"
    programs.mkdir()
    tool = programs / "coursebuilder"
    tool.write_text(
        f"#!{sys.executable}\nfrom coursebuilder.__main__ import run\nrun()\n", encoding="utf-8"
    )
    tool.chmod(0o755)
    return tmp_path / "c"


@pytest.mark.skipif(shutil.which("bash") is None, reason="no Bash here")
def test_bash_completes(course: Path) -> None:
    def proposed(*words: str) -> list[str]:
        environment = {
            "PATH": f"{course.parent / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8",
        }  # fmt: skip
        done = subprocess.run(
            ["bash", "-c", SCRIPT, "bash", "coursebuilder", *words],
            cwd=course, env=environment, capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.split()

    assert proposed("") == sorted(COMMANDS)
    assert proposed("build", "--target", "") == list(TARGETS)
    assert "--watch" in proposed("check", "--")
    assert proposed("new", "page", "Why", "--module", "") == ["01-start", "02-two-steps"]
    assert proposed("new", "page", "Why", "--module", "two") == ["two-steps"]
    assert proposed("explain", "cb45") == [code for code in all_rules() if code[:4] == "CB45"]
    assert proposed("explain", "no-cor") == ["no-correct-choice"]
    assert proposed("schema", "qui") == ["quiz"]

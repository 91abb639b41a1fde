"""Starting imports what every build uses, and nothing that only some builds use."""

import subprocess
import sys

import pytest

SLOW = (
    "coursebuilder.targets.moodle", "coursebuilder.targets.site", "docx", "importlib.metadata",
    "jsonschema", "latex2mathml", "multiprocessing", "openpyxl", "pygments", "rich", "ssl", "tarfile",
)  # fmt: skip


@pytest.fixture(scope="module")
def imported() -> set[str]:
    """The modules of a process that is ready to build."""
    code = "import sys, coursebuilder.cli.build; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    return set(run.stdout.split())


def test_the_build_itself_is_there(imported: set[str]) -> None:
    assert {"coursebuilder.pipeline", "lxml.etree", "markdown"} <= imported


@pytest.mark.parametrize("name", SLOW)
def test_what_only_some_builds_use_is_not(name: str, imported: set[str]) -> None:
    assert name not in imported

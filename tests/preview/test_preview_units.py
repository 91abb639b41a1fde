"""The preview's platform by itself, in Node's own test runner."""

import subprocess
from pathlib import Path
from shutil import which

import pytest

UNITS = sorted((Path(__file__).parent / "unit").glob("*.test.mjs"))


@pytest.mark.skipif(which("node") is None, reason="node is not installed")
@pytest.mark.parametrize("unit", UNITS, ids=lambda unit: unit.name)
def test_unit(unit: Path) -> None:
    done = subprocess.run(
        ["node", "--test", str(unit)], capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr

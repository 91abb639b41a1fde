"""Imports point down only: the rows of ``docs/architecture.md``, held against every import."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "coursebuilder"
FILES = sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def rows(document: str) -> dict[str, int]:
    """Part -> its row, from the numbered list; words in brackets explain and do not count."""
    found: dict[str, int] = {}
    for number, row in re.findall(r"^(\d+)\. (`.*)$", document, re.MULTILINE):
        for part in re.findall(r"`(\w+)`", re.sub(r"\([^)]*\)", "", row)):
            assert part not in found, f"{part} stands in two rows"
            found[part] = int(number)
    return found


ROWS = rows((ROOT / "docs" / "architecture.md").read_text(encoding="utf-8"))


def imported(source: str) -> Iterator[tuple[str, ...]]:
    """What of coursebuilder a module imports: ``("model", "walk", "blocks")``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            first, *rest = name.split(".")
            if first == "coursebuilder" and rest and rest[0] != "__version__":
                yield tuple(rest)


def wrong(file: Path, source: str) -> list[str]:
    """The imports of a file that point up or sideways."""
    part = file.parts[0].removesuffix(".py")
    found = []
    for names in imported(source):
        if names[0] != part:
            allowed = ROWS[names[0]] < ROWS[part]
        else:
            in_target = part == "targets" and len(file.parts) > 2
            allowed = not in_target or names[1] in ("base", file.parts[1])
        if not allowed:
            found.append(".".join(names))
    return found


@pytest.mark.parametrize("file", FILES, ids=str)
def test_imports_point_down(file: Path) -> None:
    if file != Path("__init__.py"):
        assert wrong(file, (PACKAGE / file).read_text(encoding="utf-8")) == []


def test_every_part_has_a_row() -> None:
    parts = {file.parts[0].removesuffix(".py") for file in FILES} - {"__init__"}
    assert parts == set(ROWS)


def test_the_test_sees_wrong_arrows() -> None:
    up = "from coursebuilder.targets import TARGETS"
    sideways = "def f():\n    import coursebuilder.source.tree"
    target = "from coursebuilder.targets.moodle import MoodleTarget"
    assert wrong(Path("check/x.py"), up) == ["targets.TARGETS"]
    assert wrong(Path("check/x.py"), sideways) == ["source.tree"]
    assert wrong(Path("targets/scorm12/x.py"), target) == ["targets.moodle.MoodleTarget"]
    assert wrong(Path("targets/moodle/x.py"), target) == []
    assert wrong(Path("targets/moodle/x.py"), "from coursebuilder.targets.base import Target") == []
    assert wrong(Path("check/x.py"), "from coursebuilder import __version__") == []

"""What is installed is complete: the tool works from its wheel alone."""

import ast
import os
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from email.parser import HeaderParser
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the unpacked wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    pytest.importorskip("hatchling.build")
    subprocess.run(
        [sys.executable, "-c", f"import hatchling.build as b; b.build_wheel({str(folder)!r})"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, cwd: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(installed), "LANG": "C.UTF-8"}
    environment["XDG_CACHE_HOME"] = str(cwd / ".cache")
    return subprocess.run(
        [sys.executable, "-P", "-m", "coursebuilder", *arguments],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
    )


def test_the_wheel_builds_a_course(installed: Path, tmp_path: Path) -> None:
    assert run(installed, tmp_path, "init", "c", "--lang", "nl").returncode == 0
    built = run(installed, tmp_path / "c", "build")
    assert built.returncode == 0, built.stderr
    assert (tmp_path / "c" / "build" / "c-moodle.mbz").is_file()
    where = run(installed, tmp_path, "schema", "course")
    assert where.returncode == 0


def test_the_wheel_holds_the_data_files_and_nothing_of_the_tests(installed: Path) -> None:
    names = {path.relative_to(installed).as_posix() for path in installed.rglob("*")}
    wanted = {
        "coursebuilder/schemas/course.schema.json",
        "coursebuilder/player/main.js",
        "coursebuilder/player/player.css",
        "coursebuilder/i18n/nl/cli.json",
        "coursebuilder/starter/nl/modules/course.yml",
        "coursebuilder/starter/common/dot-gitignore",
        "coursebuilder/starter/nl/dot-github/workflows/course.yml",
    }
    assert wanted <= names
    assert not {name for name in names if name.startswith(("tests", "modules", "docs"))}


def test_every_source_file_is_in_the_wheel(installed: Path) -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "coursebuilder"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    missing = [name for name in tracked if name and not (installed / name).is_file()]
    gone = {name for name in missing if not (ROOT / name).is_file()}
    assert set(missing) == gone


def test_the_source_distribution_is_the_whole_repository(tmp_path: Path) -> None:
    pytest.importorskip("hatchling.build")
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\n")
    wanted = {name for name in tracked if name and (ROOT / name).is_file() and name.isascii()}
    subprocess.run(
        [sys.executable, "-c", f"import hatchling.build as b; b.build_sdist({str(tmp_path)!r})"],
        cwd=ROOT, check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (archive,) = tmp_path.glob("*.tar.gz")
    with tarfile.open(archive) as opened:
        held = {name.partition("/")[2] for name in opened.getnames()}
    assert not wanted - held
    assert not [name for name in held if re.search(r"(^|/)(node_modules|build|\.venv)/", name)]


def test_the_wheel_asks_for_each_library_it_imports(installed: Path) -> None:
    (metadata,) = installed.glob("*.dist-info/METADATA")
    wanted = HeaderParser().parsestr(metadata.read_text("utf-8")).get_all("Requires-Dist", [])
    names = {_normal(re.split(r"[^\w.-]", line)[0]) for line in wanted if "extra ==" not in line}
    known = packages_distributions()
    imported = set(_imports(installed / "coursebuilder")) - sys.stdlib_module_names
    used = {_normal(known[name][0]) for name in imported - {"coursebuilder"} if name in known}
    assert "python-docx" in used
    assert used == names


def _imports(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module.partition(".")[0]


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

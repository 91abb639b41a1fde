"""The same source gives the same bytes: elsewhere, at another time, under another locale and hash seed."""

import hashlib
import shutil
import time
from pathlib import Path
from unicodedata import normalize

from tests.cli.test_commands import ROOT, coursebuilder

MODULES = ROOT / "modules"


def packages(folder: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted((folder / "build").iterdir())
    }


def test_same_bytes_whatever_surrounds_the_build(tmp_path: Path) -> None:
    first, second = tmp_path / "een", tmp_path / "een andere map" / "é"
    for folder in (first, second):
        folder.mkdir(parents=True)
        shutil.copytree(MODULES, folder / "modules")
        module = folder / "modules" / "02-jobprofiel" / "module.md"
        packaged = module.read_text("utf-8").replace("---\n", "---\npages: scorm\n", 1)
        module.write_text(packaged, "utf-8")
    result = coursebuilder("build", "--jobs", "1", cwd=first, TZ="UTC", PYTHONHASHSEED="1")
    assert result.returncode == 0, result.stderr
    time.sleep(2.1)  # a zip counts time in steps of two seconds
    for path in (second / "modules").rglob("*"):
        path.touch()
    result = coursebuilder(
        "build", "--jobs", "2", "--no-cache", cwd=second,
        TZ="Pacific/Kiritimati", LC_ALL="nl_BE.UTF-8", PYTHONHASHSEED="2",
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert packages(first) == packages(second)


def test_a_rebuild_from_the_cache_has_the_same_bytes(tmp_path: Path) -> None:
    shutil.copytree(MODULES, tmp_path / "modules")
    seen = []
    for arguments in (("--no-cache",), (), ()):
        assert coursebuilder("build", *arguments, cwd=tmp_path).returncode == 0
        seen.append(packages(tmp_path))
    assert seen[0] == seen[1] == seen[2]


def test_names_and_texts_as_a_mac_keeps_them_give_the_same_bytes(tmp_path: Path) -> None:
    page = "---\nid: een\n---\n# Eén café\n\n[foto](images/café.svg) [noot](<files/ë n.txt>)\n"
    for form in ("NFC", "NFD"):
        root = tmp_path / form
        assert coursebuilder("init", root / "c", "--lang", "nl", cwd=tmp_path).returncode == 0
        module = root / "c" / "modules" / "01-start"
        (module / "files").mkdir()
        for name, text in (
            ("03-één.md", page),
            ("images/café.svg", (module / "images" / "opbouw.svg").read_text("utf-8")),
            ("files/ë n.txt", "Een noot.\n"),
        ):
            (module / normalize(form, name)).write_text(
                normalize(form if name.endswith(".md") else "NFC", text), "utf-8"
            )
        built = coursebuilder("build", "--no-cache", cwd=root / "c")
        assert built.returncode == 0, built.stderr
    assert packages(tmp_path / "NFC" / "c") == packages(tmp_path / "NFD" / "c")


def test_the_source_date_is_followed(tmp_path: Path) -> None:
    shutil.copytree(MODULES, tmp_path / "modules")
    assert coursebuilder("build", cwd=tmp_path).returncode == 0
    before = packages(tmp_path)
    assert coursebuilder("build", cwd=tmp_path, SOURCE_DATE_EPOCH="1800000000").returncode == 0
    assert all(packages(tmp_path)[name] != digest for name, digest in before.items())
    refused = coursebuilder("build", cwd=tmp_path, SOURCE_DATE_EPOCH="yesterday")
    assert refused.returncode == 2

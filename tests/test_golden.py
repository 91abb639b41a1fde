"""Whole packages of the starter course against reviewed copies in ``tests/golden``.

``pytest tests/test_golden.py --update-golden`` writes the copies anew: read their diff as code. XML is
compared in canonical form (C14N), JSON as values; the player's own files are left out, and their hashes.
"""

import json
import re
import shutil
from pathlib import Path

import pytest
from lxml import etree

from coursebuilder.archive import chunks
from coursebuilder.package import Entry
from coursebuilder.pipeline import load_course
from coursebuilder.starter import write_starter
from coursebuilder.targets import TARGETS
from tests.emitting import emit_loaded

GOLDEN = Path(__file__).parent / "golden"


def shown(entry: Entry) -> bytes:
    """A member in the form that is compared and kept."""
    content = b"".join(chunks(entry))
    if entry.path.endswith((".xml", ".svg")):
        return etree.tostring(etree.fromstring(content), method="c14n") + b"\n"
    if entry.path.endswith((".json", ".webmanifest")):
        return json.dumps(json.loads(content), indent=1, ensure_ascii=False).encode() + b"\n"
    if entry.path == "service-worker.js":
        listed, _ = content.split(b";\n", 1)
        return b"\n".join(sorted(set(re.findall(rb'"([^"]*[./][^"]*)"', listed)))) + b"\n"
    return content


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, bytes]]:
    """Target -> member path -> what is compared."""
    folder = tmp_path_factory.mktemp("starter") / "start"
    write_starter(folder, "Startcursus", "nl")
    loaded = load_course(folder / "modules")
    return {
        name: {
            entry.path: shown(entry)
            for entry in emit_loaded(loaded, target)
            if not entry.path.startswith("player/")
        }
        for name, target in TARGETS.items()
    }


@pytest.mark.parametrize("name", TARGETS)
def test_the_package_is_the_reviewed_one(
    name: str, packages: dict[str, dict[str, bytes]], request: pytest.FixtureRequest
) -> None:
    folder = GOLDEN / name
    found = packages[name]
    if request.config.getoption("--update-golden"):
        shutil.rmtree(folder, ignore_errors=True)
        for path, content in found.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
    kept = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    assert sorted(found) == sorted(kept)
    for path, content in kept.items():
        assert found[path] == content, f"{name}: {path} differs; --update-golden after review"


def test_a_difference_is_noticed() -> None:
    one = shown(Entry("a.xml", b"<a><b/> x</a>"))
    assert one == shown(Entry("a.xml", b"<?xml version='1.0'?><a><b></b> x</a>"))
    assert one != shown(Entry("a.xml", b"<a><b/>x</a>"))

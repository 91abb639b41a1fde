"""What the player's files must be: small, self-contained, and free of inline code."""

import gzip
import re
import subprocess
from pathlib import Path
from shutil import which

import pytest

from coursebuilder.webcourse.player_files import needed_at_start, player_entries, site_entries

PLAYER = Path(__file__).parents[2] / "coursebuilder" / "player"
FILES = sorted(path for path in PLAYER.rglob("*") if path.suffix in {".js", ".css"})
BUDGET = 60_000


@pytest.mark.parametrize("runtime", ["scorm12", "scorm2004", "none"])
@pytest.mark.parametrize("language", ["nl-BE", "fr", "ar"])
def test_all_that_is_delivered_fits_the_budget(runtime: str, language: str) -> None:
    entries = [*player_entries(runtime, language), *(site_entries() if runtime == "none" else ())]
    sizes = {
        entry.path: len(gzip.compress(entry.content, 9))
        for entry in entries
        if isinstance(entry.content, bytes) and entry.path.endswith((".js", ".css"))
    }
    assert sum(sizes.values()) <= BUDGET, sizes


@pytest.mark.skipif(which("node") is None, reason="node is not installed")
def test_what_is_delivered_is_still_a_script(tmp_path: Path) -> None:
    for runtime in ("scorm12", "scorm2004", "none"):
        for entry in (*player_entries(runtime, "nl-BE"), *site_entries()):
            if entry.path.endswith(".js") and isinstance(entry.content, bytes):
                script = tmp_path / entry.path.replace("/", "_").replace(".js", ".mjs")
                script.write_bytes(entry.content)
    scripts = sorted(tmp_path.iterdir())
    assert len(scripts) > 40
    for script in scripts:
        done = subprocess.run(["node", "--check", script], capture_output=True, check=False)
        assert done.returncode == 0, done.stderr.decode()


def test_what_is_delivered_lacks_only_comments_spaces_and_other_languages() -> None:
    entries = {entry.path: entry.content for entry in player_entries("scorm12", "nl-BE")}
    assert [path for path in entries if "/i18n/" in path] == [
        "player/i18n/index.js",
        "player/i18n/nl.js",
    ]
    for path, content in entries.items():
        assert isinstance(content, bytes)
        source = re.sub(rb"\s", b"", (PLAYER.parent / path).read_bytes())
        left = iter(source)
        assert all(sign in left for sign in re.sub(rb"\s", b"", content)), path
        assert b"/**" not in content, path


def test_a_shell_names_every_module_it_starts_with() -> None:
    named = needed_at_start("scorm12", "nl-BE")
    assert {"player/main.js", "player/runtime/scorm12.js", "player/i18n/nl.js"} < set(named)
    assert "player/search.js" not in named, "loaded when asked for"
    delivered = {entry.path for entry in player_entries("scorm12", "nl-BE")}
    assert set(named) <= delivered


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PLAYER).as_posix())
def test_nothing_comes_from_elsewhere(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    addresses = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+[^\s\"'`]*", text))
    assert addresses <= {"http://www.w3.org/2000/svg"}
    assert not re.search(r"\b(eval|document\.write|new Function)\b|setAttribute\(\"style", text)


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.suffix == ".js"],
    ids=lambda path: path.relative_to(PLAYER).as_posix(),
)  # fmt: skip
def test_imports_exist_and_modules_are_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    for target in re.findall(r"(?:from|import\()\s*\"(\.[^\"]+)\"", text):
        assert (path.parent / target).resolve().is_file(), target
    assert text.startswith("/**"), "a module says what it is"
    assert text.count("\n") <= 300

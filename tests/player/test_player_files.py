"""What the player's files must be: small, self-contained, and free of inline code."""

import gzip
import re
from pathlib import Path

import pytest

from coursebuilder.webcourse.player_files import player_entries, site_entries

PLAYER = Path(__file__).parents[2] / "coursebuilder" / "player"
FILES = sorted(path for path in PLAYER.rglob("*") if path.suffix in {".js", ".css"})
BUDGET = 60_000


@pytest.mark.parametrize("language", ["nl", "en", "fr", "de"])
@pytest.mark.parametrize("runtime", ["scorm12", "scorm2004", "none"])
def test_all_a_learner_may_load_fits_the_budget(runtime: str, language: str) -> None:
    """Every script and style of a package, with the one language its course is in."""
    site = site_entries() if runtime == "none" else ()
    loaded = {
        entry.path: entry.content
        for entry in (*player_entries(runtime), *site)
        if isinstance(entry.content, bytes)
        and (
            not entry.path.startswith("player/i18n/")
            or entry.path.endswith((f"/{language}.js", "/index.js"))
        )
    }
    assert f"player/i18n/{language}.js" in loaded
    assert len(gzip.compress(b"".join(loaded.values()), 9)) <= BUDGET


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

"""After any edit a build that uses the cache gives the bytes of one that does not."""

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.generate import write_course
from coursebuilder.cache import Cache
from coursebuilder.pipeline import Options, build_targets, load_course
from coursebuilder.targets import TARGETS

PAGES = 12
FIRST, SECOND = "001-module-1", "002-module-2"


def packages(course: Path, out: Path, cache: Path | None) -> dict[str, str]:
    """Package name -> digest, built in this process."""
    with Cache(cache) as kept:
        loaded = load_course(course, cache=kept)
    assert loaded.course is not None
    built = build_targets(loaded, loaded.course, tuple(TARGETS.values()), out, Options(), cache)
    return {made.target: hashlib.sha256(made.path.read_bytes()).hexdigest() for made in built}


def edit(path: str, old: str, new: str) -> Callable[[Path], None]:
    """What replaces ``old`` in a file of the course."""

    def change(course: Path) -> None:
        text = (course / path).read_text(encoding="utf-8")
        assert old in text
        (course / path).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


def rename(old: str, new: str) -> Callable[[Path], None]:
    """What gives a file or folder another name."""
    return lambda course: (course / old).rename(course / new) and None


def picture(course: Path) -> None:
    """Another picture in place of one, of the same size."""
    path = course / FIRST / "images" / "beeld-1.png"
    path.write_bytes(path.read_bytes()[:-20] + bytes(20))


EDITS: dict[str, Callable[[Path], None]] = {
    "text": edit(f"{FIRST}/01-pagina-1.md", "# Pagina 1", "Nieuw.\n\n# Pagina 1"),
    "title": edit(f"{FIRST}/03-pagina-2.md", "# Pagina 2", "# Bladzijde 2"),
    "id": rename(f"{SECOND}/03-pagina-2.md", f"{SECOND}/03-tweede.md"),
    "order of pages": rename(f"{SECOND}/03-pagina-2.md", f"{SECOND}/00-pagina-2.md"),
    "order of modules": rename(FIRST, "003-module-1"),
    "prerequisite": edit(
        f"{SECOND}/module.md", "title: Module 2", "title: Module 2\nprerequisites: [module-1]"
    ),
    "question": edit(f"{FIRST}/10-toets-5.md", "{#getal}", "{#cijfer}"),
    "answer": edit(f"{FIRST}/10-toets-5.md", "- (x) Juist", "- (x) Waar"),
    "points": edit(f"{FIRST}/10-toets-5.md", "{#kort}", "{#kort points=3}"),
    "not required": edit(f"{FIRST}/10-toets-5.md", "type: quiz", "type: quiz\nrequired: false"),
    "removed page": lambda course: (course / SECOND / "03-pagina-2.md").unlink(),
    "added page": lambda course: (
        (course / SECOND / "21-nieuw.md").write_text("# Nieuw\n\nTekst.\n") and None
    ),
    "picture": picture,
    "title of the course": edit("course.yml", "title: Meting", "title: Gemeten"),
    "language": edit("course.yml", "language: nl-BE", "language: en"),
    "completion": edit("course.yml", "version: 1.0.0", "version: 1.0.0\ncompletion: {pages: none}"),
    "version": edit("course.yml", "version: 1.0.0", "version: 1.1.0"),
}


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache that has seen the course as it is, and every edit before."""
    home = tmp_path_factory.mktemp("before")
    write_course(home / "course", PAGES)
    packages(home / "course", home / "out", home / "cache")
    return home / "cache"


@pytest.mark.parametrize("name", EDITS)
def test_a_rebuild_equals_a_cold_build(name: str, cache: Path, tmp_path: Path) -> None:
    write_course(tmp_path / "course", PAGES)
    if name == "text":
        before = packages(tmp_path / "course", tmp_path / "before", cache)
    EDITS[name](tmp_path / "course")
    warm = packages(tmp_path / "course", tmp_path / "warm", cache)
    cold = packages(tmp_path / "course", tmp_path / "cold", None)
    assert warm == cold
    if name == "text":
        assert all(warm[target] != digest for target, digest in before.items())

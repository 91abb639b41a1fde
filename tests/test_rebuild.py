"""After any edit a build that uses the cache gives the bytes of one that does not."""

import hashlib
import shutil
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

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


WORDS = st.text("abcdé ", min_size=1, max_size=8).map(lambda word: f"x{word}x")
NUMBERS = st.integers(0, 1000)


def pages(course: Path) -> list[Path]:
    """The pages that are there, in order."""
    return sorted(course.glob("*/[0-9]*-pagina-*.md"))


def at(items: list[Path], number: int) -> Path:
    """One of them."""
    return items[number % len(items)]


def append(course: Path, number: int, word: str) -> None:
    """Text at the end of a page."""
    with at(pages(course), number).open("a", encoding="utf-8") as file:
        file.write(f"\n{word}\n")


def answer(course: Path, number: int, word: str) -> None:
    """Another right answer in a quiz."""
    path = at(sorted(course.glob("*/*-toets-*.md")), number)
    path.write_text(path.read_text("utf-8").replace("- (x) ", f"- (x) {word} ", 1), "utf-8")


def retitle(course: Path, number: int, word: str) -> None:
    """Another title for a page, which others link to."""
    path = at(pages(course), number)
    path.write_text(path.read_text("utf-8").replace("# Pagina", f"# {word} Pagina", 1), "utf-8")


def link(course: Path, number: int, word: str) -> None:
    """A link from a page to another one, or to itself."""
    source, target = at(pages(course), number), at(pages(course), number // 7)
    with source.open("a", encoding="utf-8") as file:
        file.write(f"\nZie [{word}](../{target.parent.name}/{target.name}).\n")


def show(course: Path, number: int, word: str) -> None:
    """A picture of any module in a page."""
    source, image = at(pages(course), number), at(sorted(course.rglob("*.png")), number // 7)
    with source.open("a", encoding="utf-8") as file:
        file.write(f"\n![{word}](../{image.relative_to(course).as_posix()})\n")


def add(course: Path, number: int, word: str) -> None:
    """A page anywhere."""
    folder = at(sorted(course.glob("00*")), number)
    (folder / f"{number % 30:02}-pagina-nieuw-{number}.md").write_text(f"# {word}\n\nTekst.\n")


def move(course: Path, number: int, _word: str) -> None:
    """Another place and id for a page, also in what links to it."""
    path = at(pages(course), number)
    new = f"{number % 30:02}-pagina-anders-{number}.md"
    for file in course.glob("*/*.md"):
        before = "(" if file.parent == path.parent else f"{path.parent.name}/"
        text = file.read_text("utf-8").replace(f"{before}{path.name}", f"{before}{new}")
        far = f"../{path.parent.name}/"
        file.write_text(text.replace(f"{far}{path.name}", f"{far}{new}"), "utf-8")
    path.rename(path.with_name(new))


def swap(course: Path, number: int, _word: str) -> None:
    """Two pages of a module take each other's content."""
    one = at(pages(course), number)
    other = at([page for page in pages(course) if page.parent == one.parent], number // 7)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def setting(course: Path, number: int, word: str) -> None:
    """Another value in course.yml."""
    path = course / "course.yml"
    lines = path.read_text("utf-8").splitlines()
    new = (f"title: {word}", f"version: 1.0.{number}", "licence: CC0-1.0", "language: en")
    line = new[number % len(new)]
    name = line.partition(":")[0]
    path.write_text(
        "\n".join(line if old.startswith(f"{name}:") else old for old in lines) + "\n", "utf-8"
    )


CHANGES = (append, answer, retitle, link, show, add, move, swap, setting)


@settings(max_examples=6, deadline=None, phases=set(Phase) - {Phase.shrink})
@given(st.lists(st.tuples(st.sampled_from(CHANGES), NUMBERS, WORDS), min_size=1, max_size=4))
def test_any_row_of_edits(edits: list[tuple[Callable[[Path, int, str], None], int, str]]) -> None:
    """Builds of one process, each after one more edit, with all that earlier ones left behind."""
    with TemporaryDirectory() as name:
        home = Path(name)
        write_course(home / "course", PAGES // 2)
        write_course(home / "other", PAGES)
        shutil.copytree(home / "other" / SECOND, home / "course" / SECOND)
        packages(home / "course", home / "warm", home / "cache")
        for change, number, word in edits:
            change(home / "course", number, word)
            warm = packages(home / "course", home / "warm", home / "cache")
            assert warm == packages(home / "course", home / "cold", None)

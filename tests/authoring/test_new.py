"""New parts stand in the right place with the right id, and pass the check."""

from pathlib import Path

import pytest

from coursebuilder.authoring.course_list import listed, with_module
from coursebuilder.authoring.errors import AuthoringError
from coursebuilder.authoring.new import new_part
from coursebuilder.pipeline import load_course
from tests.authoring.courses import starter, stopping


@pytest.mark.parametrize("language", ["nl", "en"])
def test_a_course_of_new_parts_only_passes_the_strict_check(tmp_path: Path, language: str) -> None:
    root = starter(tmp_path, language)
    new_part(root, "module", "Privacy op school: wat nu?")
    new_part(root, "module", "kort")
    for kind in ("page", "quiz", "scan", "situation"):
        new_part(root, kind, f"Nieuwe {kind}", "privacy-op-school-wat-nu")
        new_part(root, kind, f"Tweede {kind}", "privacy-op-school-wat-nu")
    assert stopping(root) == []
    course = load_course(root).course
    assert course is not None
    assert [module.title for module in course.modules][1:] == ["Privacy op school: wat nu?", "Kort"]
    assert [activity.id for activity in course.modules[1].activities][1:] == [
        "nieuwe-page", "tweede-page", "nieuwe-quiz", "tweede-quiz", "nieuwe-scan", "tweede-scan",
        "nieuwe-situation", "tweede-situation",
    ]  # fmt: skip


def test_numbers_go_on_from_the_highest(tmp_path: Path) -> None:
    root = starter(tmp_path)
    (root / "01-start" / "07-later.md").write_text("# Later\n\nTekst.\n", encoding="utf-8")
    assert new_part(root, "page", "Één blad & meer") == ("01-start/08-een-blad-meer.md",)
    assert new_part(root, "module", "Slot") == (
        "02-slot/module.md",
        "02-slot/01-waar-het-om-gaat.md",
    )
    assert new_part(root, "page", "Nog een") == ("02-slot/02-nog-een.md",)


@pytest.mark.parametrize(
    "title", ["De {knop}", "Wat is C#", "**Vet**", "Zeg: 'ja' \"nee\"", "Nr. 4.10"]
)
def test_odd_titles_survive(tmp_path: Path, title: str) -> None:
    root = starter(tmp_path)
    for kind in ("page", "quiz", "scan", "situation", "module"):
        new_part(root, kind, f"{title} {kind}")
    assert stopping(root) == []
    course = load_course(root).course
    assert course is not None
    assert [activity.title for activity in course.modules[0].activities][2:] == [
        f"{title} page", f"{title} quiz", f"{title} scan", f"{title} situation",
    ]  # fmt: skip
    assert course.modules[1].title == f"{title} module"


def test_the_name_of_a_module_is_no_title(tmp_path: Path) -> None:
    root = starter(tmp_path)
    with pytest.raises(AuthoringError, match="is a module"):
        new_part(root, "quiz", "01-start")
    assert new_part(root, "quiz", "01-start", "01-start") == ("01-start/03-01-start.md",)


def test_what_is_there_is_not_made_again(tmp_path: Path) -> None:
    root = starter(tmp_path)
    for kind, name, message in (
        ("page", "welkom", "already"),
        ("module", "start", "already"),
        ("page", "...", "no name"),
    ):
        with pytest.raises(AuthoringError, match=message):
            new_part(root, kind, name)  # type: ignore[arg-type]
    with pytest.raises(AuthoringError, match="no module is called"):
        new_part(root, "page", "Blad", "elders")
    with pytest.raises(AuthoringError, match=r"no course\.yml"):
        new_part(tmp_path, "page", "Blad")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("modules: [a, b]  # volgorde\n", "modules: [a, b, c]  # volgorde\n"),
        ('modules: ["a", \'b\']\n', 'modules: ["a", \'b\', c]\n'),
        ("modules:\n  - a\n  - b   # laatste\nlicence: x\n", "modules:\n  - a\n  - b   # laatste\n  - c\nlicence: x\n"),
        ("modules:\n- a\n", "modules:\n- a\n- c\n"),
        ("modules: [\n  a,\n  b,\n]\n", "modules: [\n  a,\n  b, c,\n]\n"),
        ("x: 1\r\nmodules:\r\n  - a\r\n", "x: 1\r\nmodules:\r\n  - a\r\n  - c\r\n"),
    ],
)  # fmt: skip
def test_the_list_grows_and_the_rest_stays(before: str, after: str) -> None:
    assert with_module(before, "c") == after


def test_a_list_of_nothing_leaves_the_order_to_the_names() -> None:
    assert listed("title: x\n") is None
    assert with_module("title: x\n", "c") is None


def test_a_listed_course_lists_the_new_module(tmp_path: Path) -> None:
    root = starter(tmp_path)
    with (root / "course.yml").open("a", encoding="utf-8") as stream:
        stream.write("modules: [01-start]   # in deze volgorde\n")
    written = new_part(root, "module", "Slot")
    assert written[-1] == "course.yml"
    assert "modules: [01-start, 02-slot]   # in deze volgorde\n" in (root / "course.yml").read_text(
        "utf-8"
    )
    assert stopping(root) == []

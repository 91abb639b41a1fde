import os
from pathlib import Path

import pytest

from coursebuilder.source import tree as trees
from coursebuilder.source.tree import read_bytes, scan_tree

E_ACUTE_NFC = "caf\u00e9"
E_ACUTE_NFD = "cafe\u0301"


def write(root: Path, *paths: str) -> None:
    for path in paths:
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(path, encoding="utf-8")


def findings(root: Path) -> list[tuple[str, str]]:
    return [(finding.rule.code, finding.span.path) for finding in scan_tree(root)[1]]


def test_files_come_sorted_with_their_size_and_place(tmp_path: Path) -> None:
    write(tmp_path, "course.yml", "02-b/x.md", "01-a/module.md", "01-a/images/k.svg")
    tree, found = scan_tree(tmp_path)
    assert found == ()
    assert list(tree.files) == ["01-a/images/k.svg", "01-a/module.md", "02-b/x.md", "course.yml"]
    assert tree.files["02-b/x.md"].size == len("02-b/x.md")
    assert tree.files["02-b/x.md"].real.read_text() == "02-b/x.md"


def test_hidden_names_and_readme_are_left_alone(tmp_path: Path) -> None:
    write(tmp_path, ".git/config", "_later/x.md", "a/_b.md", "a/.c.md", "README.md", "a/README.md")
    tree, found = scan_tree(tmp_path)
    assert (dict(tree.files), found) == ({}, ())


def test_a_missing_folder(tmp_path: Path) -> None:
    tree, found = scan_tree(tmp_path / "nowhere")
    assert not tree.files
    assert [finding.rule.code for finding in found] == ["CB101"]
    assert "nowhere" in found[0].message()


@pytest.mark.parametrize("name", ["x" * 5000, "a\0b", "course.yml/modules"])
def test_a_folder_that_cannot_be(tmp_path: Path, name: str) -> None:
    write(tmp_path, "course.yml")
    assert [code for code, _ in findings(tmp_path / name)] == ["CB101"]


def test_a_file_instead_of_a_folder(tmp_path: Path) -> None:
    write(tmp_path, "course.yml")
    assert [code for code, _ in findings(tmp_path / "course.yml")] == ["CB102"]


def test_links_out_of_the_course_are_not_followed(tmp_path: Path) -> None:
    write(tmp_path, "outside/secret.txt", "course/a/x.md")
    (tmp_path / "course/a/secret.txt").symlink_to(tmp_path / "outside/secret.txt")
    (tmp_path / "course/b").symlink_to("../outside")
    assert findings(tmp_path / "course") == [("CB103", "a/secret.txt"), ("CB103", "b")]
    assert list(scan_tree(tmp_path / "course")[0].files) == ["a/x.md"]


def test_a_sibling_folder_with_the_same_beginning_is_outside(tmp_path: Path) -> None:
    write(tmp_path, "course-private/x.md", "course/y.md")
    (tmp_path / "course/x.md").symlink_to("../course-private/x.md")
    assert findings(tmp_path / "course") == [("CB103", "x.md")]


def test_links_inside_the_course_are_followed(tmp_path: Path) -> None:
    write(tmp_path, "a/x.md", "media/k.png")
    (tmp_path / "a/k.png").symlink_to("../media/k.png")
    (tmp_path / "a/media").symlink_to("../media")
    tree, found = scan_tree(tmp_path)
    assert found == ()
    assert list(tree.files) == ["a/k.png", "a/media/k.png", "a/x.md", "media/k.png"]
    assert tree.files["a/k.png"].real == (tmp_path / "media/k.png").resolve()


def test_the_course_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/course.yml")
    (tmp_path / "linked").symlink_to("real")
    tree, found = scan_tree(tmp_path / "linked")
    assert (list(tree.files), found) == (["course.yml"], ())


def test_broken_links_and_circles(tmp_path: Path) -> None:
    write(tmp_path, "a/x.md")
    (tmp_path / "a/gone.png").symlink_to("nowhere.png")
    (tmp_path / "a/round").symlink_to("..")
    (tmp_path / "self").symlink_to("self")
    assert findings(tmp_path) == [
        ("CB104", "a/gone.png"),
        ("CB104", "a/round"),
        ("CB104", "self"),
    ]
    assert list(scan_tree(tmp_path)[0].files) == ["a/x.md"]


def test_names_that_differ_in_capitals_only(tmp_path: Path) -> None:
    write(tmp_path, "images/Kader.svg", "images/kader.svg")
    tree, found = scan_tree(tmp_path)
    assert [(one.rule.code, one.span.path) for one in found] == [("CB105", "images/kader.svg")]
    assert "Kader.svg" in found[0].message()
    assert len(tree.files) == 2


def test_decomposed_names_are_composed(tmp_path: Path) -> None:
    write(tmp_path, f"{E_ACUTE_NFD}/{E_ACUTE_NFD}.md")
    tree, found = scan_tree(tmp_path)
    assert (list(tree.files), found) == ([f"{E_ACUTE_NFC}/{E_ACUTE_NFC}.md"], ())
    assert tree.files[f"{E_ACUTE_NFC}/{E_ACUTE_NFC}.md"].real.exists()


def test_one_name_in_two_encodings(tmp_path: Path) -> None:
    write(tmp_path, f"{E_ACUTE_NFD}.md", f"{E_ACUTE_NFC}.md")
    assert findings(tmp_path) == [("CB105", f"{E_ACUTE_NFC}.md")]
    assert list(scan_tree(tmp_path)[0].files) == [f"{E_ACUTE_NFC}.md"]


@pytest.mark.parametrize(
    "name",
    [
        "wat nu?.csv",
        "a:b.md",
        'a"b',
        "a<b",
        "a>b",
        "a|b",
        "a*b",
        "x.",
        "x ",
        "con",
        "AUX.md",
    ],
)
def test_names_that_windows_refuses(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert findings(tmp_path) == [("CB106", name)]
    assert list(scan_tree(tmp_path)[0].files) == [name]


@pytest.mark.parametrize(
    "name", ["console.md", "nul-meting.md", "com10", "vraag (1).md", "a'b", "…"]
)
def test_names_that_windows_takes(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert findings(tmp_path) == []


def test_names_that_cannot_stand_in_a_package(tmp_path: Path) -> None:
    write(tmp_path, "a\nb.md")
    write(tmp_path, "c\\d.md")
    (tmp_path / os.fsdecode(b"caf\xe9.md")).write_text("x")
    assert findings(tmp_path) == [
        ("CB107", "a\\x0ab.md"),
        ("CB107", "c\\x5cd.md"),
        ("CB107", "caf\\xe9.md"),
    ]
    assert not scan_tree(tmp_path)[0].files


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.md")
    assert findings(tmp_path) == [("CB108", "pipe.md")]


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
def test_unreadable_files_and_folders(tmp_path: Path) -> None:
    write(tmp_path, "a/x.md", "y.md")
    (tmp_path / "a").chmod(0)
    (tmp_path / "y.md").chmod(0)
    try:
        assert findings(tmp_path) == [("CB109", "a"), ("CB109", "y.md")]
    finally:
        (tmp_path / "a").chmod(0o700)


def test_a_file_that_went_after_the_scan(tmp_path: Path) -> None:
    write(tmp_path, "x.md")
    file = scan_tree(tmp_path)[0].files["x.md"]
    assert read_bytes(file, 2) == b"x.m"
    file.real.unlink()
    found = read_bytes(file, 2)
    assert not isinstance(found, bytes)
    assert (found.rule.code, found.span.path) == ("CB109", "x.md")
    assert found.message() == "this cannot be read: it does not exist"
    assert found.message("nl") == "dit kan niet gelezen worden: het bestaat niet"


def remove_deep(root: Path) -> None:
    """Take ``root/d/d/d…`` away level by level: shutil.rmtree would recurse."""
    while (root / "d").exists():
        (root / "d").rename(root / "top")
        for inner in (root / "top").iterdir():
            inner.rename(root / inner.name)
        (root / "top").rmdir()


def test_folders_far_deeper_than_python_recurses(tmp_path: Path) -> None:
    handle = os.open(tmp_path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=handle)
        inner = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(os.open("x.md", os.O_CREAT | os.O_WRONLY, dir_fd=handle))
    os.close(handle)
    try:
        tree, found = scan_tree(tmp_path)
        assert (list(tree.files), found) == (["d/" * 1200 + "x.md"], ())
    finally:
        remove_deep(tmp_path)


def test_far_too_many_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trees, "MAX_ENTRIES", 5)
    write(tmp_path, *(f"{number}.md" for number in range(6)))
    assert [code for code, _ in findings(tmp_path)] == ["CB110"]
    (tmp_path / "5.md").unlink()
    assert findings(tmp_path) == []

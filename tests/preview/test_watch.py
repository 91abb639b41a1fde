"""Saved files are noticed; what editors put beside them is not."""

import os
import shutil
from pathlib import Path

import pytest

from coursebuilder.preview.builder import Builder, State
from coursebuilder.preview.watch import Watcher, snapshot
from tests.authoring.courses import starter


def no_sleep(seconds: float) -> None:
    pass


def watcher(root: Path) -> Watcher:
    return Watcher(root, no_sleep)


def test_a_change_is_told_once(tmp_path: Path) -> None:
    root = starter(tmp_path)
    looking = watcher(root)
    assert not looking.changed()
    (root / "01-start" / "01-welkom.md").write_text("# Dag\n", encoding="utf-8")
    assert looking.changed()
    assert not looking.changed()


def test_new_moved_and_removed_files_are_changes(tmp_path: Path) -> None:
    root = starter(tmp_path)
    looking = watcher(root)
    new = root / "01-start" / "03-nieuw.md"
    new.write_text("# Nieuw\n", encoding="utf-8")
    assert looking.changed()
    new.rename(root / "01-start" / "04-anders.md")
    assert looking.changed()
    (root / "01-start" / "04-anders.md").unlink()
    assert looking.changed()
    (root / "02-leeg").mkdir()
    assert looking.changed()


def test_a_save_with_the_same_size_and_another_time_is_a_change(tmp_path: Path) -> None:
    root = starter(tmp_path)
    looking = watcher(root)
    os.utime(root / "course.yml", ns=(1, 1))
    assert looking.changed()


@pytest.mark.parametrize(
    "name",
    ["01-welkom.md~", ".01-welkom.md.swp", ".01-welkom.md.swx", "4913", "#01-welkom.md#", ".#01-welkom.md",
     "x.tmp", "___jb_tmp___", "X.TMP", "a.bak", ".git"],
)  # fmt: skip
def test_temporary_files_of_editors_are_no_changes(tmp_path: Path, name: str) -> None:
    root = starter(tmp_path)
    looking = watcher(root)
    (root / "01-start" / name).write_text("x", encoding="utf-8")
    assert not looking.changed()


def test_a_folder_that_goes_and_comes_back(tmp_path: Path) -> None:
    root = starter(tmp_path)
    looking = watcher(root)
    builder = Builder(root)
    state, _ = builder.read(State())
    assert not state.stale
    shutil.move(root, tmp_path / "weg")
    assert looking.changed()
    state, loaded = builder.read(state)
    assert state.stale
    assert state.site is not None
    assert builder.check(state, loaded) is state
    assert [finding["name"] for finding in state.findings] == ["folder-missing"]
    shutil.move(tmp_path / "weg", root)
    assert looking.changed()
    state, _ = builder.read(state)
    assert not state.stale


def test_a_link_to_itself_ends(tmp_path: Path) -> None:
    root = starter(tmp_path)
    (root / "01-start" / "rond").symlink_to(root)
    assert len(snapshot(root)) < 30


def test_a_rebuild_reads_only_what_changed(tmp_path: Path) -> None:
    root = starter(tmp_path)
    builder = Builder(root)
    state, loaded = builder.read(State())
    assert (loaded.read, loaded.reused) == (4, 0)
    (root / "01-start" / "01-welkom.md").write_text("# Anders\n\nTekst.\n", encoding="utf-8")
    after, loaded = builder.read(state)
    assert (loaded.read, loaded.reused) == (1, 3)
    assert state.site is not None
    assert after.site is not None
    assert after.site.frame != state.site.frame
    (root / "01-start" / "01-welkom.md").write_text("# Anders\n\nTekstje.\n", encoding="utf-8")
    again, _ = builder.read(after)
    assert again.site is not None
    assert again.site.frame == after.site.frame
    page = again.site.read("scorm12", "pages/start/welkom.html")
    assert isinstance(page, bytes)
    assert b"Tekstje" in page

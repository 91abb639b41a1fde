"""The cache finds what was kept, never something else, and never stands in the way."""

import sqlite3
from pathlib import Path

import pytest

from coursebuilder import cache as caching
from coursebuilder.cache import Cache, key


def test_finds_what_was_kept(tmp_path: Path) -> None:
    with Cache(tmp_path) as cache:
        cache.put({key("a"): b"1", key("b"): b"2"})
    with Cache(tmp_path) as cache:
        assert cache.get([key("a"), key("c")]) == {key("a"): b"1"}


def test_more_keys_than_one_question_takes(tmp_path: Path) -> None:
    values = {key(str(number)): b"%d" % number for number in range(1700)}
    with Cache(tmp_path) as cache:
        cache.put(values)
        assert cache.get(values) == values


def test_parts_of_a_key_do_not_run_together() -> None:
    assert key("ab", "c") != key("a", "bc") != key("abc")


def test_another_tool_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Cache(tmp_path) as cache:
        cache.put({key("a"): b"1"})
        monkeypatch.setattr(caching, "fingerprint", lambda: b"another version")
        assert cache.get([key("a")]) == {}
        cache.put({key("a"): b"2"})
        monkeypatch.undo()
        assert cache.get([key("a")]) == {key("a"): b"1"}


def test_without_a_folder_the_tool_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caching, "fingerprint", lambda: pytest.fail("the tool was read"))
    with Cache(None) as cache:
        cache.put({key("a"): b"1"})
        assert cache.get([key("a")]) == {}


def test_the_fingerprint_sees_every_part_of_the_tool(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tool = tmp_path / "coursebuilder"
    (tool / "player").mkdir(parents=True)
    script = tool / "player" / "main.js"
    script.write_text("1")
    monkeypatch.setattr(caching, "__file__", str(tool / "cache.py"))
    before = caching.fingerprint.__wrapped__()
    script.write_text("2")
    assert caching.fingerprint.__wrapped__() != before


def test_a_file_that_is_no_database_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "builds.sqlite").write_bytes(b"not a database at all" * 100)
    with Cache(tmp_path) as cache:
        cache.put({key("a"): b"1"})
        assert cache.get([key("a")]) == {key("a"): b"1"}


def test_without_a_folder_nothing_is_kept() -> None:
    with Cache(None) as cache:
        cache.put({key("a"): b"1"})
        assert cache.get([key("a")]) == {}


def test_a_folder_that_cannot_be_made_is_only_slow(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    with Cache(blocked / "cache") as cache:
        cache.put({key("a"): b"1"})
        assert cache.get([key("a")]) == {}


def test_only_the_user_can_read_it(tmp_path: Path) -> None:
    with Cache(tmp_path / "kept") as cache:
        cache.put({key("a"): b"1"})
    assert (tmp_path / "kept").stat().st_mode & 0o077 == 0
    assert (tmp_path / "kept" / "builds.sqlite").stat().st_mode & 0o077 == 0


def test_what_was_unused_longest_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Cache(tmp_path) as cache:
        cache.put({key("old"): b"o" * 50_000, key("new"): b"p" * 50_000})
    with sqlite3.connect(tmp_path / "builds.sqlite") as database:
        database.execute("UPDATE kept SET used = 1 WHERE value < ?", (b"p",))
    database.close()
    monkeypatch.setattr(caching, "LIMIT", 60_000)
    with Cache(tmp_path):
        pass
    with Cache(tmp_path) as cache:
        assert set(cache.get([key("old"), key("new")])) == {key("new")}

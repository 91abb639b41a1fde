"""Packages are read back with independent readers: zipfile, tarfile and Info-ZIP where installed."""

import io
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.archive import ArchiveError, write_package
from coursebuilder.package import Entry, FileContent, Package
from coursebuilder.zip_format import ZipWriter

MOMENT = 1_767_225_600


def sample(folder: Path) -> Package:
    media = folder / "film.mp4"
    media.write_bytes(b"\x00\x01film" * 400_000)
    table = folder / "tabel.csv"
    table.write_bytes(b"taak;groep\n" * 1000)
    return Package(
        (
            Entry("imsmanifest.xml", b"<manifest/>" * 100),
            Entry("map/één.html", "Eén <p>".encode() * 50),
            Entry("leeg.txt", b""),
            Entry("klein.txt", b"x"),
            Entry("plaatje.png", b"\x89PNG" * 10, stored=True),
            Entry("film.mp4", FileContent(media, media.stat().st_size), stored=True),
            Entry("tabel.csv", FileContent(table, table.stat().st_size)),
        )
    )


def contents(package: Package) -> dict[str, bytes]:
    return {
        entry.path: entry.content
        if isinstance(entry.content, bytes)
        else entry.content.path.read_bytes()
        for entry in package
    }


def test_zip_reads_back(tmp_path: Path) -> None:
    package = sample(tmp_path)
    size = write_package(package, tmp_path / "out" / "a.zip", timestamp=MOMENT)
    path = tmp_path / "out" / "a.zip"
    assert size == path.stat().st_size
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == contents(package)
        assert archive.namelist() == list(package.paths)
        info = {member.filename: member for member in archive.infolist()}
    assert info["film.mp4"].compress_type == zipfile.ZIP_STORED
    assert info["tabel.csv"].compress_type == zipfile.ZIP_DEFLATED
    assert info["klein.txt"].compress_type == zipfile.ZIP_STORED
    assert info["imsmanifest.xml"].date_time == (2026, 1, 1, 0, 0, 0)
    assert info["imsmanifest.xml"].external_attr >> 16 == 0o100644
    if unzip := shutil.which("unzip"):
        subprocess.run([unzip, "-tqq", path], check=True, timeout=60)


def test_tar_gz_reads_back(tmp_path: Path) -> None:
    package = sample(tmp_path)
    path = tmp_path / "a.mbz"
    write_package(package, path, "tgz", timestamp=MOMENT)
    with tarfile.open(path, "r:gz") as archive:
        found = {member.name: archive.extractfile(member).read() for member in archive}  # type: ignore[union-attr]
    assert found == contents(package)


def test_folder_replaces_the_old_one(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()
    (path / "oud.txt").write_text("oud")
    (path / "imsmanifest.xml").write_text("oud")
    package = sample(tmp_path)
    write_package(package, path, "folder", timestamp=MOMENT)
    found = {str(f.relative_to(path)): f.read_bytes() for f in path.rglob("*") if f.is_file()}
    assert found == contents(package)


def test_a_folder_with_something_else_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.mkdir()
    (path / "course.yml").write_text("mijn werk")
    with pytest.raises(ArchiveError, match="no earlier package"):
        write_package(sample(tmp_path), path, "folder", timestamp=MOMENT)
    assert [file.name for file in path.iterdir()] == ["course.yml"]
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("packing", ["zip", "tgz"])
def test_same_bytes_twice(tmp_path: Path, packing: str) -> None:
    package = sample(tmp_path)
    for name in ("a", "b"):
        write_package(package, tmp_path / name, packing, timestamp=MOMENT)  # type: ignore[arg-type]
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


@pytest.mark.parametrize("packing", ["zip", "tgz", "folder"])
def test_a_failure_leaves_nothing(tmp_path: Path, packing: str) -> None:
    out = tmp_path / "out"
    out.mkdir()
    gone = FileContent(tmp_path / "weg.png", 3)
    package = Package((Entry("a.txt", b"a"), Entry("weg.png", gone, stored=True)))
    with pytest.raises(FileNotFoundError):
        write_package(package, out / "a", packing, timestamp=MOMENT)  # type: ignore[arg-type]
    assert list(out.iterdir()) == []


def test_a_file_that_grew_is_noticed(tmp_path: Path) -> None:
    media = tmp_path / "film.mp4"
    media.write_bytes(b"1234")
    package = Package((Entry("film.mp4", FileContent(media, 3), stored=True),))
    with pytest.raises(ArchiveError, match=r"film\.mp4 changed"):
        write_package(package, tmp_path / "a.zip", timestamp=MOMENT)


@pytest.mark.parametrize("name", ["../x", "/x", "a//b", "a\\b", "C:/x", "a/./b", ""])
def test_names_that_leave_the_package(tmp_path: Path, name: str) -> None:
    with pytest.raises(ArchiveError, match="clean member name"):
        write_package(Package((Entry(name, b""),)), tmp_path / "a.zip", timestamp=MOMENT)


def test_names_that_differ_in_case_only(tmp_path: Path) -> None:
    package = Package((Entry("a/B.png", b""), Entry("A/b.png", b"")))
    with pytest.raises(ArchiveError, match="named alike"):
        write_package(package, tmp_path / "a.zip", timestamp=MOMENT)


@given(st.lists(st.binary(max_size=2000), max_size=8))
def test_any_content_survives(blobs: list[bytes]) -> None:
    file = io.BytesIO()
    writer = ZipWriter(file, MOMENT)
    for number, blob in enumerate(blobs):
        if number % 2:
            writer.add_stream(f"{number}.bin", [blob[:7], blob[7:]], len(blob), stored=False)
        else:
            writer.add(f"{number}.bin", blob)
    writer.close()
    with zipfile.ZipFile(file) as archive:
        assert [archive.read(name) for name in archive.namelist()] == blobs


def test_more_members_than_the_old_format_counts() -> None:
    file = io.BytesIO()
    writer = ZipWriter(file, MOMENT)
    for number in range(66_000):
        writer.add(f"{number}", b"")
    writer.close()
    with zipfile.ZipFile(file) as archive:
        assert len(archive.namelist()) == 66_000


def test_a_member_beyond_four_gigabytes_has_wide_sizes() -> None:
    file = io.BytesIO()
    writer = ZipWriter(file, MOMENT)
    writer.add_stream("film.mp4", [b"film"], 5 << 30, stored=True)
    writer.close()
    with zipfile.ZipFile(file) as archive:
        assert archive.read("film.mp4") == b"film"
        assert archive.infolist()[0].extra[:2] == b"\x01\x00"

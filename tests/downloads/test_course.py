"""Spreadsheets made from text in a whole course: found, checked, and in every package."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook

from coursebuilder.cache import Cache
from coursebuilder.downloads import making
from coursebuilder.model import Course
from coursebuilder.package import Package
from coursebuilder.pipeline import Loaded, Options, build_targets, check_loaded, load_course
from coursebuilder.targets import TARGETS
from coursebuilder.targets.base import BuildContext
from tests.downloads.workbooks import TEXT, made

XLSX = "01-kader/files/taken.xlsx"
PAGE = """\
# Taken

::: downloads
- [Takenoverzicht](files/taken.xlsx) Om in te vullen.
:::
"""


def write(folder: Path, page: str = PAGE, recipe: str = TEXT, **files: str) -> Path:
    contents = {
        "course.yml": "id: c\ntitle: Cursus\nlanguage: nl-BE\n",
        "01-kader/module.md": "---\ntitle: Kader\n---\nInleiding.\n",
        "01-kader/01-taken.md": page,
        f"{XLSX}.yml": recipe,
        **files,
    }
    for path, content in contents.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    return folder


def findings(loaded: Loaded) -> list[tuple[str, str]]:
    """(code, path) of what is wrong, remarks on the course as a whole left out."""
    found = check_loaded(loaded, ())
    return [(one.rule.code, one.span.path) for one in found if one.span.path != "course.yml"]


def emitted(loaded: Loaded, target: str) -> Package:
    course = loaded.course
    assert course is not None
    context = BuildContext(rendering=loaded.rendering, asset=loaded.content)
    return TARGETS[target].emit(course, context)


@pytest.fixture
def loaded(tmp_path: Path) -> Loaded:
    return load_course(write(tmp_path))


def test_the_course_has_the_file_that_is_made(loaded: Loaded) -> None:
    course = loaded.course
    assert isinstance(course, Course)
    (asset,) = course.assets
    assert (asset.path, asset.size) == (XLSX, len(made()))
    assert asset.sha1 == hashlib.sha1(made()).hexdigest()
    assert asset.media_type.endswith(".spreadsheetml.sheet")
    assert findings(loaded) == []


def test_a_plain_link_finds_it_too(tmp_path: Path) -> None:
    page = "# Taken\n\nOpen het [takenoverzicht](files/taken.xlsx).\n"
    assert findings(load_course(write(tmp_path, page))) == []


def test_a_text_that_nothing_links_to_is_reported_itself(tmp_path: Path) -> None:
    found = findings(load_course(write(tmp_path, "# Taken\n\nTekst.\n")))
    assert found == [("CB308", f"{XLSX}.yml")]


def test_capitals_in_a_link_count(tmp_path: Path) -> None:
    found = findings(load_course(write(tmp_path, PAGE.replace("taken.xlsx", "Taken.xlsx"))))
    assert ("CB308", f"{XLSX}.yml") in found
    assert [code for code, path in found if path.endswith(".md")] == ["CB307"]


def test_one_mistake_gives_one_finding_and_shows_its_line(tmp_path: Path) -> None:
    loaded = load_course(write(tmp_path, recipe=TEXT.replace("title: Taken", "titel: Taken")))
    assert {path for _, path in findings(loaded)} == {f"{XLSX}.yml"}
    source = loaded.source(f"{XLSX}.yml")
    assert source is not None
    assert source.startswith("titel: Taken")


def test_the_file_beside_the_text_that_makes_it(tmp_path: Path) -> None:
    loaded = load_course(write(tmp_path, **{XLSX: "PK"}))
    assert findings(loaded) == [("CB220", f"{XLSX}.yml")]


@pytest.mark.parametrize("target", ["scorm12", "scorm2004"])
def test_scorm_packages_hold_it_and_link_to_it(loaded: Loaded, target: str) -> None:
    package = emitted(loaded, target)
    (entry,) = (entry for entry in package if entry.path.endswith(".xlsx"))
    assert entry.content == made()
    assert entry.stored
    page = next(entry for entry in package if entry.path.endswith("taken.html"))
    assert isinstance(page.content, bytes)
    assert entry.path.rpartition("/")[2] in page.content.decode()
    manifest = next(entry for entry in package if entry.path == "imsmanifest.xml")
    assert isinstance(manifest.content, bytes)
    assert f'href="{entry.path}"' in manifest.content.decode()


def test_a_moodle_backup_holds_it_under_its_digest(loaded: Loaded) -> None:
    entries = {entry.path: entry.content for entry in emitted(loaded, "moodle")}
    records = entries["files.xml"]
    assert isinstance(records, bytes)
    (record,) = (
        file
        for file in etree.fromstring(records).iter("file")
        if file.findtext("filename") == "taken.xlsx"
    )
    digest = record.findtext("contenthash") or ""
    assert digest == hashlib.sha1(made()).hexdigest()
    assert record.findtext("filesize") == str(len(made()))
    assert entries[f"files/{digest[:2]}/{digest}"] == made()


def test_the_written_package_opens_in_a_spreadsheet_library(loaded: Loaded, tmp_path: Path) -> None:
    assert loaded.course is not None
    (built,) = build_targets(
        loaded, loaded.course, [TARGETS["scorm12"]], tmp_path / "uit", Options()
    )
    with zipfile.ZipFile(built.path) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".xlsx"))
        book = load_workbook(io.BytesIO(archive.read(name)))
    assert book.sheetnames == ["Taken", "Afspraken"]


def test_a_workbook_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path / "cursus")
    with Cache(tmp_path / "cache") as cache:
        first = load_course(folder, cache=cache)
    monkeypatch.setattr(making, "make_download", None)
    with Cache(tmp_path / "cache") as cache:
        second = load_course(folder, cache=cache)
    assert second.course == first.course
    assert second.made == first.made

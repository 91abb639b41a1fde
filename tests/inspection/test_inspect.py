"""Packages are looked into without trusting them: ours, broken ones and hostile ones."""

import contextlib
import io
import json
import tarfile
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Literal

import pytest
from click.testing import CliRunner

from coursebuilder.archive import write_package
from coursebuilder.cli import main
from coursebuilder.inspection import (
    Inspection,
    Said,
    UnreadablePackageError,
    inspect_package,
    listed,
)
from coursebuilder.pipeline import load_course
from coursebuilder.starter import write_starter
from coursebuilder.targets import TARGETS
from tests.emitting import emit_loaded
from tests.sample_course import SAMPLE, context_for


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("built")
    write_starter(folder / "start", "Startcursus", "nl")
    loaded = load_course(folder / "start" / "modules")
    paths = {}
    for name, target in TARGETS.items():
        paths[name] = folder / f"start-{name}{target.suffix}"
        write_package(emit_loaded(loaded, target), paths[name], timestamp=1_767_225_600)
    packed = folder / "start.tgz.mbz"
    write_package(emit_loaded(loaded, TARGETS["moodle"]), packed, "tgz", timestamp=1_767_225_600)
    return paths | {"tgz": packed}


def zipped(path: Path, **members: str) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in members.items():
            archive.writestr(
                name.replace("__", "/").replace("_xml", ".xml").replace("_html", ".html"), text
            )
    return path


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("scorm12", "SCORM 1.2"),
        ("scorm2004", "SCORM 2004 4th Edition"),
        ("moodle", "Moodle backup"),
        ("site", "website"),
    ],
)
def test_our_packages_are_recognised_and_clean(
    built: dict[str, Path], name: str, kind: str
) -> None:
    found = inspect_package(built[name])
    assert found.kind == kind
    assert found.remarks == ()


def test_a_backup_is_counted(built: dict[str, Path]) -> None:
    found = inspect_package(built["moodle"])
    facts = {label: listed(values, "en") for label, values in found.facts}
    assert facts["activities"] == "3 together, 1 text in the section, 1 page, 1 quiz"
    assert facts["questions"] == "2 multiple choice"
    assert found.title == "Startcursus"
    assert [branch.title for branch in found.tree[1].below] == ["Inleiding", "Welkom", "Toets"]
    assert listed(found.tree[1].below[2].details, "en") == (
        "quiz, 2 questions, out of 2, 1.4 to pass, complete when passed, counts for the course"
    )


def test_zip_and_tar_show_the_same(built: dict[str, Path]) -> None:
    one, two = inspect_package(built["moodle"]), inspect_package(built["tgz"])
    assert (one.facts, one.tree, one.members) == (two.facts, two.tree, two.members)


MANIFEST = (
    '<manifest identifier="m"><metadata><schema>ADL SCORM</schema><schemaversion>1.2</schemaversion>'
    '</metadata><organizations default="o"><organization identifier="o"><title>T</title>'
    '<item identifierref="{item}"><title>Les</title></item></organization></organizations>'
    '<resources><resource identifier="r" href="{file}"><file href="{file}"/></resource></resources>'
    "</manifest>"
)


@pytest.mark.parametrize(
    ("members", "remark"),
    [
        ({"imsmanifest_xml": MANIFEST.format(item="r", file="a.html")}, "{name} is listed but is not in the package"),
        (
            {"imsmanifest_xml": MANIFEST.format(item="x", file="a.html"), "a_html": ""},
            "the manifest refers to {name}, which it does not hold",
        ),
        (
            {"imsmanifest_xml": MANIFEST.format(item="r", file="a.html"), "a_html": "", "b_html": ""},
            "{name} is not listed in the manifest",
        ),
        (
            {"cursus__imsmanifest_xml": MANIFEST.format(item="r", file="a.html")},
            "everything stands in the folder {folder}: platforms look at the root",
        ),
        ({"a__b.mbz": "", "c.txt": ""}, "the package is in this archive: take {name} out of it"),
        ({"a.txt": ""}, "no platform can import this: no document at its root says what it is"),
        ({"..__a_html": "", "index_html": ""}, "the member {name} would be written outside its folder"),
        (
            {"index_html": '<script src="https://elsewhere.invalid/x.js"></script>'},
            "pages load files from {host}: without network they stay away",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_remarked(tmp_path: Path, members: dict[str, str], remark: str) -> None:
    found = inspect_package(zipped(tmp_path / "a.zip", **members))
    assert [r.text for r in found.remarks] == [remark]


def test_a_backup_with_lost_parts(built: dict[str, Path], tmp_path: Path) -> None:
    broken = tmp_path / "broken.mbz"
    with zipfile.ZipFile(built["moodle"]) as whole, zipfile.ZipFile(broken, "w") as archive:
        for info in whole.infolist():
            if info.filename != "roles.xml" and not info.filename.startswith("files/"):
                archive.writestr(info, whole.read(info))
    found = inspect_package(broken)
    assert [remark.text for remark in found.remarks] == [
        "{name} is missing: restoring stops there",
        "{count} file has no content in the backup",
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not an archive",
        b"PK\x03\x04 broken",
        b"\x1f\x8b broken",
        b"\x1f\x8b\x08\x00" + b"\0" * 40,
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(content)
    with pytest.raises(UnreadablePackageError):
        inspect_package(path)
    result = CliRunner().invoke(main, ["inspect", str(path)])
    assert result.exit_code == 1


def test_entities_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET")
    xml = f'<!DOCTYPE m [<!ENTITY e SYSTEM "{secret.as_uri()}">]>' + MANIFEST.format(
        item="r", file="a.html"
    ).replace("<title>T<", "<title>&e;<")
    found = inspect_package(zipped(tmp_path / "a.zip", imsmanifest_xml=xml, a_html=""))
    assert "SECRET" not in repr(found)


def test_entities_that_explode_do_not(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "x"}">' for n in range(12))
    xml = f"<!DOCTYPE m [{levels}]>" + MANIFEST.format(item="r", file="a").replace(">T<", ">&e11;<")
    path = zipped(tmp_path / "a.zip", imsmanifest_xml=xml, a="")
    with contextlib.suppress(UnreadablePackageError):
        assert len(repr(inspect_package(path))) < 10_000


def test_a_bomb_is_remarked_and_not_held_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.bin", b"\0" * (150 << 20))
    assert "times its size" in inspect_package(path).remarks[0].text


def test_json_for_programs(built: dict[str, Path]) -> None:
    result = CliRunner().invoke(main, ["inspect", str(built["scorm12"]), "--format", "json"])
    assert result.exit_code == 0
    assert json.loads(result.output)["kind"] == "SCORM 1.2"


def test_markup_in_titles_is_shown_as_it_is(tmp_path: Path) -> None:
    xml = MANIFEST.format(item="r", file="a.html").replace(">Les<", ">[red]Les[/red] [x<")
    path = zipped(tmp_path / "a.zip", imsmanifest_xml=xml, a_html="")
    assert "[red]Les[/red] [x" in CliRunner().invoke(main, ["inspect", str(path)]).output


def test_a_tar_with_a_link_shows_no_file_from_outside(tmp_path: Path) -> None:
    path = tmp_path / "a.mbz"
    with tarfile.open(path, "w:gz") as archive:
        link = tarfile.TarInfo("moodle_backup.xml")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        archive.addfile(link)
        info = tarfile.TarInfo("a.txt")
        info.size = 1
        archive.addfile(info, io.BytesIO(b"x"))
    found = inspect_package(path)
    assert (found.kind, found.members) == ("archive", 1)


PLACE = "activities/scorm_1"
IN_BACKUP = {
    "moodle_backup.xml": (
        "<moodle_backup><information><original_course_fullname>Cursus</original_course_fullname><contents>"
        "<activities><activity><sectionid>1</sectionid><modulename>scorm</modulename><title>Les</title>"
        f"<directory>{PLACE}</directory></activity></activities><sections><section><sectionid>1</sectionid>"
        "<title>Deel</title><directory>sections/section_1</directory></section></sections></contents>"
        "</information></moodle_backup>"
    ),
    f"{PLACE}/scorm.xml": '<activity contextid="7"><scorm id="1"><reference>les.zip</reference></scorm></activity>',
    "files.xml": (
        "<files><file><contenthash>ab12</contenthash><contextid>7</contextid><component>mod_scorm</component>"
        "<filearea>package</filearea><filename>les.zip</filename></file></files>"
    ),
    **dict.fromkeys(
        ("questions.xml", "roles.xml", "groups.xml", "scales.xml", "outcomes.xml",
         *(f"{PLACE}/{part}.xml" for part in ("module", "grades", "roles"))), "<a/>",
    ),
}  # fmt: skip


def backup(path: Path, package: bytes) -> Path:
    """A backup with one SCORM activity, as another tool might have made it."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in IN_BACKUP.items():
            archive.writestr(name, text)
        archive.writestr("files/ab/ab12", package)
    return path


def inner(found: Inspection) -> Inspection:
    package = found.tree[0].below[0].package
    assert package is not None
    return package


@pytest.mark.parametrize("packing", ["zip", "tgz"])
def test_a_package_in_our_backup_is_looked_into(
    tmp_path: Path, packing: Literal["zip", "tgz"]
) -> None:
    course = replace(
        SAMPLE, modules=tuple(replace(module, packaged=True) for module in SAMPLE.modules)
    )
    context = context_for(course, tmp_path / "assets")
    path = tmp_path / "course.mbz"
    write_package(
        TARGETS["moodle"].emit(course, context), path, packing, timestamp=context.timestamp
    )
    found = inspect_package(path)
    assert found.remarks == ()
    packages = [line.package for part in found.tree for line in part.below if line.package]
    assert [(one.kind, one.title) for one in packages] == [
        ("SCORM 1.2", module.title) for module in SAMPLE.modules
    ]
    facts = dict(packages[0].facts)
    assert (facts["SCOs"], facts["version"]) == ((1,), (SAMPLE.version,))
    assert 0 < packages[0].size < packages[0].unpacked
    shown = " ".join(
        CliRunner().invoke(main, ["inspect", str(path), "--lang", "en"]).output.split()
    )
    assert f"SCORM 1.2: {SAMPLE.modules[0].title}" in shown


def test_what_is_wrong_in_a_package_names_the_activity(tmp_path: Path) -> None:
    lacking = zipped(
        tmp_path / "les.zip", imsmanifest_xml=MANIFEST.format(item="r", file="a.html")
    ).read_bytes()
    path = backup(tmp_path / "a.mbz", lacking)
    found = inspect_package(path)
    assert (inner(found).kind, inner(found).title) == ("SCORM 1.2", "T")
    assert [(one.text, one.within) for one in found.remarks] == [
        ("{name} is listed but is not in the package", "Les")
    ]
    result = CliRunner().invoke(main, ["inspect", str(path), "--lang", "en"])
    assert result.exit_code == 1
    assert "! Les: a.html is listed" in result.output


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 broken", b"\x1f\x8b broken"])
def test_a_broken_package_in_a_backup_is_remarked(tmp_path: Path, content: bytes) -> None:
    found = inspect_package(backup(tmp_path / "a.mbz", content))
    assert (found.title, inner(found).kind) == ("Cursus", "archive")
    assert [(one.text, one.within) for one in found.remarks] == [
        ("its package cannot be looked into: {reason}", "Les")
    ]


def test_a_package_past_the_limit_is_not_looked_into(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coursebuilder.inspection.members.MAX_INNER", 1000)
    found = inspect_package(backup(tmp_path / "a.mbz", b"\0" * 1001))
    assert inner(found).facts == (("not looked into", (Said("too large"),)),)
    assert found.remarks == ()

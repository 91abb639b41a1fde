"""The commands as a user runs them: output, files and exit status."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from coursebuilder.targets import TARGETS

ROOT = Path(__file__).parents[2]


def coursebuilder(
    *arguments: object, cwd: Path, **environment: str
) -> subprocess.CompletedProcess[str]:
    base = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT") if name in os.environ}
    base |= {"PYTHONPATH": str(ROOT), "LANG": "C.UTF-8", "XDG_CACHE_HOME": str(cwd / ".cache")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "coursebuilder", *map(str, arguments)],
        cwd=cwd,
        env=base | environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


@pytest.fixture
def course(tmp_path: Path) -> Path:
    made = coursebuilder(
        "init", "cursus", "--lang", "nl", "--title", 'Mijn "cursus" & meer', cwd=tmp_path
    )
    assert made.returncode == 0, made.stderr
    return tmp_path / "cursus"


def write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_starter_course_is_sound_and_builds(tmp_path: Path, language: str) -> None:
    assert coursebuilder("init", "c", "--lang", language, cwd=tmp_path).returncode == 0
    checked = coursebuilder("check", "--strict", cwd=tmp_path / "c")
    assert checked.returncode == 0, checked.stdout
    built = coursebuilder("build", cwd=tmp_path / "c")
    assert built.returncode == 0, built.stderr
    names = sorted(path.name for path in (tmp_path / "c" / "build").iterdir())
    assert names == sorted(f"c-{name}{target.suffix}" for name, target in TARGETS.items())
    for name in names:
        assert name in built.stdout
        with zipfile.ZipFile(tmp_path / "c" / "build" / name) as archive:
            assert archive.testzip() is None


def test_the_title_survives_to_the_manifest(course: Path) -> None:
    assert coursebuilder("build", "-t", "scorm12", cwd=course).returncode == 0
    with zipfile.ZipFile(course / "build" / "cursus-scorm12.zip") as archive:
        assert 'Mijn "cursus" &amp; meer' in archive.read("imsmanifest.xml").decode()


def test_init_leaves_other_peoples_files_alone(tmp_path: Path) -> None:
    (tmp_path / "c").mkdir()
    write(tmp_path / "c" / "mine.txt", "mine")
    result = coursebuilder("init", "c", cwd=tmp_path)
    assert result.returncode == 1
    assert "not an empty folder" in result.stderr
    assert [path.name for path in (tmp_path / "c").iterdir()] == ["mine.txt"]


def test_an_error_stops_the_build_and_writes_nothing(course: Path) -> None:
    write(course / "modules" / "01-start" / "03-fout.md", "# Fout\n\n[weg](nergens.md)\n")
    result = coursebuilder("build", cwd=course)
    assert result.returncode == 1
    assert "modules/01-start/03-fout.md:3:" in result.stderr
    assert "nothing was built" in result.stderr
    assert not (course / "build").exists()


def test_the_old_package_stays_when_the_new_build_fails(course: Path) -> None:
    assert coursebuilder("build", cwd=course).returncode == 0
    before = {path.name: path.read_bytes() for path in (course / "build").iterdir()}
    write(course / "modules" / "01-start" / "03-fout.md", "# Fout\n\n[weg](nergens.md)\n")
    assert coursebuilder("build", cwd=course).returncode == 1
    assert {path.name: path.read_bytes() for path in (course / "build").iterdir()} == before


def test_check_as_json_and_sarif(course: Path) -> None:
    write(course / "modules" / "01-start" / "03-fout.md", "# Fout\n\n[weg](nergens.md)\n")
    result = coursebuilder("check", "--format", "json", cwd=course)
    assert result.returncode == 1
    found = json.loads(result.stdout)
    assert found["summary"]["error"] == 1
    sarif = json.loads(coursebuilder("check", "--format", "sarif", cwd=course).stdout)
    assert sarif["version"] == "2.1.0"
    assert sarif["runs"][0]["columnKind"] == "unicodeCodePoints"


def test_warnings_count_under_strict(course: Path) -> None:
    write(
        course / "modules" / "01-start" / "images" / "over.svg",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
    )
    assert coursebuilder("check", cwd=course).returncode == 0
    assert coursebuilder("check", "--strict", cwd=course).returncode == 1
    assert coursebuilder("build", "--strict", cwd=course).returncode == 1
    assert coursebuilder("build", cwd=course).returncode == 0


def test_it_speaks_dutch(course: Path) -> None:
    write(course / "modules" / "01-start" / "03-fout.md", "# Fout\n\n[weg](nergens.md)\n")
    by_option = coursebuilder("build", "--lang", "nl", cwd=course)
    by_system = coursebuilder("build", cwd=course, LC_ALL="nl_BE.UTF-8")
    assert "er is niets gemaakt" in by_option.stderr
    assert by_option.stderr == by_system.stderr
    assert (
        "Gebruik: coursebuilder build"
        in coursebuilder("build", "--lang", "nl", "--help", cwd=course).stdout
    )
    assert (
        "Gebruik: coursebuilder build"
        in coursebuilder("--lang", "nl", "build", "--help", cwd=course).stdout
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("build", "--target", "scorm13"),
        ("build", "--packing", "tgz", "-t", "scorm12"),
        ("frobnicate",),
        ("explain", "CB999"),
        ("schema", "kwis"),
    ],
)
def test_a_call_that_cannot_be_meant_ends_with_2(course: Path, arguments: tuple[str, ...]) -> None:
    result = coursebuilder(*arguments, cwd=course)
    assert result.returncode == 2
    assert "Traceback" not in result.stderr


def test_no_course_here(tmp_path: Path) -> None:
    result = coursebuilder("check", cwd=tmp_path)
    assert result.returncode == 2
    assert "course.yml" in result.stderr


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    result = coursebuilder("check", "weg", cwd=tmp_path)
    assert result.returncode == 1
    assert "CB1" in result.stdout
    assert "Traceback" not in result.stderr


def test_colours_only_where_wanted(course: Path) -> None:
    write(course / "modules" / "01-start" / "03-fout.md", "# Fout\n\n[weg](nergens.md)\n")
    assert "\x1b[" not in coursebuilder("check", cwd=course).stdout
    coloured = coursebuilder("check", cwd=course, FORCE_COLOR="1", TERM="xterm-256color").stdout
    assert "\x1b[" in coloured
    plain = coursebuilder(
        "check", cwd=course, FORCE_COLOR="1", NO_COLOR="1", TERM="xterm-256color"
    ).stdout
    assert "\x1b[3" not in plain


def test_quiet_says_nothing(course: Path) -> None:
    result = coursebuilder("build", "-q", cwd=course)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_quiet_and_strict_say_what_stops_a_build(course: Path) -> None:
    name = course / "modules" / "01-start" / "03-extra.md"
    write(name, "# Extra\n\n::: figure\n![Een kast](images/opbouw.svg)\n:::\n")
    warned = coursebuilder("check", "-q", "--strict", "--lang", "en", cwd=course)
    assert warned.returncode == 1
    codes = [line.split()[2] for line in warned.stdout.splitlines() if ": warning CB" in line]
    assert codes
    assert "info" not in warned.stdout
    log = json.loads(
        coursebuilder("check", "-q", "--strict", "--format", "sarif", cwd=course).stdout
    )
    assert [result["ruleId"] for result in log["runs"][0]["results"]] == codes
    assert coursebuilder("check", "-q", cwd=course).stdout == ""
    stopped = coursebuilder("build", "-q", "--strict", cwd=course)
    assert stopped.returncode == 1
    assert codes[0] in stopped.stderr


def test_folder_packing_can_be_looked_into(course: Path) -> None:
    assert coursebuilder("build", "--packing", "folder", cwd=course).returncode == 0
    assert (course / "build" / "cursus-scorm12" / "imsmanifest.xml").is_file()
    assert (course / "build" / "cursus-moodle" / "moodle_backup.xml").is_file()


def test_explain_schema_and_targets(course: Path) -> None:
    assert "CB101" in coursebuilder("explain", cwd=course).stdout
    one = coursebuilder("explain", "CB101", cwd=course)
    assert one.returncode == 0
    assert "CB101" in one.stdout
    schema = json.loads(coursebuilder("schema", "course", cwd=course).stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "moodle" in coursebuilder("targets", cwd=course).stdout


def test_an_error_of_ours_is_one_line_and_2(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from coursebuilder import __main__, cli

    def broken(**_: object) -> None:
        raise ZeroDivisionError("oops")

    monkeypatch.setattr(cli, "main", broken)
    with pytest.raises(SystemExit) as ended:
        __main__.run()
    assert ended.value.code == 2
    error = capsys.readouterr().err
    assert "internal error: ZeroDivisionError: oops" in error
    assert "Traceback" not in error


def test_fmt_says_what_it_leaves_alone(course: Path) -> None:
    folder = course / "modules" / "01-start"
    bad = "---\ntype: quiz\n---\n# T\n\n## Wat? {#wat type=onzin}\n\n- (x) a\n"
    write(folder / "08-fout.md", bad)
    write(folder / "09-los.md", "# Los\n\n\n\nTekst.\n")
    for options, said in ((["--check"], "1 van de 6"), ([], "1 van de 6"), ([], "0 van de 6")):
        done = coursebuilder("fmt", *options, "--lang", "nl", cwd=course)
        assert done.returncode == 1, done.stderr
        assert said in done.stderr
        assert "01-start/08-fout.md: niet aangeraakt, er staan fouten in" in done.stderr
        assert "1 van de 6 bestanden niet aangeraakt" in done.stderr
    assert (folder / "08-fout.md").read_text(encoding="utf-8") == bad
    assert (folder / "09-los.md").read_text(encoding="utf-8") == "# Los\n\nTekst.\n"
    (folder / "08-fout.md").unlink()
    assert coursebuilder("fmt", "--check", cwd=course).returncode == 0


def test_inspect_speaks_dutch(course: Path) -> None:
    assert coursebuilder("build", "--target", "moodle", cwd=course).returncode == 0
    seen = coursebuilder("inspect", "build/cursus-moodle.mbz", "--lang", "nl", cwd=course)
    assert "deelnemers: nee" in seen.stdout
    assert "pagina · voltooid na bekijken" in seen.stdout


def test_an_error_of_the_command_has_its_hint_in_dutch(course: Path) -> None:
    again = coursebuilder("init", course, "--lang", "nl", cwd=course)
    assert again.returncode == 1
    assert "  tip: kies een andere naam" in again.stderr


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_init_and_new_write_is_in_the_form_of_fmt(tmp_path: Path, language: str) -> None:
    assert coursebuilder("init", "c", "--lang", language, cwd=tmp_path).returncode == 0
    for kind in ("module", "page", "quiz", "scan", "situation"):
        assert coursebuilder("new", kind, f"My {kind}", cwd=tmp_path / "c").returncode == 0
    formatted = coursebuilder("fmt", "--check", cwd=tmp_path / "c")
    assert formatted.returncode == 0, formatted.stdout

"""Odd surroundings: streams, folders, caches and variables that are not as they should be."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.robustness.conftest import Run

ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}


def test_a_stream_that_cannot_show_every_letter_gets_what_it_can(course: Path, run: Run) -> None:
    (course / "01-start" / "03-één.md").write_text("# €\n\nTODO\n", encoding="utf-8")
    done = run("check", course, "--lang", "nl", **ASCII)
    assert done.returncode == 1, done.stderr
    assert b"rror" not in done.stderr
    assert b"03-??n.md" in done.stdout


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full device")
@pytest.mark.parametrize("command", ["check", "build"])
def test_a_full_output_is_no_error_of_ours(course: Path, run: Run, command: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = run(command, course, stdout=full.fileno())
    assert done.returncode == 2
    assert b"internal error" not in done.stderr
    assert b"the disk is full" in done.stderr


@pytest.mark.parametrize("value", ["-1", "1e9", "99999999999999999999", "9" * 5000, "4400000000"])
def test_a_date_that_no_zip_holds_is_refused(course: Path, run: Run, value: str) -> None:
    done = run("build", course, "--out", "out", SOURCE_DATE_EPOCH=value)
    assert done.returncode == 2
    assert b"SOURCE_DATE_EPOCH is not a number of seconds" in done.stderr


def test_damaged_values_in_the_cache_are_worked_out_again(
    course: Path, run: Run, tmp_path: Path
) -> None:
    assert run("build", course, "--out", "a").returncode == 0
    with sqlite3.connect(tmp_path / ".cache" / "coursebuilder" / "builds.sqlite") as database:
        database.execute("UPDATE kept SET value = substr(value, 1, 40) WHERE length(value) < 20000")
    database.close()
    done = run("check", course)
    assert done.returncode == 0, done.stderr


def test_packages_never_become_part_of_the_course(course: Path, run: Run) -> None:
    inside = run("build", course, "--out", course / "01-start")
    assert inside.returncode == 2
    assert b"only in its folder build" in inside.stderr
    assert run("build", course, "--out", course / "build").returncode == 0
    again = run("build", course, "--out", course / "build", "--strict")
    assert again.returncode == 0, again.stderr


def test_a_course_is_never_replaced_by_its_package(course: Path, run: Run) -> None:
    folder = course.parent / "start-scorm12"
    course.rename(folder)
    done = run("build", folder, "--out", folder.parent, "--packing", "folder", "-t", "scorm12")
    assert done.returncode == 1
    assert (folder / "course.yml").is_file()


def test_no_disk_is_searched_for_schemas(course: Path, run: Run, tmp_path: Path) -> None:
    deep = tmp_path.joinpath("xsd", *"abcdef")
    deep.mkdir(parents=True)
    os.mkfifo(tmp_path / "xsd" / "adlcp_rootv1p2.xsd")
    os.mkfifo(deep / "ims_xml.xsd")
    done = run("build", course, "--out", "out", "--control-documents", tmp_path / "xsd")
    assert done.returncode == 0, done.stderr


def test_a_missing_folder_of_schemas_is_named(course: Path, run: Run) -> None:
    with (course / "course.yml").open("a", encoding="utf-8") as settings:
        settings.write("control_documents: ../nergens\n")
    done = run("build", course, "--out", "out")
    assert done.returncode == 1
    assert b"nergens" in done.stderr


def test_a_folder_without_a_name_of_letters_starts_no_course(run: Run, tmp_path: Path) -> None:
    done = run("init", os.fsdecode(b"a\xff"))
    assert done.returncode == 1
    assert b"choose another name" in done.stderr
    assert run("init", "b", "--title", "x\x02\x1b[31my").returncode == 0
    assert run("check", tmp_path / "b" / "modules").returncode == 0


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    from benchmarks.generate import write_course

    write_course(tmp_path / "c", 400)
    command = [
        sys.executable,
        "-m",
        "coursebuilder",
        "build",
        "c",
        "--no-cache",
        "--jobs",
        "1",
        "-v",
        "--lang",
        "nl",
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen(
        command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stderr is not None
    first = process.stderr.readline()  # it has begun
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130, first + said
    assert "gestopt; geen enkel bestand is half geschreven" in said.decode()
    assert b"Traceback" not in said
    assert not (tmp_path / "build").exists()

"""The preview answers this machine only, and with nothing but the preview."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.i18n import catalogue
from coursebuilder.inspection import Branch, inspect_package, worded
from coursebuilder.pipeline import load_course
from coursebuilder.preview.texts import TEXTS, texts
from coursebuilder.targets import TARGETS
from tests.authoring.courses import starter
from tests.cli.test_commands import ROOT
from tests.emitting import emit_loaded
from tests.preview.conftest import Running, run_preview


def ask(
    running: Running, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    host = running.address.removeprefix("http://").rstrip("/")
    connection = http.client.HTTPConnection(host, timeout=10)
    given = {"Host": host} | {name.replace("_", "-"): value for name, value in headers.items()}
    connection.putrequest(method, path, skip_host=True)
    for name, value in given.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, content


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1.evil.example:80", "localhost:1", ""]
)
def test_another_host_name_is_refused(running: Running, host: str) -> None:
    assert ask(running, "/", Host=host)[0] == 421


def test_localhost_is_a_name_of_this_machine(running: Running) -> None:
    port = running.address.rstrip("/").rpartition(":")[2]
    assert ask(running, "/", Host=f"localhost:{port}")[0] == 200


def test_it_listens_on_the_loopback_address_only(running: Running) -> None:
    assert running.address.startswith("http://127.0.0.1:")


def test_both_packages_are_served(running: Running) -> None:
    state = json.loads(ask(running, "/_preview/state.json")[2])
    (sco,) = state["scos"]
    assert sco["objectives"][0]["id"] == "module.start"
    shell = ask(running, f"/course2004/{sco['shell']}")
    assert shell[0] == 200
    assert b'data-runtime="scorm2004"' in shell[2]
    assert ask(running, "/course2004/player/runtime/scorm2004.js")[0] == 200
    assert ask(running, "/course2004/index.html")[0] == 404
    assert b'data-runtime="scorm12"' in ask(running, "/course/")[2]
    page = ask(running, "/course2004/pages/start/welkom.html")[2]
    assert f'href="../../{sco["shell"]}"'.encode() in page


@pytest.mark.parametrize(
    "path",
    [
        "/course/../../../../etc/passwd", "/course/%2e%2e/%2e%2e/etc/passwd", "/course//etc/passwd",
        "/course/..%5c..%5cetc", "/_preview/../server.py", "/_preview/%2e%2e/server.py", "/etc/passwd",
        "/course/course.yml", "/course/01-start/module.md", "//evil.example/", "/course/player/%00",
    ],
)  # fmt: skip
def test_nothing_outside_the_preview_is_served(running: Running, path: str) -> None:
    secret = running.root / "geheim.txt"
    secret.write_text("geheim", encoding="utf-8")
    status, _, content = ask(running, path)
    assert status == 404
    assert b"root:" not in content
    assert ask(running, "/course/geheim.txt")[0] == 404


def test_a_picture_that_becomes_a_link_is_not_followed(running: Running, tmp_path: Path) -> None:
    picture = running.root / "01-start" / "images" / "opbouw.svg"
    path = "/course/assets/01-start/images/opbouw.svg"
    assert ask(running, path)[0] == 200
    outside = tmp_path / "buiten.svg"
    outside.write_text("<svg/>", encoding="utf-8")
    site = running.board.state.site
    picture.unlink()
    picture.symlink_to(outside)
    content = site.read("scorm12", path.removeprefix("/course/")) if site else None
    assert content is not None
    status, _, body = ask(running, path)
    assert (status, b"<svg/>" in body) == (404, False)


def test_every_answer_is_protected(running: Running) -> None:
    for path in ("/", "/course/", "/_preview/frame.js", "/course/player/main.js", "/nergens"):
        _, headers, _ = ask(running, path)
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "frame-ancestors 'none'" in ask(running, "/")[1]["content-security-policy"]


def test_pages_of_other_sites_cannot_load_it(running: Running) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    assert ask(running, "/course/course.json", **elsewhere, Sec_Fetch_Dest="script")[0] == 403
    assert ask(running, "/", **elsewhere, Sec_Fetch_Dest="document")[0] == 200


def test_only_reading_is_possible(running: Running) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert ask(running, "/", method)[0] == 501
    status, headers, content = ask(running, "/course/", "HEAD")
    assert (status, content) == (200, b"")
    assert int(headers["content-length"]) > 500


def test_a_part_of_a_file(running: Running) -> None:
    whole = ask(running, "/course/player/player.css")[2]
    status, headers, part = ask(running, "/course/player/player.css", Range="bytes=5-14")
    assert (status, part) == (206, whole[5:15])
    assert headers["content-range"] == f"bytes 5-14/{len(whole)}"
    assert ask(running, "/course/player/player.css", Range="bytes=-3")[2] == whole[-3:]
    assert ask(running, "/course/player/player.css", Range="bytes=x")[0] == 200


def moodle(running: Running, language: str = "en") -> dict[str, Any]:
    status, _, content = ask(running, f"/_preview/moodle-{language}.json")
    assert status == 200
    view = json.loads(content)
    return {group["title"]: group["branches"] for group in view["groups"]}


def test_what_moodle_sees_is_what_inspect_finds_in_the_backup(
    running: Running, tmp_path: Path
) -> None:
    loaded = load_course(running.root)
    file = tmp_path / "course.mbz"
    write_package(emit_loaded(loaded, TARGETS["moodle"]), file, timestamp=1)
    built = inspect_package(file)
    groups = moodle(running)
    assert list(groups) == ["Sections and activities", *(group.title for group in built.groups)]
    for branches, expected in zip(
        groups.values(), (built.tree, *(group.branches for group in built.groups)), strict=True
    ):
        assert [plain(one) for one in branches] == [said(one) for one in expected]
    activities = groups["Sections and activities"][1]["below"]
    assert [one["details"][0] for one in activities] == ["text in the section", "page", "quiz"]
    dutch = moodle(running, "nl")["Secties en activiteiten"][1]["below"]
    assert dutch[2]["details"][:3] == ["toets", "2 vragen", "op 2"]


def plain(branch: dict[str, Any]) -> Any:
    return branch["title"], branch["details"], [plain(one) for one in branch["below"]]


def said(branch: Branch) -> Any:
    details = [worded(detail, "en") for detail in branch.details]
    return worded(branch.title, "en"), details, [said(one) for one in branch.below]


def test_moodle_sees_the_last_course_without_errors(running: Running) -> None:
    def state() -> Any:
        found = json.loads(ask(running, "/_preview/state.json")[2])
        assert found["title"] == "Een cursus"
        return found["moodle"]

    first = state()
    assert (first["shown"], first["stale"]) == (True, False)
    quiz = running.root / "01-start" / "02-toets.md"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace("- (x) Ingesprongen", "- ( ) Ingesprongen"), encoding="utf-8")
    wait_for(lambda: state()["stale"])
    assert state()["version"] == first["version"]
    assert moodle(running)["Question bank"]
    quiz.write_text(text.replace("type: quiz", "type: quiz\nattempts: 4"), encoding="utf-8")
    wait_for(lambda: not state()["stale"])
    assert "4 attempts" in str(moodle(running))


def test_without_a_course_moodle_sees_nothing(tmp_path: Path) -> None:
    (tmp_path / "course.yml").write_text("title: [", encoding="utf-8")
    for running in run_preview(tmp_path):
        assert ask(running, "/_preview/moodle-en.json")[0] == 503
        assert json.loads(ask(running, "/_preview/state.json")[2])["moodle"]["shown"] is False
        assert ask(running, "/_preview/moodle-xx.json")[0] == 404


def test_packages_in_the_backup_are_looked_into(tmp_path: Path) -> None:
    root = starter(tmp_path)
    module = root / "01-start" / "module.md"
    text = module.read_text(encoding="utf-8")
    module.write_text(text.replace("---\n", "---\npages: scorm\n", 1), encoding="utf-8")
    for running in run_preview(root):
        package = moodle(running)["Sections and activities"][1]["below"][0]
        assert package["details"][0] == "SCORM package"
        assert package["below"][0]["title"] == "SCORM 1.2: Van start"
        assert "SCOs: 1" in package["below"][0]["details"]


def wait_for(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_the_page_speaks_dutch(key: str) -> None:
    english, dutch = TEXTS[key], catalogue("nl").get(TEXTS[key])
    assert dutch is not None
    for field in ("{count}", "{time}", "{size}", "{limit}", "{title}"):
        assert (field in english) == (field in dutch)
    assert texts()["nl"][key] == dutch


def test_every_key_that_a_script_uses_is_a_text() -> None:
    import re

    folder = ROOT / "coursebuilder" / "preview" / "static"
    used: set[str] = set()
    for path in folder.iterdir():
        source = path.read_text(encoding="utf-8")
        used |= set(re.findall(r"\bt\(\"(\w+)\"", source))
        used |= set(re.findall(r"data-(?:text|label|title)=\"(\w+)\"", source))
    assert used <= set(TEXTS)


def start(root: Path, *options: str) -> subprocess.Popen[str]:
    environment = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}
    return subprocess.Popen(
        [sys.executable, "-m", "coursebuilder", "preview", str(root), "--no-open", "--no-cache", *options],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )  # fmt: skip


def test_the_command_says_where_it_is_and_ends_on_ctrl_c(tmp_path: Path) -> None:
    process = start(starter(tmp_path), "--port", "0")
    assert process.stdout is not None
    try:
        address = process.stdout.readline().strip()
    finally:
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=20)
    assert address.startswith("http://127.0.0.1:"), said
    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert "the preview has stopped" in said


def test_a_port_in_use_is_told(tmp_path: Path) -> None:
    root = starter(tmp_path)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        process = start(root, "--port", str(port))
        _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert f"port {port} cannot be used" in said
    assert "Traceback" not in said


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    process = start(tmp_path / "nergens")
    _, said = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "there is no folder" in said


def test_the_next_free_port_is_taken() -> None:
    from coursebuilder.preview import server

    first = server.open_server(None, server.Board(), "en")
    second = server.open_server(None, server.Board(), "en")
    try:
        assert server.FIRST_PORT <= first.server_port < second.server_port
    finally:
        first.server_close()
        second.server_close()

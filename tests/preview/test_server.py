"""The preview answers this machine only, and with nothing but the preview."""

import http.client
import json
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from coursebuilder.i18n import catalogue
from coursebuilder.preview.texts import TEXTS, texts
from tests.authoring.courses import starter
from tests.cli.test_commands import ROOT
from tests.preview.conftest import Running


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


def test_the_state_tells_what_is_wrong_and_what_moodle_sees(running: Running) -> None:
    state = json.loads(ask(running, "/_preview/state.json")[2])
    assert state["title"] == "Een cursus"
    assert [section["title"] for section in state["moodle"]["en"]["sections"]][1:] == ["Van start"]
    kinds = [activity["kind"] for activity in state["moodle"]["en"]["sections"][1]["activities"]]
    assert kinds == ["label", "page", "quiz"]
    assert [category["questions"] for category in state["moodle"]["en"]["bank"]] == [0, 2]


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_the_page_speaks_dutch(key: str) -> None:
    english, dutch = TEXTS[key], catalogue("nl").get(TEXTS[key])
    assert dutch is not None
    for field in ("{errors}", "{warnings}", "{notes}", "{time}", "{size}", "{limit}"):
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

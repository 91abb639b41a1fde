"""The preview's web server: this machine only, and nothing but what the preview holds.

A request names a key of a table, never a path on disk, so no address can lead out of it.
"""

import json
import os
import threading
from collections.abc import Iterator, Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from mimetypes import guess_type
from posixpath import splitext
from typing import Any
from urllib.parse import unquote, urlsplit

from coursebuilder.archive import ArchiveError
from coursebuilder.i18n import LANGUAGES
from coursebuilder.package import FileContent
from coursebuilder.preview.builder import State
from coursebuilder.preview.texts import texts
from coursebuilder.webcourse.player_files import STYLE_SHEET

HOST = "127.0.0.1"
FIRST_PORT, PORTS = 8000, 20
"""Without ``--port`` the first free one of these is taken."""

COURSES = {"/course/": "scorm12", "/course2004/": "scorm2004"}
"""Where each form of the course stands."""
OWN = "/_preview/"
_MOODLE = {f"{OWN}moodle-{language}.json": language for language in LANGUAGES}
"""Where Moodle's view stands in each language of the tool."""
_KEEP_ALIVE = 10.0
"""Seconds after which a silent stream of events says that it is still there."""
_CHUNK = 1 << 16

_STRICT = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "media-src 'self'; connect-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; "
)
_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".vtt": "text/vtt; charset=utf-8",
    ".woff2": "font/woff2",
}


class Board:
    """The newest state, and a way to wait for a newer one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._state = State()
        self._open = True

    @property
    def state(self) -> State:
        """The newest one."""
        return self._state

    def post(self, state: State) -> None:
        """Show a new state to everybody who waits."""
        with self._changed:
            self._state = state
            self._changed.notify_all()

    def close(self) -> None:
        """End all waiting."""
        with self._changed:
            self._open = False
            self._changed.notify_all()

    def states(self) -> Iterator[State | None]:
        """Each new state as it comes, the present one first; None when nothing came for a while."""
        last: State | None = None
        while True:
            with self._changed:
                state = self._state
                if self._open and state is last:
                    self._changed.wait(_KEEP_ALIVE)
                    state = self._state
                if not self._open:
                    return
            yield None if state is last else state
            last = state


class PreviewServer(ThreadingHTTPServer):
    """Serves one preview in threads of its own."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would share a port that is in use

    def __init__(self, port: int, board: Board, language: str) -> None:
        """Listen on the loopback address. Raises OSError when the port is in use."""
        super().__init__((HOST, port), _Handler)
        self.board = board
        self.own = _own_files(language)
        names = (HOST, "localhost")
        self.hosts = frozenset(f"{name}:{self.server_port}" for name in names)

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Nothing: a browser that goes away in the middle of an answer is no news."""


def open_server(port: int | None, board: Board, language: str) -> PreviewServer:
    """A server on that port, or on the first free one. Raises OSError when there is none."""
    candidates = (port,) if port is not None else tuple(range(FIRST_PORT, FIRST_PORT + PORTS))
    for candidate in candidates[:-1]:
        try:
            return PreviewServer(candidate, board, language)
        except OSError:
            continue
    return PreviewServer(candidates[-1], board, language)


def _own_files(language: str) -> Mapping[str, bytes]:
    """The preview's own page, styles, scripts and words, by name."""
    folder = files(__package__).joinpath("static")
    found = {entry.name: entry.read_bytes() for entry in folder.iterdir() if entry.is_file()}
    page = found["frame.html"].decode().replace('lang="en"', f'lang="{language}"')
    found["frame.html"] = page.encode()
    found["texts.json"] = json.dumps(texts(), ensure_ascii=False).encode()
    return found


class _Handler(BaseHTTPRequestHandler):
    """Answers one connection."""

    server: PreviewServer
    protocol_version = "HTTP/1.1"
    server_version = "coursebuilder"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer with a document of the preview, or say that there is none."""
        if self.headers.get("Host", "").lower() not in self.server.hosts:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        if self._from_elsewhere():
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        path = unquote(urlsplit(self.path).path)
        if path == f"{OWN}events":
            self._events()
        elif path == f"{OWN}state.json":
            self._send(_state_json(self.server.board.state), "state.json")
        elif path in _MOODLE:
            self._moodle(_MOODLE[path])
        elif path == "/" or path.startswith(OWN):
            self._own(path.removeprefix(OWN) if path != "/" else "frame.html")
        else:
            top, _, name = path[1:].partition("/")
            self._course(COURSES.get(f"/{top}/", ""), name)

    def do_HEAD(self) -> None:
        """The same without content."""
        self.do_GET()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the terminal shows builds, not requests."""

    def _from_elsewhere(self) -> bool:
        """Whether a page of another site loads this as a part of itself."""
        site = self.headers.get("Sec-Fetch-Site", "none")
        alone = self.headers.get("Sec-Fetch-Dest", "document") == "document"
        return site in {"cross-site", "same-site"} and not alone

    def _moodle(self, language: str) -> None:
        """What Moodle will make of the course, in words."""
        view = self.server.board.state.moodle
        try:
            found = view.shown(language) if view else None
        except (OSError, ArchiveError):
            found = None  # a file went: the next state of the course is on its way
        if found is None:
            self._refuse(HTTPStatus.SERVICE_UNAVAILABLE)
        else:
            self._send(json.dumps(found, ensure_ascii=False).encode(), "moodle.json")

    def _own(self, name: str) -> None:
        content = self.server.own.get(name)
        if content is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(content, name, framed=False)

    def _course(self, form: str, name: str) -> None:
        site = self.server.board.state.site
        content = site.read(form, name or "index.html") if site and form else None
        if isinstance(content, FileContent):
            content = _bytes_of(content)
        if content is None:
            self._refuse(HTTPStatus.NOT_FOUND)
        else:
            self._send(
                content,
                name or "index.html",
                kept=name.startswith("player/") and name != STYLE_SHEET,
            )

    def _send(self, content: bytes, name: str, *, framed: bool = True, kept: bool = False) -> None:
        """A whole document, or the part of it that is asked for."""
        span = _range(self.headers.get("Range", ""), len(content))
        self.send_response(HTTPStatus.OK if span is None else HTTPStatus.PARTIAL_CONTENT)
        if span is not None:
            self.send_header("Content-Range", f"bytes {span[0]}-{span[1] - 1}/{len(content)}")
            content = content[span[0] : span[1]]
        self.send_header("Content-Type", _media_type(name))
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "private, max-age=3600" if kept else "no-store")
        self.send_header("Accept-Ranges", "bytes")
        self._protect(framed=framed)
        self.end_headers()
        if self.command != "HEAD":
            for start in range(0, len(content), _CHUNK):
                self.wfile.write(content[start : start + _CHUNK])

    def _refuse(self, status: HTTPStatus) -> None:
        content = f"{status.value} {status.phrase}\n".encode()
        self.send_response(status)
        self.send_header("Content-Type", "text/plain; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self._protect(framed=True)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _protect(self, *, framed: bool) -> None:
        ancestors = "frame-ancestors 'self'" if framed else "frame-ancestors 'none'"
        self.send_header("Content-Security-Policy", _STRICT + ancestors)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")

    def _events(self) -> None:
        """Server-sent events (HTML, 9.2): the versions of what is shown, as they change."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Cache-Control", "no-store")
        self._protect(framed=True)
        self.end_headers()
        if self.command == "HEAD":
            return
        for state in self.server.board.states():
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                versions = {
                    "version": state.version,
                    "findings": state.findings_version,
                    "frame": state.site.frame if state.site else "",
                    "stale": state.stale,
                }
                self.wfile.write(f"retry: 500\ndata: {json.dumps(versions)}\n\n".encode())
            self.wfile.flush()


def _state_json(state: State) -> bytes:
    data = {
        "version": state.version,
        "findingsVersion": state.findings_version,
        "title": state.title,
        "shown": state.site is not None,
        "stale": state.stale,
        "findings": state.findings,
        "moodle": {
            "version": state.moodle_version,
            "shown": state.moodle is not None,
            "stale": state.moodle_version != state.findings_version,
        },
        "scos": state.site.scos if state.site else [],
    }
    return json.dumps(data, ensure_ascii=False).encode()


def _bytes_of(content: FileContent) -> bytes | None:
    """The content of a file of the course; None when it went, or became a link to somewhere else."""
    try:
        if content.path.resolve(strict=True) != content.path:
            return None
        return content.path.read_bytes()
    except OSError:
        return None


def _range(header: str, length: int) -> tuple[int, int] | None:
    """The one range (RFC 9110, 14.1.2) a player of media asks for; None for the whole."""
    unit, _, given = header.partition("=")
    first, dash, last = given.strip().partition("-")
    if unit != "bytes" or not dash or not (first.isdecimal() or last.isdecimal()) or "," in given:
        return None
    if not first:
        return max(0, length - int(last)), length
    start, end = int(first), min(int(last) + 1 if last.isdecimal() else length, length)
    return (start, end) if start < end else None


def _media_type(name: str) -> str:
    return (
        _TYPES.get(splitext(name)[1].lower()) or guess_type(name)[0] or "application/octet-stream"
    )

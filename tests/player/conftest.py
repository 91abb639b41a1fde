"""A server that shows the fixture course with the real player beside it, and pages to look at it."""

import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

FIXTURES = Path(__file__).parent / "fixtures"
AGAIN = Path(__file__).parents[1] / "node_modules" / "scorm-again" / "dist"
PLAYER = Path(__file__).parents[2] / "coursebuilder" / "player"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; frame-src 'self'"
)


class Handler(SimpleHTTPRequestHandler):
    """Serves the fixtures, ``/course/player/`` from the package, and the shell in each runtime."""

    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        clean = path.partition("?")[0]
        if clean.startswith("/course/player/"):
            return str(PLAYER / clean.removeprefix("/course/player/"))
        if clean.startswith("/scorm-again/"):
            return str(AGAIN / clean.removeprefix("/scorm-again/"))
        return super().translate_path(path)

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.end_headers()
            return
        if self.path.partition("?")[0] != "/course/scorm12.html":
            super().do_GET()
            return
        shell = (FIXTURES / "course" / "index.html").read_bytes()
        body = shell.replace(b'data-runtime="none"', b'data-runtime="scorm12"')
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def address() -> Iterator[str]:
    """Where the fixtures are served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(FIXTURES)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page that fails the test on any script error or blocked resource."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    page = context.new_page()
    page.set_default_timeout(8000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    yield page
    context.close()
    assert errors == []

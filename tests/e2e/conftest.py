"""Built packages on a server, and pages that may not complain, break or look elsewhere."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.e2e.learner import STARTED
from tests.e2e.packages import ROOT, folder_package, sample_package
from tests.sample_course import SAMPLE, SAMPLE_PER_MODULE

FIXTURES = Path(__file__).parent / "fixtures"
MODULES = ROOT / "tests" / "node_modules"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "media-src 'self'; connect-src 'self'; frame-src 'self'"
)
"""No inline script or style, and nothing from elsewhere."""


class Handler(SimpleHTTPRequestHandler):
    """Serves unpacked packages, with the platform at the root."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0].removeprefix("/")
        if name == "scorm12.min.js":
            return str(MODULES / "scorm-again" / "dist" / name)
        if name.startswith("platform."):
            return str(FIXTURES / name)
        return super().translate_path(path)

    def do_GET(self) -> None:
        if self.path == "/favicon.ico":
            self.send_response(204)
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        super().do_GET()

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@dataclass(frozen=True)
class Site:
    """Where the packages are: on disk and on the server."""

    folder: Path
    address: str

    def package(self, name: str) -> Path:
        """The unpacked package ``sample``, ``modules``, ``real`` or ``quizzes``."""
        return self.folder / name

    def platform(self, name: str, shell: str = "index.html", **options: object) -> str:
        """The address of the platform that launches a package."""
        query = urlencode({"launch": f"/{name}/{shell}", **options})
        return f"{self.address}/platform.html?{query}"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The sample course (one SCO, and one per module), the real one and quizzes, built and served."""
    if not (MODULES / "scorm-again").exists() or not (MODULES / "axe-core").exists():
        pytest.skip("scorm-again and axe-core are not installed (npm install in tests/)")
    work = tmp_path_factory.mktemp("e2e")
    sample_package(SAMPLE, work, "sample")
    sample_package(SAMPLE_PER_MODULE, work, "modules")
    folder_package(ROOT / "modules", work, "real")
    folder_package(ROOT / "tests" / "quiz_course", work, "quizzes")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(work)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(work, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()


class Watch:
    """Everything a page complained about, and every address it asked for."""

    def __init__(self, context: Any, address: str) -> None:
        self.errors: list[str] = []
        self.address = address
        context.on("page", self._follow)
        context.on("request", self._seen)

    def _follow(self, page: Any) -> None:
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", self._said)

    def _said(self, message: Any) -> None:
        if message.type == "error":
            self.errors.append(f"{message.text} ({message.location.get('url')})")

    def _seen(self, request: Any) -> None:
        if not request.url.startswith((self.address, "data:", "blob:", "about:")):
            self.errors.append(f"asked for {request.url}")


@pytest.fixture
def page(chromium: Any, site: Site) -> Iterator[Any]:
    """A page in a context of its own; any script error or address elsewhere fails the test."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-BE", reduced_motion="reduce"
    )
    watch = Watch(context, site.address)
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()
    assert watch.errors == []


@pytest.fixture
def launch(page: Any, site: Site) -> Any:
    """Opens a package on the platform; gives back the frame that shows it."""

    def open_package(name: str, shell: str = "index.html", **options: object) -> Any:
        page.goto(site.platform(name, shell, **options))
        frame = page.locator("#sco").element_handle().content_frame()
        frame.locator(STARTED).wait_for()
        return frame

    return open_package

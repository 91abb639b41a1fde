"""The sample course as a website on a plain web server, in a subfolder as on a real host."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.targets import DEFAULT_TIMESTAMP
from coursebuilder.targets.site import SiteTarget
from tests.sample_course import SAMPLE, context_for


class Handler(SimpleHTTPRequestHandler):
    """A web server without any header of its own: the policy has to come from the pages."""

    extensions_map = {
        **SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".webmanifest": "application/manifest+json",
    }

    def log_message(self, format: str, *args: object) -> None:
        pass


class Server(ThreadingHTTPServer):
    """A server that does not complain of browsers that hang up."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


@dataclass
class Host:
    """Where the site stands; it can go off line."""

    folder: Path
    port: int = 0
    _server: Server | None = field(default=None)

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}/cursus/"

    def start(self) -> None:
        handler = partial(Handler, directory=str(self.folder))
        self._server = Server(("127.0.0.1", self.port), handler)
        self.port = self._server.server_port
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()
            self._server = None


@pytest.fixture
def host(tmp_path: Path) -> Iterator[Host]:
    """The site, served."""
    package = SiteTarget().emit(SAMPLE, context_for(SAMPLE, tmp_path / "sources"))
    write_package(package, tmp_path / "www" / "cursus", "folder", timestamp=DEFAULT_TIMESTAMP)
    host = Host(tmp_path / "www")
    host.start()
    yield host
    host.stop()


@dataclass
class Visit:
    """A page, what it complained of and which addresses it asked for."""

    page: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)


@pytest.fixture
def visit(chromium: Any, host: Host) -> Iterator[Visit]:
    """A browser that knows nothing yet; a complaint of its console fails the test."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    context.add_init_script(
        "window.violations = [];"
        "document.addEventListener('securitypolicyviolation',"
        " event => window.violations.push(`${event.violatedDirective} ${event.blockedURI}`));"
    )
    page = context.new_page()
    page.set_default_timeout(8000)
    visit = Visit(page)
    page.on("pageerror", lambda error: visit.complaints.append(str(error)))
    page.on(
        "console",
        lambda message: (
            visit.complaints.append(message.text) if message.type in ("error", "warning") else None
        ),
    )
    context.on("request", lambda request: visit.requests.append(request.url))
    yield visit
    context.close()
    assert visit.complaints == []
    local = (f"http://127.0.0.1:{host.port}/", "data:", "blob:")
    assert [address for address in visit.requests if not address.startswith(local)] == []

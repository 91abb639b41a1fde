"""The sample course as a SCORM 2004 package on a server, with a platform beside it."""

import threading
from collections.abc import Callable, Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.archive import write_package
from coursebuilder.targets import DEFAULT_TIMESTAMP
from coursebuilder.targets.scorm2004 import Scorm2004Target
from tests.e2e.conftest import MODULES, Handler, Site, Watch
from tests.e2e.learner import STARTED
from tests.sample_course import SAMPLE, context_for

FIXTURES = Path(__file__).parent / "fixtures"


class Platform(Handler):
    """Serves the platform's page and scorm-again's run-time for SCORM 2004."""

    def translate_path(self, path: str) -> str:
        name = path.partition("?")[0].removeprefix("/")
        if name == "scorm2004.min.js":
            return str(MODULES / "scorm-again" / "dist" / name)
        if name.startswith("platform2004."):
            return str(FIXTURES / name)
        return super().translate_path(path)


@pytest.fixture(scope="session")
def platform(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The package, unpacked and served."""
    if not (MODULES / "scorm-again").exists():
        pytest.skip("scorm-again is not installed (npm install in tests/)")
    work = tmp_path_factory.mktemp("scorm2004")
    package = Scorm2004Target().emit(SAMPLE, context_for(SAMPLE, work / "sources"))
    write_package(package, work / "sample", "folder", timestamp=DEFAULT_TIMESTAMP)
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Platform, directory=str(work)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(work, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(chromium: Any, platform: Site) -> Iterator[Any]:
    """A page of its own; any script error or address elsewhere fails the test."""
    context = chromium.new_context(
        viewport={"width": 1280, "height": 900}, locale="nl-BE", reduced_motion="reduce"
    )
    watch = Watch(context, platform.address)
    page = context.new_page()
    page.set_default_timeout(8000)
    yield page
    context.close()
    assert watch.errors == []


@pytest.fixture
def launch(page: Any, platform: Site) -> Callable[..., Any]:
    """Opens the item of that number on the platform; gives back the frame that shows it."""

    def open_item(item: int = 0, query: str = "") -> Any:
        page.goto(f"{platform.address}/platform2004.html?package=sample&item={item}{query}")
        frame = page.wait_for_selector("#sco").content_frame()
        frame.locator(STARTED).wait_for()
        return frame

    return open_item

"""A preview of the starter course, served in this process, and a browser to look at it."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coursebuilder.preview.builder import Builder
from coursebuilder.preview.server import Board, PreviewServer
from coursebuilder.preview.session import build_once, keep_building, serving
from coursebuilder.preview.watch import Watcher
from tests.authoring.courses import starter


@dataclass
class Running:
    """A preview that runs."""

    root: Path
    board: Board
    address: str

    @property
    def welcome(self) -> Path:
        return self.root / "01-start" / "01-welkom.md"


def run_preview(root: Path) -> Iterator[Running]:
    board = Board()
    server = PreviewServer(0, board, "en")
    builder = Builder(root)
    watcher = Watcher(root)
    build_once(builder, board, lambda state, seconds: None)
    over = threading.Event()
    thread = threading.Thread(
        target=keep_building,
        args=(builder, watcher, board, lambda state, seconds: None, over.is_set),
    )
    with serving(server):
        thread.start()
        try:
            yield Running(root, board, server.address)
        finally:
            over.set()
            thread.join()


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Running]:
    """A preview of the starter course in Dutch; the frame speaks English."""
    yield from run_preview(starter(tmp_path))


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page that fails the test on any script error, blocked resource or request to elsewhere."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, locale="nl-BE")
    page = context.new_page()
    page.set_default_timeout(8000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if message.type == "error" else None
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith(("http://127.0.0.1:", "data:", "about:"))
            else errors.append(request.url)
        ),
    )
    yield page
    context.close()
    assert errors == []

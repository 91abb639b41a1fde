"""Options and fixtures of the whole test suite."""

import os
import signal
from collections.abc import Iterator
from shutil import which
from typing import Any

import pytest
from hypothesis import settings

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]


settings.register_profile("busy", deadline=None)
settings.load_profile("busy")
"""How long one example takes says more of the machine than of the code: benchmarks measure that."""


def pytest_configure() -> None:
    """Let the commands that tests start hear Ctrl-C, also where the suite runs in the background.

    A shell without job control starts background jobs deaf to it, and their children inherit that.
    """
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer ``--update-golden``, for tests/test_golden.py."""
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew from what is emitted"
    )


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """Chromium: the one named by CHROMIUM, or the system's.

    One for all tests of a process: Playwright's synchronous driver runs only once in it.
    """
    sync_api = pytest.importorskip("playwright.sync_api")
    executable = os.environ.get("CHROMIUM") or which("chromium")
    if executable is None:
        pytest.skip("chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield browser
        browser.close()

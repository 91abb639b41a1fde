"""One preview from start to end: build, serve, watch, build again."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coursebuilder.preview.builder import Builder, State
from coursebuilder.preview.server import Board, PreviewServer
from coursebuilder.preview.watch import Watcher

_HEAD_START = 0.05
"""Seconds a browser gets to fetch the new page before the rules take the processor."""

Report = Callable[[State, float], None]
"""Told of each state, and of the seconds it took to show it."""


@contextmanager
def serving(server: PreviewServer) -> Iterator[None]:
    """Answers requests in threads of their own until the block ends."""
    thread = threading.Thread(target=server.serve_forever, args=(0.1,), daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.board.close()
        server.shutdown()
        server.server_close()
        thread.join()


def keep_building(
    builder: Builder, watcher: Watcher, board: Board, report: Report, stop: Callable[[], bool]
) -> None:
    """Build after every change until ``stop`` says so.

    A page is shown as soon as it can be; the rules, which look at the whole course, come after it.
    """
    while watcher.wait(stop):
        build_once(builder, board, report)


def build_once(builder: Builder, board: Board, report: Report) -> None:
    """Build what stands in the folder now and put it on the board."""
    start = time.perf_counter()
    try:
        state, loaded = builder.read(board.state)
    except OSError:
        return  # a file went while it was read: the next look finds the folder as it is then
    board.post(state)
    seconds = time.perf_counter() - start
    time.sleep(_HEAD_START)
    state = builder.check(state, loaded)
    board.post(state)
    report(state, seconds)

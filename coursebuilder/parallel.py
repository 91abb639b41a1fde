"""Running independent tasks in several processes, where the system can fork and it pays."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from coursebuilder.frozen_pickle import dumps, loads

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

Result = TypeVar("Result")


def usable_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_all(tasks: Sequence[Callable[[], Result]], *, parallel: bool) -> list[Result]:
    """The results of ``tasks``, in order; the first runs here, each other in a forked process.

    Raises what a task raises. Without fork (Windows, macOS's default) all run here, one by one.
    """
    if not parallel or len(tasks) < 2:
        return [task() for task in tasks]
    import multiprocessing  # slow to import

    if "fork" not in multiprocessing.get_all_start_methods():
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    children = []
    try:
        for task in tasks[1:]:
            receiver, sender = context.Pipe(duplex=False)
            child = context.Process(target=_report, args=(task, sender), daemon=True)
            child.start()
            sender.close()
            children.append((child, receiver))
        results = [tasks[0]()]
        for _, receiver in children:
            results.append(_received(receiver))
    finally:
        for child, receiver in children:
            receiver.close()
            if child.exitcode is None:
                child.join(timeout=0.2)
            if child.is_alive():
                child.terminate()
                child.join()
    return results


def _report(task: Callable[[], Result], sender: "Connection") -> None:
    try:
        outcome: tuple[Result | None, Exception | None] = (task(), None)
    except Exception as error:
        outcome = (None, error)
    sender.send_bytes(dumps(outcome))
    sender.close()


def _received(receiver: "Connection") -> Any:
    try:
        result, error = loads(receiver.recv_bytes())
    except EOFError:
        raise RuntimeError("a worker process ended before it was done") from None
    if error is not None:
        raise error
    return result

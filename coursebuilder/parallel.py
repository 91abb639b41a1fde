"""Running independent tasks in several processes, where the system can fork and it pays."""

import os
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.queues import SimpleQueue

Result = TypeVar("Result")


def usable_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def run_all(tasks: Sequence[Callable[[], Result]], *, jobs: int) -> list[Result]:
    """The results of ``tasks``, in order, by ``jobs`` processes; the first task runs in this one.

    Who is done takes the next task, so that long and short ones share the processors evenly. Raises what a
    task raises. Without fork (Windows, macOS's default) all run here, one by one.
    """
    workers = min(jobs, len(tasks))
    if workers < 2:
        return [task() for task in tasks]
    import multiprocessing  # slow to import

    if "fork" not in multiprocessing.get_all_start_methods():
        return [task() for task in tasks]
    context = multiprocessing.get_context("fork")
    waiting = context.SimpleQueue()
    for number in (*range(1, len(tasks)), *(None for _ in range(workers))):
        waiting.put(number)
    children = []
    try:
        for _ in range(workers - 1):
            receiver, sender = context.Pipe(duplex=False)
            child = context.Process(target=_report, args=(tasks, waiting, sender), daemon=True)
            child.start()
            sender.close()
            children.append((child, receiver))
        results = {0: tasks[0](), **_take(tasks, waiting)}
        for _, receiver in children:
            results |= _received(receiver)
    finally:
        for child, receiver in children:
            receiver.close()
            if child.exitcode is None:
                child.join(timeout=0.2)
            if child.is_alive():
                child.terminate()
                child.join()
        waiting.close()
    return [results[number] for number in range(len(tasks))]


def _take(
    tasks: Sequence[Callable[[], Result]], waiting: "SimpleQueue[int | None]"
) -> dict[int, Result]:
    """The results of the tasks that this process took, by their number."""
    return {number: tasks[number]() for number in iter(waiting.get, None)}


def _report(
    tasks: Sequence[Callable[[], object]],
    waiting: "SimpleQueue[int | None]",
    sender: "Connection",
) -> None:
    try:
        outcome: tuple[dict[int, object], Exception | None] = (_take(tasks, waiting), None)
    except Exception as error:
        outcome = ({}, error)
    sender.send(outcome)
    sender.close()


def _received(receiver: "Connection") -> dict[int, Any]:
    try:
        results, error = receiver.recv()
    except EOFError:
        raise RuntimeError("a worker process ended before it was done") from None
    if error is not None:
        raise error
    found: dict[int, Any] = results
    return found

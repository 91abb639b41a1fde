"""Tasks in several processes give the results of tasks in one."""

import multiprocessing
import os
from collections.abc import Callable
from functools import partial
from typing import TypeVar

import pytest

from coursebuilder.parallel import run_all

Result = TypeVar("Result")


@pytest.mark.parametrize("jobs", [1, 2, 9])
def test_results_come_in_order(jobs: int) -> None:
    tasks = [partial(pow, number, 2) for number in range(5)]
    assert run_all(tasks, jobs=jobs) == [0, 1, 4, 9, 16]


def after_meeting(processes: int, task: Callable[[], Result]) -> Callable[[], Result]:
    """The task, begun when as many processes have come to it: none can do the work of another."""
    everybody = multiprocessing.get_context("fork").Barrier(processes)

    def meet() -> Result:
        everybody.wait(timeout=60)
        return task()

    return meet


@pytest.mark.parametrize("jobs", [2, 3])
def test_as_many_processes_as_asked_share_the_tasks(jobs: int) -> None:
    meet = after_meeting(jobs, os.getpid)
    processes = run_all([meet] * jobs + [os.getpid] * 5, jobs=jobs)
    assert processes[0] == os.getpid()
    assert len(set(processes)) == jobs


def test_who_is_done_takes_the_next() -> None:
    """The first task waits for the last one, which only another process can come to."""
    last_is_done = multiprocessing.get_context("fork").Event()
    tasks = [lambda: last_is_done.wait(timeout=60), lambda: 1, lambda: 2, last_is_done.set]
    assert run_all(tasks, jobs=2) == [True, 1, 2, None]


def test_a_large_result_arrives() -> None:
    blobs = run_all([after_meeting(2, lambda: b"x" * 5_000_000)] * 2, jobs=2)
    assert list(map(len, blobs)) == [5_000_000, 5_000_000]


def test_an_error_arrives() -> None:
    with pytest.raises(ZeroDivisionError):
        run_all([lambda: 1, lambda: 1 // 0], jobs=1)


def test_an_error_of_another_process_arrives() -> None:
    here = os.getpid()
    task = after_meeting(2, lambda: 1 if os.getpid() == here else 1 // 0)
    with pytest.raises(ZeroDivisionError):
        run_all([task, task], jobs=2)


def test_a_worker_that_dies_is_noticed() -> None:
    here = os.getpid()
    task = after_meeting(2, lambda: 1 if os.getpid() == here else os._exit(9))
    with pytest.raises(RuntimeError, match="ended before it was done"):
        run_all([task, task], jobs=2)

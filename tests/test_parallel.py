"""Tasks in several processes give the results of tasks in one."""

import os
from functools import partial

import pytest

from coursebuilder.parallel import run_all


@pytest.mark.parametrize("parallel", [False, True])
def test_results_come_in_order(parallel: bool) -> None:
    tasks = [partial(pow, number, 2) for number in range(5)]
    assert run_all(tasks, parallel=parallel) == [0, 1, 4, 9, 16]


def test_the_tasks_really_run_elsewhere() -> None:
    processes = run_all([os.getpid, os.getpid, os.getpid], parallel=True)
    assert processes[0] == os.getpid()
    assert len(set(processes)) == 3


def test_a_large_result_arrives() -> None:
    blob = run_all([lambda: b"", lambda: b"x" * 5_000_000], parallel=True)[1]
    assert len(blob) == 5_000_000


@pytest.mark.parametrize("parallel", [False, True])
def test_an_error_arrives(parallel: bool) -> None:
    with pytest.raises(ZeroDivisionError):
        run_all([lambda: 1, lambda: 1 // 0], parallel=parallel)


def test_a_worker_that_dies_is_noticed() -> None:
    with pytest.raises(RuntimeError, match="ended before it was done"):
        run_all([lambda: 1, lambda: os._exit(9)], parallel=True)

"""The budgets, generously: this finds what grew, not what a busy machine does (docs/benchmarks.md)."""

import pytest

from benchmarks.measure import ALL, ONE, REBUILD, Row, rounds


@pytest.fixture(scope="module")
def rows() -> dict[str, Row]:
    return {row.name: row for row in rounds(pages=100, count=3)}


@pytest.mark.slow
def test_one_target_costs_little_more_than_markdown(rows: dict[str, Row]) -> None:
    assert rows[ONE].cpu_ratio < 2.2


@pytest.mark.slow
def test_all_targets_cost_little_more_than_one(rows: dict[str, Row]) -> None:
    assert rows[ALL].cpu_ratio < 3.2


@pytest.mark.slow
def test_a_rebuild_costs_much_less_than_a_build(rows: dict[str, Row]) -> None:
    assert rows[REBUILD].median("cpu") < 0.8 * rows[ALL].median("cpu")


@pytest.mark.slow
def test_growth_is_linear(rows: dict[str, Row]) -> None:
    large = {row.name: row for row in rounds(pages=300, count=1)}
    assert large[ALL].median("cpu") < 4 * rows[ALL].median("cpu")

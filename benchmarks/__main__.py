"""``python -m benchmarks [PAGES …]``: ratios to the bare script, and peak memory, for each size."""

import argparse

from benchmarks.measure import ALL, ONE, REBUILD, SPREAD, Row, rounds

BUDGETS = {
    ONE: "cpu ≤ 1.3",
    ALL: "cpu ≤ 1.8",
    SPREAD: "wall ≤ 1.0",
    REBUILD: "wall ≤ 0.1 of all targets in one process",
}


def show(row: Row) -> str:
    """One line of the table."""
    budget = BUDGETS.get(row.name, "")
    if row.name == REBUILD:
        budget += f" (is {row.cold_ratio:.2f})"
    return (
        f"  {row.name:30} {row.median('cpu'):7.2f} {row.cpu_ratio:6.2f} {row.median('wall'):8.2f} "
        f"{row.wall_ratio:6.2f} {row.median('peak'):8.0f}  {budget}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("pages", nargs="*", type=int, default=[20, 200, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    for pages in arguments.pages:
        print(f"\n{pages} pages; medians of {arguments.rounds} rounds", flush=True)
        print(
            f"  {'':30} {'cpu s':>7} {'ratio':>6} {'wall s':>8} {'ratio':>6} {'peak MB':>8}  budget"
        )
        for row in rounds(pages, arguments.rounds):
            print(show(row), flush=True)


if __name__ == "__main__":
    main()

"""Tables that are read as data: a rubric, the variants of a calculated question."""

import re

RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
"""The line below the first row."""

_CELL = re.compile(r"(?:\\.|[^\\|])*")


def cells(row: str) -> list[str]:
    """The words in the cells of a row, in which a backslash stands before a bar that divides nothing."""
    row = row.strip()
    row = row.removeprefix("|")
    found: list[str] = []
    start = 0
    while True:
        match = _CELL.match(row, start)
        cell = match[0] if match else row[start:]
        found.append(re.sub(r"\\([\\|])", r"\1", cell).strip())
        start += len(cell) + 1
        if start > len(row):
            break
    return found[:-1] if row.endswith("|") and not found[-1] else found

"""The name an author may have meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest

LOOKED_AT = 50
"""Names compared closely; a course may have thousands."""


def nearest(name: str, names: Iterable[str]) -> str:
    """The most similar of ``names``, the first of equals in alphabetical order; ``–`` for none."""
    ranked = _ranked(name, names)
    return ranked[0] if ranked else "–"


def nearest_few(name: str, names: Iterable[str], count: int = 3) -> str:
    """The most similar of ``names``, separated by commas; ``–`` for none."""
    return ", ".join(_ranked(name, names)[:count]) or "–"


def _ranked(name: str, names: Iterable[str]) -> list[str]:
    matcher = SequenceMatcher(b=name, autojunk=False)

    def distance(other: str) -> float:
        matcher.set_seq1(other)
        return -matcher.ratio()

    def shared(other: str) -> int:
        return _same_start(name, other) + _same_start(reversed(name), reversed(other))

    return sorted(nlargest(LOOKED_AT, sorted(set(names)), key=shared), key=distance)


def _same_start(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for first, second in zip(one, other, strict=False):
        if first != second:
            break
        count += 1
    return count

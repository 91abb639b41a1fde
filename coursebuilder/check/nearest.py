"""The name an author may have meant."""

from collections.abc import Iterable
from difflib import SequenceMatcher


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

    return sorted(sorted(set(names)), key=distance)

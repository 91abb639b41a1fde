"""Stable integers for the imaginary site a backup comes from."""

from hashlib import sha256

_RANGE = 2**31 - 1
"""Moodle's ids fit 31 bits on every database and PHP build."""


class Ids:
    """Hands out ids: unique per kind, and the same for the same author's ids in every build.

    Two keys whose digests collide get neighbouring numbers, in the order they are asked for, which is
    the course's own order.
    """

    def __init__(self, course: str) -> None:
        """``course`` is the course's id: another course gets other numbers."""
        self._course = course
        self._known: dict[tuple[str, str], int] = {}
        self._taken: dict[str, set[int]] = {}

    def of(self, kind: str, *key: str | int) -> int:
        """The id of the thing ``key`` names; ``kind`` is Moodle's (``course_module``, ``question``…)."""
        name = "/".join(map(str, key))
        known = self._known.get((kind, name))
        if known is not None:
            return known
        taken = self._taken.setdefault(kind, set())
        number = int.from_bytes(_digest(self._course, kind, name)[:8], "big") % _RANGE + 1
        while number in taken:
            number = number % _RANGE + 1
        taken.add(number)
        self._known[kind, name] = number
        return number


def stamp(course: str, kind: str, name: str) -> str:
    """The mark by which a second restore recognises a category or question; constant for its key."""
    return f"coursebuilder+{_digest(course, kind, name).hex()[:32]}"


def _digest(*parts: str) -> bytes:
    return sha256("\0".join(parts).encode()).digest()

"""What was worked out last, for the next who asks about the very same things.

All targets of a build ask the same questions about one course. Comparing courses takes longer than
answering, so they are the same when they are the same objects: what is asked about must never change.
"""

from collections.abc import Callable
from typing import ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def latest(work: Callable[Asked, Answer]) -> Callable[Asked, Answer]:
    """``work`` that remembers its last answer. Arguments go by position."""
    known: list[tuple[tuple[object, ...], Answer]] = []

    def answer(*asked: Asked.args, **named: Asked.kwargs) -> Answer:
        assert not named, "what is named would not be compared"
        for before, kept in known:
            if len(before) == len(asked) and all(map(_same, before, asked)):
                return kept
        found = work(*asked, **named)
        known[:] = [(asked, found)]
        return found

    return answer


def _same(one: object, other: object) -> bool:
    return one is other

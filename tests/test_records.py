"""Our frozen dataclasses behave as the standard library's do."""

import copy
import dataclasses
import pickle
from typing import Any

import pytest

from coursebuilder import records
from coursebuilder.model import Choice
from coursebuilder.text import Span


def declared(decorator: Any) -> tuple[type, type]:
    """Two classes with every kind of field, made by a decorator."""

    class Place:
        line: int
        column: int = 1

    class Thing:
        name: str
        tags: tuple[str, ...] = ()
        notes: list[str] = dataclasses.field(default_factory=list)
        place: Any = dataclasses.field(default=None, compare=False)

    place = decorator(frozen=True, slots=True, order=True)(Place)
    return place, decorator(frozen=True, slots=True, kw_only=True)(Thing)


OURS = declared(records.dataclass)
STANDARD = declared(dataclasses.dataclass)


@pytest.mark.parametrize(("place", "thing"), [OURS, STANDARD], ids=["ours", "standard"])
def test_what_a_frozen_dataclass_does(place: Any, thing: Any) -> None:
    one = thing(name="a", place=place(3))
    assert (one.name, one.tags, one.notes, one.place.column) == ("a", (), [], 1)
    assert one == thing(name="a", place=place(4)) != thing(name="b")
    assert one != place(3)
    assert thing(name="a").notes is not thing(name="a").notes
    assert hash(place(3)) == hash(place(3, 1))
    assert sorted([place(3), place(1, 5), place(1, 2)])[0] == place(1, 2)
    assert place(2) > place(1)
    assert repr(place(3)).endswith("Place(line=3, column=1)")
    assert dataclasses.replace(one, name="c").place is one.place
    assert dataclasses.asdict(one)["place"] == {"line": 3, "column": 1}
    assert not hasattr(one, "__dict__")
    match place(3, 4):
        case place(line, column):
            assert (line, column) == (3, 4)
    for wrong in ({}, {"name": "a", "unknown": 1}):
        with pytest.raises(TypeError):
            thing(**wrong)
    with pytest.raises(TypeError):
        thing("a")
    with pytest.raises(dataclasses.FrozenInstanceError):
        one.name = "b"
    with pytest.raises(dataclasses.FrozenInstanceError):
        del one.name
    with pytest.raises(TypeError):
        assert place(1) < 2


def test_bytes_and_copies_are_equal() -> None:
    span = Span(path="a.md", line=2, column=3)
    for again in (records.loads(records.dumps(span)), pickle.loads(pickle.dumps(span)),
                  copy.deepcopy(span)):  # fmt: skip
        assert again == span
    assert dataclasses.is_dataclass(Choice)

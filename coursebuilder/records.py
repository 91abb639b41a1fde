"""Frozen dataclasses that are declared quickly, and bytes of them that load quickly.

The standard decorator writes and compiles six methods for every class: with the tool's two hundred classes
that was a third of the start of every command. Here one method is compiled, the first time that an
object is made; the others are shared. The type checker sees the standard decorator.
"""

import pickle
from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, fields
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    from dataclasses import dataclass as _standard

    def dataclass(
        *, frozen: bool, slots: bool, kw_only: bool = False, order: bool = False
    ) -> Callable[[type], type]:
        """The standard ``@dataclass(frozen=True, slots=True)``, sooner ready."""
        assert frozen
        assert slots
        methods = _SHARED | _ORDER if order else _SHARED
        plain = _standard(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)

        def declared(kind: type) -> type:
            made = plain(kind)
            for name, method in methods.items():
                if name not in kind.__dict__:
                    setattr(made, name, method)
            return made

        return declared


def dumps(value: object) -> bytes:
    """``value`` as bytes for :func:`loads`."""
    return pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)


def loads(blob: bytes) -> Any:
    """What :func:`dumps` was given. Only for bytes of our own: loading a pickle can run code."""
    return pickle.loads(blob)  # noqa: S301


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _setters(kind: Any) -> tuple[Callable[[object, object], None], ...]:
    """The slots' own setters, which a frozen class does not block."""
    return tuple(getattr(kind, name).__set__ for name in _names(kind))


@cache
def _values(kind: Any) -> Callable[[Any], Any]:
    """What gives the values by which two objects of the class are compared."""
    names = [field.name for field in fields(kind) if field.compare]
    return attrgetter(*names) if names else lambda _: ()


def _init(self: Any, *positional: Any, **named: Any) -> None:
    """The first object of a class: compile the class's own ``__init__``, then use it."""
    kind = self.__class__
    kind.__init__ = _compiled_init(kind)
    kind.__init__(self, *positional, **named)


def _compiled_init(kind: Any) -> Any:
    """``def __init__(self, *, name, other=default): set_name(self, name); …``."""
    declared = fields(kind)
    known: dict[str, Any] = {"MISSING": MISSING}
    head, body = ["self"], []
    for field, setter in zip(declared, _setters(kind), strict=True):
        if field.kw_only and "*" not in head:
            head.append("*")
        head.append(_parameter(field, known))
        known[f"set_{field.name}"] = setter
        value = field.name
        if field.default_factory is not MISSING:
            known[f"new_{field.name}"] = field.default_factory
            value = f"new_{field.name}() if {value} is MISSING else {value}"
        body.append(f" set_{field.name}(self, {value})")
    exec(f"def __init__({', '.join(head)}):\n" + "\n".join(body or [" pass"]), known)  # noqa: S102
    return known["__init__"]


def _parameter(field: Field[Any], known: dict[str, Any]) -> str:
    if field.default_factory is not MISSING:
        return f"{field.name}=MISSING"
    if field.default is MISSING:
        return field.name
    known[f"default_{field.name}"] = field.default
    return f"{field.name}=default_{field.name}"


def _repr(self: Any) -> str:
    values = ", ".join(f"{name}={getattr(self, name)!r}" for name in _names(self.__class__))
    return f"{self.__class__.__qualname__}({values})"


def _eq(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    values = _values(self.__class__)
    return values(self) == values(other)


def _lt(self: Any, other: Any) -> Any:
    if self.__class__ is not other.__class__:
        return NotImplemented
    values = _values(self.__class__)
    return values(self) < values(other)


def _hash(self: Any) -> int:
    return hash(_values(self.__class__)(self))


def _setattr(_self: object, name: str, _value: object) -> None:
    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _delattr(_self: object, name: str) -> None:
    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _reduce(self: Any) -> tuple[Any, ...]:
    """For pickle and copy: the class and the values, without asking each object for its fields."""
    kind = self.__class__
    return _rebuild, (kind, *(getattr(self, name) for name in _names(kind)))


def _rebuild(kind: Any, *values: object) -> object:
    made: object = object.__new__(kind)
    for setter, value in zip(_setters(kind), values, strict=True):
        setter(made, value)
    return made


_ORDER: dict[str, Any] = {"__lt__": _lt}
"""The rest follows: ``a > b`` asks ``b < a``, and nothing asks for more."""

_SHARED: dict[str, Any] = {
    "__init__": _init,
    "__repr__": _repr,
    "__eq__": _eq,
    "__hash__": _hash,
    "__setattr__": _setattr,
    "__delattr__": _delattr,
    "__reduce__": _reduce,
}

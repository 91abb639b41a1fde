"""Data held against our JSON Schemas: the keywords that they use, and no others.

A library for all of JSON Schema takes longer to import than the tool itself; the tests compare with one.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from coursebuilder.records import dataclass
from coursebuilder.source.schemas import Schema, load_schema

Route = tuple[str | int, ...]
"""Keys and indexes from the root to a value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaError:
    """One way in which data breaks its schema."""

    keyword: str
    """The keyword of JSON Schema that it breaks: ``required``, ``enum``…"""
    route: Route
    """Where the value stands."""
    value: Any
    limit: Any
    """What the schema says for the keyword."""
    schema: Schema
    """The part of the schema that is about the value."""
    of_name: bool
    """Whether it is about a key rather than a value (``propertyNames``); the key is ``value``."""


def schema_errors(name: str, data: object) -> Iterator[SchemaError]:
    """What breaks the schema of that name; of one value in the order of the schema's keywords."""
    return _errors(load_schema(name), data, (), of_name=False)


def _errors(schema: Schema, value: Any, route: Route, *, of_name: bool) -> Iterator[SchemaError]:
    for keyword, limit in schema.items():
        if keyword in _HOLDS:
            if not _HOLDS[keyword](value, limit):
                yield _error(keyword, value, schema, route, of_name)
        elif keyword == "additionalProperties" and limit is False:
            if isinstance(value, dict) and value.keys() - schema.get("properties", {}).keys():
                yield _error(keyword, value, schema, route, of_name)
        elif keyword in _INNER:
            for inner, part, step in _INNER[keyword](value, limit, schema):
                names = of_name or keyword == "propertyNames"
                yield from _errors(inner, part, (*route, *step), of_name=names)


def _error(keyword: str, value: Any, schema: Schema, route: Route, of_name: bool) -> SchemaError:
    return SchemaError(
        keyword=keyword,
        route=route,
        value=value,
        limit=schema[keyword],
        schema=schema,
        of_name=of_name,
    )


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: isinstance(value, bool),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | Decimal) and not isinstance(value, bool),
    "string": lambda value: isinstance(value, str),
    "array": lambda value: isinstance(value, list),
    "object": lambda value: isinstance(value, dict),
}


def _of_type(value: Any, types: str | list[str]) -> bool:
    return any(_TYPES[name](value) for name in ([types] if isinstance(types, str) else types))


def _same(one: Any, other: Any) -> bool:
    """Equal as JSON: true is not 1."""
    return bool(one == other) and isinstance(one, bool) == isinstance(other, bool)


def _unique(items: list[Any]) -> bool:
    return not any(_same(item, before) for at, item in enumerate(items) for before in items[:at])


def _about(kind: str, holds: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    """A keyword that is about values of one type: any other value keeps to it."""
    return lambda value, limit: not _TYPES[kind](value) or holds(value, limit)


_HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": _of_type,
    "enum": lambda value, allowed: any(_same(value, one) for one in allowed),
    "pattern": _about("string", lambda value, pattern: bool(re.search(pattern, value))),
    "minLength": _about("string", lambda value, limit: len(value) >= limit),
    "maxLength": _about("string", lambda value, limit: len(value) <= limit),
    "minimum": _about("number", lambda value, limit: value >= limit),
    "maximum": _about("number", lambda value, limit: value <= limit),
    "minItems": _about("array", lambda value, limit: len(value) >= limit),
    "maxItems": _about("array", lambda value, limit: len(value) <= limit),
    "uniqueItems": _about("array", lambda value, wanted: not wanted or _unique(value)),
    "required": _about("object", lambda value, keys: all(key in value for key in keys)),
}
"""Keyword -> whether a value keeps to its limit."""

Inner = Iterator[tuple[Schema, Any, Route]]
"""(schema, value, step from the value around it)."""


def _properties(value: Any, properties: Mapping[str, Schema], _: Schema) -> Inner:
    if isinstance(value, dict):
        for key, inner in properties.items():
            if key in value:
                yield inner, value[key], (key,)


def _others(value: Any, inner: Schema, schema: Schema) -> Inner:
    if isinstance(value, dict):
        known = schema.get("properties", {})
        yield from ((inner, part, (key,)) for key, part in value.items() if key not in known)


def _names(value: Any, inner: Schema, _: Schema) -> Inner:
    if isinstance(value, dict):
        yield from ((inner, key, ()) for key in value)


def _items(value: Any, inner: Schema, _: Schema) -> Inner:
    if isinstance(value, list):
        yield from ((inner, part, (index,)) for index, part in enumerate(value))


_INNER: Mapping[str, Callable[[Any, Any, Schema], Inner]] = {
    "properties": _properties,
    "additionalProperties": _others,
    "propertyNames": _names,
    "items": _items,
}
"""Keyword -> the values within a value that have a schema of their own."""

ANNOTATIONS = frozenset({"$schema", "$id", "title", "description", "examples", "default"})
"""Keywords that say nothing about what is allowed."""

KEYWORDS = frozenset(_HOLDS) | frozenset(_INNER)
"""Keywords that a schema of ours may use."""

"""Settings: YAML as plain data, checked with its JSON Schema, findings in an author's words."""

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules import schema as rules
from coursebuilder.source.dutch import KEYS
from coursebuilder.source.schemas import Schema, SchemaError, load_schema, schema_errors
from coursebuilder.source.yaml_positions import YamlList, YamlMap, YamlNode, YamlScalar
from coursebuilder.text import Span

Route = tuple[str | int, ...]
"""Keys and indexes from the root of the data."""

Data = Any
"""What JSON can hold, with Decimal for numbers that have decimals."""

_NUMBER = re.compile(r"[-+]?[0-9]{1,15}(\.[0-9]{1,15})?")
_WORDS = {
    "true": True, "yes": True, "on": True, "false": False, "no": False, "off": False,
}  # fmt: skip
_NOTHING = frozenset(("", "~", "null"))


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one file that passed their schema; those that did not are left out."""

    data: Mapping[str, Data]
    places: Mapping[str, Span]
    """Where each value stands, by its route joined with ``/``: ``authors/0/name``."""

    complete: bool = True
    """False: the YAML could not be read, so nobody knows what was given."""

    def may_give(self, key: str) -> bool:
        """Whether the author gave this key, or may have done so."""
        return key in self.places or not self.complete

    def text(self, key: str) -> str:
        """A text, or ``""`` when it is not given."""
        return str(self.data.get(key, ""))

    def words(self, key: str) -> tuple[str, ...]:
        """A list of texts."""
        return tuple(str(word) for _, word in self.items(key))

    def items(self, key: str) -> Iterator[tuple[int, Data]]:
        """The items of a list that passed the schema, with their index as written."""
        items = enumerate(self.data.get(key, ()))
        return ((index, item) for index, item in items if item is not None)


UNREAD = Settings({}, {}, complete=False)
"""The settings of a file whose YAML is broken."""


def check_settings(root: YamlMap, schema: str) -> tuple[Settings, tuple[Diagnostic, ...]]:
    """The settings in ``root`` and the findings of the schema of that name, each at its place."""
    places: dict[Route, Span] = {}
    keys: dict[Route, Span] = {}
    data = _data(root, load_schema(schema), (), places, keys)
    found: dict[Route, Diagnostic] = {}
    if data or "required" in load_schema(schema):
        for error in schema_errors(schema, data):
            for route, diagnostic in _explain(error, places, keys):
                found.setdefault(route, diagnostic)
    named = {"/".join(map(str, route)): span for route, span in places.items()}
    return Settings(_without(data, found.keys(), ()), named), tuple(found.values())


def _data(
    node: YamlNode, schema: Schema, route: Route, places: dict[Route, Span], keys: dict[Route, Span]
) -> Data:
    """The node as plain data, read as its schema expects; notes where each value and key stands."""
    places[route] = node.span
    if isinstance(node, YamlScalar):
        return _scalar(node, _first(schema.get("type")))
    if isinstance(node, YamlList):
        inner = schema.get("items", {})
        return [
            _data(item, inner, (*route, index), places, keys)
            for index, item in enumerate(node.items)
        ]
    properties = schema.get("properties", {})
    others = schema.get("additionalProperties") or {}
    found: dict[str, Data] = {}
    for key, value in node.entries:
        inner_route = (*route, key.text)
        keys[inner_route] = key.span
        found[key.text] = _data(value, properties.get(key.text, others), inner_route, places, keys)
    return found


def _first(declared: Any) -> str | None:
    """The type that a schema asks for, the first of several: ``[string, null]``."""
    first: str | None = declared[0] if isinstance(declared, list) else declared
    return first


def _scalar(node: YamlScalar, expected: str | None) -> Data:
    """The value of a scalar: ``4.4`` is text where text is expected, ``no`` is then a word."""
    text = node.text
    if not node.plain:
        return text
    if text in _NOTHING:
        return None
    if expected == "boolean":
        return _WORDS.get(text.casefold(), text)
    if expected in {"number", "integer"} and _NUMBER.fullmatch(text):
        return Decimal(text) if "." in text else int(text)
    return text


def _without(data: Data, wrong: Collection[Route], route: Route) -> Data:
    """``data`` without the values at the routes in ``wrong``; a list's items keep their index."""
    if isinstance(data, dict):
        return {
            key: _without(value, wrong, (*route, key))
            for key, value in data.items()
            if (*route, key) not in wrong
        }
    if isinstance(data, list):
        return [
            None if (*route, index) in wrong else _without(value, wrong, (*route, index))
            for index, value in enumerate(data)
        ]
    return data


_TYPES: Mapping[str, Rule] = {
    "string": rules.NOT_TEXT,
    "number": rules.NOT_A_NUMBER,
    "integer": rules.NOT_A_WHOLE_NUMBER,
    "boolean": rules.NOT_YES_OR_NO,
    "array": rules.NOT_A_LIST,
    "object": rules.NOT_KEYS,
}
_LIMITS: Mapping[str, Rule] = {
    "minimum": rules.TOO_SMALL,
    "maximum": rules.TOO_LARGE,
    "minItems": rules.TOO_FEW_ITEMS,
    "maxItems": rules.TOO_MANY_ITEMS,
    "maxLength": rules.TOO_LONG,
}


def _explain(
    error: SchemaError, places: Mapping[Route, Span], keys: Mapping[Route, Span]
) -> Iterator[tuple[Route, Diagnostic]]:
    """(route of what is wrong, finding) for one error of the schema."""
    route, kind = error.route, error.keyword
    if kind == "required":
        yield from _missing(error, places)
    elif kind == "additionalProperties":
        yield from _unknown(error, keys)
    elif error.of_name:
        inner = (*route, str(error.value))
        rule = rules.EMPTY_VALUE if kind == "minLength" else rules.WRONG_FORM
        yield inner, rule.at(keys[inner], key=_key(route), **_shown(error))
    elif kind == "uniqueItems":
        yield from _repeated(error.value, route, places)
    elif kind in _LIMITS:
        values = {"value": _text(error.value), "limit": error.limit}
        if isinstance(error.value, list):
            values["count"] = len(error.value)
        yield route, _LIMITS[kind].at(places[route], key=_key(route), **values)
    else:
        yield route, _rule(error).at(places[route], key=_key(route), **_shown(error))


def _rule(error: SchemaError) -> Rule:
    """The rule for a value of the wrong type or form."""
    if error.value is None or error.value == "":
        return rules.EMPTY_VALUE
    if error.keyword == "type":
        return _TYPES[str(_first(error.limit))]
    return rules.VALUE_NOT_ALLOWED if error.keyword == "enum" else rules.WRONG_FORM


def _missing(
    error: SchemaError, places: Mapping[Route, Span]
) -> Iterator[tuple[Route, Diagnostic]]:
    """A finding for each required key that is not given."""
    for key in error.limit:
        if key not in error.value:
            example = _example(error.schema["properties"][key])
            place = places[error.route]
            yield (*error.route, key), rules.MISSING_KEY.at(place, key=key, example=example)


def _unknown(error: SchemaError, keys: Mapping[Route, Span]) -> Iterator[tuple[Route, Diagnostic]]:
    """A finding for each key that the schema does not know."""
    known: Iterable[str] = error.schema["properties"]
    for key in error.value:
        if key in known:
            continue
        place = keys[(*error.route, key)]
        word = key.casefold().replace("-", "_")
        near = get_close_matches(KEYS.get(word, word), known, n=1, cutoff=0.6)
        if near:
            diagnostic = rules.MISSPELLED_KEY.at(place, key=key, suggestion=near[0])
        else:
            diagnostic = rules.UNKNOWN_KEY.at(place, key=key, allowed=", ".join(known))
        yield (*error.route, key), diagnostic


def _repeated(
    items: list[Data], route: Route, places: Mapping[Route, Span]
) -> Iterator[tuple[Route, Diagnostic]]:
    """A finding for each item that stood earlier in the list."""
    for index, item in enumerate(items):
        if item in items[:index]:
            inner = (*route, index)
            yield inner, rules.REPEATED_ITEM.at(places[inner], key=_key(route), value=_text(item))


def _shown(error: SchemaError) -> dict[str, str]:
    """The fields of messages about a value: what it is and what it might be."""
    return {
        "value": _text(error.value),
        "allowed": ", ".join(map(str, error.schema.get("enum", ()))),
        "example": _example(error.schema),
    }


def _example(schema: Schema) -> str:
    """How a value of this schema may look, as YAML on one line."""
    examples = schema.get("examples") or schema.get("enum") or ["…"]
    return _text(examples[0])


def _text(value: Data) -> str:
    """A value as an author would write it."""
    if isinstance(value, str):
        return value if len(value) <= 60 else f"{value[:59]}…"
    if isinstance(value, list):
        return f"[{', '.join(map(_text, value))}]"
    if isinstance(value, bool | dict) or value is None:
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _key(route: Route) -> str:
    """The last key of a route: what a list's item is called by."""
    return next((part for part in reversed(route) if isinstance(part, str)), "")

"""Our reading of JSON Schema is that of a library for all of it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from coursebuilder.source.schema_errors import ANNOTATIONS, KEYWORDS, schema_errors
from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema


def parts(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and every schema in it."""
    yield schema
    inner = [*schema.get("properties", {}).values()]
    inner += [schema[name] for name in ("items", "propertyNames") if name in schema]
    others = schema.get("additionalProperties")
    for part in [*inner, *([others] if isinstance(others, dict) else [])]:
        yield from parts(part)


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_schemas_use_known_keywords_only(name: str) -> None:
    for part in parts(dict(load_schema(name))):
        assert part.keys() <= KEYWORDS | ANNOTATIONS
        others = part.get("additionalProperties", False)
        assert others is False or isinstance(others, dict)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 1200),
    st.decimals(-2, 1200, places=1),
    st.sampled_from(["", "x", "kader", "a b", "#fff", "https://example.org", "nl-BE", "x" * 600]),
)


def near(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Data that is like what the schema asks for, and often not quite that."""
    values: list[Any] = [*schema.get("enum", ()), *schema.get("examples", ())]
    found = [SCALARS, st.lists(SCALARS, max_size=3)]
    if values:
        found.append(st.sampled_from(values))
    if "items" in schema:
        found.append(st.lists(near(schema["items"]), max_size=4))
    if "properties" in schema:
        keys = {key: near(part) for key, part in schema["properties"].items()}
        found.append(st.fixed_dictionaries({}, optional={**keys, "unknown": SCALARS}))
    if isinstance(others := schema.get("additionalProperties"), dict):
        names = st.sampled_from(["", "a", "a b", "x" * 70])
        found.append(st.dictionaries(names, near(others), max_size=3))
    return st.one_of(found)


def route(error: tuple[Any, ...]) -> str:
    """What errors are sorted by; those of one value keep their order."""
    return repr(error[1])


@pytest.mark.parametrize("name", SCHEMA_NAMES)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_finds_what_the_library_finds(name: str, data: st.DataObject) -> None:
    schema = load_schema(name)
    value = data.draw(near(dict(schema)))
    theirs = [
        (str(error.validator), tuple(error.absolute_path), repr(error.instance), error.schema,
         "propertyNames" in error.absolute_schema_path)
        for error in Draft202012Validator(schema).iter_errors(value)
    ]  # fmt: skip
    ours = [
        (error.keyword, error.route, repr(error.value), error.schema, error.of_name)
        for error in schema_errors(name, value)
    ]
    # The library says once per missing key what we say once, and takes keys in an order of its own.
    once = [one for at, one in enumerate(theirs) if one not in theirs[:at]]
    assert sorted(once, key=route) == sorted(ours, key=route)


@pytest.mark.parametrize(
    ("value", "keyword"),
    [
        ({"min_version": Decimal("4.4")}, "type"),
        ({"min_version": "3.9"}, "pattern"),
        ({"unknown": 1}, "additionalProperties"),
    ],
)
def test_course_moodle_settings(value: dict[str, Any], keyword: str) -> None:
    found = list(schema_errors("course", {"id": "a", "title": "b", "moodle": value}))
    assert (keyword, "moodle") in [(error.keyword, *error.route[:1]) for error in found]

"""Our JSON Schemas (draft 2020-12): in the wheel beside the code, in a checkout in ``schemas/``."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

SCHEMA_NAMES = (
    "course",
    "module",
    "page",
    "quiz",
    "scan",
    "situation",
    "assignment",
    "forum",
    "glossary",
    "feedback",
    "choice",
    "url",
    "file",
    "folder",
    "spreadsheet",
    "document",
    "question-attributes",
    "block-attributes",
)
"""What :func:`load_schema` knows, and ``coursebuilder schema`` prints."""

Schema = Mapping[str, Any]
"""A JSON Schema, as JSON."""


def schema_text(name: str) -> str:
    """The JSON text of a schema; KeyError for a name that is not in ``SCHEMA_NAMES``."""
    if name not in SCHEMA_NAMES:
        raise KeyError(name)
    file = f"{name}.schema.json"
    installed = files("coursebuilder") / "schemas" / file
    if installed.is_file():
        return installed.read_text(encoding="utf-8")
    checkout = Path(__file__).parents[2] / "schemas" / file
    return checkout.read_text(encoding="utf-8")


@cache
def load_schema(name: str) -> Schema:
    """A schema as JSON; KeyError for a name that is not in ``SCHEMA_NAMES``."""
    schema: Schema = json.loads(schema_text(name))
    return schema


@dataclass(frozen=True, slots=True, kw_only=True)
class SchemaError:
    """One way in which data breaks its schema."""

    keyword: str
    """The keyword of JSON Schema that it breaks: ``required``, ``enum``…"""
    route: tuple[str | int, ...]
    """Keys and indexes from the root to the value."""
    value: Any
    limit: Any
    """What the schema says for the keyword."""
    schema: Schema
    """The part of the schema that is about the value."""
    of_name: bool
    """Whether it is about a key rather than a value (``propertyNames``); the key is ``value``."""


def schema_errors(name: str, data: object) -> Iterator[SchemaError]:
    """What breaks the schema of that name, in no particular order."""
    for error in _validator(name).iter_errors(data):
        schema = error.schema
        yield SchemaError(
            keyword=str(error.validator),
            route=tuple(error.absolute_path),
            value=error.instance,
            limit=error.validator_value,
            schema=schema if isinstance(schema, Mapping) else {},
            of_name="propertyNames" in error.absolute_schema_path,
        )


@cache
def _validator(name: str) -> "Draft202012Validator":
    # Imported late: a build that finds all files in its cache validates nothing.
    from jsonschema import Draft202012Validator

    return Draft202012Validator(load_schema(name))

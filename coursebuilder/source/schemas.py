"""Our JSON Schemas (draft 2020-12): in the wheel beside the code, in a checkout in ``schemas/``."""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

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

"""Pages of the reference that follow from the code: what targets make of a course, and all settings."""

from collections.abc import Iterator, Mapping
from typing import Any

from coursebuilder.source.schemas import SCHEMA_NAMES, Schema, load_schema
from coursebuilder.targets import TARGETS

_BOUNDS = {
    "minimum": "at least {}",
    "exclusiveMinimum": "more than {}",
    "maximum": "at most {}",
    "minItems": "at least {} of them",
    "maxItems": "at most {} of them",
    "maxLength": "at most {} characters",
}
"""Keyword of JSON Schema -> what it says in words."""


def targets_markdown() -> str:
    """``docs/targets.md``: a table of the targets, then each with what it makes of every part."""
    rows = [
        f"| [{target.name}](#{target.name}) | `<course id>-{target.name}{target.suffix}` "
        f"| {', '.join(target.packings)} |"
        for target in TARGETS.values()
    ]
    parts = [
        "# Targets",
        "A target is a kind of package. `coursebuilder build` makes all of them; `--target` chooses. "
        "*Native* means that the platform gets its own activity, which a trainer edits there.",
        _table(("Target", "File", "Packed as"), rows),
    ]
    for target in TARGETS.values():
        parts.append(f"## {target.name}")
        forms = [f"| {_cell(part)} | {_cell(form)} |" for part, form in target.forms]
        parts.append(_table(("In the source", "In the package"), forms))
    return "\n\n".join(parts) + "\n"


def schemas_markdown() -> str:
    """``docs/schemas.md``: every setting of every kind of file, from the JSON Schemas."""
    parts = [
        "# Settings",
        "Every key that a file may hold: in `course.yml`, at the top of a Markdown file, in a "
        "spreadsheet's description and in braces. A dot leads to a key inside another one; `[]` is each item "
        "of a list. `coursebuilder schema NAME` prints the JSON Schema behind a table.",
    ]
    for name in SCHEMA_NAMES:
        schema = load_schema(name)
        parts += [f"## {name}", _text(schema.get("description", "")), _settings(schema)]
    return "\n\n".join(parts) + "\n"


def _settings(schema: Schema) -> str:
    rows = (
        f"| `{key}`{' (required)' if required else ''} | {_cell(_meaning(value))} "
        f"| {_cell(_kind(value) + _left_out(value))} |"
        for key, value, required in _keys(schema)
    )
    return _table(("Key", "What it says", "Value"), rows)


def _keys(schema: Schema, prefix: str = "") -> Iterator[tuple[str, Schema, bool]]:
    """(dotted key, its schema, whether it must be there), each before what it holds."""
    for name, value in schema.get("properties", {}).items():
        yield f"{prefix}{name}", value, name in schema.get("required", ())
        yield from _keys(value, f"{prefix}{name}.")
        if isinstance(items := value.get("items"), Mapping):
            yield from _keys(items, f"{prefix}{name}[].")


def _meaning(schema: Schema) -> str:
    examples = schema.get("examples", ())
    shown = "" if isinstance(schema.get("type"), list) else _example(examples)
    return f"{_text(schema.get('description', schema.get('title', '')))}{shown}"


def _example(examples: Any) -> str:
    """The first example, when it fits a line of YAML: words, numbers or a list of them."""
    if not examples:
        return ""
    first = examples[0]
    items = first if isinstance(first, list) else [first]
    if not all(isinstance(item, str | int | float) for item in items):
        return ""
    text = f"[{', '.join(map(str, items))}]" if isinstance(first, list) else str(first)
    return f" Example: `{text}`."


def _kind(schema: Schema) -> str:
    """The values a key takes, in words: *one of …*, *whole number, at least 1*."""
    if "enum" in schema:
        return "one of " + ", ".join(f"`{_scalar(value)}`" for value in schema["enum"])
    kinds = schema.get("type", [])
    kind = " or ".join(_TYPES[name] for name in ([kinds] if isinstance(kinds, str) else kinds))
    items = schema.get("items")
    if isinstance(items, Mapping) and (inner := _kind(items)):
        kind = f"{kind}: {inner}"
    bounds = (words.format(schema[name]) for name, words in _BOUNDS.items() if name in schema)
    return ", ".join((kind, *bounds)).strip(", ")


_TYPES = {
    "string": "text",
    "integer": "whole number",
    "number": "number",
    "boolean": "`true` or `false`",
    "array": "list",
    "object": "keys",
    "null": "empty",
}
"""Type of JSON Schema -> what it is called in the reference."""


def _left_out(schema: Schema) -> str:
    """What holds when the key is left out; empty when that is nothing."""
    default = schema.get("default", [])
    items = default if isinstance(default, list) else [default]
    values = ", ".join(f"`{_scalar(item)}`" for item in items if item != {})
    return f"; left out: {values}" if values else ""


def _scalar(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _table(heads: tuple[str, ...], rows: Iterator[str] | list[str]) -> str:
    line = f"| {' | '.join(heads)} |"
    return "\n".join((line, f"|{' --- |' * len(heads)}", *rows))


def _text(text: str) -> str:
    """A text as Markdown that shows it as it is."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("{#", "{&#35;")


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")

"""What every printed file has: front matter, a title and a body."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import yaml

from coursebuilder.markup import plain_text, split_attributes
from coursebuilder.model import Activity, Body
from coursebuilder.source.printer_blocks import body_lines
from coursebuilder.source.printer_text import number, paragraphs
from coursebuilder.source.yaml_positions import CURLY

_TITLE = r"#(?:[^#]|$)|=+ *$"


def activity_body_lines(activity: Activity, body: Body, notation: str) -> list[str]:
    """A body whose prose begins no line with ``notation``."""
    if not _heading_can_be(activity.title):
        notation = f"{notation}|{_TITLE}"
    return body_lines(body, activity.span.path, notation)


def common_settings(activity: Activity) -> dict[str, Any]:
    """The settings that every activity may have."""
    settings: dict[str, Any] = {"id": activity.id}
    if not _heading_can_be(activity.title):
        settings["title"] = activity.title
    return {
        **settings,
        **unless_default(
            objectives=(list(activity.objectives), []),
            duration=(activity.duration, None),
            required=(activity.required, True),
        ),
    }


def unless_default(**values: tuple[Any, Any]) -> dict[str, Any]:
    """The values that are not the default standing beside them."""
    return {name: value for name, (value, default) in values.items() if value != default}


def _heading_can_be(title: str) -> bool:
    """Whether a heading reads back as this title."""
    return (
        bool(title)
        and plain_text(title) == title
        and split_attributes(title)[0] == title
        and not title.endswith("#")
    )


def source_file(activity: Activity, settings: Mapping[str, Any], sections: list[list[str]]) -> str:
    """Front matter, heading and sections as one file."""
    front = yaml.dump(
        dict(settings), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1_000_000
    )
    heading = [f"# {activity.title}"] if _heading_can_be(activity.title) else []
    lines = paragraphs([["---", *front.rstrip("\n").split("\n"), "---"], heading, *sections])
    return "\n".join((*lines, ""))


class _Dumper(yaml.SafeDumper):
    """YAML in which numbers are plain."""


def _decimal(dumper: yaml.SafeDumper, value: Decimal) -> yaml.ScalarNode:
    kind = "int" if value == value.to_integral_value() else "float"
    text = number(value.quantize(Decimal(1)) if kind == "int" else value)
    return dumper.represent_scalar(f"tag:yaml.org,2002:{kind}", text)


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    """A text; in straight quotes when curly ones around it would be taken for those."""
    style = '"' if CURLY.fullmatch(value) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Dumper.add_representer(Decimal, _decimal)
_Dumper.add_representer(str, _text)

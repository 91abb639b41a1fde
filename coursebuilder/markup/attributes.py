"""Attribute lists in braces: ``{#id .class key=value key="two words"}``.

``{: …}``, the other form that Python-Markdown knows, means the same.
"""

import re

Attributes = tuple[tuple[str, str], ...]
"""(name, value) in the author's order; ``#x`` is ``("id", "x")``, ``.x`` is ``("class", "x")``."""

ITEM = r'#[^\s{}"=#]+|\.[^\s{}"=#.]+|[^\s{}"=#.][^\s{}"=]*=(?:"(?:[^"\\]|\\.)*+"|[^\s"{}]++)'
"""One attribute of a list, as a regular expression."""
_LIST = re.compile(rf"\{{:?[ \t]*+(?:(?:{ITEM})(?=[\s}}])[ \t]*+)*+\}}")
_ONE = re.compile(ITEM)
_OPENING = re.compile(r"(?:^|(?<=\s))\{")
_ESCAPE = re.compile(r'\\(["\\])')
_INTENDED = re.compile(r"\{[^{}]*(?:#|=)[^{}]*\}?\s*$")


def parse_attributes(source: str) -> Attributes | None:
    """The attributes of ``{…}``; None when that is not an attribute list."""
    source = source.strip()
    if not _LIST.fullmatch(source):
        return None
    start = 2 if source[1] == ":" else 1
    return tuple(_attribute(match[0]) for match in _ONE.finditer(source, start))


def _attribute(item: str) -> tuple[str, str]:
    if item.startswith("#"):
        return ("id", item[1:])
    if item.startswith("."):
        return ("class", item[1:])
    name, _, value = item.partition("=")
    if value.startswith('"'):
        value = _ESCAPE.sub(r"\1", value[1:-1])
    return (name, value)


def split_attributes(line: str) -> tuple[str, Attributes, int]:
    """A line without the ``{…}`` at its end, those attributes, and where the ``{`` stands.

    The place is -1 when there is no list. A brace belongs to a list only after a space or at the
    start of the line; words in braces that are no attributes stay part of the line.
    """
    if line.rstrip().endswith("}"):
        for opening in _OPENING.finditer(line):
            match = _LIST.match(line, opening.start())
            if match and not line[match.end() :].strip():
                attributes = parse_attributes(match[0])
                if attributes is not None:
                    return line[: opening.start()].strip(), attributes, opening.start()
    return line.strip(), (), -1


def attributes_intended(line: str) -> int:
    """Where a ``{…`` stands that its author meant as attributes but that is none; -1: nowhere."""
    brace = line.rfind("{")
    return brace if brace >= 0 and _INTENDED.match(line, brace) else -1


def attribute_list(attributes: Attributes) -> str:
    """``{…}``, which ``parse_attributes`` reads back."""
    return "{" + " ".join(_written(name, value) for name, value in attributes) + "}"


def _written(name: str, value: str) -> str:
    if name == "id":
        return f"#{value}"
    if value and not re.search(r'[\s"{}\\“”„‟‘’‚‛]', value):
        return f"{name}={value}"
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'{name}="{escaped}"'

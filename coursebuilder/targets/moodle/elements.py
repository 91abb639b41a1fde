"""The way a Moodle backup writes values: every value is the text of an element of its own."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from lxml import etree

from coursebuilder.formats.xml import Element, characters
from coursebuilder.targets.moodle.ids import Ids

NULL = "$@NULL@$"
"""How a backup says "no value"; an empty element is the empty string."""

Value = str | int | Decimal | None


def node(tag: str, *children: Element, **attributes: int | str) -> Element:
    """An element with elements in it."""
    element = etree.Element(tag, {name: str(value) for name, value in attributes.items()})
    element.extend(children)
    return element


def leaf(tag: str, value: Value) -> Element:
    """An element with one value; ``None`` is Moodle's NULL, a ``Decimal`` is written with its digits."""
    element = etree.Element(tag)
    if isinstance(value, str):
        element.text = characters(value)
    else:
        element.text = NULL if value is None else str(value)
    return element


def leaves(**values: Value) -> tuple[Element, ...]:
    """One element per value, in the order given."""
    return tuple(leaf(tag, value) for tag, value in values.items())


def references(tag: str, ids: tuple[int, ...]) -> tuple[Element, ...]:
    """``<fileref><file><id>`` and its kind (inforef.xml); nothing when there are no ids."""
    if not ids:
        return ()
    return (node(f"{tag}ref", *(node(tag, leaf("id", id)) for id in ids)),)


def tags(words: Iterable[str], ids: Ids) -> Iterator[Element]:
    """``<tag>`` per word; Moodle keeps 50 characters and takes no notice of capitals."""
    for name, word in {tag_name(word): word for word in words}.items():
        yield node("tag", *leaves(name=name, rawname=short(word, 50)), id=ids.of("tag", name))


def tag_name(word: str) -> str:
    """What a tag is known by; its id hangs on it."""
    return short(word, 50).lower()


def mark(value: Decimal) -> str:
    """A mark, fraction or penalty as Moodle keeps it: seven decimals."""
    return f"{value:.7f}"


def grade(value: Decimal) -> str:
    """A grade as Moodle keeps it: five decimals."""
    return f"{value:.5f}"


def plain_number(value: Decimal) -> str:
    """The shortest notation without exponent: ``1.5``, ``200``."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_ENTITY = re.compile(r"&(?=#?\w+;)")


def shown_name(text: str, length: int = 255) -> str:
    """A title in Moodle's columns for names: Moodle reads them as HTML and cuts tags out of them.

    Only what would be read as a tag or an entity is escaped; a restore refuses a course name with tags.
    """
    shown = text
    while True:
        escaped = _ENTITY.sub("&amp;", shown).replace("<", "&lt;").replace(">", "&gt;")
        if len(escaped) <= length:
            return escaped
        shown = text[: len(shown.removesuffix("…")) - 1] + "…"


def short(text: str, length: int = 255) -> str:
    """The text, cut with an ellipsis where Moodle's column would be too narrow."""
    return text if len(text) <= length else text[: length - 1] + "…"

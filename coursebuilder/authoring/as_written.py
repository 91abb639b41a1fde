"""What a formatted source keeps of its author's hand: the order and quotes of attributes, and decimal commas.

The printer knows what a line means, not how it was written. A line of the old text that says the same
as a printed one lends it its attribute list and its numbers; what they mean is checked afterwards.
"""

import re
from collections import defaultdict, deque

from coursebuilder.markup import split_attributes
from coursebuilder.markup.attributes import ITEM

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_BULLET = re.compile(r"^[*+] ")
_ITEM = re.compile(ITEM)

Key = tuple[str, ...]
"""What a line says, whichever way its numbers and attributes are written."""


def as_written(printed: str, original: str) -> str:
    """The printed text with attributes and numbers as the original writes them."""
    own: defaultdict[Key, deque[str]] = defaultdict(deque)
    for line in original.split("\n"):
        if (key := _key(line)) is not None:
            own[key].append(line)
    lines = printed.split("\n")
    for index, line in enumerate(lines):
        key = _key(line)
        if key is not None and own[key]:
            lines[index] = _merged(line, own[key].popleft())
    return "\n".join(lines)


def _key(line: str) -> Key | None:
    """None for a line with neither attributes nor decimals."""
    words, pairs, place = split_attributes(line)
    if place < 0 and not any(sign in words for sign in ".,"):
        return None
    ids = [value for name, value in pairs if name == "id"]
    said = " ".join(_NUMBER.sub(_plain, words).replace("+-", "±").split())
    return (_BULLET.sub("- ", said), *(ids or sorted(map(str, pairs))))


def _plain(match: re.Match[str]) -> str:
    """A number without the zeros and the comma that a printer would not write."""
    whole, point, decimals = match[0].replace(",", ".").partition(".")
    decimals = decimals.rstrip("0")
    return f"{whole}{point}{decimals}" if decimals else whole


def _merged(line: str, own: str) -> str:
    """The printed line with the numbers and the attributes of the author's own."""
    _, _, place = split_attributes(line)
    _, _, own_place = split_attributes(own)
    words = line if place < 0 else line[:place]
    numbers = iter(_NUMBER.findall(own if own_place < 0 else own[:own_place]))
    words = _NUMBER.sub(lambda match: next(numbers, match[0]), words)
    if place < 0:
        return words
    items = [match[0] for match in _ITEM.finditer(own, own_place + 1)]
    return f"{words}{{{' '.join(items)}}}"

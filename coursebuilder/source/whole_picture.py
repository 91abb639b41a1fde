"""Whether a picture is all there: its first and last bytes, and the lengths written in between.

Nothing is decoded. A picture whose content is of another kind than its name says is left alone, because
browsers look at the content.
"""

import os
from collections.abc import Callable
from typing import BinaryIO

from lxml import etree

PNG, JPEG, GIF, WEBP, SVG = "PNG", "JPEG", "GIF", "WebP", "SVG"
KINDS = {
    "image/png": PNG,
    "image/jpeg": JPEG,
    "image/gif": GIF,
    "image/webp": WEBP,
    "image/svg+xml": SVG,
}
"""Media type -> what a whole file of it is called; other pictures are not looked at."""

_TAIL = 65_536
"""Bytes in which the end of a picture is looked for: cameras add to it."""
_MOST_CHUNKS = 100_000


def is_whole(stream: BinaryIO, kind: str) -> bool:
    """Whether the picture in ``stream``, which its name calls a ``kind``, is all there."""
    if kind == SVG:
        return svg_mistake(stream.read()) is None
    start = stream.read(12)
    for opening, check in _CHECKS:
        if start.startswith(opening):
            return check(stream)
    return False


def svg_mistake(svg: bytes) -> int | None:
    """The line at which a drawing stops being XML; None when it is whole."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        etree.fromstring(svg, parser)
    except etree.XMLSyntaxError as error:
        return max(1, error.position[0])
    return None


def _whole_png(stream: BinaryIO) -> bool:
    """The chunks follow each other up to ``IEND`` (PNG, 5.3)."""
    size = _size(stream)
    place = 8
    for _ in range(_MOST_CHUNKS):
        stream.seek(place)
        head = stream.read(8)
        if len(head) < 8:
            return False
        place += 12 + int.from_bytes(head[:4], "big")
        if head[4:] == b"IEND":
            return place <= size
    return False


def _whole_jpeg(stream: BinaryIO) -> bool:
    """An end-of-image marker near the end (JPEG, B.1.1.3)."""
    return b"\xff\xd9" in _tail(stream)


def _whole_gif(stream: BinaryIO) -> bool:
    """The trailer at the end (GIF89a, 27)."""
    return _tail(stream).rstrip(b"\0").endswith(b"\x3b")


def _whole_riff(stream: BinaryIO) -> bool:
    """As long as its header says (WebP container, RIFF header)."""
    stream.seek(0)
    head = stream.read(12)
    return head[8:] == b"WEBP" and _size(stream) >= 8 + int.from_bytes(head[4:8], "little")


_CHECKS: tuple[tuple[bytes, Callable[[BinaryIO], bool]], ...] = (
    (b"\x89PNG\r\n\x1a\n", _whole_png),
    (b"\xff\xd8\xff", _whole_jpeg),
    (b"GIF8", _whole_gif),
    (b"RIFF", _whole_riff),
)


def _size(stream: BinaryIO) -> int:
    return stream.seek(0, os.SEEK_END)


def _tail(stream: BinaryIO) -> bytes:
    stream.seek(max(0, _size(stream) - _TAIL))
    return stream.read()

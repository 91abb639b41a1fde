"""What the target of a link or picture means, seen from the file it stands in."""

import posixpath
import re
from dataclasses import dataclass
from typing import Literal
from unicodedata import normalize
from urllib.parse import unquote

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A target, taken apart."""

    kind: Literal["course", "outside", "absolute", "scheme", "empty"]
    """``course``: ``path`` counts from the course folder; ``scheme``: an address elsewhere."""
    path: str = ""
    anchor: str = ""
    scheme: str = ""
    """Lower case: ``https``."""


def address(target: str, source: str) -> Address:
    """Where ``target``, written in the file ``source``, leads; ``#x`` alone leads into the file."""
    target = target.strip()
    if not target:
        return Address(kind="empty")
    if target.startswith(("/", "\\")) or _DRIVE.match(target):
        # //host/x is a network address of the scheme in use, which a package does not have.
        return Address(kind="absolute")
    scheme = _SCHEME.match(target)
    if scheme is not None:
        name = scheme[1].lower()
        return Address(kind="absolute" if name == "file" else "scheme", scheme=name)
    raw, _, anchor = target.partition("#")
    written = normalize("NFC", unquote(raw.partition("?")[0]))
    anchor = normalize("NFC", unquote(anchor))
    if not written:
        return Address(kind="course", path=source, anchor=anchor)
    path = posixpath.normpath(posixpath.join(posixpath.dirname(source), written))
    if path == ".." or path.startswith("../"):
        return Address(kind="outside", path=path)
    return Address(kind="course", path=path, anchor=anchor)

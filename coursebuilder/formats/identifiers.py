"""Identifiers in manifests: stable, because platforms hang attempts on them."""

import hashlib
import re

_LENGTH = 40
_LEGAL = re.compile(r"[a-z0-9-]+")


def identifier(prefix: str, id: str) -> str:
    """An XML id made of the author's id, ``item_kader``; hyphens are left out of AICC scripts.

    An id that is too long or of other characters keeps its beginning and gets eight of its hash.
    """
    if len(id) <= _LENGTH and _LEGAL.fullmatch(id):
        return f"{prefix}_{id.replace('-', '_')}"
    start = re.sub(r"[^a-z0-9]+", "_", id.lower())[: _LENGTH - 9]
    return f"{prefix}_{start}_{hashlib.sha256(id.encode()).hexdigest()[:8]}"

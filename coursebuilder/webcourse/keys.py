"""Short keys that stand for activities and questions in a learner's state."""

import base64
import hashlib
from collections.abc import Iterable, Mapping

KEY_LENGTH = 3
"""Characters of base64url: 18 bits."""


def short_keys(ids: Iterable[str]) -> Mapping[str, str]:
    """Id -> key: the first 18 bits of the SHA-256 of the id, all different.

    Two ids of one hash are rare but happen (one chance in thirteen among 200). Then the one that sorts
    last takes the hash of ``id#1``, ``id#2``… The order of the course plays no part.
    """
    keys: dict[str, str] = {}
    taken: set[str] = set()
    for id in sorted(set(ids)):
        key, turn = _hash(id), 0
        while key in taken:
            turn += 1
            key = _hash(f"{id}#{turn}")
        keys[id] = key
        taken.add(key)
    return keys


def _hash(text: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest())[:KEY_LENGTH].decode()

"""The lines of Markdown in which nothing is notation: fenced code and HTML comments."""

import re
from collections.abc import Sequence

_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")


def verbatim(lines: Sequence[str]) -> dict[int, int]:
    """First line -> last line (indexes, both included) of each fenced block and block comment.

    A fence stands at the margin, as Python-Markdown wants it; one that is never closed is no fence.
    The time is linear: what was looked for in vain once is not looked for again.
    """
    found: dict[int, int] = {}
    hopeless: dict[str, int] = {}
    index = 0
    while index < len(lines):
        line = lines[index]
        last = None
        if line[:3] in ("```", "~~~"):
            last = _fence_end(lines, index, hopeless)
        elif line.startswith("<!--") and "<!--" not in hopeless:
            last = _comment_end(lines, index)
            if last is None:
                hopeless["<!--"] = 0
        if last is not None:
            found[index] = last
            index = last
        index += 1
    return found


def _fence_end(lines: Sequence[str], index: int, hopeless: dict[str, int]) -> int | None:
    match = _FENCE.match(lines[index])
    if match is None:
        return None
    fence, info = match.groups()
    kind, length = fence[0], len(fence)
    if (kind == "`" and "`" in info) or length >= hopeless.get(kind, length + 1):
        return None
    for last in range(index + 1, len(lines)):
        line = lines[last]
        if line[:3] == kind * 3:
            bare = line.rstrip(" \t")
            if len(bare) >= length and not bare.strip(kind):
                return last
    hopeless[kind] = length
    return None


def _comment_end(lines: Sequence[str], index: int) -> int | None:
    if "-->" in lines[index][4:]:
        return index
    return next((last for last in range(index + 1, len(lines)) if "-->" in lines[last]), None)

"""Gaps in a passage: which ``[[1]]`` of its HTML stands for one, and which an author wrote as text."""

import re
from collections.abc import Callable

_SHOWN = re.compile(r"\[\[(\d+)\]\]")
_WRITTEN = re.compile(r"\\[^\[\]]|(\\?\[\\?\[\d+\\?\]\\?\])")
"""What becomes ``[[1]]`` in the HTML; with a backslash it is text."""


def replace_gaps(
    source: str, html: str, count: int, gap: Callable[[int], str], text: Callable[[str], str] = str
) -> str:
    """The HTML of a passage with ``gap(1)``, ``gap(2)``… for its gaps and ``text(…)`` for what looks like one.

    They stand in the HTML in the order of the source. Where the two do not tell the same number of
    them, the first ``[[1]]`` is the gap, then the first ``[[2]]``.
    """
    written = [found[1] for found in _WRITTEN.finditer(source) if found[1]]
    paired = len(written) == len(_SHOWN.findall(html))
    seen = done = 0

    def shown(found: re.Match[str]) -> str:
        nonlocal seen, done
        is_text = paired and "\\" in written[seen]
        seen += 1
        if is_text or done == count or int(found[1]) != done + 1:
            return text(found[0])
        done += 1
        return gap(done)

    return _SHOWN.sub(shown, html)

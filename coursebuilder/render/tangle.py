"""Markdown that Python-Markdown would take minutes for: each open bracket makes it read on to the end."""

import re

_PARAGRAPHS = re.compile(r"\n[ \t]*\n")
_BRACKETS = re.compile(r"[\[\]]")

MOST = 150
"""Brackets that may stand open in one paragraph; nobody can follow as many as ten."""


def is_tangled(source: str) -> bool:
    """Whether a paragraph holds more open brackets, parentheses or tags than anyone means."""
    if max(source.count("["), source.count("("), source.count("<")) <= MOST:
        return False
    return any(map(_paragraph_is_tangled, _PARAGRAPHS.split(source)))


def _paragraph_is_tangled(paragraph: str) -> bool:
    if paragraph.count("(") - paragraph.count(")") > MOST:
        return True
    if paragraph.count("<") - paragraph.count(">") > MOST:
        return True
    depth = 0
    for bracket in _BRACKETS.findall(paragraph):
        depth = depth + 1 if bracket == "[" else max(depth - 1, 0)
        if depth > MOST:
            return True
    return False

"""What checks need to know of a source file: its links, headings, anchors and length."""

import re
from collections.abc import Iterable
from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from coursebuilder.markup.headings import headings
from coursebuilder.markup.links import definitions, links
from coursebuilder.markup.plain import words
from coursebuilder.model import Heading, Outline
from coursebuilder.text import Text

_NUMBERED = re.compile(r"(.+)_(\d+)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")


def outline(texts: Iterable[Text], anchors: Iterable[str] = ()) -> Outline:
    """The outline of one file's texts; ``anchors`` names what is not a heading (questions…).

    Headings with the same slug are told apart as Python-Markdown does it: ``doel``, ``doel_1``.
    """
    pieces = tuple(texts)
    defined: dict[str, str] = {}
    for text in pieces:
        defined = {**definitions(text), **defined}
    used = dict.fromkeys(anchors, 0)
    found: list[Heading] = []
    for text in pieces:
        for heading in headings(text):
            anchor = _unique(heading.anchor, used)
            found.append(replace(heading, anchor=anchor))
    return Outline(
        links=tuple(link for text in pieces for link in links(text, defined)),
        headings=tuple(found),
        anchors=tuple(sorted(used)),
        words=sum(words(text.source) for text in pieces),
    )


def _unique(anchor: str, used: dict[str, int]) -> str:
    """The anchor, numbered when it is taken; ``used`` keeps the last number each one got."""
    if anchor in used:
        numbered = _NUMBERED.fullmatch(anchor)
        stem, number = (numbered[1], int(numbered[2])) if numbered else (anchor, 0)
        number = max(number, used.get(stem, 0)) + 1
        while f"{stem}_{number}" in used:
            number += 1
        used[stem] = number
        anchor = f"{stem}_{number}"
    used[anchor] = 0
    return anchor


def file_path(source: str, target: str) -> str:
    """The path from the course folder of a file that ``source`` names relative to itself.

    Addresses on the web come back as they are; a path out of the folder begins with ``..``.
    """
    if not target or _SCHEME.match(target):
        return target
    return normpath(join(dirname(source), unquote(target).replace("\\", "/")))

"""The one Markdown engine: Python-Markdown with its own extensions and ours. See ADR 1."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from markdown import Markdown
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.tables import TableExtension
from markdown.util import Registry

from coursebuilder.render.markdown_extensions import (
    CourseExtension,
    Fragment,
    Fragments,
    register_plain_texts,
)

BACK_TITLE = "cb-back "
"""Starts the title of a footnote's back link; its number follows. The course's language is not known here."""

_NOTES = '<div class="footnote">'

_NEEDS = MappingProxyType(
    {
        "<": ("inlinePatterns autolink", "inlinePatterns automail", "inlinePatterns html"),
        "&": ("inlinePatterns entity",),
        "$": ("inlinePatterns cb_formula",),
        "![": (
            "inlinePatterns image_link",
            "inlinePatterns image_reference",
            "inlinePatterns short_image_ref",
        ),
        "[^": (
            "inlinePatterns footnote",
            "blockprocessors footnote",
            "treeprocessors footnote",
            "treeprocessors footnote-duplicate",
        ),
        "*[": ("blockprocessors abbr", "treeprocessors abbr"),
        "\\": ("inlinePatterns escape",),
    }
)
"""Characters -> the processors that can do nothing in a source without them (registry and name).

Python-Markdown tries each of them on each piece of text; leaving them out saves a fifth of the time."""

_READS_ALL_TEXT = "*["
"""Abbreviations are looked for in all text, also where no other markup is."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Markdown as HTML that is not yet safe: it still has to pass ``sanitize``."""

    pieces: tuple[str, ...]
    notes: str
    """The footnotes of all pieces: an ``<ol>`` with what Python-Markdown puts around it, or empty."""
    fragments: tuple[Fragment, ...]
    prefix: str
    """``<prefix>3z`` in a piece stands for ``fragments[3]``."""


class Engine:
    """A reusable converter; not for two threads at once, because it keeps state while it converts."""

    def __init__(self, features: frozenset[str]) -> None:
        """``features`` names the keys of ``_NEEDS`` that occur in what it will convert."""
        self._fragments = Fragments()
        self._footnotes = FootnoteExtension(BACKLINK_TITLE=BACK_TITLE + "{}", PLACE_MARKER="\0")
        self._markdown = Markdown(
            output_format="html",
            extensions=[
                TableExtension(use_align_attribute=True),
                self._footnotes,
                "def_list",
                "abbr",
                "attr_list",
                "sane_lists",
                CourseExtension(self._fragments),
            ],
        )
        registries: dict[str, Registry[Any]] = {
            "inlinePatterns": self._markdown.inlinePatterns,
            "blockprocessors": self._markdown.parser.blockprocessors,
            "treeprocessors": self._markdown.treeprocessors,
        }
        if _READS_ALL_TEXT not in features:
            register_plain_texts(self._markdown)
        for characters, processors in _NEEDS.items():
            if characters not in features:
                for processor in processors:
                    registry, name = processor.split()
                    registries[registry].deregister(name)
        inline = self._markdown.treeprocessors["inline"]
        inline.inlinePatterns = tuple(self._markdown.inlinePatterns)  # type: ignore[attr-defined]

    def together(self, sources: Sequence[str]) -> Converted | None:
        """The pieces of one file in one conversion, or None when one does not keep to itself.

        They share footnotes, link definitions, abbreviations and heading ids. Between them stand
        paragraphs that no author writes; raw HTML or a fence that is left open takes such a paragraph in,
        and nesting may be too deep for any conversion.
        """
        self._start("\n".join(sources), "-")
        separator = f"{self._fragments.prefix}s"
        try:
            html = self._markdown.convert(
                "".join(f"{source}\n\n{separator}\n\n" for source in sources)
            )
        except RecursionError:
            return None
        *pieces, notes = html.split(f"<p>{separator}</p>")
        if len(pieces) != len(sources) or any(separator in part for part in (*pieces, notes)):
            return None
        return self._converted(pieces, notes)

    def alone(self, source: str, number: int) -> Converted | None:
        """One piece by itself, or None when it is nested too deeply (lists within lists…).

        ``number`` keeps the ids of its footnotes apart from other pieces'.
        """
        self._start(source, f"-{number}-")
        try:
            html = self._markdown.convert(source)
        except RecursionError:
            return None
        piece, mark, notes = html.rpartition(_NOTES)
        return self._converted([piece], mark + notes) if mark else self._converted([html], "")

    def _start(self, source: str, separator: str) -> None:
        self._fragments.start(source)
        self._footnotes.setConfig("SEPARATOR", separator)
        self._markdown.reset()
        self._markdown.parser.state.clear()  # a conversion that was nested too deeply leaves its own

    def _converted(self, pieces: Sequence[str], notes: str) -> Converted:
        return Converted(
            pieces=tuple(piece.strip() for piece in pieces),
            notes=notes.strip(),
            fragments=tuple(self._fragments.found),
            prefix=self._fragments.prefix,
        )


def engine(sources: Iterable[str]) -> Engine:
    """This process's engine for pieces like these."""
    joined = "\n".join(sources)
    return _engine(frozenset(characters for characters in _NEEDS if characters in joined))


@cache
def _engine(features: frozenset[str]) -> Engine:
    return Engine(features)

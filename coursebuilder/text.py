"""Places in the sources, and the string types that say what a string holds."""

from dataclasses import dataclass, field
from typing import NewType

Markdown = NewType("Markdown", str)
"""Markdown as the author wrote it (line endings are ``\\n``, no byte order mark, Unicode NFC)."""

Html = NewType("Html", str)
"""Sanitised HTML. Links into the course read ``cb:PATH[#ANCHOR]``; see ``coursebuilder.render``."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a source file. Lines and columns count from 1, columns in Unicode code points."""

    path: str
    """Path from the course folder, ``/``-separated: ``01-kader/03-toets.md``."""
    line: int = 1
    column: int = 1


NOWHERE = Span("")
"""The place of things that no file holds (models made in code)."""


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of Markdown and where its first character stands. Equality looks at the Markdown only."""

    source: Markdown
    span: Span = field(default=NOWHERE, compare=False)
    indent: int = field(default=0, compare=False)
    """How many characters of quoting and indentation stand before each further line in the file."""


def plain(text: str) -> Text:
    """A ``Text`` of no place, for models made in code."""
    return Text(Markdown(text))

"""Links in rendered HTML that no check of the source has seen.

The links of a source file are looked for in its Markdown (``markup.links``), because only there they
have a place. Python-Markdown may take for a link what was not seen there; a target could not give it
an address.
"""

from collections.abc import Collection, Iterator, Mapping

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.render import UNSEEN_LINK
from coursebuilder.render.document import RenderedFile
from coursebuilder.render.links import NEUTRAL, neutral_path
from coursebuilder.text import Span


def unresolved(files: Mapping[str, RenderedFile], known: Collection[str]) -> Iterator[Diagnostic]:
    """A finding for each rendered link to a path that is none of the ``known`` ones."""
    for path, file in files.items():
        for (line, column, _), html in file.pieces.items():
            yield from _unknown(html, Span(path, line, column), known)
        yield from _unknown(file.notes, Span(path), known)


def _unknown(html: str, span: Span, known: Collection[str]) -> Iterator[Diagnostic]:
    if '="cb:' not in html:
        return
    for target in dict.fromkeys(neutral_path(match) for match in NEUTRAL.finditer(html)):
        if target not in known:
            yield UNSEEN_LINK.at(span, target=target)

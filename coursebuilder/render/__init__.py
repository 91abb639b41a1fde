"""Markdown to HTML, once per piece, shared by all targets.

Links and files in the HTML are neutral: ``href="cb:01-kader/02-het-project.md#doel"`` and
``src="cb:01-kader/images/kader.svg"`` name a source path from the course folder; a target turns them
into its own addresses with :func:`coursebuilder.render.links.resolve`.
"""

from typing import Protocol

from coursebuilder.text import Html, Text


class Rendering(Protocol):
    """The HTML of every text of a course."""

    def html(self, text: Text) -> Html:
        """Block-level HTML (``<p>…</p>`` and so on)."""
        ...

    def inline(self, text: Text) -> Html:
        """The same without the ``<p>`` around it when the text is one paragraph."""
        ...

    def footnotes(self, path: str) -> Html:
        """The footnotes of one source file, empty when it has none; they go at the end of the page."""
        ...

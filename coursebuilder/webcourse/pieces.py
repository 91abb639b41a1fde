"""Pieces of Markdown as HTML for one page: links and pictures relative to that page."""

from collections.abc import Callable
from dataclasses import dataclass

from coursebuilder.render import Rendering
from coursebuilder.render.links import resolve
from coursebuilder.text import Html, Text


@dataclass(frozen=True, slots=True)
class Pieces:
    """The HTML of a course's texts as one page needs it."""

    rendering: Rendering
    address: Callable[[str, str], str]
    """(source path, anchor) -> link from the page."""

    def block(self, text: Text | None) -> Html:
        """Block-level HTML; empty without a text."""
        return self.resolved(self.rendering.html(text)) if text is not None else Html("")

    def inline(self, text: Text) -> Html:
        """HTML without the ``<p>`` around a single paragraph."""
        return self.resolved(self.rendering.inline(text))

    def resolved(self, html: Html) -> Html:
        """The HTML with its neutral links turned into links from the page."""
        return Html(resolve(html, self.address)) if "cb:" in html else html

"""Markdown looked at without rendering it: links, headings, attributes, plain text."""

from coursebuilder.markup.attributes import Attributes, parse_attributes, split_attributes
from coursebuilder.markup.gaps import replace_gaps
from coursebuilder.markup.headings import headings
from coursebuilder.markup.links import links
from coursebuilder.markup.outline import file_path, outline
from coursebuilder.markup.plain import plain_text, slug, words

__all__ = [
    "Attributes", "file_path", "headings", "links", "outline", "parse_attributes", "plain_text",
    "replace_gaps", "slug", "split_attributes", "words",
]  # fmt: skip

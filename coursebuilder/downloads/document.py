"""A ``NAME.docx.md`` becomes a text document, or findings."""

from coursebuilder.diagnostics import Diagnostic, has_errors
from coursebuilder.diagnostics.rules.downloads import DOCUMENT_ELEMENT
from coursebuilder.downloads.docx import UnsuitedError, document_bytes
from coursebuilder.render.document import diagnostics, render_texts
from coursebuilder.source.front_matter import split_front_matter
from coursebuilder.source.pasted import source_text
from coursebuilder.source.settings import check_settings
from coursebuilder.source.yaml_positions import read_yaml
from coursebuilder.text import Markdown, Text


def make_document(path: str, data: bytes) -> tuple[bytes, tuple[Diagnostic, ...]]:
    """The content of the ``.docx`` that the file ``path`` describes; empty, with findings, when it does not."""
    text, found = source_text(path, data)
    if text is None:
        return b"", found
    parts, problems = split_front_matter(path, text)
    root, faults = read_yaml(parts.yaml, parts.yaml_span)
    found += (*problems, *faults)
    if root is None:
        return b"", found
    settings, wrong = check_settings(root, "document")
    body = Text(Markdown(parts.body), parts.body_span)
    rendered = render_texts([body])
    found += (*wrong, *diagnostics(rendered))
    if has_errors(found):
        return b"", found
    try:
        return document_bytes(rendered.html(body), settings.text("language")), ()
    except UnsuitedError as unsuited:
        return b"", (DOCUMENT_ELEMENT.at(parts.body_span, what=str(unsuited)),)

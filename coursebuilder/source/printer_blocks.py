"""Blocks as Markdown."""

import re
from collections.abc import Sequence
from posixpath import dirname, relpath
from typing import assert_never

from coursebuilder.markup.attributes import Attributes, attribute_list
from coursebuilder.model import (
    Accordion,
    Block,
    Body,
    Callout,
    Checklist,
    Downloads,
    Figure,
    Media,
    Practice,
    Prose,
    Reflection,
    Tabs,
)
from coursebuilder.source.printer_questions import question_lines
from coursebuilder.source.printer_text import BODY, escaped, item, paragraphs, quote
from coursebuilder.text import Text

_PANEL = "###"
_PANEL_NOTATION = rf"{BODY}|{_PANEL}(?:[ \t]|$)"
_WEB = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//|#")
_UNSAFE_IN_PATH = re.compile(r"[%\s()<>\"\\\[\]#?{}|:]")
_UNSAFE_IN_WORDS = re.compile(r"([\\\[\]])")


def body_lines(body: Body, path: str, notation: str = BODY) -> list[str]:
    """The blocks of a file at ``path``; ``notation`` is what prose must not begin a line with."""
    return paragraphs([_block_lines(block, path, notation) for block in body])


def _block_lines(block: Block, path: str, notation: str) -> list[str]:
    match block:
        case Prose():
            return escaped(block.text.source, notation)
        case Callout():
            title = f" {block.title}" if block.title else ""
            return quote([f"[!{block.kind}]{title}", *body_lines(block.body, path)])
        case Figure():
            return _figure_lines(block, path)
        case Media():
            return _media_lines(block, path)
        case Tabs():
            return _panel_lines("tabs", block, path)
        case Accordion():
            return _panel_lines("accordion", block, path)
        case Downloads():
            return _container("downloads", "", (), _download_lines(block, path))
        case Reflection():
            more = (("lines", str(block.lines)),) if block.lines != 4 else ()
            attributes = (("id", block.id), *more)
            return _container("reflection", block.title, attributes, text_lines(block.prompt))
        case Checklist():
            lines = [
                line
                for entry in block.items
                for line in item("- [ ]", entry.text.source, f"{{#{entry.id}}}")
            ]
            return _container("checklist", block.title, (("id", block.id),), lines)
        case Practice():
            heading, lines = question_lines(block.question)
            return [f"::: question {heading}", *lines, ":::"]
        case _:
            assert_never(block)


def text_lines(text: Text | None) -> list[str]:
    """Markdown that stands in a block as it is."""
    return [] if text is None else escaped(text.source, BODY)


def _container(name: str, title: str, attributes: Attributes, lines: Sequence[str]) -> list[str]:
    braces = attribute_list(attributes) if attributes or title.endswith("}") else ""
    opening = " ".join(piece for piece in (":::", name, title, braces) if piece)
    return [opening, *lines, ":::"]


def _figure_lines(figure: Figure, path: str) -> list[str]:
    attributes: list[tuple[str, str]] = []
    if figure.credit:
        attributes.append(("credit", figure.credit))
    if figure.width is not None:
        attributes.append(("width", str(figure.width)))
    picture = f"!{_link(figure.alt, figure.image, path)}"
    description = text_lines(figure.description)
    if description:
        description = _container("description", "", (), description)
    lines = paragraphs([[picture], text_lines(figure.caption), description])
    return _container("figure", "", tuple(attributes), lines)


def _media_lines(media: Media, path: str) -> list[str]:
    given = (
        ("src", file_address(media.src, path)),
        ("captions", file_address(media.captions, path)),
        ("lang", media.captions_language),
        ("poster", file_address(media.poster, path)),
        ("credit", media.credit),
    )
    attributes = tuple((name, value) for name, value in given if value)
    return _container(media.kind, media.title, attributes, text_lines(media.transcript))


def _panel_lines(name: str, block: Tabs | Accordion, path: str) -> list[str]:
    pieces: list[list[str]] = []
    for panel in block.panels:
        braces = " {}" if panel.title.endswith("}") else ""
        pieces.append([f"{_PANEL} {panel.title}{braces}"])
        pieces.append(body_lines(panel.body, path, _PANEL_NOTATION))
    return _container(name, "", (), paragraphs(pieces))


def _download_lines(downloads: Downloads, path: str) -> list[str]:
    lines: list[str] = []
    for entry in downloads.items:
        marker = f"- {_link(entry.title, entry.file, path)}"
        described = entry.description
        lines += item(marker, described.source) if described else [marker]
    return lines


def _link(words: str, target: str, path: str) -> str:
    shown = _UNSAFE_IN_WORDS.sub(r"\\\1", words)
    return f"[{shown}]({file_address(target, path)})"


def file_address(target: str, path: str) -> str:
    """A file as the source at ``path`` names it."""
    if not target or _WEB.match(target):
        return target
    relative = relpath(target, dirname(path) or ".")
    return _UNSAFE_IN_PATH.sub(
        lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode()), relative
    )

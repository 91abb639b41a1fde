"""What checks need to know of a source file: its links, headings and length."""

from dataclasses import dataclass

from coursebuilder.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A Markdown link or an image as it stands in a source file."""

    target: str
    """As written."""
    text: str
    """Link text or alternative text, without markup."""
    image: bool
    span: Span
    attributes: tuple[tuple[str, str], ...] = ()
    """The ``{…}`` behind an image."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading in a page."""

    level: int
    text: str
    anchor: str
    """What ``#anchor`` links name: the author's ``{#id}`` or the slug of the text."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """What checks need to know of a file without reading it again."""

    links: tuple[Link, ...] = ()
    headings: tuple[Heading, ...] = ()
    anchors: tuple[str, ...] = ()
    """Every name that ``#…`` links to this file may use: headings, questions, reflections…"""
    words: int = 0

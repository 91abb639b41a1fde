"""How the player looks: what ``theme:`` and ``logo:`` of ``course.yml`` say."""

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from coursebuilder.text import NOWHERE, Span

FontStack: TypeAlias = Literal["sans", "humanist", "serif"]
"""Fonts that devices have already: nothing is downloaded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """The ``theme:`` part of ``course.yml``."""

    accent: str = ""
    """``#0b5c8a``: links, buttons and what is chosen, on a light background; empty: the player's own."""
    accent_dark: str = ""
    """The same on a dark background; empty: made from ``accent``."""
    font: FontStack = "sans"
    heading_font: FontStack | Literal[""] = ""
    """Empty: as ``font``."""
    corners: Literal["round", "square"] = "round"
    accent_span: Span = field(default=NOWHERE, compare=False)
    accent_dark_span: Span = field(default=NOWHERE, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """The ``logo:`` part of ``course.yml``."""

    image: str = ""
    """Asset path; empty: no logo."""
    alt: str = ""
    """What it shows, for who cannot see it: usually the name of the organisation."""
    dark: str = ""
    """Asset path of a logo for dark backgrounds; empty: ``image`` on a light ground of its own."""
    span: Span = field(default=NOWHERE, compare=False)
    dark_span: Span = field(default=NOWHERE, compare=False)

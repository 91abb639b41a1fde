"""The colours of a theme: what follows from an accent, and whether all of it can be read.

A learner meets the accent as a link on every ground that text stands on, as the ground of a button, and,
thinned, as the ground of notes. WCAG 2.2 asks 4.5:1 of all of these (1.4.3, level AA).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

from coursebuilder.colour import BLACK, WHITE, Colour, colour, contrast
from coursebuilder.model import Theme

Scheme: TypeAlias = Literal["light", "dark"]
LEAST = 4.5
"""Contrast of text (WCAG 2.2, 1.4.3)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What the accent is put on: the fixed colours of one scheme of ``player.css``."""

    paper: Colour
    others: Mapping[str, Colour]
    """Variable -> colour of the other grounds of text."""
    texts: Mapping[str, Colour]
    """Variable -> colour of text that stands on the accent's wash."""
    on_accent: tuple[Colour, ...]
    """Text on a button: the first that can be read."""
    accent: Colour
    """The player's own."""
    wash: float
    """How much of the accent is left in its wash."""
    strong: float
    """How far the accent of a link under the mouse goes towards the text."""


def _colours(**named: str) -> Mapping[str, Colour]:
    return MappingProxyType(
        {name.replace("_", "-"): colour(value) for name, value in named.items()}
    )


GROUNDS: Mapping[Scheme, Ground] = MappingProxyType(
    {
        "light": Ground(
            paper=WHITE,
            others=_colours(
                wash="#f5f6f8", right_wash="#e8f5ec", wrong_wash="#fcecea", partial_wash="#fdf3dc"
            ),
            texts=_colours(ink="#1d2430", soft="#545e6e"),
            on_accent=(WHITE, colour("#0b1a24")),
            accent=colour("#0b5c8a"),
            wash=0.1,
            strong=0.25,
        ),
        "dark": Ground(
            paper=colour("#14181f"),
            others=_colours(
                wash="#1d232c", right_wash="#16301f", wrong_wash="#3a1c1a", partial_wash="#352a12"
            ),
            texts=_colours(ink="#e5e9ef", soft="#a5afbd"),
            on_accent=(colour("#0b1a24"), WHITE),
            accent=colour("#7cc4ee"),
            wash=0.18,
            strong=0.35,
        ),
    }
)


def palette(accent: Colour, scheme: Scheme) -> Mapping[str, Colour]:
    """The variables of ``player.css`` that follow from the accent in a scheme."""
    ground = GROUNDS[scheme]
    strong = accent.towards(BLACK if scheme == "light" else WHITE, ground.strong)
    on_accent = max(ground.on_accent, key=lambda text: contrast(text, accent) >= LEAST)
    return {
        "accent": accent,
        "accent-strong": strong,
        "accent-wash": ground.paper.towards(accent, ground.wash),
        "on-accent": on_accent,
    }


def weakest(accent: Colour, scheme: Scheme) -> tuple[float, str]:
    """The lowest contrast an accent comes to in a scheme, and with which variable of ``player.css``."""
    return min(_contrasts(accent, scheme))


def _contrasts(accent: Colour, scheme: Scheme) -> Iterator[tuple[float, str]]:
    ground, made = GROUNDS[scheme], palette(accent, scheme)
    grounds = {"paper": ground.paper, **ground.others, "accent-wash": made["accent-wash"]}
    for name, behind in grounds.items():
        yield contrast(accent, behind), name
        yield contrast(made["accent-strong"], behind), name
    for name, text in ground.texts.items():
        yield contrast(text, made["accent-wash"]), name
    yield contrast(made["on-accent"], accent), "on-accent"
    yield contrast(made["on-accent"], made["accent-strong"]), "on-accent"


def readable(accent: Colour, scheme: Scheme) -> Colour:
    """The accent itself, or the nearest one that can be read: darker in light, lighter in dark."""
    end = BLACK if scheme == "light" else WHITE
    ways = (accent.towards(end, step / 100) for step in range(101))
    return next(way for way in ways if weakest(way, scheme)[0] >= LEAST)


def accents(theme: Theme) -> Mapping[Scheme, Colour]:
    """The accent of each scheme: given, made from the other, or the player's own."""
    if not theme.accent and not theme.accent_dark:
        return {scheme: ground.accent for scheme, ground in GROUNDS.items()}
    light, dark = theme.accent or theme.accent_dark, theme.accent_dark or theme.accent
    made: dict[Scheme, Colour] = {"light": colour(light), "dark": colour(dark)}
    missing: dict[Scheme, bool] = {"light": not theme.accent, "dark": not theme.accent_dark}
    return {
        scheme: readable(made[scheme], scheme) if missing[scheme] else made[scheme]
        for scheme in made
    }


_FONTS: Mapping[str, str] = MappingProxyType(
    {
        "sans": "var(--cb-font-sans)",
        "humanist": 'Seravek, "Gill Sans Nova", Ubuntu, Calibri, Candara, "DejaVu Sans", sans-serif',
        "serif": 'Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, "Noto Serif", serif',
    }
)
"""Font stacks."""


def style_sheet(theme: Theme) -> str:
    """What a theme adds at the end of ``player.css``; empty for a course without a theme."""
    light = dict(_shapes(theme))
    if not theme.accent and not theme.accent_dark:
        return _rule(":root", light)
    made = accents(theme)
    light |= _values(made["light"], "light")
    dark = _values(made["dark"], "dark")
    chosen = _rule(':root[data-theme="dark"]', dark)
    asked = _rule(':root:not([data-theme="light"])', dark)
    return (
        f"{_rule(':root', light)}@media screen {{\n{chosen}}}\n"
        f"@media screen and (prefers-color-scheme: dark) {{\n{asked}}}\n"
    )


def _values(accent: Colour, scheme: Scheme) -> dict[str, str]:
    return {name: str(value) for name, value in palette(accent, scheme).items()}


def _shapes(theme: Theme) -> Iterator[tuple[str, str]]:
    if theme.font != "sans":
        yield "font", _FONTS[theme.font]
    if theme.heading_font:
        yield "font-heading", _FONTS[theme.heading_font]
    if theme.corners == "square":
        yield "radius", "0"


def _rule(selector: str, variables: Mapping[str, str]) -> str:
    if not variables:
        return ""
    lines = "".join(f"  --cb-{name}: {value};\n" for name, value in variables.items())
    return f"{selector} {{\n{lines}}}\n"

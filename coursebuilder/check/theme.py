"""The colours of the course's theme: whether everybody can read what stands in them."""

from collections.abc import Iterator

from coursebuilder.colour import colour
from coursebuilder.diagnostics import Diagnostic, Rule
from coursebuilder.diagnostics.rules.accessibility import ACCENT_TOO_DARK, ACCENT_TOO_LIGHT
from coursebuilder.model import Course
from coursebuilder.text import Span
from coursebuilder.theming import LEAST, Scheme, readable, weakest


def check_theme(course: Course) -> Iterator[Diagnostic]:
    """Accents with too little contrast in the scheme they are given for.

    An accent that is made from another one is made readable (``theming.readable``).
    """
    theme = course.theme
    yield from _accent(theme.accent, "light", ACCENT_TOO_LIGHT, theme.accent_span)
    yield from _accent(theme.accent_dark, "dark", ACCENT_TOO_DARK, theme.accent_dark_span)


def _accent(value: str, scheme: Scheme, rule: Rule, span: Span) -> Iterator[Diagnostic]:
    if not value:
        return
    given = colour(value)
    ratio, _ = weakest(given, scheme)
    if ratio < LEAST:
        # Rounded down: 4.49 is not 4.5.
        shown = f"{int(ratio * 100) / 100:.2f}"
        yield rule.at(span, colour=value, ratio=shown, suggestion=readable(given, scheme))

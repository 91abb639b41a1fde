"""Themes: what is made from an accent can always be read, and what cannot is said with a way out."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import coursebuilder.player as player
from coursebuilder.check import check_course
from coursebuilder.colour import BLACK, WHITE, Colour, colour, contrast
from coursebuilder.model import Logo, Theme
from coursebuilder.source.document import read_document
from coursebuilder.source.heads import CourseHead
from coursebuilder.text import Span
from coursebuilder.theming import GROUNDS, LEAST, Scheme, accents, palette, readable, weakest
from tests.check.courses import asset, course

CSS = Path(player.__path__[0], "player.css").read_text("utf-8")
SCHEMES: tuple[Scheme, ...] = ("light", "dark")
channels = st.integers(0, 255)
colours = st.builds(Colour, channels, channels, channels)


def values(scheme: Scheme) -> dict[str, str]:
    """The variables of a scheme, as the style sheet has them."""
    selector = ":root {" if scheme == "light" else ':root[data-theme="dark"] {'
    block = CSS[CSS.index(selector) : CSS.index("}", CSS.index(selector))]
    return dict(re.findall(r"--cb-([\w-]+): (#\w{6});", block))


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast(BLACK, WHITE) == 21
    assert round(contrast(colour("#777"), WHITE), 2) == 4.48, "the usual example of nearly enough"
    assert round(contrast(WHITE, colour("#767676")), 2) == 4.54


@pytest.mark.parametrize("scheme", SCHEMES)
def test_grounds_are_those_of_the_style_sheet(scheme: Scheme) -> None:
    ground, found = GROUNDS[scheme], values(scheme)
    named = {"paper": ground.paper, "accent": ground.accent, "on-accent": ground.on_accent[0]}
    for name, expected in {**named, **ground.others, **ground.texts}.items():
        assert found[name] == str(expected), name
    assert weakest(ground.accent, scheme)[0] >= LEAST


@pytest.mark.parametrize("scheme", SCHEMES)
@given(accent=colours)
def test_a_readable_accent_is_found_for_every_colour(scheme: Scheme, accent: Colour) -> None:
    found = readable(accent, scheme)
    assert weakest(found, scheme)[0] >= LEAST
    if weakest(accent, scheme)[0] >= LEAST:
        assert found == accent
    made = palette(found, scheme)
    assert contrast(made["on-accent"], made["accent"]) >= LEAST


@given(accent=colours)
def test_an_accent_for_one_scheme_gives_a_readable_one_for_the_other(accent: Colour) -> None:
    assert weakest(accents(Theme(accent=str(accent)))["dark"], "dark")[0] >= LEAST
    assert weakest(accents(Theme(accent_dark=str(accent)))["light"], "light")[0] >= LEAST


HEAD = "id: a\ntitle: A\ntheme:\n  accent: '#4da3d4'\n  accent_dark: \"#0b5c8a\"\n"


def test_an_accent_that_cannot_be_read_is_named_with_its_ratio_and_a_better_one() -> None:
    document = read_document("course.yml", HEAD.encode())
    assert isinstance(document.node, CourseHead)
    found = list(check_course(replace(course(), theme=document.node.theme)))
    assert [(one.rule.code, one.span) for one in found] == [
        ("CB530", Span("course.yml", 4, 12)),
        ("CB531", Span("course.yml", 5, 17)),
    ]
    for diagnostic, scheme in zip(found, SCHEMES, strict=True):
        given = dict(diagnostic.values)
        assert float(given["ratio"]) < LEAST
        ratio = weakest(colour(given["colour"]), scheme)[0]
        assert float(given["ratio"]) == pytest.approx(ratio, abs=0.01)
        assert weakest(colour(given["suggestion"]), scheme)[0] >= LEAST
        assert given["ratio"] in diagnostic.message("nl")
        assert given["suggestion"] in diagnostic.hint("nl")


def test_an_accent_made_from_another_needs_no_finding() -> None:
    assert list(check_course(course(theme=Theme(accent="#0b5c8a")))) == []
    assert list(check_course(course(theme=Theme(accent_dark="#ffd166")))) == []


@pytest.mark.parametrize("accent", ["0b5c8a", "'#0b5c8'", "blue", "'#0b5c8a; }'"])
def test_what_is_no_colour(accent: str) -> None:
    document = read_document(
        "course.yml", f"id: a\ntitle: A\ntheme:\n  accent: {accent}\n".encode()
    )
    assert [one.rule.name for one in document.diagnostics if "accent" in one.message()]
    assert isinstance(document.node, CourseHead)
    assert document.node.theme.accent == ""


def test_a_logo_is_a_file_of_the_course_with_a_description() -> None:
    logo = Logo(
        image="images/logo.svg", alt="Afbeelding van een school", span=Span("course.yml", 9)
    )
    missing = list(check_course(course(logo=logo)))
    assert sorted(one.rule.name for one in missing) == ["alt-says-picture", "missing-image"]
    assert {one.span for one in missing} == {Span("course.yml", 9)}
    there = course(logo=replace(logo, alt="Scholengroep"))
    there = replace(there, assets=(*there.assets, asset("images/logo.svg")))
    assert list(check_course(there)) == []


def test_a_logo_without_a_description() -> None:
    source = b"id: a\ntitle: A\nlogo:\n  image: images/logo.svg\n"
    document = read_document("course.yml", source)
    assert "missing-key" in [one.rule.name for one in document.diagnostics]

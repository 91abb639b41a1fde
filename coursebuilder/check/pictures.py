"""Pictures: what they say to who cannot see them, and who made them."""

import re
from collections.abc import Iterator

from coursebuilder.check.addresses import address
from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.accessibility import (
    ALT_IS_FILE_NAME,
    ALT_SAYS_PICTURE,
    DECORATIVE_WITH_ALT,
    LONG_ALT,
    MISSING_ALT,
    NO_CREDIT,
)
from coursebuilder.model import Course, Figure, Link
from coursebuilder.text import Span

LONGEST_ALT = 250
"""Characters that a screen reader can say in one breath or two."""

_FILE_NAME = re.compile(
    r"[^\s]+\.(png|jpe?g|gif|svg|webp|avif|bmp|tiff?)"
    r"|(img|dsc|dscn|image|foto|screenshot)[-_ ]?\d+",
    re.IGNORECASE,
)
_SAYS_PICTURE = re.compile(
    r"(an? |the |een |de |une |la |eine? |die )?"
    r"((image|picture|photo|photograph|graphic|screenshot) of"
    r"|(afbeelding|foto|prent|plaatje|figuur|tekening|schermafbeelding|schermafdruk) van"
    r"|(image|photo|dessin|capture d['’]écran) (de|du|des)\b"
    r"|(bild|foto|abbildung|grafik) (von|der|des)\b)",
    re.IGNORECASE,
)


def check_pictures(course: Course) -> Iterator[Diagnostic]:
    """Pictures without a usable description, and figures without a maker."""
    if course.logo.image:
        yield from _alt(course.logo.image, course.logo.alt, course.logo.span)
    for file in source_files(course):
        yield from _pictures(file)
        if file.activity is None and file.module.image:
            yield from _alt(file.module.image, file.module.image_alt, file.span)


def _pictures(file: SourceFile) -> Iterator[Diagnostic]:
    figures = [block for block in file.blocks() if isinstance(block, Figure)]
    for figure in figures:
        yield from _alt(figure.image, figure.alt, figure.span)
        if not figure.credit.strip():
            yield NO_CREDIT.at(figure.span, target=figure.image)
    in_figures = {(figure.image, figure.alt) for figure in figures}
    for link in file.outline.links:
        if link.image and (address(link.target, file.path).path, link.text) not in in_figures:
            yield from _image(link)


def _image(link: Link) -> Iterator[Diagnostic]:
    if not is_decorative(link):
        yield from _alt(link.target, link.text, link.span)
    elif link.text.strip():
        yield DECORATIVE_WITH_ALT.at(link.span, target=link.target)


def is_decorative(link: Link) -> bool:
    """Whether the author gave the picture ``{.decorative}``."""
    return any(name == "class" and "decorative" in value.split() for name, value in link.attributes)


def _alt(target: str, alt: str, span: Span) -> Iterator[Diagnostic]:
    alt = alt.strip()
    if not alt:
        yield MISSING_ALT.at(span, target=target)
        return
    if _FILE_NAME.fullmatch(alt):
        yield ALT_IS_FILE_NAME.at(span, alt=alt)
    says = _SAYS_PICTURE.match(alt)
    if says is not None:
        yield ALT_SAYS_PICTURE.at(span, words=says[0])
    if len(alt) > LONGEST_ALT:
        yield LONG_ALT.at(span, length=len(alt))

"""Video, sound and files: whether everybody can follow, show and load them."""

from collections.abc import Iterator

from coursebuilder.check.references import reference_groups
from coursebuilder.check.sources import source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.accessibility import (
    CAPTIONS_WITHOUT_LANGUAGE,
    NO_TRANSCRIPT,
    VIDEO_WITHOUT_CAPTIONS,
)
from coursebuilder.diagnostics.rules.course import (
    LARGE_COURSE,
    LARGE_IMAGE,
    LARGE_MEDIA,
    UNSUPPORTED_MEDIA,
)
from coursebuilder.model import Course, Media
from coursebuilder.text import Span

MEGABYTE = 1_000_000
FILE_LIMIT = 10
"""Megabytes of one file."""
IMAGE_LIMIT = 1
COURSE_LIMIT = 100
"""Megabytes of all files together: many platforms stop uploads there."""

SHOWN_TYPES = frozenset({
    "apng", "avif", "gif", "jpg", "jpeg", "png", "svg", "webp", "mp4", "m4v", "webm", "ogv",
    "mp3", "m4a", "aac", "ogg", "oga", "opus", "wav", "flac", "weba", "vtt",
})  # fmt: skip
"""Extensions of what the browsers of today show and play."""


def check_players(course: Course) -> Iterator[Diagnostic]:
    """Video without captions, media without transcript, captions without language."""
    for file in source_files(course):
        for block in file.blocks():
            if isinstance(block, Media):
                yield from _media(block)


def _media(media: Media) -> Iterator[Diagnostic]:
    if media.kind == "video" and not media.captions:
        yield VIDEO_WITHOUT_CAPTIONS.at(media.span, target=media.src)
    if media.captions and not media.captions_language:
        yield CAPTIONS_WITHOUT_LANGUAGE.at(media.span, target=media.captions)
    if media.transcript is None or not media.transcript.source.strip():
        yield NO_TRANSCRIPT.at(media.span, target=media.src)


def check_sizes(course: Course) -> Iterator[Diagnostic]:
    """Files that are too large, alone or together."""
    for asset in course.assets:
        if asset.media_type.startswith("image/") and asset.size > IMAGE_LIMIT * MEGABYTE:
            yield LARGE_IMAGE.at(Span(asset.path), size=_megabytes(asset.size))
        elif asset.size > FILE_LIMIT * MEGABYTE:
            yield LARGE_MEDIA.at(Span(asset.path), size=_megabytes(asset.size), limit=FILE_LIMIT)
    total = sum(asset.size for asset in course.assets)
    if total > COURSE_LIMIT * MEGABYTE:
        largest = max(course.assets, key=lambda asset: (asset.size, asset.path))
        yield LARGE_COURSE.at(course.span, size=_megabytes(total), largest=largest.path)


def check_types(course: Course) -> Iterator[Diagnostic]:
    """Pictures and media of a kind that browsers do not show."""
    for references in reference_groups(course):
        seen: set[str] = set()
        for reference in references:
            path = reference.address.path
            extension = path.rpartition("/")[2].rpartition(".")[2].lower()
            shown = reference.shown and reference.address.kind == "course"
            if shown and extension not in SHOWN_TYPES and path not in seen:
                seen.add(path)
                yield UNSUPPORTED_MEDIA.at(reference.span, target=reference.target)


def _megabytes(size: int) -> str:
    return f"{size / MEGABYTE:.1f}"

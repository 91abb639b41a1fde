"""Blocks that show or offer files: figure, video, audio, downloads."""

import re

from coursebuilder.diagnostics.rules.notation import (
    BAD_DOWNLOAD,
    EMPTY_BLOCK,
    FIGURE_PICTURE,
    UNTITLED_MEDIA,
)
from coursebuilder.markup import file_path
from coursebuilder.model import Download, Downloads, Figure, Media
from coursebuilder.source.containers import Container, no_title, plain_markdown, take_parts
from coursebuilder.source.lines import BULLET, Line, cut_item, text_of

_WORDS = r"\[((?:[^\\\[\]]|\\.|\[[^\\\[\]]*+\])*+)\]"
_TARGET = r"\([ \t]*+(?:<([^<>]++)>|([^\s()<>]++))[ \t]*+\)"
_PICTURE = re.compile(rf"!{_WORDS}{_TARGET}[ \t]*+")
_LINK = re.compile(rf"{_WORDS}{_TARGET}[ \t]*+")
_ESCAPED = re.compile(r"\\([\\\[\]])")
_WIDEST = 10_000


def _words(match: re.Match[str]) -> str:
    return _ESCAPED.sub(r"\1", match[1]).strip()


def read_figure(container: Container) -> Figure | None:
    """``::: figure``: the picture on the first line, then the caption and ``::: description``."""
    container.attributes.only(("credit", "width"))
    no_title(container)
    findings = container.findings
    lines, parts = take_parts(container.inner, "figure", ("description",), findings)
    start = next((index for index, line in enumerate(lines) if not line.blank), None)
    match = None if start is None else _PICTURE.fullmatch(lines[start].text)
    if start is None or match is None:
        place = container.opening if start is None else lines[start]
        findings.add(FIGURE_PICTURE, place)
        return None
    return Figure(
        image=file_path(findings.path, match[2] or match[3]),
        alt=_words(match),
        caption=plain_markdown(lines[start + 1 :], "figure", findings),
        credit=container.attributes.text("credit"),
        description=next(iter(parts.get("description", ())), None),
        width=container.attributes.integer("width", 1, _WIDEST),
        span=findings.span(lines[start]),
    )


def read_media(container: Container) -> Media | None:
    """``::: video`` or ``::: audio``, whose content is the transcript."""
    video = container.name == "video"
    attributes, findings = container.attributes, container.findings
    more = ("poster",) if video else ()
    attributes.only(("src", "captions", "lang", "credit", *more))
    place = container.opening
    if not container.title:
        findings.add(UNTITLED_MEDIA, place, name=container.name)
    return Media(
        kind="video" if video else "audio",
        title=container.title,
        src=file_path(findings.path, attributes.needed("src")),
        captions=file_path(findings.path, attributes.text("captions")),
        captions_language=attributes.text("lang"),
        poster=file_path(findings.path, attributes.text("poster")),
        credit=attributes.text("credit"),
        transcript=container.text(),
        span=findings.span(place),
    )


def read_downloads(container: Container) -> Downloads | None:
    """``::: downloads``: a list of links, each with an optional description."""
    container.attributes.only(())
    no_title(container)
    findings = container.findings
    lines = take_parts(container.inner, "downloads", (), findings)[0]
    items: list[Download] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        index += 1
        if line.blank:
            continue
        bullet = BULLET.match(line.text)
        if bullet:
            content, index = cut_item(lines, index - 1, bullet.end())
            item = _download(container, content)
            items += [item] if item else []
        else:
            findings.add(BAD_DOWNLOAD, line, found=line.text.strip()[:60])
    span = findings.span(container.opening)
    if not items:
        findings.add_at(EMPTY_BLOCK, span, name="downloads", needs="- [Title](files/name.ext)")
        return None
    return Downloads(items=tuple(items), span=span)


def _download(container: Container, content: list[Line]) -> Download | None:
    findings = container.findings
    match = _LINK.match(content[0].text)
    if match is None:
        findings.add(BAD_DOWNLOAD, content[0], found=content[0].text.strip()[:60])
        return None
    return Download(
        file=file_path(findings.path, match[2] or match[3]),
        title=_words(match),
        description=text_of([content[0].after(match.end()), *content[1:]], findings.path),
        span=findings.span(content[0]),
    )

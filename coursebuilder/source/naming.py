"""Ids from file names, and titles from headings."""

import re
from dataclasses import dataclass

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.source import BAD_ID, NO_TITLE, TWO_TITLES
from coursebuilder.markup import headings, slug
from coursebuilder.model import Heading
from coursebuilder.source.settings import Settings
from coursebuilder.text import Markdown, Span, Text

_PREFIX = re.compile(r"[0-9]+[-_. ]+(?=.)")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A file's id and title, and its body without the heading that gave the title."""

    id: str
    title: str
    body: str
    diagnostics: tuple[Diagnostic, ...]


def name_file(
    path: str, settings: Settings, body: str, span: Span, *, divided: bool = False
) -> Named:
    """What a module or activity is called; ``divided``: a quiz, whose ``#`` headings are parts of it.

    A key of the front matter that was given but is wrong was reported before; the name then comes
    from the file without further findings.
    """
    heading = title_heading(body, span, settings.text("title"), divided=divided)
    found: list[Diagnostic] = []
    title = settings.text("title") or (heading.text if heading else "")
    if not title and not settings.may_give("title"):
        found.append(NO_TITLE.at(Span(path)))
    if heading and "title" in settings.data and heading.text != title:
        found.append(TWO_TITLES.at(heading.span, heading=heading.text, title=title))
    id, problems = _id(path, settings)
    return Named(
        id=id,
        title=title or _stem(path),
        body=_without(heading, body, span) if heading else body,
        diagnostics=(*problems, *found),
    )


def _id(path: str, settings: Settings) -> tuple[str, tuple[Diagnostic, ...]]:
    if id := settings.text("id"):
        return id, ()
    name = _stem(path)
    short = _PREFIX.sub("", name, count=1)
    if _ID.fullmatch(short):
        return short, ()
    suggestion = slug(short)
    if settings.may_give("id"):
        return suggestion, ()
    return suggestion, (BAD_ID.at(Span(path), name=name, suggestion=suggestion),)


def _stem(path: str) -> str:
    """The name an id comes from: the file's, or the folder's of a ``module.md``."""
    folder, _, name = path.rpartition("/")
    return folder.rpartition("/")[2] if name == "module.md" else name.removesuffix(".md")


def title_heading(body: str, span: Span, title: str, *, divided: bool) -> Heading | None:
    """The first ``# heading``, when no block is opened before it.

    In a file that such headings divide it stands before the first ``##`` heading, and says the
    ``title`` when that is known from elsewhere.
    """
    heading = next(
        (found for found in headings(Text(Markdown(body), span)) if found.level == 1), None
    )
    if heading is None:
        return None
    before = body.split("\n")[: heading.span.line - span.line]
    if any(line.startswith(":::") for line in before):
        return None
    if divided and any(line.startswith("## ") for line in before):
        return None
    return None if divided and title and heading.text != title else heading


def _without(heading: Heading, body: str, span: Span) -> str:
    """The body with the heading's lines left empty, so that all others keep their number."""
    lines = body.split("\n")
    first = heading.span.line - span.line
    underlined = not lines[first].startswith("#")
    lines[first : first + 1 + underlined] = [""] * (1 + underlined)
    return "\n".join(lines)

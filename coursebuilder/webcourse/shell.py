"""The shell: the document a platform launches, a readable table of contents without JavaScript."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from posixpath import dirname

from coursebuilder.model import Module
from coursebuilder.model.duration import module_minutes
from coursebuilder.text import Html
from coursebuilder.webcourse.addresses import relative
from coursebuilder.webcourse.html import document, element, join, text
from coursebuilder.webcourse.logo import logo_html
from coursebuilder.webcourse.outline import Stop, WebOutline
from coursebuilder.webcourse.pages import HeadWriter, head, nothing_more
from coursebuilder.webcourse.player_files import needed_at_start
from coursebuilder.webcourse.strings import Strings, direction, duration, strings


def shell(
    outline: WebOutline,
    stops: Sequence[Stop],
    path: str,
    runtime: str,
    more_head: HeadWriter = nothing_more,
) -> bytes:
    """The shell at ``path`` for these pages; its ``course.json`` stands beside it."""
    course = outline.course
    words = strings(course.language)
    folder = dirname(path)
    modules = [tuple(group) for _, group in groupby(stops, key=lambda stop: stop.module.id)]
    lone = all(group[0].module.title == course.title for group in modules)
    title = course.title if not folder else f"{stops[0].module.title} – {course.title}"
    main = element(
        "main",
        logo_html(outline, path),
        element("h1", text(course.title)),
        element("p", text(course.summary), class_="cb-summary"),
        element("h2", text(words.contents), id="cb-contents"),
        element(
            "nav",
            element("ol", *(_module(group, folder, words, lone) for group in modules)),
            class_="cb-contents",
            aria_labelledby="cb-contents",
        ),
        _colophon(outline, words),
        id="cb-main",
        class_="cb-main",
    )
    return document(
        head(
            title,
            folder,
            join(more_head(path, title), *_preloads(runtime, course.language, folder)),
        ),
        element("body", main),
        lang=course.language,
        dir=direction(course.language),
        data_cb="shell",
        data_course="course.json",
        data_runtime=runtime,
    )


def _preloads(runtime: str, language: str, folder: str) -> Iterator[Html]:
    """The player's modules, to fetch beside each other."""
    for path in needed_at_start(runtime, language):
        yield element("link", rel="modulepreload", href=relative(path, folder))


def _module(stops: Sequence[Stop], folder: str, words: Strings, lone: bool) -> Html:
    """The title, summary and pages of a module; of one that is the course, those stand above."""
    module: Module = stops[0].module
    minutes = duration(words, module_minutes(module))
    pages = (
        element("li", element("a", text(stop.title), href=relative(stop.path, folder)))
        for stop in stops
    )
    about = (
        element("h3", text(module.title)),
        element(
            "p", join(text(f"{module.summary} "), element("span", text(minutes))), class_="cb-about"
        ),
    )
    return element("li", *(() if lone else about), element("ol", *pages))


def _colophon(outline: WebOutline, words: Strings) -> Html:
    """Who made the course, and under which licence."""
    course = outline.course
    authors = ", ".join(author.name for author in course.authors)
    lines = (
        element("p", text(f"{label}: {value}"))
        for label, value in ((words.authors, authors), (words.licence, course.licence))
        if value
    )
    return element("footer", *lines, class_="cb-colophon")

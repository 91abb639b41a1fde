"""An assignment, forum, form… as a page to read, with boxes for what a learner wants to write."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import assert_never

from coursebuilder.model import (
    Assignment,
    Download,
    Downloads,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    PlatformActivity,
    Poll,
    Survey,
    SurveyItem,
    WebLink,
    offered_files,
)
from coursebuilder.render import Rendering
from coursebuilder.render.body import Dialect, body_html
from coursebuilder.render.platform import guide_html, rubric_html, terms_html
from coursebuilder.text import Html
from coursebuilder.webcourse.html import element, join, text
from coursebuilder.webcourse.platform_words import PlatformWords, platform_words

_LINES = 8
_NONE_KNOWN: Mapping[str, Download] = MappingProxyType({})


def box_ids(activity: PlatformActivity) -> tuple[str, ...]:
    """The ids of its boxes; they begin with an underscore, which no id of an author does."""
    match activity:
        case Assignment() | Forum():
            return ("_text",)
        case Survey():
            return tuple(f"_{item.id}" for item in activity.items if item.kind == "text")
        case _:
            return ()


def platform_html(
    activity: PlatformActivity,
    rendering: Rendering,
    dialect: Dialect,
    known: Mapping[str, Download] = _NONE_KNOWN,
) -> Html:
    """Its text and all that goes with it; links are neutral.

    ``known`` are the downloads of the course's pages by path: a file is called the same everywhere.
    """
    words = platform_words(dialect.language)
    body = body_html(activity.body, rendering, dialect)
    return join(body, *_parts(activity, rendering, dialect, words, known))


def _parts(
    activity: PlatformActivity,
    rendering: Rendering,
    dialect: Dialect,
    words: PlatformWords,
    known: Mapping[str, Download],
) -> Iterator[Html]:
    match activity:
        case Assignment():
            if activity.files:
                yield element("h2", text(words.materials))
                yield _files(activity, rendering, dialect, known)
            if activity.rubric:
                yield element("h2", text(words.rubric))
                yield rubric_html(activity, dialect.language)
            if activity.guide:
                yield element("h2", text(words.rubric))
                yield guide_html(activity.guide, dialect.language)
            yield _box("_text", words.answer, words.hand_in, _LINES)
        case Forum():
            yield _box("_text", words.thought, words.discuss, _LINES)
        case Glossary():
            yield terms_html(activity, rendering)
        case Survey():
            yield element("p", text(words.form))
            for item in activity.items:
                yield from _item(item, words)
        case Poll():
            yield element("p", text(words.poll))
            yield _options(activity.options, "ul")
        case WebLink():
            link = element("a", text(activity.url), href=activity.url, rel="noopener")
            yield element("p", link, class_="cb-url")
        case FileOffer() | Folder():
            yield _files(activity, rendering, dialect, known)
        case _:
            assert_never(activity)


def _item(item: SurveyItem, words: PlatformWords) -> Iterator[Html]:
    if item.kind == "text":
        yield _box(f"_{item.id}", item.title, "", item.lines)
        return
    yield element("h2", text(item.title), id=item.id)
    choose = words.pick_more if item.kind == "choices" else words.pick_one
    yield element("p", text(choose), class_="cb-meta")
    yield _options(item.options, "ol" if item.kind == "rating" else "ul")


def _options(options: tuple[str, ...], kind: str) -> Html:
    return element(kind, *(element("li", text(option)) for option in options))


def _files(
    activity: PlatformActivity,
    rendering: Rendering,
    dialect: Dialect,
    known: Mapping[str, Download],
) -> Html:
    """The files as a page's downloads."""
    items = tuple(
        known.get(path) or Download(file=path, title=path.rpartition("/")[2])
        for path in offered_files(activity)
    )
    return body_html((Downloads(items=items),), rendering, dialect)


def _box(id: str, title: str, prompt: str, lines: int) -> Html:
    """A reflection (docs/player.md, "Marked elements")."""
    asked = element("div", element("p", text(prompt)), class_="cb-prompt") if prompt else Html("")
    return element(
        "section",
        element("p", element("strong", text(title)), class_="cb-block-title"),
        asked,
        class_="cb-reflection",
        id=id,
        data_cb="reflection",
        data_id=id,
        data_lines=str(lines),
    )

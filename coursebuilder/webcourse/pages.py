"""The pages of a course: each stands alone, and hands its ``<main>`` to the player's shell."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from posixpath import dirname
from typing import TypeAlias

from coursebuilder.latest import latest
from coursebuilder.markup import plain_text
from coursebuilder.model import Asset, Body, Download, Downloads, Page, Quiz, Scan, Situation
from coursebuilder.model.duration import module_minutes
from coursebuilder.model.walk import activity_body, blocks
from coursebuilder.render import Rendering
from coursebuilder.render.body import body_html, static_question_html
from coursebuilder.render.mentions import Mentions
from coursebuilder.text import Html
from coursebuilder.webcourse.addresses import relative
from coursebuilder.webcourse.dialect import PlayerDialect
from coursebuilder.webcourse.documents import quiz_json, scan_json
from coursebuilder.webcourse.html import document, element, join, json_script, text
from coursebuilder.webcourse.logo import logo_html
from coursebuilder.webcourse.outline import Stop, WebOutline
from coursebuilder.webcourse.pieces import Pieces
from coursebuilder.webcourse.platform import platform_html
from coursebuilder.webcourse.situations import situation_html
from coursebuilder.webcourse.strings import Strings, direction, duration, strings

HeadWriter: TypeAlias = Callable[[str, str], Html]
"""(package path, title) of a document -> what a target adds to its ``<head>``."""


def nothing_more(_path: str, _title: str) -> Html:
    """For targets that add nothing."""
    return Html("")


@dataclass(frozen=True, slots=True)
class PageWriter:
    """Writes the pages of one course."""

    outline: WebOutline
    rendering: Rendering
    assets: Mapping[str, Asset]
    """Asset path -> asset."""
    words: Strings
    more_head: HeadWriter
    mentions: Mentions
    mains: dict[str, Html]
    """Package path -> the ``<main>`` of the page, as far as it was written."""

    def page(self, stop: Stop, neighbours: tuple[Stop | None, Stop | None], home: str) -> bytes:
        """One document. ``neighbours`` are the pages before and after; ``home`` the shell's path."""
        course = self.outline.course
        folder = dirname(stop.path)
        title = f"{stop.title} – {course.title}"
        return document(
            head(title, folder, self.more_head(stop.path, title)),
            element(
                "body",
                element("a", text(self.words.skip), class_="cb-skip", href="#cb-main"),
                _header(self.outline, stop, relative(home, folder)),
                self._main(stop),
                self._pager(neighbours, folder),
            ),
            lang=course.language,
            dir=direction(course.language),
            data_cb="page",
        )

    def _main(self, stop: Stop) -> Html:
        """``<main>``: the same for all targets."""
        main = self.mains.get(stop.path)
        if main is None:
            main = element("main", self._content(stop), id="cb-main", class_="cb-main")
            self.mains[stop.path] = main
        return main

    def _content(self, stop: Stop) -> Html:
        """Title, content and footnotes."""
        pieces = Pieces(self.rendering, self.outline.addresses.resolver(stop.path))
        dialect = PlayerDialect(
            language=self.outline.course.language,
            assets=self.assets,
            marked=True,
            page=stop.id,
            pieces=pieces,
        )
        title = element("h1", text(stop.title))
        activity = stop.activity
        match activity:
            case None:
                source, content = stop.module.span.path, self._introduction(stop, dialect)
            case Page():
                source = activity.span.path
                content = self._body(activity.body, source, dialect)
            case Quiz() | Scan():
                source, content = activity.span.path, self._tested(stop, activity, dialect)
            case Situation():
                source = activity.span.path
                content = join(
                    self._body(activity.introduction, source, dialect),
                    situation_html(activity, pieces, self.outline.course.language),
                )
            case _:
                source = activity.span.path
                shown = platform_html(activity, self.rendering, dialect, self._downloads())
                content = pieces.resolved(self.mentions.mark(shown, source))
        return join(title, content, pieces.resolved(self.rendering.footnotes(source)))

    def _body(self, body: Body, source: str, dialect: PlayerDialect) -> Html:
        """The blocks of the file ``source``, the terms of the glossary marked."""
        html = body_html(body, self.rendering, dialect)
        return dialect.pieces.resolved(self.mentions.mark(html, source))

    def _downloads(self) -> dict[str, Download]:
        """The downloads of the course's pages by path, the first of each."""
        found: dict[str, Download] = {}
        for module in self.outline.course.modules:
            for activity in module.activities:
                for block in blocks(activity_body(activity)):
                    for item in block.items if isinstance(block, Downloads) else ():
                        found.setdefault(item.file, item)
        return found

    def _introduction(self, stop: Stop, dialect: PlayerDialect) -> Html:
        """What the module is, what it takes and what it gives; then its introduction."""
        module = stop.module
        minutes = duration(self.words, module_minutes(module))
        parts = [
            self._image(stop),
            element("p", text(module.summary), class_="cb-summary"),
            element("p", text(minutes), class_="cb-duration"),
        ]
        if module.objectives:
            lines = (element("li", text(objective.text)) for objective in module.objectives)
            parts.append(element("h2", text(self.words.objectives)))
            parts.append(element("ul", *lines, class_="cb-objectives"))
        if module.prerequisites:
            parts.append(element("h2", text(self.words.prerequisites)))
            parts.append(element("ul", *self._prerequisites(stop), class_="cb-prerequisites"))
        parts.append(self._body(module.introduction, module.span.path, dialect))
        return join(*parts)

    def _image(self, stop: Stop) -> Html:
        """The module's picture; empty without one."""
        path = self.outline.addresses.assets.get(stop.module.image)
        if path is None:
            return Html("")
        source = relative(path, dirname(stop.path))
        image = element("img", src=source, alt=stop.module.image_alt, width="320")
        return element("p", image, class_="cb-module-image")

    def _prerequisites(self, stop: Stop) -> Sequence[Html]:
        pages, folder = self.outline.addresses.pages, dirname(stop.path)
        return [
            element("li", element("a", text(module.title), href=relative(pages[module.id], folder)))
            for module in self.outline.course.modules
            if module.id in stop.module.prerequisites
        ]

    def _tested(self, stop: Stop, activity: Quiz | Scan, dialect: PlayerDialect) -> Html:
        """The introduction, then the quiz or self-scan as text and as data."""
        pieces = dialect.pieces
        introduction = self._body(activity.introduction, activity.span.path, dialect)
        if isinstance(activity, Quiz):
            keys = self.outline.question_keys
            kind, data = "quiz", quiz_json(activity, stop.module.id, keys, pieces)
            static = self._static_quiz(activity, pieces)
        else:
            kind, data = "scan", scan_json(activity, pieces)
            static = self._static_scan(activity, pieces)
        section = element("section", static, json_script(data), class_=f"cb-{kind}", data_cb=kind)
        return join(introduction, section)

    def _static_quiz(self, quiz: Quiz, pieces: Pieces) -> Html:
        """All questions under their headings, pools included, without their answers."""
        language = self.outline.course.language
        headings = {section.first: section.title for section in quiz.sections}
        parts = [element("p", text(self.words.unscripted))]
        lines: list[Html] = []
        start = 1
        for number, question in enumerate(quiz.questions, 1):
            if question.id in headings:
                parts += _numbered(lines, start)
                parts.append(element("h2", text(plain_text(headings[question.id]))))
                lines, start = [], number
            html = static_question_html(question, self.rendering, language, reveal=False)
            lines.append(element("li", pieces.resolved(html), id=question.id))
        return element("div", *parts, *_numbered(lines, start), class_="cb-static")

    def _static_scan(self, scan: Scan, pieces: Pieces) -> Html:
        """The statements by group, with the scale to choose from."""
        parts = [element("p", text(self.words.scan.format(scale=", ".join(scan.scale))))]
        for group in scan.groups:
            lines = (element("li", pieces.inline(line.text)) for line in group.statements)
            parts.append(element("h2", text(group.title), id=group.id))
            parts.append(element("ul", *lines))
        return element("div", *parts, class_="cb-static")

    def _pager(self, neighbours: tuple[Stop | None, Stop | None], folder: str) -> Html:
        """Links to the page before and after."""
        kinds = ((self.words.previous, "prev"), (self.words.next, "next"))
        links = (
            element("a", text(f"{label}: {stop.title}"), href=relative(stop.path, folder), rel=rel)
            for stop, (label, rel) in zip(neighbours, kinds, strict=True)
            if stop is not None
        )
        return element("nav", *links, class_="cb-pager", aria_label=self.words.pager)


@latest
def _mains(_outline: WebOutline, _rendering: Rendering) -> dict[str, Html]:
    """The ``<main>`` of each page of a rendered course, filled as pages are written."""
    return {}


def _numbered(lines: Sequence[Html], start: int) -> tuple[Html, ...]:
    """A list whose first number is ``start``; nothing without lines."""
    more = {"start": str(start)} if start > 1 else {}
    return (element("ol", *lines, **more),) if lines else ()


def page_writer(
    outline: WebOutline, rendering: Rendering, more_head: HeadWriter = nothing_more
) -> PageWriter:
    """The writer of a course's pages."""
    course = outline.course
    assets = {asset.path: asset for asset in course.assets}
    return PageWriter(
        outline,
        rendering,
        assets,
        strings(course.language),
        more_head,
        Mentions(course, "data-term"),
        _mains(outline, rendering),
    )


def head(title: str, folder: str, more: Html) -> Html:
    """The ``<head>`` of every document; the player stands in ``player/`` at the root."""
    return element(
        "head",
        element("meta", charset="utf-8"),
        more,
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(title)),
        element("link", rel="stylesheet", href=relative("player/player.css", folder)),
        element("script", type="module", src=relative("player/main.js", folder)),
    )


def _header(outline: WebOutline, stop: Stop, home: str) -> Html:
    """The logo, the way back to the contents, and the module's title."""
    return element(
        "header",
        logo_html(outline, stop.path),
        element("a", text(outline.course.title), class_="cb-course", href=home),
        element("span", text(stop.module.title), class_="cb-kicker"),
        class_="cb-header",
    )

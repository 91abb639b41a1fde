"""The course's texts as Moodle keeps them: HTML with links as tokens and files as plugin files."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coursebuilder.model import Body
from coursebuilder.render import Rendering
from coursebuilder.render.body import Dialect, body_html
from coursebuilder.render.links import resolve, unlink
from coursebuilder.render.mentions import Mentions
from coursebuilder.targets.moodle.boost import boost
from coursebuilder.targets.moodle.files import Area, Files
from coursebuilder.targets.moodle.layout import (
    Book,
    CourseModule,
    Label,
    Layout,
    ScormPackage,
    Section,
)
from coursebuilder.text import Html, Text

_NO_HTML = Html("")
_RESERVED = re.compile(r"\$@|@@PLUGINFILE@@")
"""What restore would take for a link or a file when an author writes it."""

_COURSE_LINK = re.compile(r'<a [^>]*href="cb:[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
_COURSE_PICTURE = re.compile(r'<img (?=[^>]*src="cb:)[^>]*?alt="([^"]*)"[^>]*>')


@dataclass(frozen=True, slots=True)
class Texts:
    """Everything that turns Markdown into the content of a Moodle field."""

    rendering: Rendering
    files: Files
    tokens: Mapping[str, str]
    """Source path -> the token that restore decodes to the new address."""
    dialect: Dialect
    mentions: Mentions

    def block(self, text: Text | None, area: Area, *, linked: bool = True) -> str:
        """Block-level HTML, empty without a text; of links into the course their words when not ``linked``."""
        if text is None:
            return ""
        html = self.rendering.html(text)
        return self._finish(html if linked else Html(unlink(html, self._is_no_file)), area)

    def _is_no_file(self, path: str) -> bool:
        return path not in self.files

    def inline(self, text: Text, area: Area) -> str:
        """HTML without the ``<p>`` around a single paragraph."""
        return self._finish(self.rendering.inline(text), area)

    def bare(self, text: Text | None) -> str:
        """Inline HTML for the fields restore does not look into, where no token would be decoded.

        Of links into the course their words stay, of its pictures the alternative text.
        """
        if text is None:
            return ""
        html = _COURSE_LINK.sub(r"\1", _COURSE_PICTURE.sub(r"\1", self.rendering.inline(text)))
        return boost(_harmless(html))

    def body(self, body: Body, area: Area, path: str, more: Html = _NO_HTML) -> str:
        """The blocks of the file ``path``, then ``more``, then the file's footnotes."""
        html = self.mentions.mark(body_html(body, self.rendering, self.dialect), path)
        return self._finish(Html(html + more + self.rendering.footnotes(path)), area, path)

    def _finish(self, html: Html, area: Area, own: str = "") -> str:
        """Author's text that looks like a token made harmless, then our own tokens put in."""

        def address(path: str, anchor: str) -> str:
            if anchor and path == own:
                return f"#{anchor}"
            if path in self.files:
                return self.files.add(area, path)
            return _with_anchor(self.tokens[path], anchor)

        return boost(resolve(_harmless(html), address))


def _harmless(html: str) -> str:
    """The HTML in which nothing an author wrote is a token."""
    return _RESERVED.sub(lambda found: f"&#{ord(found[0][0])};{found[0][1:]}", html)


def _with_anchor(token: str, anchor: str) -> str:
    """Only pages and chapters carry the anchors of their source."""
    if anchor and token.startswith(("$@PAGE", "$@BOOK")):
        return f"{token}#{anchor}"
    return token


def link_tokens(layout: Layout) -> Mapping[str, str]:
    """Source path -> token, for every file of the course that a link may name."""
    by_key: dict[str, str] = {}
    for section in layout.sections:
        if section.module is not None:
            by_key[section.module.id] = _section_token(layout, section)
        for activity in section.activities:
            by_key |= _activity_tokens(layout, section, activity)
    return {path: by_key[key] for path, key in layout.course.paths if key in by_key}


def _section_token(layout: Layout, section: Section) -> str:
    """Moodle 4.1 has no token for a section: the course page, scrolled to it."""
    return f"$@COURSEVIEWBYID*{layout.id}@$#section-{section.number}"


def _activity_tokens(layout: Layout, section: Section, activity: CourseModule) -> Mapping[str, str]:
    content = activity.content
    if isinstance(content, Book):
        prefix = activity.key.partition("#")[0]
        return {
            f"{prefix}/{chapter.page.id}": f"$@BOOKVIEWBYIDCH*{activity.id}*{chapter.id}@$"
            for chapter in content.chapters
        }
    if isinstance(content, ScormPackage):
        module = content.course.modules[0]
        token = f"$@SCORMVIEWBYID*{activity.id}@$"
        return {f"{module.id}/{inside.id}": token for inside in module.activities}
    if isinstance(content, Label):
        return {activity.key: _section_token(layout, section)}
    return {activity.key: f"$@{activity.kind.upper()}VIEWBYID*{activity.id}@$"}

"""The rendered course: every text's HTML, looked up by its file and place."""

import re
from collections import defaultdict
from collections.abc import Mapping
from html import escape

from coursebuilder.model import Course
from coursebuilder.model.walk import activity_texts, body_texts
from coursebuilder.render.document import RenderedFile, render_texts
from coursebuilder.render.markdown_engine import BACK_TITLE
from coursebuilder.render.strings import strings
from coursebuilder.text import Html, Text

_PARAGRAPH = re.compile(r"<p>(?:(?!</?p>).)*</p>", re.DOTALL)
_BACK = re.compile(rf' title="{BACK_TITLE}(\d+)"')


class CourseRendering:
    """``Rendering`` over rendered files; keys are source paths from the course folder."""

    def __init__(self, files: Mapping[str, RenderedFile], language: str = "en") -> None:
        """``language`` is the course's (BCP 47): footnotes name themselves in it."""
        self._files = files
        self._strings = strings(language)

    @property
    def files(self) -> Mapping[str, RenderedFile]:
        """What each source file renders to, by its path."""
        return self._files

    def html(self, text: Text) -> Html:
        """Block-level HTML."""
        return self._files[text.span.path].html(text)

    def inline(self, text: Text) -> Html:
        """The same without the ``<p>`` around it when the text is one paragraph."""
        html = self.html(text)
        return Html(html[3:-4]) if _PARAGRAPH.fullmatch(html) else html

    def footnotes(self, path: str) -> Html:
        """The footnotes of one source file in a section, empty when it has none."""
        rendered = self._files.get(path)
        if rendered is None or not rendered.notes:
            return Html("")
        label = escape(self._strings.footnotes)
        notes = _BACK.sub(self._back_label, rendered.notes)
        return Html(
            f'<section class="cb-footnotes" role="doc-endnotes" aria-label="{label}">\n'
            f"<ol>\n{notes}\n</ol>\n</section>"
        )

    def _back_label(self, match: re.Match[str]) -> str:
        label = escape(self._strings.back.format(number=match[1]))
        return f' role="doc-backlink" title="{label}" aria-label="{label}"'


def render_course(course: Course) -> CourseRendering:
    """Every text of a course rendered here and now, for tests and models made in code."""
    texts: defaultdict[str, list[Text]] = defaultdict(list)
    for module in course.modules:
        for text in body_texts(module.introduction):
            texts[text.span.path].append(text)
        for activity in module.activities:
            for text in activity_texts(activity):
                texts[text.span.path].append(text)
    files = {path: render_texts(found) for path, found in texts.items()}
    return CourseRendering(files, course.language)

"""Pages, books and labels: the activities that are read."""

from coursebuilder.formats.xml import Element
from coursebuilder.model import Page
from coursebuilder.targets.moodle.elements import leaf, leaves, node, shown_name
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.layout import Book, Chapter, CourseModule, Label
from coursebuilder.targets.moodle.texts import Texts

_DISPLAY = 'a:2:{s:10:"printintro";s:1:"0";s:17:"printlastmodified";s:1:"0";}'
"""How a page shows itself, serialised by PHP: without introduction and date."""


def activity_root(activity: CourseModule, content: Element) -> Element:
    """``<activity>``: the envelope of every activity's own file."""
    return node(
        "activity",
        content,
        id=activity.instance,
        moduleid=activity.id,
        modulename=activity.kind,
        contextid=activity.context,
    )


def page(activity: CourseModule, content: Page, texts: Texts, timestamp: int) -> Element:
    """``<page>`` (mod_page)."""
    area = Area(activity.context, "mod_page", "content")
    html = texts.body(content.body, area, content.span.path)
    return page_element(activity, html, timestamp)


def page_element(activity: CourseModule, html: str, timestamp: int) -> Element:
    """``<page>`` with that content."""
    return node(
        "page",
        *leaves(
            name=shown_name(activity.name),
            intro="",
            introformat=1,
            content=html,
            contentformat=1,
            legacyfiles=0,
            legacyfileslast=None,
            display=5,
            displayoptions=_DISPLAY,
            revision=1,
            timemodified=timestamp,
        ),
        id=activity.instance,
    )


def book(activity: CourseModule, content: Book, texts: Texts, timestamp: int) -> Element:
    """``<book>`` (mod_book) with a chapter per page."""
    chapters = (
        _chapter(chapter, number, activity, texts, timestamp)
        for number, chapter in enumerate(content.chapters, 1)
    )
    return node(
        "book",
        *leaves(
            name=shown_name(activity.name),
            intro="",
            introformat=1,
            numbering=0,
            navstyle=1,
            customtitles=0,
            timecreated=timestamp,
            timemodified=timestamp,
        ),
        node("chapters", *chapters),
        node("chaptertags"),
        id=activity.instance,
    )


def _chapter(
    chapter: Chapter, number: int, activity: CourseModule, texts: Texts, timestamp: int
) -> Element:
    """``<chapter>``; Moodle prints its title above the content."""
    area = Area(activity.context, "mod_book", "chapter", chapter.id)
    content = texts.body(chapter.page.body, area, chapter.page.span.path)
    return node(
        "chapter",
        *leaves(
            pagenum=number,
            subchapter=0,
            title=shown_name(chapter.page.title),
            content=content,
            contentformat=1,
            hidden=0,
            timemodified=timestamp,
            importsrc="",
        ),
        id=chapter.id,
    )


def label(activity: CourseModule, content: Label, texts: Texts, timestamp: int) -> Element:
    """``<label>`` (mod_label): text in the section itself."""
    area = Area(activity.context, "mod_label", "intro")
    return node(
        "label",
        leaf("name", shown_name(activity.name)),
        leaf("intro", texts.body(content.body, area, content.path)),
        *leaves(introformat=1, timemodified=timestamp),
        id=activity.instance,
    )

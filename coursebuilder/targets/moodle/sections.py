"""``section.xml``: a module's place in the Moodle course."""

import json

from coursebuilder.formats.xml import Element
from coursebuilder.i18n import translate
from coursebuilder.model import Completion, Course, Module
from coursebuilder.model.duration import module_minutes
from coursebuilder.targets.moodle.elements import leaves, node, shown_name
from coursebuilder.targets.moodle.files import Area, Files
from coursebuilder.targets.moodle.layout import Layout, Section
from coursebuilder.targets.moodle.module_file import counts_for_course
from coursebuilder.text import Html
from coursebuilder.webcourse.html import element, join, text


def section_file(section: Section, layout: Layout, files: Files, timestamp: int) -> Element:
    """``<section>``."""
    return node(
        "section",
        *leaves(
            number=section.number,
            name=shown_name(section_title(section, layout.course)),
            summary=_summary(section, layout, files),
            summaryformat=1,
            sequence=",".join(str(activity.id) for activity in section.activities),
            visible=int(not section.hidden),
            availabilityjson=availability(section, layout),
            timemodified=timestamp,
        ),
        id=section.id,
    )


def section_title(section: Section, course: Course) -> str:
    """The module's title; what the general section is called in the course's language."""
    if section.module is not None:
        return section.module.title
    return translate("About this course", course.language.partition("-")[0].lower())


def section_area(section: Section, layout: Layout) -> Area:
    """Where the pictures of a section's summary are kept."""
    return Area(layout.context, "course", "section", section.id)


def _summary(section: Section, layout: Layout, files: Files) -> Html:
    if section.module is None:
        return _start(layout.course)
    return _about_module(section.module, files, section_area(section, layout), layout.course)


def _start(course: Course) -> Html:
    """The start text, or else the course's summary, and who made it under which licence."""
    words = (course.moodle.start_text or course.summary).split("\n\n")
    authors = ", ".join(author.name for author in course.authors)
    origin = " · ".join(part for part in (authors, course.licence, course.version) if part)
    return join(
        *(element("p", text(paragraph)) for paragraph in words if paragraph.strip()),
        element("p", element("small", text(origin)), class_="text-muted"),
    )


def _about_module(module: Module, files: Files, area: Area, course: Course) -> Html:
    """Picture, summary, duration and objectives of a module."""
    language = course.language.partition("-")[0].lower()
    parts = []
    if module.image:
        source = files.add(area, module.image)
        picture = element("img", src=source, alt=module.image_alt, class_="img-fluid", width="320")
        parts.append(element("p", picture))
    if module.summary:
        parts.append(element("p", text(module.summary)))
    if minutes := module_minutes(module):
        duration = translate("About {minutes} minutes", language, minutes=minutes)
        parts.append(element("p", element("small", text(duration)), class_="text-muted"))
    if module.objectives:
        parts.append(element("p", element("strong", text(translate("You learn:", language)))))
        lines = (element("li", text(objective.text)) for objective in module.objectives)
        parts.append(element("ul", *lines))
    return join(*parts)


def availability(section: Section, layout: Layout) -> str | None:
    """The condition that the required activities of the modules before it are complete, as JSON.

    A greyed-out section says what is still to be done, a hidden one is not shown before; without
    prerequisites there is no condition.
    """
    if section.module is None:
        return None
    before = set(section.module.prerequisites)
    conditions = [
        {"type": "completion", "cm": id, "e": 1}
        for other in layout.sections
        if other.module is not None and other.module.id in before
        for id in _to_complete(other, layout.course.completion)
    ]
    if not conditions:
        return None
    shown = layout.course.moodle.closed_modules == "greyed"
    tree = {"op": "&", "c": conditions, "showc": [shown] * len(conditions)}
    return json.dumps(tree, separators=(",", ":"))


def _to_complete(section: Section, completion: Completion) -> tuple[int, ...]:
    return tuple(
        activity.id for activity in section.activities if counts_for_course(activity, completion)
    )

"""``moodle_backup.xml``: the head of the archive, its contents and its settings."""

from collections.abc import Iterator
from hashlib import md5

from coursebuilder.formats.xml import Element
from coursebuilder.targets.moodle.course_files import short_name
from coursebuilder.targets.moodle.elements import leaf, leaves, node, shown_name
from coursebuilder.targets.moodle.layout import CourseModule, Layout, Section
from coursebuilder.targets.moodle.sections import section_title

_VERSION = 2022112800
"""Moodle 4.1: the oldest that reads the backup, so that none calls it newer than itself."""
_RELEASE = "4.1"

SITE = "https://coursebuilder.invalid"
"""The imaginary site the backup comes from (RFC 2606)."""

_ROOT_SETTINGS = {
    "users": 0,
    "anonymize": 0,
    "role_assignments": 0,
    "activities": 1,
    "blocks": 0,
    "files": 1,
    "filters": 0,
    "comments": 0,
    "badges": 0,
    "calendarevents": 0,
    "userscompletion": 0,
    "logs": 0,
    "grade_histories": 0,
    "questionbank": 1,
    "groups": 0,
    "competencies": 0,
    "customfield": 0,
    "contentbankcontent": 0,
    "legacyfiles": 0,
}


def backup_file(layout: Layout, timestamp: int) -> Element:
    """``<moodle_backup>``."""
    return node(
        "moodle_backup",
        node(
            "information",
            *_header(layout, timestamp),
            _details(layout),
            node("contents", _activities(layout), _sections(layout), _course(layout)),
            node("settings", *_settings(layout)),
        ),
    )


def _file_name(layout: Layout) -> str:
    return f"{layout.course.id}-moodle.mbz"


def _header(layout: Layout, timestamp: int) -> tuple[Element, ...]:
    course = layout.course
    return leaves(
        name=_file_name(layout),
        moodle_version=_VERSION,
        moodle_release=f"{_RELEASE} (Build: 20221128)",
        backup_version=_VERSION,
        backup_release=_RELEASE,
        backup_date=timestamp,
        mnet_remoteusers=0,
        include_files=1,
        include_file_references_to_external_content=0,
        original_wwwroot=SITE,
        original_site_identifier_hash=_digest(SITE),
        original_course_id=layout.id,
        original_course_format="topics",
        original_course_fullname=shown_name(course.title, 254),
        original_course_shortname=short_name(course),
        original_course_startdate=timestamp,
        original_course_enddate=0,
        original_course_contextid=layout.context,
        original_system_contextid=1,
    )


def _digest(text: str) -> str:
    return md5(text.encode(), usedforsecurity=False).hexdigest()


def _details(layout: Layout) -> Element:
    """``<details>``: a course, in Moodle's own format, made by hand in the general mode."""
    detail = node(
        "detail",
        *leaves(
            type="course", format="moodle2", interactive=1, mode=10, execution=1, executiontime=0
        ),
        backup_id=_digest(layout.course.id),
    )
    return node("details", detail)


def _activities(layout: Layout) -> Element:
    """``<activities>``: their order here is their order in the course."""
    return node(
        "activities",
        *(
            node(
                "activity",
                *leaves(
                    moduleid=activity.id,
                    sectionid=section.id,
                    modulename=activity.kind,
                    title=shown_name(activity.name),
                    directory=f"activities/{activity.directory}",
                ),
            )
            for section, activity in layout.activities()
        ),
    )


def _sections(layout: Layout) -> Element:
    """``<sections>``."""
    return node(
        "sections",
        *(
            node(
                "section",
                *leaves(
                    sectionid=section.id,
                    title=shown_name(section_title(section, layout.course)),
                    directory=f"sections/{section.directory}",
                ),
            )
            for section in layout.sections
        ),
    )


def _course(layout: Layout) -> Element:
    """``<course>`` of the contents."""
    return node(
        "course", *leaves(courseid=layout.id, title=short_name(layout.course), directory="course")
    )


def _settings(layout: Layout) -> Iterator[Element]:
    """``<setting>`` of the whole, of each section and of each activity in it."""
    yield node("setting", *leaves(level="root", name="filename", value=_file_name(layout)))
    root = _ROOT_SETTINGS | {
        "users": int(holds_user_data(layout)),
        "badges": int(layout.course.moodle.badges),
    }
    for name, value in root.items():
        yield node("setting", *leaves(level="root", name=name, value=value))
    for section in layout.sections:
        yield from _place_settings("section", section)
        for activity in section.activities:
            yield from _place_settings("activity", activity)


def holds_user_data(layout: Layout) -> bool:
    """Whether there is something that Moodle counts as user data: the entries of a glossary."""
    return any(activity.kind == "glossary" for _, activity in layout.activities())


def _place_settings(level: str, place: Section | CourseModule) -> Iterator[Element]:
    native = isinstance(place, CourseModule) and place.kind == "glossary"
    for name, value in (("included", 1), ("userinfo", int(native))):
        yield node(
            "setting",
            leaf("level", level),
            leaf(level, place.directory),
            *leaves(name=f"{place.directory}_{name}", value=value),
        )

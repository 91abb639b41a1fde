"""``badges.xml``: a badge per module, for completing all that the module asks for."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files as package_files

from coursebuilder.formats.xml import Element
from coursebuilder.i18n import translate
from coursebuilder.model import Module
from coursebuilder.targets.moodle.elements import Value, leaf, leaves, node, shown_name
from coursebuilder.targets.moodle.files import Area, Files
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import CourseModule, Layout
from coursebuilder.targets.moodle.module_file import counts_for_course
from coursebuilder.webcourse.html import element, text

_OF_A_COURSE = 2
_ALL = 1
_OVERALL, _ACTIVITIES = 0, 1
"""Kinds of conditions: the one that sums up the others, and activities to complete."""

_PICTURES = ("f1.png", "f2.png", "f3.png")
"""The picture of 100, 35 and 512 pixels; Moodle makes them when a trainer uploads one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """One badge and what it takes."""

    id: int
    module: Module
    activities: tuple[CourseModule, ...]


def badges_of(layout: Layout, ids: Ids) -> tuple[Badge, ...]:
    """The badges a course asks for: of each module that learners can complete."""
    if not layout.course.moodle.badges:
        return ()
    return tuple(_badges(layout, ids))


def _badges(layout: Layout, ids: Ids) -> Iterator[Badge]:
    for section in layout.sections:
        asked = tuple(
            activity
            for activity in section.activities
            if counts_for_course(activity, layout.course.completion)
        )
        if section.module is not None and asked:
            id = ids.of("badge", section.module.id)
            yield Badge(id=id, module=section.module, activities=asked)


def picture_area(layout: Layout, badge: Badge) -> Area:
    """Where Moodle keeps the picture of a badge."""
    return Area(layout.context, "badges", "badgeimage", badge.id)


def add_pictures(layout: Layout, badge: Badge, files: Files) -> tuple[int, ...]:
    """The ids of a badge's pictures, which are in the backup from now on."""
    folder = package_files(__package__).joinpath("pictures")
    area = picture_area(layout, badge)
    for name in _PICTURES:
        files.add_made(area, name, folder.joinpath(name).read_bytes(), "image/png")
    return files.owned(area)


def badges_file(layout: Layout, badges: tuple[Badge, ...], ids: Ids, timestamp: int) -> Element:
    """``<badges>``. A restored badge is switched off: conditions are final once it is on."""
    return node("badges", *(_badge(badge, layout, ids, timestamp) for badge in badges))


def _badge(badge: Badge, layout: Layout, ids: Ids, timestamp: int) -> Element:
    """``<badge>``."""
    course, title = layout.course, badge.module.title
    language = course.language.partition("-")[0].lower()
    done = translate("You completed the module {title}.", language, title=title)
    issuer = course.publisher or (course.authors[0].name if course.authors else course.title)
    return node(
        "badge",
        *leaves(
            name=shown_name(title),
            description=done,
            timecreated=timestamp,
            timemodified=timestamp,
            usercreated=None,
            usermodified=None,
            issuername=shown_name(issuer),
            issuerurl=course.authors[0].url if course.authors else "",
            issuercontact=None,
            expiredate=None,
            expireperiod=None,
            type=_OF_A_COURSE,
            courseid=layout.id,
            message=element("p", text(done)),
            messagesubject=shown_name(title),
            attachment=1,
            notification=0,
            status=0,
            nextcron=None,
            version="",
            language=language,
            imageauthorname="",
            imageauthoremail="",
            imageauthorurl="",
            imagecaption="",
        ),
        node("criteria", *_criteria(badge, ids)),
        *map(node, ("alignments", "relatedbadges", "manual_awards", "tags")),
        id=badge.id,
    )


def _criteria(badge: Badge, ids: Ids) -> Iterator[Element]:
    """``<criterion>`` twice: the activities, all of them, and the sum of all conditions."""
    for kind, asked in ((_OVERALL, ()), (_ACTIVITIES, badge.activities)):
        id = ids.of("badge_criterion", badge.module.id, kind)
        columns: dict[str, Value] = {"badgeid": badge.id, "criteriatype": kind, "method": _ALL}
        yield node(
            "criterion",
            *leaves(**columns, description="", descriptionformat=1),
            node("parameters", *(_parameter(id, activity, ids) for activity in asked)),
            id=id,
        )


def _parameter(criterion: int, activity: CourseModule, ids: Ids) -> Element:
    """``<parameter>``: one activity to complete."""
    return node(
        "parameter",
        leaf("critid", criterion),
        leaf("name", f"module_{activity.id}"),
        leaf("value", activity.id),
        leaf("criteriatype", _ACTIVITIES),
        id=ids.of("badge_parameter", activity.key),
    )

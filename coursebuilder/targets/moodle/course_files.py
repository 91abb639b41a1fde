"""The files of the course itself: ``course.xml``, ``completion.xml`` and those that stay empty."""

from coursebuilder.formats.xml import Element
from coursebuilder.i18n import translate
from coursebuilder.model import Course
from coursebuilder.targets.moodle.elements import leaves, node, references, short, shown_name
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import Layout
from coursebuilder.targets.moodle.module_file import counts_for_course
from coursebuilder.webcourse.html import element, text

_FORMAT_OPTIONS = {"hiddensections": 0, "coursedisplay": 0}
"""Closed sections show their condition; all sections stand on one page."""

_ACTIVITY_CRITERION = 4
_ALL = 1


def short_name(course: Course) -> str:
    """What Moodle shows in breadcrumbs; it adds a number when another course has it."""
    return shown_name(course.moodle.short_name or course.id)


def image_area(layout: Layout) -> Area:
    """Where the course's picture is kept."""
    return Area(layout.context, "course", "overviewfiles")


def course_file(layout: Layout, timestamp: int) -> Element:
    """``<course>``: the row of Moodle's table ``course``, in the topics format."""
    course = layout.course
    language = course.language.partition("-")[0].lower()
    category = course.moodle.category or translate("Courses", language)
    return node(
        "course",
        *leaves(
            shortname=short_name(course),
            fullname=shown_name(course.title, 254),
            idnumber=short(course.id, 100),
            summary=element("p", text(course.summary)),
            summaryformat=1,
            format="topics",
            showgrades=1,
            newsitems=0,
            startdate=timestamp,
            enddate=0,
            marker=0,
            maxbytes=0,
            legacyfiles=0,
            showreports=0,
            visible=1,
            groupmode=0,
            groupmodeforce=0,
            defaultgroupingid=0,
            lang="",
            theme="",
            timecreated=timestamp,
            timemodified=timestamp,
            requested=0,
            showactivitydates=0,
            showcompletionconditions=1,
            enablecompletion=1,
            completionnotify=0,
        ),
        node("category", *leaves(name=shown_name(category), description=None), id=1),
        node("tags"),
        node("customfields"),
        _format_options(),
        id=layout.id,
        contextid=layout.context,
    )


def _format_options() -> Element:
    """``<courseformatoptions>`` of the topics format."""
    return node(
        "courseformatoptions",
        *(
            node(
                "courseformatoption",
                *leaves(format="topics", sectionid=0, name=name, value=value),
            )
            for name, value in _FORMAT_OPTIONS.items()
        ),
    )


def completion_file(layout: Layout, ids: Ids) -> Element:
    """``<course_completion>``: every required activity, all of them."""
    criteria = [
        _criterion(layout, ids, activity.kind, activity.id)
        for _, activity in layout.activities()
        if counts_for_course(activity, layout.course.completion)
    ]
    methods = [_method(layout, ids, None), _method(layout, ids, _ACTIVITY_CRITERION)]
    return node("course_completion", *criteria, *(methods if criteria else ()))


def _criterion(layout: Layout, ids: Ids, kind: str, course_module: int) -> Element:
    """``<course_completion_criteria>``: one activity to complete."""
    return node(
        "course_completion_criteria",
        *leaves(
            course=layout.id,
            criteriatype=_ACTIVITY_CRITERION,
            module=kind,
            moduleinstance=course_module,
            courseinstanceshortname=None,
            enrolperiod=None,
            timeend=None,
            gradepass=None,
            role=None,
            roleshortname=None,
        ),
        node("course_completion_crit_completions"),
        id=ids.of("completion_criterion", course_module),
    )


def _method(layout: Layout, ids: Ids, criteria: int | None) -> Element:
    """``<course_completion_aggr_methd>``: all criteria (of a type) must be met."""
    return node(
        "course_completion_aggr_methd",
        *leaves(course=layout.id, criteriatype=criteria, method=_ALL, value=None),
        id=ids.of("completion_method", criteria or 0),
    )


def inforef(
    *,
    files: tuple[int, ...] = (),
    grade_items: tuple[int, ...] = (),
    categories: tuple[int, ...] = (),
) -> Element:
    """``<inforef>``: what of the shared files belongs to this place; what no list names is lost."""
    return node(
        "inforef",
        *references("file", files),
        *references("grade_item", grade_items),
        *references("question_category", categories),
    )


def roles() -> Element:
    """``<roles>`` of a place: nobody has a role, nothing is overridden."""
    return node("roles", node("role_overrides"), node("role_assignments"))


def empty_files() -> dict[str, Element]:
    """The files that must be there although a course without people has nothing in them."""
    return {
        "roles.xml": node("roles_definition"),
        "groups.xml": node(
            "groups", node("groupcustomfields"), node("groupings", node("groupingcustomfields"))
        ),
        "scales.xml": node("scales_definition"),
        "outcomes.xml": node("outcomes_definition"),
    }

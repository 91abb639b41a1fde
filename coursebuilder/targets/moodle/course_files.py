"""The files of the course itself: ``course.xml``, ``completion.xml`` and those that stay empty."""

from coursebuilder.formats.xml import Element
from coursebuilder.i18n import translate
from coursebuilder.model import Course
from coursebuilder.targets.moodle.elements import (
    Value,
    grade,
    leaves,
    node,
    references,
    short,
    shown_name,
    tags,
)
from coursebuilder.targets.moodle.files import Area
from coursebuilder.targets.moodle.grades import pass_total
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import Layout
from coursebuilder.targets.moodle.module_file import counts_for_course
from coursebuilder.webcourse.html import element, text

_FORMAT_OPTIONS = {"hiddensections": 1, "coursedisplay": 0}
"""Learners do not even see the name of a hidden section, a trainers' one; all sections stand on one page.

A section that waits for a condition is not hidden: its own condition says whether it is shown."""

_REGIONAL_PACKS = frozenset({"en_us", "es_mx", "fr_ca", "pt_br", "zh_cn", "zh_tw"})
"""Languages for which Moodle has a pack per region; of others it has one for all."""

_ACTIVITY_CRITERION = 4
_GRADE_CRITERION = 6
_ALL = 1


def short_name(course: Course) -> str:
    """What Moodle shows in breadcrumbs; it adds a number when another course has it."""
    return shown_name(course.moodle.short_name or course.id)


def image_area(layout: Layout) -> Area:
    """Where the course's picture is kept."""
    return Area(layout.context, "course", "overviewfiles")


def interface_language(course: Course) -> str:
    """The language pack that the course forces on Moodle's own words; empty: the learner's choice.

    A site without the pack leaves the choice to the learner too.
    """
    if not course.moodle.force_language:
        return ""
    tag = course.language.lower().replace("-", "_")
    return tag if tag in _REGIONAL_PACKS else tag.partition("_")[0]


def course_file(layout: Layout, ids: Ids, timestamp: int) -> Element:
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
            lang=interface_language(course),
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
        node("tags", *tags(course.keywords, ids)),
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
    """``<course_completion>``: every required activity and, where asked for, the course's pass mark."""
    criteria = [
        _activity_criterion(layout, ids, activity.kind, activity.id)
        for _, activity in layout.activities()
        if counts_for_course(activity, layout.course.completion)
    ]
    if layout.course.moodle.completion_grade and pass_total(layout):
        criteria.append(_grade_criterion(layout, ids))
    methods = [_method(layout, ids, None), _method(layout, ids, _ACTIVITY_CRITERION)]
    return node("course_completion", *criteria, *(methods if criteria else ()))


def _activity_criterion(layout: Layout, ids: Ids, kind: str, course_module: int) -> Element:
    id = ids.of("completion_criterion", course_module)
    return _criterion(
        layout, id, criteriatype=_ACTIVITY_CRITERION, module=kind, moduleinstance=course_module
    )


def _grade_criterion(layout: Layout, ids: Ids) -> Element:
    id = ids.of("completion_criterion", "grade")
    passes = grade(pass_total(layout))
    return _criterion(layout, id, criteriatype=_GRADE_CRITERION, gradepass=passes)


def _criterion(layout: Layout, id: int, **given: Value) -> Element:
    """``<course_completion_criteria>``: one condition; what is not given has no value."""
    columns = (
        "criteriatype", "module", "moduleinstance", "courseinstanceshortname", "enrolperiod",
        "timeend", "gradepass", "role", "roleshortname",
    )  # fmt: skip
    return node(
        "course_completion_criteria",
        *leaves(course=layout.id, **{column: given.get(column) for column in columns}),
        node("course_completion_crit_completions"),
        id=id,
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

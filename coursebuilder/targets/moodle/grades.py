"""Grade items: of each quiz in its ``grades.xml``, of the course in ``gradebook.xml``."""

from decimal import ROUND_CEILING, Decimal

from coursebuilder.formats.xml import Element
from coursebuilder.model import Assignment, Quiz
from coursebuilder.targets.moodle.elements import (
    Value,
    grade,
    leaf,
    leaves,
    node,
    short,
    shown_name,
)
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import Content, CourseModule, Layout

_NATURAL = 13
"""Aggregation by adding up: the course's maximum is the sum of the quizzes' points."""


def pass_grade(quiz: Quiz) -> Decimal:
    """The grade that passes the quiz; a quiz's grade is its points."""
    return quiz.points * quiz.pass_percent / 100


def whole_points(assignment: Assignment) -> Decimal:
    """The grade of an assignment: Moodle keeps it as a whole number."""
    return assignment.points.to_integral_value(ROUND_CEILING)


def grades_of(content: Content) -> tuple[Decimal, Decimal] | None:
    """The highest grade and the one that passes (0: none does); None for what is not graded."""
    match content:
        case Quiz():
            return content.points, pass_grade(content)
        case Assignment() if content.points:
            return whole_points(content), Decimal(0)
        case _:
            return None


def counts_in_total(content: Content) -> bool:
    """Whether its grade weighs in the course total, which is the player's score: quizzes do."""
    return isinstance(content, Quiz)


def activity_grades(activity: CourseModule, ids: Ids, sortorder: int, timestamp: int) -> Element:
    """``<activity_gradebook>``: its grade item; no items for what is not graded."""
    items: tuple[Element, ...] = ()
    graded = grades_of(activity.content)
    if graded is not None:
        maximum, passes = graded
        item = _grade_item(
            {
                "itemname": shown_name(activity.name),
                "itemtype": "mod",
                "itemmodule": activity.kind,
                "iteminstance": activity.instance,
                "itemnumber": 0,
                "idnumber": short(activity.key, 100),
            },
            maximum=maximum,
            passes=passes,
            sortorder=sortorder,
            timestamp=timestamp,
            weightless=not counts_in_total(activity.content),
        )
        item.set("id", str(ids.of("grade_item", activity.key)))
        items = (item,)
    return node("activity_gradebook", node("grade_items", *items), node("grade_letters"))


def _grade_item(
    names: dict[str, Value],
    *,
    maximum: Decimal,
    passes: Decimal,
    sortorder: int,
    timestamp: int,
    weightless: bool = False,
) -> Element:
    """``<grade_item>``, without its id; ``names`` say what it grades."""
    return node(
        "grade_item",
        *leaves(
            categoryid=None,
            itemname=names["itemname"],
            itemtype=names["itemtype"],
            itemmodule=names["itemmodule"],
            iteminstance=names["iteminstance"],
            itemnumber=names["itemnumber"],
            iteminfo=None,
            idnumber=names["idnumber"],
            calculation=None,
            gradetype=1,
            grademax=grade(maximum),
            grademin=grade(Decimal(0)),
            scaleid=None,
            outcomeid=None,
            gradepass=grade(passes),
            multfactor=grade(Decimal(1)),
            plusfactor=grade(Decimal(0)),
            aggregationcoef=grade(Decimal(0)),
            aggregationcoef2=grade(Decimal(0)),
            weightoverride=int(weightless),
            sortorder=sortorder,
            display=0,
            decimals=None,
            hidden=0,
            locked=0,
            locktime=0,
            needsupdate=0,
            timecreated=timestamp,
            timemodified=timestamp,
        ),
        node("grade_grades"),
    )


def gradebook(layout: Layout, ids: Ids, timestamp: int) -> Element:
    """``<gradebook>``: one category that adds up, and the course total."""
    category = ids.of("grade_category", "")
    total = sum((quiz.points for _, quiz in layout.course.quizzes()), Decimal(0))
    item = _grade_item(
        {
            "itemname": None,
            "itemtype": "course",
            "itemmodule": None,
            "iteminstance": category,
            "itemnumber": None,
            "idnumber": None,
        },
        maximum=total,
        passes=total * layout.course.completion.pass_percent / 100,
        sortorder=1,
        timestamp=timestamp,
    )
    item.set("id", str(ids.of("grade_item", "")))
    return node(
        "gradebook",
        node("attributes"),
        node("grade_categories", _category(category, timestamp)),
        node("grade_items", item),
        node("grade_letters"),
        node("grade_settings", node("grade_setting", *leaves(name="minmaxtouse", value=1), id="")),
    )


def _category(id: int, timestamp: int) -> Element:
    """``<grade_category>``: the root."""
    return node(
        "grade_category",
        leaf("parent", None),
        *leaves(
            depth=1,
            path=f"/{id}/",
            fullname="?",
            aggregation=_NATURAL,
            keephigh=0,
            droplow=0,
            aggregateonlygraded=1,
            aggregateoutcomes=0,
            timecreated=timestamp,
            timemodified=timestamp,
            hidden=0,
        ),
        id=id,
    )

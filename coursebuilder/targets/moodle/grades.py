"""Grade items: of each activity in its ``grades.xml``, of modules and the course in ``gradebook.xml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from typing import Literal

from coursebuilder.formats.xml import Element
from coursebuilder.model import Assignment, Module, Quiz
from coursebuilder.targets.moodle.elements import grade, leaf, leaves, node, short, shown_name
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import (
    Content,
    CourseModule,
    Layout,
    ScormPackage,
    Section,
)
from coursebuilder.webcourse.excerpt import package_points, sole_pass_mark

_NATURAL = 13
"""Aggregation by adding up: the maximum is the sum of the quizzes' points."""
_PERCENT = Decimal(100)
"""The highest grade of a package: the player's score."""


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
        case ScormPackage():
            passes = sole_pass_mark(content.course)
            return (
                (_PERCENT, passes) if package_points(content.course) else (Decimal(1), Decimal(0))
            )
        case Assignment() if content.points:
            return whole_points(content), Decimal(0)
        case _:
            return None


def counts_in_total(activity: CourseModule) -> bool:
    """Whether its grade weighs in the course total, the player's score: learners' quizzes do."""
    return points_of(activity.content) > 0 and not activity.hidden


def points_of(content: Content) -> Decimal:
    """The points that its quizzes give, as the player adds them up."""
    if isinstance(content, ScormPackage):
        return package_points(content.course)
    return content.points if isinstance(content, Quiz) else Decimal(0)


def graded_module(section: Section) -> Module | None:
    """The module, when quizzes of it count: it has a category of its own in the gradebook."""
    counts = any(counts_in_total(activity) for activity in section.activities)
    return section.module if counts else None


def grade_order(layout: Layout) -> dict[str, int]:
    """Place in the gradebook of each module and each activity that is graded, by its key.

    The course total comes first; a module's category stands before what is in it.
    """
    keys: list[str] = []
    for section in layout.sections:
        module = graded_module(section)
        keys += [module.id] if module else []
        keys += [found.key for found in section.activities if grades_of(found.content) is not None]
    return {key: place for place, key in enumerate(keys, 2)}


def pass_total(layout: Layout) -> Decimal:
    """The course total that reaches the course's pass mark; 0 when no quiz counts."""
    return _highest(_graded_sections(layout)) * layout.course.completion.pass_percent / 100


def _graded_sections(layout: Layout) -> list[Section]:
    return [section for section in layout.sections if graded_module(section)]


def _highest(sections: list[Section]) -> Decimal:
    """The highest grades of all that counts, added up: what Moodle makes a total of."""
    return sum(
        (
            graded[0]
            for section in sections
            for activity in section.activities
            if counts_in_total(activity) and (graded := grades_of(activity.content))
        ),
        Decimal(0),
    )


def activity_grades(
    activity: CourseModule, section: Section, ids: Ids, order: Mapping[str, int], timestamp: int
) -> Element:
    """``<activity_gradebook>``: its grade item; no items for what is not graded."""
    items: tuple[Element, ...] = ()
    graded = grades_of(activity.content)
    if graded is not None:
        module = graded_module(section)
        item = _Item(
            id=ids.of("grade_item", activity.key),
            kind="mod",
            graded=activity.instance,
            maximum=graded[0],
            passes=graded[1],
            place=order[activity.key],
            activity=activity,
            category=ids.of("grade_category", module.id) if module else None,
        )
        items = (_grade_item(item, timestamp),)
    return node("activity_gradebook", node("grade_items", *items), node("grade_letters"))


def gradebook(layout: Layout, ids: Ids, order: Mapping[str, int], timestamp: int) -> Element:
    """``<gradebook>``: the course total, and a category per module with quizzes that count."""
    sections = _graded_sections(layout)
    root = ids.of("grade_category", "")
    categories = [_category((root,), "?", timestamp)]
    items = [_course_total(layout, ids)]
    points = sum(map(_points, sections), Decimal(0))
    by_highest = points == _highest(sections)  # else a package's grade is not in points
    for section in sections:
        module = graded_module(section)
        assert module is not None
        below = ids.of("grade_category", module.id)
        categories.append(_category((root, below), shown_name(module.title), timestamp))
        total = _Item(
            id=ids.of("grade_item", module.id),
            kind="category",
            graded=below,
            maximum=_highest([section]),
            place=order[module.id],
            weight=None if by_highest else _points(section) / points,
        )
        items.append(total)
    return node(
        "gradebook",
        node("attributes"),
        node("grade_categories", *categories),
        node("grade_items", *(_grade_item(item, timestamp) for item in items)),
        node("grade_letters"),
        node("grade_settings", node("grade_setting", *leaves(name="minmaxtouse", value=1), id="")),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """One line of the gradebook."""

    id: int
    kind: Literal["course", "category", "mod"]
    graded: int
    """Instance of the activity, or id of the category that it is the total of."""
    maximum: Decimal
    place: int
    passes: Decimal = Decimal(0)
    activity: CourseModule | None = None
    category: int | None = None
    """The category an activity stands in; None: the course's own."""
    weight: Decimal | None = None
    """Its share of the total it is in; None: its share of the highest grades, which Moodle works out."""


def _course_total(layout: Layout, ids: Ids) -> _Item:
    return _Item(
        id=ids.of("grade_item", ""),
        kind="course",
        graded=ids.of("grade_category", ""),
        maximum=_highest(_graded_sections(layout)),
        passes=pass_total(layout),
        place=1,
    )


def _points(section: Section) -> Decimal:
    counted = (activity for activity in section.activities if counts_in_total(activity))
    return sum((points_of(activity.content) for activity in counted), Decimal(0))


def _grade_item(item: _Item, timestamp: int) -> Element:
    """``<grade_item>``; Moodle works the weights of items out, but for those set to zero here."""
    activity = item.activity
    weightless = activity is not None and not counts_in_total(activity)
    return node(
        "grade_item",
        *leaves(
            categoryid=item.category,
            itemname=shown_name(activity.name) if activity else None,
            itemtype=item.kind,
            itemmodule=activity.kind if activity else None,
            iteminstance=item.graded,
            itemnumber=0 if activity else None,
            iteminfo=None,
            idnumber=short(activity.key, 100) if activity else None,
            calculation=None,
            gradetype=1,
            grademax=grade(item.maximum),
            grademin=grade(Decimal(0)),
            scaleid=None,
            outcomeid=None,
            gradepass=grade(item.passes),
            multfactor=grade(Decimal(1)),
            plusfactor=grade(Decimal(0)),
            aggregationcoef=grade(Decimal(0)),
            aggregationcoef2=grade(item.weight or Decimal(0)),
            weightoverride=int(item.weight is not None or weightless),
            sortorder=item.place,
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
        id=item.id,
    )


def _category(path: tuple[int, ...], name: str, timestamp: int) -> Element:
    """``<grade_category>``: the last of ``path``; what has no grade yet counts as nothing earned."""
    return node(
        "grade_category",
        leaf("parent", path[-2] if len(path) > 1 else None),
        *leaves(
            depth=len(path),
            path="".join(f"/{id}" for id in path) + "/",
            fullname=name,
            aggregation=_NATURAL,
            keephigh=0,
            droplow=0,
            aggregateonlygraded=0,
            aggregateoutcomes=0,
            timecreated=timestamp,
            timemodified=timestamp,
            hidden=0,
        ),
        id=path[-1],
    )

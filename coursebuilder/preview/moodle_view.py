"""How Moodle will see the course: sections, activities, completion and the question bank."""

from typing import Any

from coursebuilder.i18n import translate
from coursebuilder.model import Completion, Course, Situation
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.targets.moodle.layout import CourseModule, ScormPackage, lay_out
from coursebuilder.targets.moodle.module_file import counts_for_course, tracking
from coursebuilder.targets.moodle.questions.categories import categories
from coursebuilder.webcourse.excerpt import ends_in_a_verdict


def moodle_view(course: Course, language: str) -> dict[str, Any]:
    """``sections`` with their activities and ``bank`` with its categories, as plain data."""
    ids = Ids(course.id)
    layout = lay_out(course, ids)
    sections = [
        {
            "number": section.number,
            "title": section.module.title if section.module else translate("General", language),
            "activities": [
                {
                    "kind": activity.kind,
                    "name": activity.name,
                    "completion": _completion(activity, course.completion, language),
                    "counts": counts_for_course(activity, course.completion),
                }
                for activity in section.activities
            ],
        }
        for section in layout.sections
    ]
    found = tuple(categories(layout, ids))
    depths: dict[int, int] = {0: -1}
    bank = []
    for category in found:
        depth = depths[category.id] = depths.get(category.parent, -1) + 1
        bank.append({"title": category.title, "depth": depth, "questions": len(category.questions)})
    return {"sections": sections, "bank": bank}


def _completion(activity: CourseModule, completion: Completion, language: str) -> str:
    """When Moodle counts the activity as complete, in words."""
    rule = tracking(activity, completion)
    if isinstance(activity.content, ScormPackage) and rule.submitted:
        verdict = ends_in_a_verdict(activity.content.course)
        return translate("when passed" if verdict else "when viewed", language)
    if rule.passed:
        return translate("when passed", language)
    if rule.submitted and isinstance(activity.content, Situation):
        return translate("when an ending is reached", language)
    if rule.submitted:
        return translate("when handed in", language)
    if rule.viewed:
        return translate("when viewed", language)
    if rule.counts:
        return translate("ticked by the learner", language)
    return translate("not tracked", language)

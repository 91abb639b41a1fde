"""The gradebook: a category per module with quizzes, a total that is the player's score."""

from dataclasses import replace
from decimal import Decimal

import pytest

from coursebuilder.formats.xml import Element, serialise
from coursebuilder.model import Assignment, Course, Quiz
from coursebuilder.targets.moodle.crosscheck import crosscheck
from tests.sample_course import SAMPLE
from tests.targets.moodle.backup import Backup, backup


def items(made: Backup) -> dict[str, Element]:
    """Grade items by name; totals by the name of their category, the course's by ``""``."""
    names = {c.get("id"): c.findtext("fullname") for c in made.all("grade_category")}
    found = {}
    for item in made.all("grade_item"):
        if item.findtext("itemtype") == "course":
            found[""] = item
        elif item.findtext("itemtype") == "category":
            found[names[item.findtext("iteminstance")] or ""] = item
        elif item.get("id"):
            found[item.findtext("itemname") or ""] = item
    return found


def category(made: Backup, item: Element) -> str | None:
    """Name of the category that an item stands in."""
    names = {c.get("id"): c.findtext("fullname") for c in made.all("grade_category")}
    return names.get(item.findtext("categoryid"))


def for_trainers(course: Course) -> Course:
    """The course, its last module for trainers."""
    last = replace(course.modules[-1], audience="trainer", prerequisites=())
    return replace(course, modules=(*course.modules[:-1], last))


def test_each_module_with_quizzes_is_a_category_worth_their_points() -> None:
    made = backup()
    found = items(made)
    assert {name: item.findtext("grademax") for name, item in found.items()} == {
        "": "14.50000",
        "Kader & project": "12.50000",
        "Toets bij module 1": "12.50000",
        "Team": "2.00000",
        "Eindtoets": "2.00000",
    }
    assert category(made, found["Toets bij module 1"]) == "Kader & project"
    assert category(made, found["Eindtoets"]) == "Team"
    assert found["Toets bij module 1"].findtext("gradepass") == "8.75000"
    assert found[""].findtext("gradepass") == "10.15000"


def test_categories_stand_below_the_course_and_count_what_is_not_taken() -> None:
    root, *below = backup().all("grade_category")
    id = root.get("id")
    assert root.findtext("path") == f"/{id}/"
    for found in below:
        assert found.findtext("parent") == id
        assert found.findtext("path") == f"/{id}/{found.get('id')}/"
    assert {found.findtext("aggregateonlygraded") for found in (root, *below)} == {"0"}


def test_places_in_the_gradebook_are_the_order_of_the_course() -> None:
    places = [int(item.findtext("sortorder") or 0) for item in items(backup()).values()]
    assert sorted(places) == [1, 2, 3, 4, 5]


def test_quizzes_for_trainers_weigh_nothing() -> None:
    made = backup(for_trainers(SAMPLE))
    found = items(made)
    assert found[""].findtext("grademax") == "12.50000"
    assert "Team" not in found
    assert category(made, found["Eindtoets"]) is None
    assert found["Eindtoets"].findtext("weightoverride") == "1"


def test_a_module_with_assignments_only_has_no_category() -> None:
    *others, last = SAMPLE.modules
    task = Assignment(id="opdracht", title="Opdracht", body=(), grade=Decimal(10))
    kept = tuple(part for part in last.activities if not isinstance(part, Quiz))
    only = replace(last, activities=(*kept, task))
    made = backup(replace(SAMPLE, modules=(*others, only)))
    found = items(made)
    assert "Team" not in found
    assert found[""].findtext("grademax") == "12.50000"
    assert category(made, found["Opdracht"]) is None
    assert found["Opdracht"].findtext("weightoverride") == "1"


def test_a_grade_item_in_an_unknown_category_is_our_bug() -> None:
    made = backup()
    items(made)["Eindtoets"].find("categoryid").text = "1"  # type: ignore[union-attr]
    members = {path: serialise(root) for path, root in made.documents.items()}
    with pytest.raises(AssertionError, match="belongs to category 1"):
        crosscheck(made.documents, members)

"""The gradebook: categories, what each grade is out of, what passes, and what it weighs."""

from collections.abc import Iterator
from decimal import Decimal

from lxml import etree

from coursebuilder.inspection.documents import attribute, decimal, whole
from coursebuilder.inspection.moodle.backup import Backup, name_of, value
from coursebuilder.inspection.result import Branch, Value, said

_NATURAL, _WEIGHTED = 13, 10
_AGGREGATIONS = {
    0: "mean of the grades",
    2: "median of the grades",
    4: "lowest grade",
    6: "highest grade",
    8: "mode of the grades",
    10: "weighted mean of the grades",
    11: "mean of the grades, weighted by their maximum",
    12: "mean of the grades, with extra credits",
    13: "sum of the grades",
}
"""How a category makes one grade of several (lib/grade/constants.php)."""
_VALUE = "1"
"""A grade that is a number; others are scales and words."""


def gradebook(backup: Backup) -> Iterator[Branch]:
    """The course total with all that is in it."""
    book = _Gradebook(backup)
    for category in backup.each("gradebook.xml", "grade_category"):
        if not value(category, "parent"):
            total = book.total(category)
            below = tuple(book.within(category))
            yield Branch(said("course total"), tuple(book.facts(category, total, None)), below)


class _Gradebook:
    def __init__(self, backup: Backup) -> None:
        self._backup = backup
        items = list(backup.each("gradebook.xml", "grade_item"))
        self._totals = {
            value(item, "iteminstance"): item
            for item in items
            if value(item, "itemtype") in ("course", "category")
        }
        self._held: dict[str, list[etree._Element]] = {}
        graded = [item for activity in backup.activities for item in backup.grade_items(activity)]
        by_hand = [item for item in items if value(item, "itemtype") == "manual"]
        for item in sorted((*graded, *by_hand), key=lambda item: whole(item, "sortorder")):
            self._held.setdefault(value(item, "categoryid"), []).append(item)

    def total(self, category: etree._Element) -> etree._Element | None:
        """The item that is the total of a category."""
        return self._totals.get(attribute(category, "id"))

    def within(self, category: etree._Element, depth: int = 0) -> Iterator[Branch]:
        """The categories and grades in a category, with their weight."""
        id = attribute(category, "id")
        top = not value(category, "parent")
        categories = [
            below
            for below in self._backup.each("gradebook.xml", "grade_category")
            if value(below, "parent") == id and depth < 10
        ]
        items = [*self._held.get(id, ()), *(self._held.get("", ()) if top else ())]
        totals = [self.total(below) for below in categories]
        shares = _shares([item for item in (*items, *totals) if item is not None], category)
        for item in items:
            yield Branch(name_of(item, "itemname"), tuple(_facts(item, shares)))
        for below, total in zip(categories, totals, strict=True):
            facts = tuple(self.facts(below, total, shares))
            yield Branch(name_of(below, "fullname"), facts, tuple(self.within(below, depth + 1)))

    def facts(
        self,
        category: etree._Element,
        total: etree._Element | None,
        shares: dict[str, Decimal] | None,
    ) -> Iterator[Value]:
        """What its total is out of and weighs, and how it is worked out."""
        if total is not None:
            yield from _facts(total, shares)
        way = whole(category, "aggregation")
        yield said(_AGGREGATIONS.get(way, "worked out in a way of its own"))
        if whole(category, "aggregateonlygraded") == 0:
            yield said("what is not done counts as 0")


def _facts(item: etree._Element, shares: dict[str, Decimal] | None) -> Iterator[Value]:
    if value(item, "gradetype") == _VALUE:
        yield said("out of {points}", points=decimal(item, "grademax"))
    passes = decimal(item, "gradepass")
    if passes:
        yield said("{points} to pass", points=passes)
    share = None if shares is None else shares.get(attribute(item, "id"))
    if share is not None:
        if share == 0:
            yield said("does not count in the total")
        else:
            yield said("weighs {percent} %", percent=round(share * 100, 1))
    if whole(item, "hidden"):
        yield said("hidden")


def _shares(items: list[etree._Element], category: etree._Element) -> dict[str, Decimal]:
    """Id of an item -> its part of the category's total, where the aggregation gives it one.

    Natural: weights set by hand first, the rest in proportion to the highest grades
    (grade_category, auto_update_weights).
    """
    way = whole(category, "aggregation")
    if way == _WEIGHTED:
        weights = {attribute(item, "id"): decimal(item, "aggregationcoef") for item in items}
        return _in_proportion(weights, Decimal(1))
    if way != _NATURAL:
        return {}
    by_hand = {
        attribute(item, "id"): decimal(item, "aggregationcoef2")
        for item in items
        if whole(item, "weightoverride")
    }
    left = max(1 - sum(by_hand.values(), Decimal(0)), Decimal(0))
    others = {
        attribute(item, "id"): decimal(item, "grademax")
        for item in items
        if attribute(item, "id") not in by_hand
    }
    return by_hand | _in_proportion(others, left)


def _in_proportion(weights: dict[str, Decimal], whole: Decimal) -> dict[str, Decimal]:
    together = sum(weights.values(), Decimal(0))
    if not together:
        return {}
    return {id: weight / together * whole for id, weight in weights.items()}

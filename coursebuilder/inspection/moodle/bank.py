"""The question bank: categories, their questions, and which of them a draw can take."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from lxml import etree

from coursebuilder.inspection.documents import attribute, decimal
from coursebuilder.inspection.moodle.backup import Backup, name_of, value
from coursebuilder.inspection.moodle.kinds import question_kind
from coursebuilder.inspection.result import Branch, Value, counted, said

_COURSE, _MODULE = "50", "70"
"""Moodle's context levels."""
_DEEPEST = 30
"""Categories within categories that are shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankQuestion:
    """One question, in its newest version."""

    category: str
    name: str
    kind: str
    points: Decimal
    idnumber: str
    tags: tuple[tuple[str, str], ...]
    """(id, name)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BankCategory:
    """One category; ``level`` and ``instance`` say whose bank it is in."""

    id: str
    parent: str
    name: str
    level: str
    instance: str

    @property
    def top(self) -> bool:
        """Whether it is the one that every bank has once, which Moodle shows nobody."""
        return self.parent == "0"


class Bank:
    """All questions of a backup."""

    def __init__(self, backup: Backup) -> None:
        """Read from ``questions.xml``."""
        self._backup = backup
        self.categories: dict[str, BankCategory] = {}
        self.questions: dict[str, BankQuestion] = {}
        """By the id of the bank entry."""
        for found in backup.each("questions.xml", "question_category"):
            self._read(found)
        self.tags = {id: name for question in self.questions.values() for id, name in question.tags}
        self._held: dict[str, list[BankQuestion]] = {}
        for question in self.questions.values():
            self._held.setdefault(question.category, []).append(question)
        self._below: dict[str, list[BankCategory]] = {}
        for category in self.categories.values():
            self._below.setdefault(category.parent, []).append(category)

    def _read(self, category: etree._Element) -> None:
        id = attribute(category, "id")
        self.categories[id] = BankCategory(
            id=id,
            parent=value(category, "parent"),
            name=name_of(category),
            level=value(category, "contextlevel"),
            instance=value(category, "contextinstanceid"),
        )
        for entry in category.iter("question_bank_entry"):
            versions = entry.findall("question_version/question_versions/questions/question")
            question = versions[-1] if versions else None
            if question is not None and value(question, "parent") in ("0", ""):
                self.questions[attribute(entry, "id")] = BankQuestion(
                    category=id,
                    name=name_of(question),
                    kind=value(question, "qtype"),
                    points=decimal(question, "defaultmark"),
                    idnumber=value(entry, "idnumber"),
                    tags=tuple(
                        (attribute(tag, "id"), value(tag, "rawname"))
                        for tag in question.iter("tag")
                    ),
                )

    def held(self, category: str) -> list[BankQuestion]:
        """The questions of one category, without those of the ones below it."""
        return self._held.get(category, [])

    def within(self, category: str, depth: int = 0) -> Iterator[BankQuestion]:
        """The questions of a category and of those below it."""
        yield from self.held(category)
        if depth < _DEEPEST:
            for below in self._below.get(category, ()):
                yield from self.within(below.id, depth + 1)

    def branches(self) -> Iterator[Branch]:
        """The categories as a tree, whose bank it is said at the first of each."""
        for category in self.categories.values():
            if category.top:
                for below in self._below.get(category.id, ()):
                    yield self._branch(below, (self._owner(below),))
            elif category.parent not in self.categories:
                yield self._branch(category, (self._owner(category),))

    def _branch(self, category: BankCategory, more: tuple[Value, ...], depth: int = 0) -> Branch:
        held = self.held(category.id)
        count = counted("{count} question", "{count} questions", len(held))
        below = self._below.get(category.id, ()) if depth < _DEEPEST else ()
        return Branch(
            category.name,
            (count, *more),
            (*map(_question, held), *(self._branch(one, (), depth + 1) for one in below)),
        )

    def _owner(self, category: BankCategory) -> Value:
        if category.level == _COURSE:
            return said("bank of the course")
        name = self._backup.names.get(category.instance) if category.level == _MODULE else None
        return said("bank of {name}", name=name) if name else said("bank of the site")


def _question(question: BankQuestion) -> Branch:
    details: list[Value] = [question_kind(question.kind), marks(question.points)]
    if question.tags:
        names = ", ".join(name for _, name in question.tags)
        details.append(counted("tag: {tags}", "tags: {tags}", len(question.tags), tags=names))
    if question.idnumber:
        details.append(said("ID number {id}", id=question.idnumber))
    return Branch(question.name, tuple(details), fine=True)


def marks(points: Decimal) -> Value:
    """``1 point``, ``2.5 points``."""
    if points == 1:
        return said("{points} point", points=points)
    return said("{points} points", points=points)

"""What a quiz draws at random: from which category, with which tags, out of how many."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from lxml import etree

from coursebuilder.inspection.moodle.backup import value
from coursebuilder.inspection.moodle.bank import Bank, BankQuestion
from coursebuilder.inspection.result import Said, Value, counted, said

_NONE_OF, _ALL_OF = 0, 2
"""How filters join their values (core\\output\\datafilter)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draw:
    """One condition for drawing; equal ones together draw several different questions."""

    category: str = ""
    """Id; empty when the condition cannot be read."""
    below: bool = False
    """Whether the categories below it take part."""
    tags: tuple[str, ...] = ()
    """Ids."""
    names: tuple[str, ...] = ()
    """Names of the tags, which Moodle before 4.3 kept."""
    join: int = _ALL_OF

    def details(self, bank: Bank) -> tuple[Value, ...]:
        """Where it draws from, in words."""
        category = bank.categories.get(self.category)
        place: Value = (
            said("from the category {name}", name=category.name)
            if category is not None
            else said("from a category that is not in the backup")
        )
        return (place, self._tagged(bank)) if self.tags else (place,)

    def _tagged(self, bank: Bank) -> Value:
        known = [
            name or bank.tags.get(id, "")
            for id, name in zip(self.tags, self.names or ("",) * len(self.tags), strict=False)
        ]
        if not all(known):
            return said("with a tag whose name is not in the backup")
        names = ", ".join(known)
        if self.join == _NONE_OF:
            return counted("without the tag {tags}", "without the tags {tags}", len(known), tags=names)  # fmt: skip
        if self.join == _ALL_OF or len(known) == 1:
            return counted("with the tag {tags}", "with all tags of {tags}", len(known), tags=names)
        return said("with one of the tags {tags}", tags=names)

    def candidates(self, bank: Bank) -> int:
        """How many questions of the bank it can take."""
        held = bank.within(self.category) if self.below else bank.held(self.category)
        return sum(self._takes(question) for question in held)

    def _takes(self, question: BankQuestion) -> bool:
        if question.kind == "description":
            return False
        if self.names:
            held = {name.lower() for _, name in question.tags}
            asked: Iterable[str] = [name.lower() for name in self.names]
        else:
            held = {id for id, _ in question.tags}
            asked = self.tags
        found = [tag in held for tag in asked]
        if not found:
            return True
        if self.join == _NONE_OF:
            return not any(found)
        return all(found) if self.join == _ALL_OF else any(found)


def draw_of(slot: etree._Element) -> Draw | None:
    """What a slot draws; None when it asks one certain question."""
    for reference in slot.iter("question_set_reference"):
        return read_condition(value(reference, "filtercondition"))
    return None


def read_condition(condition: str) -> Draw:
    """A filter condition as Moodle 4.0 to 4.2 wrote it, or as 4.3 and later do."""
    try:
        read = json.loads(condition)
    except (ValueError, RecursionError):
        return Draw()
    if not isinstance(read, dict):
        return Draw()
    filters = read.get("filter")
    if isinstance(filters, dict):
        category, tags = filters.get("category"), filters.get("qtagids")
        options = category.get("filteroptions") if isinstance(category, dict) else None
        below = options.get("includesubcategories") if isinstance(options, dict) else False
        join = tags.get("jointype") if isinstance(tags, dict) else None
        return Draw(
            category=next(iter(_values(category)), ""),
            below=below not in (False, None, 0, "0", "", "false"),
            tags=_values(tags),
            join=join if isinstance(join, int) else _ALL_OF,
        )
    written = read.get("tags")
    pairs = [str(tag).partition(",") for tag in written] if isinstance(written, list) else []
    return Draw(
        category=str(read.get("questioncategoryid", "")),
        below=str(read.get("includingsubcategories", "0")) not in ("0", "", "False"),
        tags=tuple(id for id, _, _ in pairs),
        names=tuple(name for _, _, name in pairs),
    )


def _values(filter: object) -> tuple[str, ...]:
    values = filter.get("values") if isinstance(filter, dict) else None
    return tuple(map(str, values)) if isinstance(values, list) else ()


def drawn(count: int, draw: Draw, bank: Bank) -> Said:
    """``2 of 3 drawn``."""
    total = draw.candidates(bank)
    return said("{count} of {total} drawn at random", count=count, total=total)

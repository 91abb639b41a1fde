"""A last look at the backup: restore loses what a wrong id points to, without a word.

The documents are made by us, so whatever is found here is our bug and raises ``AssertionError``.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from coursebuilder.formats.xml import Element
from coursebuilder.targets.moodle.elements import NULL

_NUMBERED = (
    "question", "question_bank_entry", "question_versions", "question_category", "question_hint",
    "answer", "match", "question_instance", "chapter", "item", "module", "file", "grade_item",
    "grade_category",
)  # fmt: skip
"""The things whose ids must differ."""

_REFERRING = (
    "activity", "questionbankentryid", "filtercondition", "quiz", "availabilityjson",
    "moduleinstance", "parameter", "lesson",
)  # fmt: skip


class Documents:
    """The roots of all files by path, what is written of them, and the elements that are checked."""

    def __init__(self, roots: Mapping[str, Element], members: Mapping[str, bytes]) -> None:
        """One walk over everything, so that the checks need none."""
        self.roots = roots
        self.members = members
        self._by_tag: dict[str, list[Element]] = {tag: [] for tag in (*_NUMBERED, *_REFERRING)}
        for root in roots.values():
            for element in root.iter(*self._by_tag):
                self._by_tag[element.tag].append(element)

    def tagged(self, tag: str) -> list[Element]:
        """All elements of that tag, in the order of the files; KeyError for a tag not collected."""
        return self._by_tag[tag]

    def ids(self, tag: str) -> set[str]:
        """The ids of the elements of that tag."""
        return {element.get("id", "") for element in self.tagged(tag)}


_TOKEN = re.compile(rb"\$@([A-Z]+?)VIEWBYID(CH)?\*(\d+)(?:\*(\d+))?@\$")
_PLUGINFILE = b"@@PLUGINFILE@@/"


def crosscheck(roots: Mapping[str, Element], members: Mapping[str, bytes]) -> None:
    """Nothing, when every reference in the documents has its other end; AssertionError otherwise.

    ``members`` are the same documents as they will be written: links are looked for in the bytes.
    """
    documents = Documents(roots, members)
    problems = [
        problem
        for check in (
            _unique_ids,
            _contents,
            _inforefs,
            _grades,
            _questions,
            _slots,
            _links,
            _conditions,
            _lessons,
        )
        for problem in check(documents)
    ]
    if problems:
        raise AssertionError("the Moodle backup contradicts itself: " + "; ".join(problems))


def _value(element: Element, tag: str) -> str:
    return element.findtext(tag) or ""


def _unique_ids(documents: Documents) -> Iterator[str]:
    """No two things of a kind have the same id, no two activities the same context."""
    for kind in _NUMBERED:
        ids = (element.get("id", "") for element in documents.tagged(kind) if element.get("id"))
        for id, count in Counter(ids).items():
            if count > 1:
                yield f"{kind} {id} stands {count} times"
    contexts = Counter(element.get("contextid") for element in documents.tagged("activity"))
    contexts.pop(None, None)
    contexts[documents.roots["course/course.xml"].get("contextid")] += 1
    yield from (f"context {id} is used twice" for id, count in contexts.items() if count > 1)


def _contents(documents: Documents) -> Iterator[str]:
    """Each activity and section of the contents has its files, and stands in a known section."""
    contents = documents.roots["moodle_backup.xml"].find("information/contents")
    assert contents is not None
    sections = {_value(section, "sectionid") for section in contents.iter("section")}
    for activity in contents.iter("activity"):
        folder, kind = _value(activity, "directory"), _value(activity, "modulename")
        if _value(activity, "sectionid") not in sections:
            yield f"{folder} stands in no section"
        for file in (f"{kind}.xml", "module.xml", "grades.xml", "roles.xml", "inforef.xml"):
            if f"{folder}/{file}" not in documents.roots:
                yield f"{folder}/{file} is missing"
    for section in contents.iter("section"):
        if f"{_value(section, 'directory')}/section.xml" not in documents.roots:
            yield f"{_value(section, 'directory')} is missing"


def _inforefs(documents: Documents) -> Iterator[str]:
    """Every file (but those of questions), grade item and category is named by an ``inforef.xml``."""
    for kind in ("file", "grade_item", "question_category"):
        named = {
            _value(element, "id")
            for path, root in documents.roots.items()
            if path.endswith("inforef.xml")
            for element in root.iter(kind)
        }
        needed = {
            element.get("id", "")
            for element in documents.tagged(kind)
            if element.get("id") and _owned(element)
        }
        yield from (f"{kind} {id} is named by no inforef.xml" for id in needed - named)
        yield from (f"inforef.xml names {kind} {id}, which is not there" for id in named - needed)


def _owned(element: Element) -> bool:
    """Files of questions travel with their question; totals with the gradebook."""
    if _value(element, "component").startswith(("question", "qtype_")):
        return False
    return _value(element, "itemtype") not in {"course", "category"}


def _grades(documents: Documents) -> Iterator[str]:
    """Each grade item stands in a category of the gradebook, or is the total of one."""
    known = {category.get("id") for category in documents.tagged("grade_category")}
    for item in (found for found in documents.tagged("grade_item") if found.get("id")):
        tag = "categoryid" if _value(item, "itemtype") == "mod" else "iteminstance"
        category = _value(item, tag)
        if category not in known | {NULL}:
            yield f"grade item {item.get('id')} belongs to category {category}"


def _questions(documents: Documents) -> Iterator[str]:
    """One top category per context, each category in a known context, parents and parts there."""
    contexts = {element.get("contextid") for element in documents.tagged("activity")}
    contexts.add(documents.roots["course/course.xml"].get("contextid"))
    categories = documents.tagged("question_category")
    known = {element.get("id") for element in categories if element.get("id")} | {"0"}
    tops: Counter[str] = Counter()
    for category in (element for element in categories if element.get("id")):
        id, context = category.get("id"), _value(category, "contextid")
        tops[context] += _value(category, "parent") == "0"
        if context not in contexts:
            yield f"category {id} belongs to no context"
        if _value(category, "parent") not in known:
            yield f"category {id} has an unknown parent"
    yield from (
        f"context {id} has {count} top categories" for id, count in tops.items() if count != 1
    )
    questions = documents.ids("question") | {"0"}
    for question in documents.tagged("question"):
        parts = question.findtext(".//sequence") or ""
        for part in filter(None, (question.findtext("parent"), *parts.split(","))):
            if part not in questions:
                yield f"question {question.get('id')} refers to question {part}"


def _slots(documents: Documents) -> Iterator[str]:
    """Each slot points to a question or a category, and the marks add up to the quiz's."""
    entries = documents.ids("question_bank_entry")
    categories = documents.ids("question_category")
    for entry in documents.tagged("questionbankentryid"):
        if entry.text not in entries:
            yield f"a slot points to bank entry {entry.text}"
    for condition in documents.tagged("filtercondition"):
        if json.loads(condition.text or "{}").get("questioncategoryid") not in categories:
            yield f"a slot draws from {condition.text}"
    for quiz in documents.tagged("quiz"):
        total = sum(float(mark.text or 0) for mark in quiz.iter("maxmark"))
        if abs(total - float(_value(quiz, "sumgrades"))) > 1e-4:
            yield f"quiz {quiz.get('id')} adds up to {total}"


def _links(documents: Documents) -> Iterator[str]:
    """Each token names an activity or chapter of its kind; no neutral address is left."""
    activities = {
        (element.get("modulename", "").upper(), element.get("moduleid"))
        for element in documents.tagged("activity")
    }
    course = documents.roots["course/course.xml"].get("id")
    activities.add(("COURSE", course))
    chapters = documents.ids("chapter")
    files = len(documents.tagged("file"))
    for path, member in documents.members.items():
        if b'="cb:' in member:
            yield f"{path} holds a link that leads nowhere"
        if _PLUGINFILE in member and not files:
            yield f"{path} shows a file that is not there"
        for found in _TOKEN.findall(member):
            kind, chapter, id, chapter_id = (part.decode() for part in found)
            if (kind, id) not in activities or (chapter and chapter_id not in chapters):
                yield f"{path} links to {kind} {id}"


def _conditions(documents: Documents) -> Iterator[str]:
    """Each condition, course criterion and badge waits for an activity that is there."""
    activities = {element.get("moduleid") for element in documents.tagged("activity")}
    for condition in documents.tagged("availabilityjson"):
        if condition.text and condition.text != NULL:
            for part in json.loads(condition.text)["c"]:
                if str(part["cm"]) not in activities:
                    yield f"a section waits for activity {part['cm']}"
    for criterion in documents.tagged("moduleinstance"):
        if criterion.text not in activities | {NULL}:
            yield f"the course waits for activity {criterion.text}"
    for parameter in documents.tagged("parameter"):
        if _value(parameter, "value") not in activities:
            yield f"a badge waits for activity {_value(parameter, 'value')}"


def _lessons(documents: Documents) -> Iterator[str]:
    """Each button and each neighbour of a lesson's page is a page of it; 0 and less name none."""
    for lesson in documents.tagged("lesson"):
        pages = {page.get("id") for page in lesson.iter("page")}
        for target in lesson.iter("jumpto", "prevpageid", "nextpageid"):
            if int(target.text or 0) > 0 and target.text not in pages:
                yield f"lesson {lesson.get('id')} leads to page {target.text}"

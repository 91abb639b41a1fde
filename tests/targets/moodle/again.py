"""A course backed up again by Moodle, held against ours element by element."""

import re
import tarfile
from collections.abc import Iterator
from pathlib import Path

from lxml import etree

OURS_ONLY = {
    "stamp", "timecreated", "timemodified", "createdby", "modifiedby", "ownerid", "parent", "quizid",
    "questionbankentryid", "usingcontextid", "questionscontextid", "filtercondition", "questioncategoryid",
    "contextid", "contextinstanceid", "sequence", "question", "trueanswer", "falseanswer", "answer",
}  # fmt: skip
"""Ids, times and stamps, which a restore makes anew; ``answer`` and ``question`` where they are leaves."""

_TOKEN = re.compile(r"\$@(\w+?)\*[\d*]+@\$")
_NUMBER = re.compile(r"-?\d+\.\d+")


def unpacked(file: Path) -> dict[str, etree._Element]:
    """The XML files of a backup made by Moodle."""
    with tarfile.open(file) as archive:
        members = [member for member in archive.getmembers() if member.name.endswith(".xml")]
        found = (
            (member.name.removeprefix("./"), archive.extractfile(member)) for member in members
        )
        return {name: etree.fromstring(data.read()) for name, data in found if data is not None}


def questions(documents: dict[str, etree._Element]) -> dict[str, etree._Element]:
    """Every question by its id number; those within a cloze question by its and their place."""
    found: dict[str, etree._Element] = {}
    root = documents["questions.xml"]
    names: dict[str, str] = {}
    for entry in root.iter("question_bank_entry"):
        (question,) = (one for one in entry.iter("question") if one.get("id"))
        number = entry.findtext("idnumber") or ""
        if question.findtext("parent") == "0":
            found[number] = question
            for place, part in enumerate((question.findtext(".//sequence") or "").split(",")):
                names[part] = f"{number}#{place}"
    for entry in root.iter("question_bank_entry"):
        for question in entry.iter("question"):
            if question.get("id") and question.findtext("parent") != "0":
                found[names[question.get("id", "")]] = question
    return found


def quizzes(documents: dict[str, etree._Element]) -> dict[str, etree._Element]:
    """Every ``<quiz>`` by its name."""
    roots = (root[0] for path, root in documents.items() if path.endswith("/quiz.xml"))
    return {root.findtext("name") or "": root for root in roots}


def paired(
    ours: dict[str, etree._Element], theirs: dict[str, etree._Element]
) -> list[tuple[str, etree._Element, etree._Element]]:
    """(name, ours, theirs) of all that both have; the names must be the same."""
    assert sorted(ours) == sorted(theirs)
    return [(name, element, theirs[name]) for name, element in ours.items()]


def lost(ours: etree._Element, theirs: etree._Element, path: str = "") -> Iterator[str]:
    """What stands in ``ours`` and not at the same place in ``theirs``."""
    for tag in dict.fromkeys(child.tag for child in ours):
        mine, other = _sorted(ours, tag), _sorted(theirs, tag)
        where = f"{path}/{tag}"
        if len(mine) != len(other):
            yield f"{where}: {len(mine)} became {len(other)}"
            continue
        for one, same in zip(mine, other, strict=True):
            if len(one):
                yield from lost(one, same, where)
            elif tag not in OURS_ONLY and _value(one) != _value(same):
                yield f"{where}: {_value(one)!r} became {_value(same)!r}"


def added(ours: etree._Element, theirs: etree._Element) -> Iterator[str]:
    """Tags that Moodle writes where we write none."""
    for tag in dict.fromkeys(child.tag for child in theirs):
        known = _sorted(ours, tag)
        if not known:
            yield tag
        for one, same in zip(known, _sorted(theirs, tag), strict=False):
            yield from added(one, same)


def _sorted(root: etree._Element, tag: str) -> list[etree._Element]:
    children = root.findall(tag)
    if tag == "tag":
        return sorted(children, key=lambda tag: tag.findtext("name") or "")
    if tag == "feedback" and len(root) and root[0].tag == "feedback":
        return sorted(children, key=lambda band: -float(band.findtext("mingrade") or 0))
    return children


def _value(element: etree._Element) -> str:
    text = element.text or ""
    if element.tag == "rawname":
        return text.casefold()  # a site knows a tag in one spelling
    if text.isspace():
        return ""
    if _NUMBER.fullmatch(text):
        return f"{float(text):g}"
    return _TOKEN.sub(r"$@\1@$", text)

"""The RELAX NG descriptions of a backup's files, chosen by a file's root element."""

from functools import cache
from pathlib import Path

from lxml import etree

FOLDER = Path(__file__).parent / "schema"


def findings(content: bytes) -> list[str]:
    """What is wrong with one XML file; KeyError when its root element has no description."""
    document = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    schema = _schema(name(document))
    schema.validate(document)
    return [f"line {entry.line}: {entry.message}" for entry in schema.error_log]


def name(document: etree._Element) -> str:
    """The description's name: that of the root element, for an activity's own file that of its kind."""
    found = document.get("modulename", "") if document.tag == "activity" else document.tag
    return _NAMES.get(found, found)


_NAMES = {
    "activity_gradebook": "grades",
    "course_completion": "completion",
    "question_categories": "questions",
}


def described(content: bytes) -> bool:
    """Whether the root element of a file has a description."""
    document = etree.fromstring(content, etree.XMLParser(resolve_entities=False, huge_tree=True))
    return (FOLDER / f"{name(document)}.rng").is_file()


@cache
def _schema(name: str) -> etree.RelaxNG:
    return etree.RelaxNG(etree.parse(FOLDER / f"{name}.rng"))

"""The terms of a course in the file format that Moodle's own glossary imports and exports."""

from collections.abc import Iterator

from coursebuilder.formats.xml import Element, serialise
from coursebuilder.model import Glossary, Term
from coursebuilder.render.platform import ordered_terms
from coursebuilder.targets.moodle.elements import Value, leaf, node, shown_name
from coursebuilder.targets.moodle.layout import ImportFile
from coursebuilder.targets.moodle.platform.offered import resource_element
from coursebuilder.targets.moodle.platform.place import Place
from coursebuilder.webcourse.html import element, text

_HTML = 1


def import_file(place: Place, content: ImportFile) -> Element:
    """``<resource>`` with the import file, for trainers."""
    xml = serialise(glossary_xml(place, content.glossary))
    area = place.area("content")
    name = f"{content.glossary.id}.xml"
    place.texts.files.add_made(area, name, xml, "application/xml", main=True)
    return resource_element(place, shown_name(place.module.name), element("p", text(content.about)))


def glossary_xml(place: Place, glossary: Glossary) -> Element:
    """``<GLOSSARY>`` as ``mod/glossary/export.php`` writes it; of links into the course the words stay."""
    settings: dict[str, Value] = {
        "NAME": shown_name(glossary.title),
        "INTRO": "",
        "INTROFORMAT": _HTML,
        "ALLOWDUPLICATEDENTRIES": 0,
        "DISPLAYFORMAT": "dictionary",
        "SHOWSPECIAL": 1,
        "SHOWALPHABET": 1,
        "SHOWALL": 1,
        "ALLOWCOMMENTS": 0,
        "USEDYNALINK": 1,
        "DEFAULTAPPROVAL": 1,
        "GLOBALGLOSSARY": 0,
        "ENTBYPAGE": 50,
    }
    return node(
        "GLOSSARY",
        node(
            "INFO",
            *(leaf(name, value) for name, value in settings.items()),
            node("ENTRIES", *(_entry(place, term) for term in ordered_terms(glossary))),
        ),
    )


def _entry(place: Place, term: Term) -> Element:
    """``<ENTRY>``."""
    return node(
        "ENTRY",
        leaf("CONCEPT", shown_name(term.name)),
        leaf("DEFINITION", place.texts.bare(term.definition)),
        leaf("FORMAT", _HTML),
        leaf("USEDYNALINK", 1),
        leaf("CASESENSITIVE", 0),
        leaf("FULLMATCH", 1),
        leaf("TEACHERENTRY", 1),
        *_aliases(term),
    )


def _aliases(term: Term) -> Iterator[Element]:
    if term.aliases:
        names = (node("ALIAS", leaf("NAME", shown_name(alias))) for alias in term.aliases)
        yield node("ALIASES", *names)

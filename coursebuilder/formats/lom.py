"""IMS Learning Resource Meta-Data 1.2.1, the LOM record SCORM 1.2 wants beside a package.

SCORM 1.2 CAM, table 2.2.4.2a names the elements a content aggregation must have: general (title,
catalogentry, description, keyword), lifecycle (version, status), metametadata (metadatascheme),
technical (format, location), rights (cost, copyrightandotherrestrictions), classification (purpose,
description, keyword). All of them are always written.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from coursebuilder.formats.xml import IMSMD, XML, XSI, Element, characters, maker, qualified

DESCRIPTION_LENGTH = 1000
"""Characters of a description that run-time systems keep; longer ones are cut at a word."""

_E = maker(IMSMD, xsi=XSI)
_LANG = qualified(XML, "lang")
_NO_LANGUAGE = "x-none"
_VOCABULARY = "LOMv1.0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contributor:
    """Who had a part in it."""

    role: Literal["Author", "Publisher"]
    name: str
    organisation: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Classification:
    """What it is for."""

    purpose: Literal["Educational Objective", "Educational Level", "Discipline"]
    description: str
    keywords: tuple[str, ...]
    """At least one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One LOM record of a content aggregation."""

    catalogue: str
    entry: str
    """The thing's identifier in the catalogue."""
    title: str
    language: str
    """BCP 47, of the thing and of its description."""
    description: str
    keywords: tuple[str, ...]
    """At least one."""
    version: str
    contributors: tuple[Contributor, ...]
    formats: tuple[str, ...]
    """Media types."""
    location: str
    minutes: int
    """Typical learning time."""
    restricted: bool
    """Whether copyright or other restrictions apply."""
    rights: str
    classifications: tuple[Classification, ...]


def lom(record: Record) -> Element:
    """``<lom>``, the root of the record."""
    return _E.lom(
        {qualified(XSI, "schemaLocation"): f"{IMSMD} imsmd_rootv1p2p1.xsd"},
        _general(record),
        _lifecycle(record),
        _E.metametadata(
            _E.metadatascheme("ADL SCORM 1.2"), _E.language(characters(record.language))
        ),
        _technical(record),
        _educational(record),
        _rights(record),
        *(_classification(part, record.language) for part in record.classifications),
    )


def _general(record: Record) -> Element:
    """``<general>`` (IMS MD 1.2.1, 1)."""
    language = record.language
    return _E.general(
        _E.title(_text(record.title, language)),
        _E.catalogentry(
            _E.catalog(characters(record.catalogue)), _E.entry(_text(record.entry, _NO_LANGUAGE))
        ),
        _E.language(characters(language)),
        _E.description(_text(shortened(record.description), language)),
        *(_E.keyword(_text(keyword, language)) for keyword in record.keywords),
    )


def _lifecycle(record: Record) -> Element:
    """``<lifecycle>`` (IMS MD 1.2.1, 2)."""
    return _E.lifecycle(
        _E.version(_text(record.version, _NO_LANGUAGE)),
        _E.status(*_term("Final")),
        *(_contribute(contributor) for contributor in record.contributors),
    )


def _contribute(contributor: Contributor) -> Element:
    """``<contribute>`` with a vCard 3.0 (IMS MD 1.2.1, 2.3)."""
    return _E.contribute(
        _E.role(*_term(contributor.role)),
        _E.centity(_E.vcard(characters(vcard(contributor)))),
    )


def vcard(contributor: Contributor) -> str:
    """The contributor as a vCard 3.0 (RFC 2426)."""
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"FN:{_vcard(contributor.name)}"]
    lines.append(f"N:{_vcard(contributor.name)};;;;")
    if contributor.organisation:
        lines.append(f"ORG:{_vcard(contributor.organisation)}")
    if contributor.url:
        lines.append(f"URL:{_vcard(contributor.url)}")
    lines.append("END:VCARD")
    return "\n".join(lines)


def _vcard(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r", "").replace("\n", "\\n")


def _technical(record: Record) -> Element:
    """``<technical>`` (IMS MD 1.2.1, 4)."""
    return _E.technical(
        *(_E.format(media_type) for media_type in record.formats),
        _E.location(record.location, type="URI"),
    )


def _educational(record: Record) -> Element:
    """``<educational>`` (IMS MD 1.2.1, 5)."""
    return _E.educational(
        _E.intendedenduserrole(*_term("Learner")),
        _E.typicallearningtime(_E.datetime(f"PT{record.minutes}M")),
        _E.language(characters(record.language)),
    )


def _rights(record: Record) -> Element:
    """``<rights>`` (IMS MD 1.2.1, 6)."""
    return _E.rights(
        _E.cost(*_term("no")),
        _E.copyrightandotherrestrictions(*_term("yes" if record.restricted else "no")),
        _E.description(_text(shortened(record.rights), record.language)),
    )


def _classification(part: Classification, language: str) -> Element:
    """``<classification>`` (IMS MD 1.2.1, 9)."""
    return _E.classification(
        _E.purpose(*_term(part.purpose)),
        _E.description(_text(shortened(part.description), language)),
        *(_E.keyword(_text(keyword, language)) for keyword in part.keywords),
    )


def _term(value: str) -> Iterable[Element]:
    """``<source>`` and ``<value>`` of a vocabulary's term."""
    return (
        _E.source(_text(_VOCABULARY, _NO_LANGUAGE)),
        _E.value(_text(value, _NO_LANGUAGE)),
    )


def _text(text: str, language: str) -> Element:
    """``<langstring>``."""
    return _E.langstring({_LANG: language}, characters(text))


def shortened(text: str, limit: int = DESCRIPTION_LENGTH) -> str:
    """The text, cut at a word with an ellipsis when it is longer than ``limit``."""
    if len(text) <= limit:
        return text
    head = text[: limit - 1]
    return (head.rpartition(" ")[0] or head) + "…"

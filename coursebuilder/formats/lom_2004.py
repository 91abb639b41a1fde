"""IEEE 1484.12.1 Learning Object Metadata in its XML binding, as SCORM 2004 wants it (CAM 4.2)."""

from collections.abc import Iterator

from coursebuilder.formats.lom import Classification, Contributor, Record, shortened, vcard
from coursebuilder.formats.xml import LOM, XSI, Element, characters, maker, qualified

_E = maker(LOM, xsi=XSI)
_VOCABULARY = "LOMv1.0"


def lom(record: Record) -> Element:
    """``<lom>``, the root of the record."""
    language = record.language
    return _E.lom(
        {qualified(XSI, "schemaLocation"): f"{LOM} lom.xsd"},
        _general(record),
        _life_cycle(record),
        _E.metaMetadata(
            _E.metadataSchema("LOMv1.0"),
            _E.metadataSchema("ADLv1.0"),
            _E.language(characters(language)),
        ),
        _E.technical(
            *(_E.format(media_type) for media_type in record.formats), _E.location(record.location)
        ),
        _E.educational(
            _E.intendedEndUserRole(*_term("learner")),
            _E.typicalLearningTime(_E.duration(f"PT{record.minutes}M")),
            _E.language(characters(language)),
        ),
        _E.rights(
            _E.cost(*_term("no")),
            _E.copyrightAndOtherRestrictions(*_term("yes" if record.restricted else "no")),
            _E.description(_text(shortened(record.rights), language)),
        ),
        *(_classification(part, language) for part in record.classifications),
    )


def _general(record: Record) -> Element:
    """``<general>`` (LOM 1)."""
    language = record.language
    return _E.general(
        _E.identifier(_E.catalog(characters(record.catalogue)), _E.entry(characters(record.entry))),
        _E.title(_text(record.title, language)),
        _E.language(characters(language)),
        _E.description(_text(shortened(record.description), language)),
        *(_E.keyword(_text(keyword, language)) for keyword in record.keywords),
        _E.aggregationLevel(*_term("3")),
    )


def _life_cycle(record: Record) -> Element:
    """``<lifeCycle>`` (LOM 2)."""
    return _E.lifeCycle(
        _E.version(_text(record.version, record.language)),
        _E.status(*_term("final")),
        *(_contribute(contributor) for contributor in record.contributors),
    )


def _contribute(contributor: Contributor) -> Element:
    """``<contribute>`` with a vCard 3.0 (LOM 2.3)."""
    return _E.contribute(
        _E.role(*_term(contributor.role.lower())), _E.entity(characters(vcard(contributor)))
    )


def _classification(part: Classification, language: str) -> Element:
    """``<classification>`` (LOM 9)."""
    return _E.classification(
        _E.purpose(*_term(part.purpose.lower())),
        _E.description(_text(shortened(part.description), language)),
        *(_E.keyword(_text(keyword, language)) for keyword in part.keywords),
    )


def _term(value: str) -> Iterator[Element]:
    """``<source>`` and ``<value>`` of a vocabulary's term."""
    yield _E.source(_VOCABULARY)
    yield _E.value(value)


def _text(text: str, language: str) -> Element:
    """``<string>`` of a LangString."""
    return _E.string(characters(text), language=characters(language))

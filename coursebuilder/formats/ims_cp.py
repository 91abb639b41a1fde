"""IMS Content Packaging 1.1.2 with ADL's additions for SCORM 1.2: ``imsmanifest.xml``.

Clauses are those of the SCORM 1.2 Content Aggregation Model (CAM), section 2.3. Moodle finds elements
by their literal prefix (``adlcp:``), so the prefixes written here are part of the format.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote

from coursebuilder.formats.xml import ADLCP, IMSCP, XSI, Element, characters, maker, qualified

TITLE_LENGTH = 200
"""Longest ``<title>`` (imscp_rootv1p1p2.xsd, titleType)."""
PREREQUISITES_LENGTH = 200
"""Longest ``<adlcp:prerequisites>`` (adlcp_rootv1p2.xsd, prerequisiteStringType)."""

_E = maker(IMSCP, adlcp=ADLCP, xsi=XSI)
_ADL = maker(ADLCP)
_SCHEMAS = {IMSCP: "imscp_rootv1p1p2.xsd", ADLCP: "adlcp_rootv1p2.xsd"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the organization, launching a resource."""

    identifier: str
    title: str
    resource: str
    """Identifier of the resource it launches."""
    prerequisites: str = ""
    """AICC script over item identifiers: ``a&b``; empty: none."""
    mastery_score: str = ""
    """0…100; empty: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """Files that belong together: a SCO, or assets that SCOs share."""

    identifier: str
    kind: Literal["sco", "asset"]
    files: tuple[str, ...]
    """Package paths, as they stand in the archive."""
    href: str = ""
    """Package path that is launched; empty for shared assets."""
    dependencies: tuple[str, ...] = ()
    """Identifiers of the resources it needs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A content aggregation with one organization."""

    identifier: str
    version: str
    organization: str
    title: str
    items: tuple[Item, ...]
    resources: tuple[Resource, ...]
    metadata_location: str
    """Package path of the LOM record."""


def href(path: str) -> str:
    """A package path as a relative URI (CAM 2.3.2, RFC 2396): percent-encoded UTF-8."""
    return quote(path, safe="/-._~")


def manifest(content: Manifest) -> Element:
    """``<manifest>``, the root of ``imsmanifest.xml`` (CAM 2.3.2.1)."""
    return _E.manifest(
        {qualified(XSI, "schemaLocation"): _schema_location()},
        _metadata(content.metadata_location),
        _E.organizations(_organization(content), default=content.organization),
        _E.resources(*(_resource(resource) for resource in content.resources)),
        identifier=content.identifier,
        version=characters(content.version)[:20],
    )


def _schema_location() -> str:
    return " ".join(f"{namespace} {file}" for namespace, file in _SCHEMAS.items())


def _metadata(location: str) -> Element:
    """``<metadata>`` of the package, its record beside it (CAM 2.3.2.2)."""
    return _E.metadata(
        _E.schema("ADL SCORM"), _E.schemaversion("1.2"), _ADL.location(href(location))
    )


def _organization(content: Manifest) -> Element:
    """``<organization>``: the table of contents (CAM 2.3.2.4)."""
    return _E.organization(
        _E.title(_title(content.title)),
        *(_item(item) for item in content.items),
        identifier=content.organization,
    )


def _item(item: Item) -> Element:
    """``<item>``: title first, then ADL's elements in the order of CAM 2.3.2.5."""
    return _E.item(
        _E.title(_title(item.title)),
        *_given(item),
        identifier=item.identifier,
        identifierref=item.resource,
        isvisible="true",
    )


def _given(item: Item) -> Iterable[Element]:
    if item.prerequisites:
        yield _ADL.prerequisites(item.prerequisites, type="aicc_script")
    if item.mastery_score:
        yield _ADL.masteryscore(item.mastery_score)


def _resource(resource: Resource) -> Element:
    """``<resource>``: a SCO or shared assets, every file listed (CAM 2.3.2.7)."""
    element = _E.resource(
        {qualified(ADLCP, "scormtype"): resource.kind},
        *(_E.file(href=href(path)) for path in resource.files),
        *(_E.dependency(identifierref=identifier) for identifier in resource.dependencies),
        identifier=resource.identifier,
        type="webcontent",
    )
    if resource.href:
        element.set("href", href(resource.href))
    return element


def _title(title: str) -> str:
    clean = characters(title)
    return clean if len(clean) <= TITLE_LENGTH else clean[: TITLE_LENGTH - 1] + "…"

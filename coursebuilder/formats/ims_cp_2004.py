"""IMS Content Packaging 1.1.4 with ADL's additions for SCORM 2004: ``imsmanifest.xml``.

Clauses are those of the SCORM 2004 Content Aggregation Model (CAM), 4th edition, section 3.4. Moodle
finds elements by their literal prefix (``adlcp:``, ``adlnav:``, ``imsss:``), so the prefixes written
here are part of the format.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from coursebuilder.formats import sequencing
from coursebuilder.formats.ims_cp import Resource, href
from coursebuilder.formats.lom import shortened
from coursebuilder.formats.xml import (
    ADLCP_2004,
    ADLNAV,
    ADLSEQ,
    IMSCP_2004,
    IMSSS,
    XSI,
    Element,
    characters,
    maker,
    qualified,
)

TITLE_LENGTH = 200
"""Characters of a title that platforms must show (CAM 3.4.1.7, smallest permitted maximum)."""

_E = maker(IMSCP_2004, adlcp=ADLCP_2004, adlseq=ADLSEQ, adlnav=ADLNAV, imsss=IMSSS, xsi=XSI)
_CP = maker(ADLCP_2004)
_NAV = maker(ADLNAV)
_SCHEMAS = {
    IMSCP_2004: "imscp_v1p1.xsd",
    ADLCP_2004: "adlcp_v1p3.xsd",
    ADLSEQ: "adlseq_v1p3.xsd",
    ADLNAV: "adlnav_v1p3.xsd",
    IMSSS: "imsss_v1p0.xsd",
}
_VERSIONS = {"3": "2004 3rd Edition", "4": "2004 4th Edition"}
_HIDDEN = ("previous", "continue", "abandon", "abandonAll")
"""Buttons of the platform that the content replaces, or that throw an attempt away."""

Edition = Literal["3", "4"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One line of the organization: a SCO."""

    identifier: str
    title: str
    resource: str
    """Identifier of the resource it launches."""
    activity: sequencing.Activity


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A content aggregation with one organization."""

    edition: Edition
    identifier: str
    version: str
    organization: str
    title: str
    items: tuple[Item, ...]
    resources: tuple[Resource, ...]
    metadata_location: str
    """Package path of the LOM record."""


def manifest(content: Manifest) -> Element:
    """``<manifest>``, the root of ``imsmanifest.xml`` (CAM 3.4.1)."""
    return _E.manifest(
        {qualified(XSI, "schemaLocation"): " ".join(map(" ".join, _SCHEMAS.items()))},
        _metadata(content),
        _E.organizations(_organization(content), default=content.organization),
        _E.resources(*(_resource(resource) for resource in content.resources)),
        identifier=content.identifier,
        version=characters(content.version)[:20],
    )


def _metadata(content: Manifest) -> Element:
    """``<metadata>`` of the package, its record beside it (CAM 3.4.1.2)."""
    return _E.metadata(
        _E.schema("ADL SCORM"),
        _E.schemaversion(_VERSIONS[content.edition]),
        _CP.location(href(content.metadata_location)),
    )


def _organization(content: Manifest) -> Element:
    """``<organization>`` (CAM 3.4.1.6). Its objectives belong to this course and learner only.

    The default, true, shares them between courses: a package imported again would start as passed.
    """
    return _E.organization(
        {qualified(ADLSEQ, "objectivesGlobalToSystem"): "false"},
        _E.title(_title(content.title)),
        *(_item(item, content.edition) for item in content.items),
        sequencing.course(),
        identifier=content.organization,
    )


def _item(item: Item, edition: Edition) -> Element:
    """``<item>``: title, then the additions in the order of CAM 3.4.1.8."""
    return _E.item(
        _E.title(_title(item.title)),
        _completion_threshold(edition),
        sequencing.activity(item.activity),
        _presentation(),
        identifier=item.identifier,
        identifierref=item.resource,
        isvisible="true",
    )


def _completion_threshold(edition: Edition) -> Element:
    """``<adlcp:completionThreshold>``: done when all of it is (CAM 3.4.1.15; 3rd edition 3.4.1.14)."""
    if edition == "3":
        return _CP.completionThreshold("1.0")
    return _CP.completionThreshold(
        completedByMeasure="true", minProgressMeasure="1.0", progressWeight="1.0"
    )


def _presentation() -> Element:
    """``<adlnav:presentation>``: the buttons a platform need not show (CAM 5.2.1)."""
    return _NAV.presentation(
        _NAV.navigationInterface(*(_NAV.hideLMSUI(button) for button in _HIDDEN))
    )


def _resource(resource: Resource) -> Element:
    """``<resource>``: a SCO or shared assets, every file listed (CAM 3.4.1.20)."""
    return _E.resource(
        dict(_kind(resource)),
        *(_E.file(href=href(path)) for path in resource.files),
        *(_E.dependency(identifierref=identifier) for identifier in resource.dependencies),
        identifier=resource.identifier,
        type="webcontent",
    )


def _kind(resource: Resource) -> Iterator[tuple[str, str]]:
    yield qualified(ADLCP_2004, "scormType"), resource.kind
    if resource.href:
        yield "href", href(resource.href)


def _title(title: str) -> str:
    return shortened(characters(title), TITLE_LENGTH)

"""Learning resources in the vocabulary of schema.org, as JSON-LD 1.1.

The properties are those catalogues of learning materials and search engines read: ``Course`` and
``LearningResource`` (https://schema.org/LearningResource).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

JsonLd: TypeAlias = "str | bool | Sequence[JsonLd] | Mapping[str, JsonLd]"

_CREATIVE_COMMONS = "https://creativecommons.org"
_DEEDS = {"CC0-1.0": "/publicdomain/zero/1.0/", "CC-PDDC": "/publicdomain/mark/1.0/"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who made it: a person or an organisation, which a name alone does not tell."""

    name: str
    organisation: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resource:
    """A course, or a part of one. What is empty is left out."""

    kind: tuple[str, ...]
    """Types of schema.org: ``Course``, ``LearningResource``."""
    name: str
    description: str = ""
    language: str = ""
    version: str = ""
    licence: str = ""
    """SPDX identifier."""
    url: str = ""
    image: str = ""
    authors: tuple[Party, ...] = ()
    publisher: str = ""
    audience: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    keywords: tuple[str, ...] = ()
    minutes: int = 0
    teaches: tuple[str, ...] = ()
    parts: tuple["Resource", ...] = ()


def document(resource: Resource) -> dict[str, JsonLd]:
    """The JSON-LD document about a resource."""
    return {"@context": "https://schema.org", **_resource(resource)}


def _resource(resource: Resource) -> dict[str, JsonLd]:
    described: dict[str, JsonLd] = {
        "@type": _one_or_all(resource.kind),
        "name": resource.name,
        "description": resource.description,
        "inLanguage": resource.language,
        "version": resource.version,
        "license": licence_url(resource.licence),
        "url": resource.url,
        "image": resource.image,
        "author": [_party(author) for author in resource.authors],
        "publisher": _named("Organization", resource.publisher),
        "audience": [{"@type": "Audience", "audienceType": name} for name in resource.audience],
        "educationalLevel": list(resource.levels),
        "keywords": list(resource.keywords),
        "timeRequired": f"PT{resource.minutes}M" if resource.minutes else "",
        "teaches": list(resource.teaches),
        "hasPart": [_resource(part) for part in resource.parts],
    }
    if "Course" in resource.kind:
        described |= {"isAccessibleForFree": True, "learningResourceType": "course"}
    return {key: value for key, value in described.items() if value not in ("", [], {})}


def licence_url(spdx: str) -> str:
    """Where a licence can be read: Creative Commons' own page, else that of SPDX; empty for neither."""
    if spdx in _DEEDS:
        return _CREATIVE_COMMONS + _DEEDS[spdx]
    if spdx.startswith("CC-BY"):
        terms, _, version = spdx.removeprefix("CC-").lower().rpartition("-")
        return f"{_CREATIVE_COMMONS}/licenses/{terms}/{version}/"
    if not spdx or spdx.startswith("LicenseRef-"):
        return ""
    return f"https://spdx.org/licenses/{spdx}.html"


def _party(party: Party) -> JsonLd:
    """A person when there is an organisation to belong to; else a thing of no type."""
    described: dict[str, JsonLd] = {"name": party.name}
    if party.organisation:
        described = {"@type": "Person", **described}
        described["affiliation"] = _named("Organization", party.organisation)
    if party.url:
        described["url"] = party.url
    return described


def _named(kind: str, name: str) -> JsonLd:
    return {"@type": kind, "name": name} if name else {}


def _one_or_all(kinds: tuple[str, ...]) -> JsonLd:
    return kinds[0] if len(kinds) == 1 else list(kinds)

"""What Office documents have in common: who made them, when, and a package that is the same every time."""

import io
from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from zipfile import ZipFile

from coursebuilder.archive import deflate
from coursebuilder.zip_format import ZipWriter

CREATOR = "coursebuilder"
MOMENT = datetime.fromisoformat("2026-01-01T00:00:00")
"""The date in every document, in UTC; openpyxl and python-docx take it without a zone."""

_MADE = 1_767_225_600
"""That date in Unix seconds, for the members of the package."""
_CONTENT_TYPES = "[Content_Types].xml"
_NOTHING: Mapping[str, bytes] = MappingProxyType({})


def repacked(packed: io.BytesIO, changed: Mapping[str, bytes] = _NOTHING) -> bytes:
    """The members of an Open Packaging file in a fixed order with fixed dates, some of them replaced."""
    with ZipFile(packed) as archive:
        members = {name: archive.read(name) for name in archive.namelist()} | dict(changed)
    result = io.BytesIO()
    writer = ZipWriter(result, _MADE)
    for name in sorted(members, key=lambda name: (name != _CONTENT_TYPES, name)):
        writer.add(name, members[name], deflate(members[name]))
    writer.close()
    return result.getvalue()

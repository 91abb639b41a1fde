"""XML namespaces and the one serialiser of everything we write as XML."""

import re
from collections.abc import Callable
from typing import Protocol, TypeAlias, cast

from lxml import etree
from lxml.builder import ElementMaker

Element: TypeAlias = etree._Element

IMSCP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
"""IMS Content Packaging 1.1.2, as SCORM 1.2 uses it."""
ADLCP = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
"""ADL's additions to it in SCORM 1.2."""
IMSMD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
"""IMS Learning Resource Meta-Data 1.2.1."""
IMSCP_2004 = "http://www.imsglobal.org/xsd/imscp_v1p1"
"""IMS Content Packaging 1.1.4, as SCORM 2004 uses it."""
ADLCP_2004 = "http://www.adlnet.org/xsd/adlcp_v1p3"
ADLSEQ = "http://www.adlnet.org/xsd/adlseq_v1p3"
ADLNAV = "http://www.adlnet.org/xsd/adlnav_v1p3"
IMSSS = "http://www.imsglobal.org/xsd/imsss"
"""IMS Simple Sequencing 1.0."""
LOM = "http://ltsc.ieee.org/xsd/LOM"
"""IEEE 1484.12.3, the XML binding of Learning Object Metadata."""
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
XML = "http://www.w3.org/XML/1998/namespace"

_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Maker(Protocol):
    """``lxml.builder.ElementMaker`` as the type checker sees it: an attribute is an element's name."""

    def __getattr__(self, name: str) -> Callable[..., Element]:
        """What builds elements of that name."""
        ...


def maker(namespace: str, **prefixes: str) -> Maker:
    """Builds elements of a namespace, which is the default one; ``prefixes`` are declared with it."""
    names: dict[str | None, str] = {None: namespace}
    names.update(prefixes)
    return cast(Maker, ElementMaker(namespace=namespace, nsmap=names))


def qualified(namespace: str, name: str) -> str:
    """``{namespace}name``: an attribute or element name as lxml takes it."""
    return f"{{{namespace}}}{name}"


def characters(text: str) -> str:
    """The text without the characters XML 1.0 (section 2.2) cannot hold."""
    return text if text.isprintable() else _ILLEGAL.sub("", text)


def serialise(root: Element) -> bytes:
    """The document as it goes into a package: declaration, UTF-8, no whitespace added."""
    return _DECLARATION + bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=False))

"""XML of unknown origin: no entity is expanded, nothing is fetched, names are compared without prefix."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from lxml import etree

from coursebuilder.inspection.members import UnreadablePackageError


def parse(content: bytes, name: str) -> etree._Element:
    """The root of a document. Raises UnreadablePackageError where it is not well formed."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=False
    )
    try:
        return etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadablePackageError(
            "{name} is not well-formed XML: look at line {line}", name=name, line=error.lineno or 1
        ) from error


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and instructions."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """The children of that local name."""
    return (child for child in element if local(child) == name)


def child_text(element: etree._Element, name: str) -> str:
    """The text of the first child of that local name, in one line; empty when there is none."""
    for child in children(element, name):
        return " ".join("".join(map(str, child.itertext())).split())
    return ""


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its local name, in any case of letters."""
    for key, value in element.attrib.items():
        if etree.QName(key).localname.lower() == name.lower():
            return str(value)
    return ""


def whole(element: etree._Element, name: str) -> int:
    """The whole number of a child; 0 when there is none."""
    return as_whole(child_text(element, name))


def as_whole(text: str) -> int:
    """The whole number that is written there; 0 when it is none that a database would hold."""
    sign, digits = text[:1] == "-", text.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) < 20):
        return 0
    return -int(digits) if sign else int(digits)


def decimal(element: etree._Element, name: str) -> Decimal:
    """The number of a child, without zeros behind it; 0 when there is none."""
    try:
        value = Decimal(child_text(element, name))
    except InvalidOperation:
        return Decimal(0)
    return value if value.is_finite() and abs(value.adjusted()) < 20 else Decimal(0)

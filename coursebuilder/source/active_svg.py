"""What in an SVG drawing runs: in a page it is shown without, but a learner can open it by itself."""

from lxml import etree

_ELEMENTS = frozenset({"embed", "handler", "iframe", "object", "script"})
_SCHEMES = ("javascript:", "data:text/html", "vbscript:")


def active_part(svg: bytes) -> str:
    """The first thing that runs: ``<script>``, ``onload=``, ``javascript:``; ``""`` when nothing does.

    A drawing that is no XML runs nothing: no browser reads on.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    try:
        root = etree.fromstring(svg, parser)
    except etree.XMLSyntaxError:
        return ""
    for element in root.iter(etree.Element):
        name = etree.QName(element).localname
        if name.lower() in _ELEMENTS:
            return f"<{name}>"
        for attribute, value in element.items():
            local = etree.QName(attribute).localname.lower()
            if local.startswith("on"):
                return f"{local}="
            written = "".join(str(value).split()).lower()
            for scheme in _SCHEMES:
                if written.startswith(scheme):
                    return scheme
    return ""

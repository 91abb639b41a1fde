"""The picture of the site as an application: the course's own, or an open book."""

from base64 import b64encode

from lxml import etree

from coursebuilder.formats.xml import Element, maker
from coursebuilder.model import Asset, Course
from coursebuilder.package import FileContent
from coursebuilder.targets.base import BuildContext
from coursebuilder.theming import accents

BACKGROUND = "#ffffff"
LARGEST = 300_000
"""Bytes of a course picture that may become the icon, which every visitor loads."""

_E = maker("http://www.w3.org/2000/svg")
_SIZE = {"viewBox": "0 0 512 512", "width": "512", "height": "512"}
_PAGES = (
    "M248 176c-32-24-76-36-132-36v212c56 0 100 12 132 36z",
    "M264 176c32-24 76-36 132-36v212c-56 0-100 12-132 36z",
)
"""The left and the right page, within the circle that no device cuts off."""


def icon(course: Course, context: BuildContext) -> bytes:
    """``icon.svg``: square, whole in itself."""
    for asset in course.assets:
        if asset.path == course.thumbnail and asset.size <= LARGEST:
            return _serialised(_cut(asset, context))
    return _serialised(_book(str(accents(course.theme)["light"])))


def _cut(asset: Asset, context: BuildContext) -> Element:
    """The middle of the course's picture."""
    content = context.asset(asset)
    data = content.path.read_bytes() if isinstance(content, FileContent) else content
    return _E.svg(
        _E.rect(width="512", height="512", fill=BACKGROUND),
        _E.image(
            href=f"data:{asset.media_type};base64,{b64encode(data).decode('ascii')}",
            width="512",
            height="512",
            preserveAspectRatio="xMidYMid slice",
        ),
        _SIZE,
    )


def _book(colour: str) -> Element:
    """An open book on the accent of the course."""
    return _E.svg(
        _E.rect(width="512", height="512", fill=colour),
        *(_E.path(d=page, fill=BACKGROUND) for page in _PAGES),
        _SIZE,
    )


def _serialised(root: Element) -> bytes:
    return bytes(etree.tostring(root, encoding="UTF-8", xml_declaration=False))

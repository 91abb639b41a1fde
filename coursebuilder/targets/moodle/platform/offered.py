"""Links, files and folders."""

from coursebuilder.formats.xml import Element
from coursebuilder.model import FileOffer, Folder, WebLink
from coursebuilder.targets.moodle.elements import leaves, node
from coursebuilder.targets.moodle.platform.place import Place
from coursebuilder.text import Html

_DISPLAY = 'a:1:{s:10:"printintro";i:1;}'
"""How a link or file shows itself, serialised by PHP: with its introduction."""


def url(place: Place, content: WebLink) -> Element:
    """``<url>`` (mod_url)."""
    return node(
        "url",
        *place.introduced(content),
        *leaves(
            externalurl=content.url,
            display=0,
            displayoptions=_DISPLAY,
            parameters="a:0:{}",
            timemodified=place.timestamp,
        ),
        id=place.id,
    )


def resource(place: Place, content: FileOffer) -> Element:
    """``<resource>`` (mod_resource) with its one file."""
    place.texts.files.offer(place.area("content"), (content.file,))
    return _resource(place, *place.introduced(content))


def resource_element(place: Place, name: str, intro: Html) -> Element:
    """``<resource>`` of a file that no author offers."""
    return _resource(place, *leaves(name=name, intro=intro, introformat=1))


def _resource(place: Place, *introduction: Element) -> Element:
    return node(
        "resource",
        *introduction,
        *leaves(
            tobemigrated=0,
            legacyfiles=0,
            legacyfileslast=None,
            display=0,
            displayoptions=_DISPLAY,
            filterfiles=0,
            revision=1,
            timemodified=place.timestamp,
        ),
        id=place.id,
    )


def folder(place: Place, content: Folder) -> Element:
    """``<folder>`` (mod_folder) with its files."""
    place.texts.files.offer(place.area("content"), content.files)
    return node(
        "folder",
        *place.introduced(content),
        *leaves(
            revision=1,
            timemodified=place.timestamp,
            display=0,
            showexpanded=1,
            showdownloadfolder=1,
            forcedownload=1,
        ),
        id=place.id,
    )

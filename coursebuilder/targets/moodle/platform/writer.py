"""Which writer an activity goes to."""

from typing import assert_never

from coursebuilder.formats.xml import Element
from coursebuilder.model import (
    Assignment,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    PlatformActivity,
    Poll,
    Survey,
    WebLink,
)
from coursebuilder.targets.moodle.layout import ImportFile
from coursebuilder.targets.moodle.platform.assign import assign, grading
from coursebuilder.targets.moodle.platform.choice import choice
from coursebuilder.targets.moodle.platform.forum import forum
from coursebuilder.targets.moodle.platform.glossary import glossary, terms_page
from coursebuilder.targets.moodle.platform.import_file import import_file
from coursebuilder.targets.moodle.platform.offered import folder, resource, url
from coursebuilder.targets.moodle.platform.place import Place
from coursebuilder.targets.moodle.platform.survey import survey


def platform_content(place: Place, content: PlatformActivity | ImportFile) -> Element:
    """The element of the activity's own kind."""
    match content:
        case Assignment():
            return assign(place, content)
        case Forum():
            return forum(place, content, place.submitted)
        case Glossary():
            native = content.moodle == "glossary"
            return glossary(place, content) if native else terms_page(place, content)
        case Survey():
            return survey(place, content)
        case Poll():
            return choice(place, content)
        case WebLink():
            return url(place, content)
        case FileOffer():
            return resource(place, content)
        case ImportFile():
            return import_file(place, content)
        case Folder():
            return folder(place, content)
        case _:
            assert_never(content)


def platform_grading(place: Place, content: PlatformActivity) -> Element | None:
    """What ``grading.xml`` says; None for what is marked by a number, or not at all."""
    return grading(place, content) if isinstance(content, Assignment) else None

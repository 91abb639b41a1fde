"""The course's logo, for the player and for pages that stand alone."""

from posixpath import dirname

from coursebuilder.text import Html
from coursebuilder.webcourse.addresses import relative
from coursebuilder.webcourse.html import element, join
from coursebuilder.webcourse.outline import WebOutline
from coursebuilder.webcourse.questions import Json


def logo_json(outline: WebOutline) -> dict[str, Json]:
    """``src``, ``alt`` and ``dark``, package paths; empty without a logo."""
    logo, assets = outline.course.logo, outline.addresses.assets
    if logo.image not in assets:
        return {}
    dark = {"dark": assets[logo.dark]} if logo.dark in assets else {}
    return {"src": assets[logo.image], "alt": logo.alt, **dark}


def logo_html(outline: WebOutline, path: str) -> Html:
    """The pictures for the document at ``path``, of which one is seen; empty without a logo."""
    logo, assets = outline.course.logo, outline.addresses.assets
    kinds = {"cb-logo-plain": logo.image}
    if logo.dark in assets:
        kinds = {"cb-logo-light": logo.image, "cb-logo-dark": logo.dark}
    if logo.image not in assets:
        return Html("")
    pictures = (
        element("img", src=relative(assets[image], dirname(path)), alt=logo.alt, class_=kind)
        for kind, image in kinds.items()
    )
    return element("div", join(*pictures), class_="cb-logo")

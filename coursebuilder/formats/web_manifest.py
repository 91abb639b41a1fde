"""Web application manifests (https://www.w3.org/TR/appmanifest/): what makes a site installable."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """A site as an application of its own."""

    name: str
    short_name: str
    description: str
    language: str
    direction: str
    start: str
    """The page it opens with, relative to the manifest."""
    icon: str
    """An SVG picture, relative to the manifest."""
    colour: str
    background: str


def manifest(application: Application) -> dict[str, object]:
    """``manifest.webmanifest`` as JSON."""
    icon = {"src": application.icon, "sizes": "any", "type": "image/svg+xml"}
    return {
        "id": "./",
        "name": application.name,
        "short_name": application.short_name,
        "description": application.description,
        "lang": application.language,
        "dir": application.direction,
        "start_url": application.start,
        "scope": "./",
        "display": "standalone",
        "theme_color": application.colour,
        "background_color": application.background,
        "categories": ["education"],
        "icons": [icon | {"purpose": "any"}, icon | {"purpose": "maskable"}],
    }

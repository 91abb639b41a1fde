"""What a website's documents say of themselves: to browsers, search engines and shared links."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from posixpath import dirname

from coursebuilder.formats import schema_org
from coursebuilder.model import Asset, Course, Module
from coursebuilder.model.duration import course_minutes, module_minutes
from coursebuilder.text import Html
from coursebuilder.theming import accents
from coursebuilder.webcourse.addresses import relative
from coursebuilder.webcourse.html import element, join, json_script
from coursebuilder.webcourse.outline import Stop, WebOutline

MANIFEST = "manifest.webmanifest"
ICON = "icon.svg"
POLICY = (
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'self'; form-action 'none'"
)
"""Nothing from elsewhere, nothing inline (https://www.w3.org/TR/CSP3/)."""
_SHARED_PICTURES = frozenset({"image/png", "image/jpeg", "image/webp", "image/gif"})
"""What sites that show shared links can draw."""


@dataclass(frozen=True, slots=True)
class SiteHead:
    """Writes what comes with the title in each ``<head>``."""

    outline: WebOutline
    stops: Mapping[str, Stop]
    """Package path -> page; the shell is not among them."""

    def __call__(self, path: str, title: str) -> Html:
        """The elements for the document at that package path."""
        folder = dirname(path)
        return join(
            # First, because a policy holds for what comes after it.
            element("meta", http_equiv="Content-Security-Policy", content=POLICY),
            element(
                "meta", name="theme-color", content=str(accents(self.outline.course.theme)["light"])
            ),
            element("link", rel="manifest", href=relative(MANIFEST, folder)),
            element("link", rel="icon", type="image/svg+xml", href=relative(ICON, folder)),
            element("script", type="module", src=relative("player/site/site.js", folder)),
            *self._shared(path, title),
            json_script(schema_org.document(self._resource(path)), "application/ld+json"),
        )

    def _shared(self, path: str, title: str) -> Iterator[Html]:
        """Description, canonical address and Open Graph (https://ogp.me)."""
        course = self.outline.course
        description = self._description(path)
        if description:
            yield element("meta", name="description", content=description)
            yield element("meta", property="og:description", content=description)
        yield element("meta", property="og:title", content=title)
        yield element("meta", property="og:site_name", content=course.title)
        yield element("meta", property="og:type", content="article" if dirname(path) else "website")
        yield element("meta", property="og:locale", content=course.language.replace("-", "_"))
        if course.site.url:
            address = address_of(course, path)
            yield element("link", rel="canonical", href=address)
            yield element("meta", property="og:url", content=address)
            yield from self._picture()

    def _picture(self) -> Iterator[Html]:
        picture = _thumbnail(self.outline.course)
        if picture is not None and picture.media_type in _SHARED_PICTURES:
            path = self.outline.addresses.assets[picture.path]
            address = address_of(self.outline.course, path)
            yield element("meta", property="og:image", content=address)

    def _description(self, path: str) -> str:
        stop = self.stops.get(path)
        return self.outline.course.summary if stop is None else stop.module.summary

    def _resource(self, path: str) -> schema_org.Resource:
        stop = self.stops.get(path)
        return self._course() if stop is None else self._page(stop)

    def _course(self) -> schema_org.Resource:
        """The course with its modules."""
        course = self.outline.course
        picture = _thumbnail(course)
        return schema_org.Resource(
            kind=("Course", "LearningResource"),
            name=course.title,
            description=course.summary,
            language=course.language,
            version=course.version,
            licence=course.licence,
            url=course.site.url,
            image=address_of(course, self.outline.addresses.assets[picture.path])
            if picture is not None and course.site.url
            else "",
            authors=_authors(course),
            publisher=course.publisher,
            audience=course.audience,
            levels=course.levels,
            keywords=course.keywords,
            minutes=course_minutes(course),
            teaches=tuple(
                objective.text for module in course.modules for objective in module.objectives
            ),
            parts=tuple(self._module(module) for module in course.modules),
        )

    def _module(self, module: Module) -> schema_org.Resource:
        course = self.outline.course
        path = self.outline.addresses.pages[module.id]
        return schema_org.Resource(
            kind=("LearningResource",),
            name=module.title,
            description=module.summary,
            url=address_of(course, path) if course.site.url else "",
            minutes=module_minutes(module),
            teaches=tuple(objective.text for objective in module.objectives),
        )

    def _page(self, stop: Stop) -> schema_org.Resource:
        """One page, under the licence of the course."""
        course = self.outline.course
        return schema_org.Resource(
            kind=("LearningResource",),
            name=stop.title,
            language=course.language,
            licence=course.licence,
            url=address_of(course, stop.path) if course.site.url else "",
            authors=_authors(course),
            levels=course.levels,
            keywords=course.keywords,
            minutes=stop.minutes,
        )


def site_head(outline: WebOutline) -> SiteHead:
    """The writer for the documents of a course."""
    return SiteHead(outline, {stop.path: stop for stop in outline.stops})


def address_of(course: Course, path: str) -> str:
    """The full address of a package path; that of the shell is the site's own."""
    return course.site.url + ("" if path == "index.html" else relative(path, ""))


def _thumbnail(course: Course) -> Asset | None:
    return next((asset for asset in course.assets if asset.path == course.thumbnail), None)


def _authors(course: Course) -> tuple[schema_org.Party, ...]:
    return tuple(
        schema_org.Party(name=author.name, organisation=author.organisation, url=author.url)
        for author in course.authors
    )

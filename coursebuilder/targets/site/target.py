"""The target ``site``."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from coursebuilder.archive import Packing
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.formats import sitemap, web_manifest
from coursebuilder.formats.xml import serialise
from coursebuilder.model import Course
from coursebuilder.package import Entry, Package
from coursebuilder.targets.base import BuildContext
from coursebuilder.targets.site.checks import check
from coursebuilder.targets.site.head import ICON, MANIFEST, address_of, site_head
from coursebuilder.targets.site.icon import BACKGROUND, icon
from coursebuilder.targets.site.offline import service_worker
from coursebuilder.theming import accents
from coursebuilder.webcourse import web_course
from coursebuilder.webcourse.html import json_text
from coursebuilder.webcourse.learners import check_learners, for_learners
from coursebuilder.webcourse.outline import WebOutline, web_outline
from coursebuilder.webcourse.player_files import site_entries
from coursebuilder.webcourse.strings import direction


class SiteTarget:
    """A static website: unpack it on any web server."""

    name = "site"
    suffix = ".zip"
    packings: tuple[Packing, ...] = ("zip", "folder")
    forms: tuple[tuple[str, str], ...] = (
        ("module", "chapter of the player"),
        ("page", "page of the player"),
        ("quiz", "practice, scored in the browser"),
        ("self-scan", "page with chart and advice"),
        ("situation", "page played scene by scene"),
        ("assignment, forum, form, poll", "page with a text box that is kept"),
        ("glossary", "page with an anchor per term"),
        ("link, file, folder", "page"),
        ("trainer's module", "left out"),
        ("practice question", "played in the page"),
        ("reflection", "text box that is kept"),
        ("checklist", "ticks that are kept"),
        ("tabs", "tabs"),
        ("completion", "progress in the browser, to take along as a file"),
        ("theme and logo", "colours, fonts and logo of the player"),
    )

    def check(self, course: Course) -> Iterator[Diagnostic]:
        """What a website expresses in another way, or cannot carry."""
        yield from check_learners(course)
        yield from check(for_learners(course))

    def emit(self, course: Course, context: BuildContext) -> Package:
        """The course, what makes it installable, and last the service worker that lists it all."""
        course = for_learners(course)
        outline = web_outline(course)
        files = web_course(course, context, runtime="none", more_head=site_head(outline))
        entries = (
            *files.entries,
            *site_entries(),
            Entry(ICON, icon(course, context)),
            Entry(MANIFEST, json_text(web_manifest.manifest(_application(course))).encode()),
        )
        assets = {outline.addresses.assets[asset.path]: asset for asset in course.assets}
        return Package((*entries, *_for_robots(outline), service_worker(entries, assets)))


def _application(course: Course) -> web_manifest.Application:
    return web_manifest.Application(
        name=course.title,
        short_name=course.moodle.short_name or course.title,
        description=course.summary,
        language=course.language,
        direction=direction(course.language),
        start="index.html",
        icon=ICON,
        colour=str(accents(course.theme)["light"]),
        background=BACKGROUND,
    )


def _for_robots(outline: WebOutline) -> Iterator[Entry]:
    """The sitemap, and at the root of a host the file in which search engines look for it."""
    course = outline.course
    if not course.site.url:
        return
    paths = ("index.html", *(stop.path for stop in outline.stops))
    addresses = (address_of(course, path) for path in paths)
    yield Entry("sitemap.xml", serialise(sitemap.urlset(addresses)))
    if urlsplit(course.site.url).path == "/":
        lines = f"User-agent: *\nAllow: /\nSitemap: {course.site.url}sitemap.xml\n"
        yield Entry("robots.txt", lines.encode())

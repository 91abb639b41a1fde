"""The files of a course for the player: shells, pages, assets and the player itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from posixpath import dirname
from typing import Protocol

from coursebuilder.model import Asset, Course, Module
from coursebuilder.package import Content, Entry
from coursebuilder.render import Rendering
from coursebuilder.theming import style_sheet
from coursebuilder.webcourse.course_json import course_json
from coursebuilder.webcourse.outline import Stop, WebOutline, web_outline
from coursebuilder.webcourse.pages import HeadWriter, PageWriter, nothing_more, page_writer
from coursebuilder.webcourse.player_files import STYLE_SHEET, player_entries
from coursebuilder.webcourse.shell import shell

_COMPRESSED = (
    "application/epub+zip",
    "application/gzip",
    "application/vnd.oasis.opendocument",
    "application/vnd.openxmlformats",
    "application/x-7z",
    "application/zip",
    "audio/aac",
    "audio/m",
    "audio/ogg",
    "audio/webm",
    "font/woff",
    "image/avif",
    "image/gif",
    "image/jp",
    "image/png",
    "image/webp",
    "video/",
)
"""Media types that are compressed already: deflating them again gains nothing."""


class Sources(Protocol):
    """What the files are made from beside the course."""

    @property
    def rendering(self) -> Rendering:
        """The course's Markdown as HTML."""
        ...

    @property
    def asset(self) -> Callable[[Asset], Content]:
        """The content of an asset, or where it is read from."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Launch:
    """One way in: the shell of the course, or of one module."""

    module: Module | None
    """None: the whole course."""
    path: str
    """Package path of the shell."""
    entries: tuple[Entry, ...]
    """The shell and its ``course.json``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WebCourse:
    """All files of a course."""

    launches: tuple[Launch, ...]
    shared: tuple[Entry, ...]
    """Pages, assets and player, sorted by path."""

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Every file, the shells first."""
        return (*(entry for launch in self.launches for entry in launch.entries), *self.shared)


def web_course(
    course: Course,
    sources: Sources,
    *,
    runtime: str,
    per_module: bool = False,
    more_head: HeadWriter = nothing_more,
) -> WebCourse:
    """The files of a course; ``runtime`` is what the player talks to (``scorm12``, ``none``…).

    With ``per_module`` every module has a shell of its own, ``sco/<module>/index.html``.
    """
    outline = web_outline(course)
    ways = web_launches(outline, runtime=runtime, per_module=per_module, more_head=more_head)
    home = {launch.module.id if launch.module else "": launch.path for launch in ways}
    shared = (
        *_pages(outline, page_writer(outline, sources.rendering, more_head), home),
        *_assets(outline, sources.asset),
        *themed_player(outline.course, runtime),
    )
    return WebCourse(launches=ways, shared=tuple(sorted(shared, key=lambda entry: entry.path)))


def web_launches(
    outline: WebOutline,
    *,
    runtime: str,
    per_module: bool = False,
    more_head: HeadWriter = nothing_more,
) -> tuple[Launch, ...]:
    """The ways into a course: its shell, or with ``per_module`` one for each module."""
    ways: tuple[tuple[Module | None, str], ...] = ((None, "index.html"),)
    if per_module:
        ways = tuple((module, _module_shell(outline, module)) for module in outline.course.modules)
    return tuple(_launch(outline, way, runtime, more_head) for way in ways)


def _module_shell(outline: WebOutline, module: Module) -> str:
    folder = dirname(outline.addresses.pages[module.id]).rpartition("/")[2]
    return f"sco/{folder}/index.html"


def _launch(
    outline: WebOutline, way: tuple[Module | None, str], runtime: str, more_head: HeadWriter
) -> Launch:
    module, path = way
    stops = outline.stops if module is None else outline.of_module(module.id)
    folder = dirname(path)
    root = "../" * len(folder.split("/")) if folder else ""
    course_path = f"{folder}/course.json" if folder else "course.json"
    return Launch(
        module=module,
        path=path,
        entries=(
            Entry(path, shell(outline, stops, path, runtime, more_head)),
            Entry(course_path, course_json(outline, stops, root)),
        ),
    )


def _pages(outline: WebOutline, writer: PageWriter, home: dict[str, str]) -> Iterator[Entry]:
    """Every page, with links to the ones before and after it."""
    row: list[Stop | None] = [None, *outline.stops, None]
    for (before, stop), (_, after) in zip(pairwise(row), pairwise(row[1:]), strict=False):
        if stop is not None:
            shell_path = home.get(stop.module.id) or home[""]
            yield Entry(stop.path, writer.page(stop, (before, after), shell_path))


def themed_player(course: Course, runtime: str) -> Iterator[Entry]:
    """The player, its style sheet with the course's theme at the end."""
    theme = style_sheet(course.theme).encode()
    for entry in player_entries(runtime, course.language):
        if entry.path == STYLE_SHEET and isinstance(entry.content, bytes):
            yield Entry(entry.path, entry.content + theme)
        else:
            yield entry


def _assets(outline: WebOutline, locate: Callable[[Asset], Content]) -> Iterator[Entry]:
    for asset in outline.course.assets:
        path = outline.addresses.assets[asset.path]
        stored = asset.media_type.startswith(_COMPRESSED)
        yield Entry(path, locate(asset), stored=stored)

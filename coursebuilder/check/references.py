"""Links, pictures and files: whether each leads somewhere and every file is used."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from posixpath import dirname, relpath
from types import MappingProxyType
from typing import assert_never

from coursebuilder.check.addresses import Address, address
from coursebuilder.check.nearest import nearest, nearest_few
from coursebuilder.check.sources import SourceFile, source_files
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.references import (
    ABSOLUTE_PATH,
    BROKEN_ANCHOR,
    BROKEN_PAGE_LINK,
    EMPTY_LINK,
    EXTERNAL_IMAGE,
    INSECURE_LINK,
    LINK_LEAVES_COURSE,
    LINK_SCHEME,
    MISSING_FILE,
    MISSING_IMAGE,
    PATH_CASE,
    UNUSED_FILE,
)
from coursebuilder.model import Course, Downloads, Figure, Media
from coursebuilder.text import Span

NOTHING_MADE: Mapping[str, str] = MappingProxyType({})

_SCHEMES = frozenset({"http", "https", "mailto", "tel"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """One place that names a page, a file or a site."""

    target: str
    """As written, or as a path from the course folder."""
    shown: bool
    """Whether the page shows it (picture, video…) instead of linking to it."""
    image: bool
    address: Address
    span: Span


class Places:
    """Everything a reference may name."""

    def __init__(self, course: Course, files: Collection[str]) -> None:
        self.pages = frozenset(path for path, _ in course.paths)
        found = frozenset(asset.path for asset in course.assets) | frozenset(files)
        drafts = left_out_modules(files, self.pages)
        self.files = frozenset(
            path for path in found if not (path.endswith(".md") and path.startswith(drafts))
        )
        """Pages of a module that is left out are not in the course, though they are on disk."""
        self._course = course
        self._closest: dict[str, str] = {}
        self._like: dict[str, list[str]] = {}

    @cached_property
    def anchors(self) -> Mapping[str, tuple[str, ...]]:
        """Source path -> the names that ``#…`` may use."""
        return {
            file.path: (
                *file.outline.anchors,
                *(heading.anchor for heading in file.outline.headings),
            )
            for file in source_files(self._course)
        }

    @cached_property
    def _folded(self) -> Mapping[str, str]:
        return {path.casefold(): path for path in sorted(self.pages | self.files)}

    def has(self, path: str) -> bool:
        """Whether that page or file exists."""
        return path in self.pages or path in self.files

    def closest_page(self, path: str) -> str:
        """The page whose path is most like this one."""
        if path not in self._closest:
            self._closest[path] = nearest(path, self.pages)
        return self._closest[path]

    def files_like(self, path: str) -> list[str]:
        """The files whose path is much like this one, the most similar first."""
        if path not in self._like:
            self._like[path] = get_close_matches(path, sorted(self.files), n=2, cutoff=0.75)
        return self._like[path]

    def other_case(self, path: str) -> str | None:
        """The path that differs in capitals only, if there is one."""
        return self._folded.get(path.casefold())


def check_references(course: Course, files: Collection[str] = ()) -> Iterator[Diagnostic]:
    """References that lead nowhere, or where no package can follow."""
    places = Places(course, files)
    for references in reference_groups(course):
        reported: set[tuple[str, Address]] = set()
        for reference in references:
            for diagnostic in _reference(reference, places):
                # A block and the link inside it name the same file: one finding is enough.
                key = (diagnostic.rule.code, reference.address)
                if key not in reported or diagnostic.rule is BROKEN_ANCHOR:
                    reported.add(key)
                    yield diagnostic


def check_unused_files(
    course: Course, files: Collection[str], made: Mapping[str, str] = NOTHING_MADE
) -> Iterator[Diagnostic]:
    """Files in the folders of the course that nothing refers to.

    ``made``: path of a file that is made while building -> the file it is made from.
    """
    pages = {path for path, _ in course.paths}
    used = {"course.yml", *pages, *(asset.path for asset in course.assets)}
    for references in reference_groups(course):
        used |= {reference.address.path for reference in references}
    used |= {source for path, source in made.items() if path in used}
    left_out = left_out_modules(files, pages)
    if course.control_documents:
        left_out += (course.control_documents.removeprefix("./").rstrip("/") + "/",)
    for path in sorted(set(files) - used):
        if not path.endswith("README.md") and not path.startswith(left_out):
            yield UNUSED_FILE.at(Span(path))


def left_out_modules(files: Collection[str], pages: Collection[str]) -> tuple[str, ...]:
    """``05-later/`` for each folder that is a module, but not of this course."""
    return tuple(
        path.removesuffix("module.md")
        for path in files
        if path.endswith("/module.md") and path not in pages
    )


def reference_groups(course: Course) -> Iterator[tuple[Reference, ...]]:
    """The references of each source file, and those of ``course.yml``."""
    logo = course.logo
    named = (
        (course.thumbnail, course.place(course.span, "thumbnail")),
        (logo.image, logo.span),
        (logo.dark, logo.dark_span),
    )
    for path, span in named:
        if path:
            yield (_shown(path, span, image=True),)
    for file in source_files(course):
        yield tuple(_file_references(file, course))


def _file_references(file: SourceFile, course: Course) -> Iterator[Reference]:
    for link in file.outline.links:
        yield Reference(
            target=link.target,
            shown=link.image,
            image=link.image,
            address=address(link.target, file.path),
            span=link.span,
        )
    if file.activity is None and file.module.image:
        yield _shown(file.module.image, course.place(file.span, "image"), image=True)
    for block in file.blocks():
        match block:
            case Figure():
                yield _shown(block.image, block.span, image=True)
            case Media():
                for path in filter(None, (block.src, block.captions)):
                    yield _shown(path, block.span, image=False)
                if block.poster:
                    yield _shown(block.poster, block.span, image=True)
            case Downloads():
                for item in block.items:
                    yield Reference(
                        target=item.file,
                        shown=False,
                        image=False,
                        address=address(item.file, ""),
                        span=item.span,
                    )
            case _:
                pass


def _shown(path: str, span: Span, *, image: bool) -> Reference:
    return Reference(target=path, shown=True, image=image, address=address(path, ""), span=span)


def _reference(reference: Reference, places: Places) -> Iterator[Diagnostic]:
    match reference.address.kind:
        case "empty":
            yield EMPTY_LINK.at(reference.span)
        case "outside":
            yield LINK_LEAVES_COURSE.at(reference.span, target=reference.target)
        case "absolute":
            yield ABSOLUTE_PATH.at(reference.span, target=reference.target)
        case "scheme":
            yield from _elsewhere(reference)
        case "course":
            yield from _in_course(reference, places)
        case kind:
            assert_never(kind)


def _elsewhere(reference: Reference) -> Iterator[Diagnostic]:
    scheme = reference.address.scheme
    if scheme not in _SCHEMES:
        yield LINK_SCHEME.at(reference.span, scheme=scheme)
    elif reference.shown:
        yield EXTERNAL_IMAGE.at(reference.span, target=reference.target)
    elif scheme == "http":
        yield INSECURE_LINK.at(reference.span, target=reference.target)


def _in_course(reference: Reference, places: Places) -> Iterator[Diagnostic]:
    path = reference.address.path
    actual = places.other_case(path)
    if places.has(path):
        yield from _anchor(reference, places)
    elif actual is not None:
        written = _seen_from(reference.span, actual)
        yield PATH_CASE.at(reference.span, target=reference.target, actual=written)
    elif reference.image:
        near = _seen_from(reference.span, *places.files_like(path))
        yield MISSING_IMAGE.at(reference.span, target=reference.target, near=near)
    elif not reference.shown and (path.endswith(".md") or "." not in path.rpartition("/")[2]):
        closest = _seen_from(reference.span, places.closest_page(path))
        yield BROKEN_PAGE_LINK.at(reference.span, target=reference.target, closest=closest)
    else:
        near = _seen_from(reference.span, *places.files_like(path))
        yield MISSING_FILE.at(reference.span, target=reference.target, near=near)


def _seen_from(file: Span, *paths: str) -> str:
    """Paths as a link in a file writes them; ``–`` for none."""
    return ", ".join(relpath(path, dirname(file.path) or ".") for path in paths) or "–"


def _anchor(reference: Reference, places: Places) -> Iterator[Diagnostic]:
    anchor, path = reference.address.anchor, reference.address.path
    if anchor and path in places.pages and anchor not in places.anchors.get(path, ()):
        yield BROKEN_ANCHOR.at(
            reference.span,
            page=path,
            anchor=anchor,
            anchors=nearest_few(anchor, places.anchors.get(path, ())),
        )

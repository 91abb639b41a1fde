"""What stands where in the Moodle course: sections and the activities in them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Literal, assert_never

from coursebuilder.i18n import translate
from coursebuilder.model import (
    Activity,
    Assignment,
    Body,
    Course,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    Module,
    Page,
    PlatformActivity,
    Poll,
    Quiz,
    Scan,
    Situation,
    Survey,
    WebLink,
)
from coursebuilder.targets.moodle.ids import Ids
from coursebuilder.webcourse.excerpt import asked_for, beside, excerpt

ModuleName = Literal[
    "page", "book", "label", "quiz", "feedback", "assign", "forum", "glossary", "choice", "url",
    "resource", "folder", "scorm", "lesson",
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One page of a book."""

    id: int
    page: Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """Pages of a module that follow each other, as the chapters of one book."""

    chapters: tuple[Chapter, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Text shown in the section itself: a module's introduction or a page the author wants there."""

    body: Body
    path: str
    """Source path, for its footnotes and links."""
    page: Page | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScormPackage:
    """A module's pages, quizzes and self-scans as one SCORM package with the player inside."""

    course: Course
    """The course of that module alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportFile:
    """The terms of a glossary as a file for trainers, hidden from learners."""

    glossary: Glossary
    about: str
    """What to do with it."""


Content = (
    Page | Book | Label | Quiz | Scan | Situation | ScormPackage | ImportFile | PlatformActivity
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseModule:
    """One activity of the Moodle course (what Moodle calls a course module)."""

    id: int
    context: int
    instance: int
    kind: ModuleName
    key: str
    """The author's id: ``kader/toets``."""
    name: str
    content: Content
    required: bool
    """Whether the course asks to complete it."""
    hidden: bool = False
    """Whether only trainers see it."""

    @property
    def directory(self) -> str:
        """Folder name in the archive and key of its settings: ``quiz_73``."""
        return f"{self.kind}_{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One section; number 0 is the general one, above the modules."""

    id: int
    number: int
    module: Module | None
    activities: tuple[CourseModule, ...] = ()

    @property
    def hidden(self) -> bool:
        """Whether only trainers see it."""
        return self.module is not None and self.module.audience == "trainer"

    @property
    def directory(self) -> str:
        """Folder name in the archive and key of its settings: ``section_44``."""
        return f"section_{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The whole course with the ids of all its places."""

    course: Course
    id: int
    context: int
    sections: tuple[Section, ...]

    def activities(self) -> Iterator[tuple[Section, CourseModule]]:
        """Every activity with its section, in course order."""
        for section in self.sections:
            for activity in section.activities:
                yield section, activity


def lay_out(course: Course, ids: Ids) -> Layout:
    """Section 0, then one section per module, its introduction first."""
    general = Section(id=ids.of("course_section", ""), number=0, module=None)
    sections = (
        Section(
            id=ids.of("course_section", module.id),
            number=number,
            module=module,
            activities=tuple(_seen(course, module, ids)),
        )
        for number, module in enumerate(_trainers_last(course), 1)
    )
    return Layout(
        course=course,
        id=ids.of("course"),
        context=ids.of("context", ""),
        sections=(general, *sections),
    )


def _trainers_last(course: Course) -> list[Module]:
    return sorted(course.modules, key=lambda module: module.audience == "trainer")


def _seen(course: Course, module: Module, ids: Ids) -> Iterator[CourseModule]:
    """The activities of a module; those for trainers are hidden and asked of nobody."""
    for activity in _activities(course, module, ids):
        if module.audience == "trainer":
            yield replace(activity, hidden=True, required=False)
        else:
            yield activity


def _activities(course: Course, module: Module, ids: Ids) -> Iterator[CourseModule]:
    """The package first, then what stands beside it."""
    part = excerpt(course, module)
    if part is not None:
        package = ScormPackage(course=part)
        required = any(asked_for(part))
        yield _course_module(f"{module.id}#package", module.title, package, ids, required)
    yield from _native(beside(part, module), ids, course.language.partition("-")[0].lower())


def _native(module: Module, ids: Ids, language: str) -> Iterator[CourseModule]:
    if module.introduction:
        introduction = Label(body=module.introduction, path=module.span.path)
        key = f"{module.id}#introduction"
        title = translate("Introduction", language)
        yield _course_module(key, title, introduction, ids, required=False)
    books = 0
    for is_chapter, group in groupby(module.activities, _is_chapter):
        if is_chapter:
            books += 1
            key = f"{module.id}#book" + (f"-{books}" if books > 1 else "")
            pages = tuple(page for page in group if isinstance(page, Page))
            required = any(page.required for page in pages)
            yield _course_module(key, module.title, _book(module, pages, ids), ids, required)
            continue
        for activity in group:
            content = _content(activity)
            key = f"{module.id}/{activity.id}"
            yield _course_module(key, activity.title, content, ids, activity.required)
            if isinstance(activity, Glossary) and activity.import_file:
                yield _import_file(key, activity, ids, language)


def _import_file(key: str, glossary: Glossary, ids: Ids, language: str) -> CourseModule:
    name = translate("{title}: file to import", language, title=glossary.title)
    about = translate(
        "For trainers: Import entries in a glossary of Moodle takes this file.", language
    )
    content = ImportFile(glossary=glossary, about=about)
    made = _course_module(f"{key}#import", name, content, ids, required=False)
    return replace(made, hidden=True)


def _is_chapter(activity: Activity) -> bool:
    return isinstance(activity, Page) and activity.moodle == "book"


def _book(module: Module, pages: tuple[Page, ...], ids: Ids) -> Book:
    chapters = (Chapter(id=ids.of("book_chapter", module.id, page.id), page=page) for page in pages)
    return Book(chapters=tuple(chapters))


def _content(activity: Activity) -> Content:
    if isinstance(activity, Page) and activity.moodle == "label":
        return Label(body=activity.body, path=activity.span.path, page=activity)
    return activity


def _course_module(key: str, name: str, content: Content, ids: Ids, required: bool) -> CourseModule:
    kind = _kind(content)
    return CourseModule(
        id=ids.of("course_module", key),
        context=ids.of("context", key),
        instance=ids.of(kind, key),
        kind=kind,
        key=key,
        name=name,
        content=content,
        required=required,
    )


def _kind(content: Content) -> ModuleName:
    match content:
        case Page():
            return "page"
        case Book():
            return "book"
        case ScormPackage():
            return "scorm"
        case ImportFile():
            return "resource"
        case Label():
            return "label"
        case Quiz():
            return "quiz"
        case Scan():
            return "feedback"
        case Situation():
            return "lesson"
        case _:
            return _platform_kind(content)


def _platform_kind(content: PlatformActivity) -> ModuleName:
    match content:
        case Survey():
            return "feedback"
        case Assignment():
            return "assign"
        case Forum():
            return "forum"
        case Glossary():
            return content.moodle
        case Poll():
            return "choice"
        case WebLink():
            return "url"
        case FileOffer():
            return "resource"
        case Folder():
            return "folder"
        case _:
            assert_never(content)

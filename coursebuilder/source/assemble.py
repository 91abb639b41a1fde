"""All files of a course become one ``Course``: modules in order, ids unique, assets found."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.source import (
    COURSE_FILE_MISSING,
    DUPLICATE_ACTIVITY_ID,
    DUPLICATE_MODULE_ID,
    LINK_LEFT_OUT,
    MISNAMED_FILE,
    MODULE_FILE_MISSING,
    NO_MODULES,
    UNKNOWN_MODULE_FOLDER,
    UNKNOWN_PREREQUISITE,
)
from coursebuilder.model import Activity, Course, Module, MoodleForm, Page, Quiz
from coursebuilder.source.assets import NOTHING_MADE, Digest, MadeFile, find_assets, linked, sha1
from coursebuilder.source.document import COURSE_FILE, MODULE_FILE, Document, role
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.source.tree import Tree, is_folder
from coursebuilder.text import Span

_NUMBER = re.compile(r"[0-9]{1,9}")
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")

Read = tuple[Document, ModuleHead, tuple[tuple[Document, Activity], ...]]
"""A module as it was read, with its activities."""


def assemble_course(
    tree: Tree,
    documents: Mapping[str, Document],
    *,
    digest: Digest = sha1,
    made: Mapping[str, MadeFile] = NOTHING_MADE,
) -> tuple[Course | None, tuple[Diagnostic, ...]]:
    """The course in a folder, and findings that need more than one file to see.

    None when there is no usable ``course.yml``. Files that could not be read are left out: their
    documents say why. ``digest`` gives the SHA-1 of a file's content; ``made`` are the files to take
    away that are made while building, by their path.
    """
    found = list(_misnamed(tree))
    document = documents.get(COURSE_FILE)
    head = document.node if document else None
    if document is None or not isinstance(head, CourseHead):
        if COURSE_FILE not in tree.files and is_folder(tree.root):
            found.append(COURSE_FILE_MISSING.at(Span(COURSE_FILE)))
        return None, tuple(found)
    if not head.modules:
        found += _forgotten(tree)
    folders, problems = _module_folders(tree, head, document)
    found += problems
    read = _by_folder(documents)
    modules = [module for folder in folders if (module := _module(read.get(folder, {})))]
    found += _duplicates(modules)
    found += _prerequisites(modules)
    found += _left_out(modules, documents)
    course = _course(head, modules)
    assets, unread = find_assets(course, tree, digest, made)
    places = {path: document.places for path, document in documents.items()}
    return replace(course, assets=assets, places=places), (*found, *unread)


def _course(head: CourseHead, modules: Iterable[Read]) -> Course:
    """The course without its assets."""
    ids = {module.id for _, module, _ in modules}
    return Course(
        id=head.id,
        title=head.title,
        language=head.language,
        version=head.version,
        summary=head.summary,
        licence=head.licence,
        authors=head.authors,
        modules=tuple(
            _finished(head, module, activities, ids) for _, module, activities in modules
        ),
        publisher=head.publisher,
        audience=head.audience,
        levels=head.levels,
        keywords=head.keywords,
        thumbnail=head.thumbnail,
        completion=head.completion,
        packaging=head.packaging,
        control_documents=head.control_documents,
        moodle=head.moodle,
        scorm2004=head.scorm2004,
        site=head.site,
        theme=head.theme,
        logo=head.logo,
        suppressions=head.suppressions,
        paths=tuple(_paths(modules)),
        span=head.span,
    )


def _paths(modules: Iterable[Read]) -> Iterator[tuple[str, str]]:
    for document, module, activities in modules:
        yield document.path, module.id
        for read, activity in activities:
            yield read.path, f"{module.id}/{activity.id}"


def _by_folder(documents: Mapping[str, Document]) -> dict[str, dict[str, Document]]:
    """Folder -> file name -> document, of all that stands in a folder of the course."""
    folders: dict[str, dict[str, Document]] = {}
    for path, document in documents.items():
        folder, _, name = path.partition("/")
        if role(path) in {"module", "activity"}:
            folders.setdefault(folder, {})[name] = document
    return folders


def _module(files: Mapping[str, Document]) -> Read | None:
    """The module in a folder with its activities by file name; None when it could not be read."""
    document = files.get(MODULE_FILE)
    if document is None or not isinstance(document.node, ModuleHead):
        return None
    activities = tuple(
        (files[name], node)
        for name in sorted(files, key=_by_number)
        if isinstance(node := files[name].node, Activity)
    )
    return document, document.node, activities


def _by_number(name: str) -> tuple[int, str]:
    """Sorts ``9-x`` before ``10-x``; names without a number come last."""
    match = _NUMBER.match(name)
    return (int(match[0]) if match else 10**9, name)


def _finished(
    head: CourseHead,
    module: ModuleHead,
    activities: tuple[tuple[Document, Activity], ...],
    ids: set[str],
) -> Module:
    """The module with what the course decides for it."""
    form = module.pages or _usual_form(head, module)
    return Module(
        id=module.id,
        title=module.title,
        summary=module.summary,
        introduction=module.introduction,
        objectives=module.objectives,
        duration=module.duration,
        prerequisites=tuple(id for id in module.prerequisites if id in ids),
        activities=tuple(_settled(document, node, head, form) for document, node in activities),
        image=module.image,
        image_alt=module.image_alt,
        audience=module.audience,
        packaged=form == "scorm",
        outline=module.outline,
        span=module.span,
    )


def _usual_form(head: CourseHead, module: ModuleHead) -> MoodleForm:
    """The course's form of pages; what trainers read is packaged only where the module asks for it."""
    return "page" if module.audience == "trainer" and head.pages == "scorm" else head.pages


def _settled(
    document: Document, activity: Activity, head: CourseHead, form: MoodleForm
) -> Activity:
    """The activity with the course's settings for what its own front matter leaves open."""
    if isinstance(activity, Page) and "moodle" not in document.places:
        return replace(activity, moodle=form)
    if isinstance(activity, Quiz) and "pass" not in document.places:
        return replace(activity, pass_percent=head.completion.pass_percent)
    return activity


def _module_folders(
    tree: Tree, head: CourseHead, document: Document
) -> tuple[list[str], list[Diagnostic]]:
    """The folders of the modules in their order, and what is wrong with ``modules:``."""
    tops = dict.fromkeys(path.partition("/")[0] for path in tree.files if "/" in path)
    known = [folder for folder in tops if f"{folder}/{MODULE_FILE}" in tree.files]
    known.sort(key=_by_number)
    if not known:
        return [], [NO_MODULES.at(head.span)]
    if not head.modules:
        return known, []
    found = [
        UNKNOWN_MODULE_FOLDER.at(
            document.place(f"modules/{index}"), folder=folder, folders=", ".join(known)
        )
        for index, folder in enumerate(head.modules)
        if folder.rstrip("/") not in known
    ]
    return [name for folder in head.modules if (name := folder.rstrip("/")) in known], found


def _misnamed(tree: Tree) -> Iterator[Diagnostic]:
    """Files that are not read because their name only resembles that of a source file."""
    for path in tree.files:
        folder, _, name = path.rpartition("/")
        expected = None if "/" in folder else _expected(folder, name)
        if expected is not None and f"{folder}/{expected}".lstrip("/") not in tree.files:
            yield MISNAMED_FILE.at(Span(path), name=name, expected=expected)


def _forgotten(tree: Tree) -> Iterator[Diagnostic]:
    """Folders with pages but without ``module.md``, where the author did not choose the modules."""
    folders = dict.fromkeys(path.partition("/")[0] for path in tree.files if role(path))
    for folder in folders:
        if folder != COURSE_FILE and f"{folder}/{MODULE_FILE}" not in tree.files:
            yield MODULE_FILE_MISSING.at(Span(folder), folder=folder)


def _expected(folder: str, name: str) -> str | None:
    """What a misnamed file should be called; None when nothing is wrong with its name."""
    lower = name.lower()
    if not folder:
        is_course = lower in {"course.yml", "course.yaml"} and name != COURSE_FILE
        return COURSE_FILE if is_course else None
    stem, dot, extension = name.rpartition(".")
    if not dot or dot + extension.lower() not in _MARKDOWN:
        return None
    expected = MODULE_FILE if stem.lower() == "module" else f"{stem}.md"
    return expected if expected != name else None


def _duplicates(modules: Iterable[Read]) -> Iterator[Diagnostic]:
    """Ids that two modules, or two activities of one module, share."""
    first: dict[str, str] = {}
    for document, module, activities in modules:
        other = first.setdefault(module.id, document.path)
        if other != document.path:
            yield DUPLICATE_MODULE_ID.at(document.place("id"), id=module.id, other=other)
        inside: dict[str, str] = {}
        for read, activity in activities:
            other = inside.setdefault(activity.id, read.path)
            if other != read.path:
                yield DUPLICATE_ACTIVITY_ID.at(read.place("id"), id=activity.id, other=other)


def _prerequisites(modules: Iterable[Read]) -> Iterator[Diagnostic]:
    """Prerequisites that name no module."""
    ids = list(dict.fromkeys(module.id for _, module, _ in modules))
    for document, module, _ in modules:
        for index, id in enumerate(module.prerequisites):
            if id not in ids:
                place = document.place(f"prerequisites/{index}")
                yield UNKNOWN_PREREQUISITE.at(place, id=id, ids=", ".join(ids))


def _left_out(modules: Iterable[Read], documents: Mapping[str, Document]) -> Iterator[Diagnostic]:
    """Links to pages that were read but are in no module of the course."""
    files = [pair for document, module, inside in modules for pair in ((document, module), *inside)]
    taken = {document.path for document, _ in files}
    others = {
        path
        for path, document in documents.items()
        if path not in taken and isinstance(document.node, ModuleHead | Activity)
    }
    for document, node in files if others else ():
        for path, link in linked(document.path, node.outline):
            if path in others:
                yield LINK_LEFT_OUT.at(link.span, target=link.target)

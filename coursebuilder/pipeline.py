"""The stages in their order: read, render, assemble, check, emit, write.

Reading and rendering one file depend on its bytes and path only, so they are spread over processes
and kept in the cache together.
"""

import os
import pickle
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from coursebuilder import archive
from coursebuilder.archive import Packing, packing_in, write_package
from coursebuilder.cache import Cache, key
from coursebuilder.check import check_course
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.consequences import without_consequences
from coursebuilder.diagnostics.suppression import apply_suppressions
from coursebuilder.downloads import make_downloads
from coursebuilder.model import Asset, Course
from coursebuilder.model.walk import activity_texts, body_texts
from coursebuilder.package import Content, FileContent, Package
from coursebuilder.parallel import run_all
from coursebuilder.render.document import RenderedFile, render_texts
from coursebuilder.render.document import diagnostics as rendering_problems
from coursebuilder.render.rendering import CourseRendering
from coursebuilder.render.unresolved import unresolved
from coursebuilder.source.assemble import assemble_course
from coursebuilder.source.assets import MadeFile
from coursebuilder.source.document import Document, read_document, role
from coursebuilder.source.encoding import MAX_BYTES, decode
from coursebuilder.source.heads import CourseHead, ModuleHead
from coursebuilder.source.tree import Tree, read_bytes, scan_tree
from coursebuilder.targets.base import DEFAULT_TIMESTAMP, BuildContext, Target
from coursebuilder.text import Text

PARALLEL_FROM = 60
"""Files to read from which a second process pays for its start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """A course folder, read."""

    tree: Tree
    course: Course | None
    """None when there is nothing to build from; the diagnostics say why."""
    diagnostics: tuple[Diagnostic, ...]
    rendering: CourseRendering
    reused: int
    """Files whose result came from the cache."""
    read: int
    """Files that were read and rendered now."""
    made: Mapping[str, MadeFile] = field(default_factory=dict)
    """The files to take away that stand in no folder, by their path."""

    def content(self, asset: Asset) -> Content:
        """The content of an asset, or where it is read from."""
        if asset.path in self.made:
            return self.made[asset.path].content
        return FileContent(self.tree.files[asset.path].real, asset.size)

    def source(self, path: str) -> str | None:
        """The text of a source file for showing a line of it, or None; other files show nothing."""
        file = self.tree.files.get(path)
        described = {made.source for made in self.made.values()}
        if file is None or (role(path) is None and path not in described):
            return None
        data = read_bytes(file, MAX_BYTES)
        return decode(path, data)[0] if isinstance(data, bytes) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How packages are written."""

    packing: Packing = "zip"
    timestamp: int = DEFAULT_TIMESTAMP
    control_documents: Path | None = None
    jobs: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """One written package."""

    target: str
    path: Path
    size: int
    """Bytes."""
    members: int
    seconds: float


FileResult = tuple[Document, RenderedFile]
"""What one source file holds, and its Markdown as HTML."""

_SCHEMA_DEPTH = 3
"""How deep the official schemas stand in their folder; deeper is another folder, perhaps a whole disk."""

Progress = Callable[[str, int, int], None]
"""Told (stage, done, of) as the work goes on."""


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody sees."""


def load_course(
    root: Path,
    *,
    cache: Cache | None = None,
    jobs: int = 1,
    progress: Progress = silent,
    known: dict[bytes, FileResult] | None = None,
) -> Loaded:
    """Everything in the course folder ``root``, read, rendered and assembled.

    ``known`` keeps the results of this process from one call to the next.
    """
    tree, findings = scan_tree(root)
    sources, unreadable = _sources(tree)
    results, reused = _read_all(
        sources, cache or Cache(None), jobs, progress, {} if known is None else known
    )
    documents = {path: document for path, (document, _) in results.items()}
    rendered = {path: html for path, (_, html) in results.items()}
    made, faults = make_downloads(tree, cache or Cache(None))
    course, problems = assemble_course(tree, documents, made=made)
    diagnostics = [*findings, *unreadable, *faults, *problems]
    for document in documents.values():
        diagnostics += document.diagnostics
    for file in rendered.values():
        diagnostics += rendering_problems(file)
    return Loaded(
        tree=tree,
        course=course,
        diagnostics=tuple(diagnostics),
        rendering=CourseRendering(rendered, course.language if course else "en"),
        reused=reused,
        read=len(documents) - reused,
        made=made,
    )


def check_loaded(loaded: Loaded, targets: Iterable[Target]) -> tuple[Diagnostic, ...]:
    """All findings about a course and the targets it is built for, sorted, suppressions applied."""
    found = list(loaded.diagnostics)
    course = loaded.course
    if course is not None:
        made = {path: file.source for path, file in loaded.made.items()}
        found += check_course(course, tuple(loaded.tree.files), made)
        found += _unseen_links(loaded, course, found)
        for target in targets:
            found += target.check(course)
        # Targets that share a limit say so once.
        found = apply_suppressions(course, without_consequences(list(dict.fromkeys(found))))
    return tuple(sorted(found, key=lambda finding: finding.sort_key))


def _unseen_links(
    loaded: Loaded, course: Course, found: Iterable[Diagnostic]
) -> Iterator[Diagnostic]:
    """Links that only rendering shows to lead nowhere, in files whose links seemed to be right."""
    broken = {finding.span.path for finding in found if finding.rule.code.startswith("CB30")}
    known = {path for path, _ in course.paths} | {asset.path for asset in course.assets}
    files = {
        path: loaded.rendering.files[path]
        for path, _ in course.paths
        if path in loaded.rendering.files and path not in broken
    }
    return unresolved(files, known)


def _read_and_render(path: str, data: bytes) -> FileResult:
    """What one source file holds, and its Markdown as HTML."""
    document = read_document(path, data)
    return document, render_texts(_document_texts(document))


def _document_texts(document: Document) -> Iterator[Text]:
    """Every piece of Markdown of one file."""
    match document.node:
        case None | CourseHead():
            return iter(())
        case ModuleHead() as head:
            return body_texts(head.introduction)
        case activity:
            return activity_texts(activity)


def build_targets(
    loaded: Loaded,
    course: Course,
    targets: Sequence[Target],
    out: Path,
    options: Options,
    cache_folder: Path | None = None,
) -> list[Built]:
    """Emit and write each target to ``out``; what was written, in the order of ``targets``.

    Raises ArchiveError and OSError when a package cannot be written; a package stands whole or not at all.
    """
    context = build_context(loaded, options)
    tasks = [
        partial(_build_target, course, context, target, out, options, cache_folder)
        for target in targets
    ]
    large = len(loaded.tree.files) >= PARALLEL_FROM
    return run_all(tasks, jobs=options.jobs if large else 1)


def build_context(loaded: Loaded, options: Options) -> BuildContext:
    """What targets need of a course that was read."""
    return BuildContext(
        rendering=loaded.rendering,
        asset=loaded.content,
        timestamp=options.timestamp,
        control_documents=_control_documents(options.control_documents),
    )


def package_path(course: Course, target: Target, out: Path, packing: Packing) -> Path:
    """Where the package of a target goes: ``build/ict-team-scorm12.zip``."""
    suffix = {"zip": target.suffix, "tgz": target.suffix, "folder": ""}[packing]
    return out / f"{course.id}-{target.name}{suffix}"


def _build_target(
    course: Course,
    context: BuildContext,
    target: Target,
    out: Path,
    options: Options,
    cache_folder: Path | None,
) -> Built:
    start = time.perf_counter()
    path = package_path(course, target, out, options.packing)
    with packing_in(out) as pack, Cache(cache_folder) as cache:
        package = target.emit(course, replace(context, pack=pack))
        deflate = _KeptDeflate(cache, package)
        size = write_package(
            package, path, options.packing, timestamp=options.timestamp, deflate=deflate
        )
        deflate.keep()
    seconds = time.perf_counter() - start
    return Built(
        target=target.name, path=path, size=size, members=len(package.entries), seconds=seconds
    )


class _KeptDeflate:
    """Deflate that answers from the cache, which is asked once for the whole package."""

    WORTH = 1024
    """Bytes from which looking up is cheaper than deflating."""

    def __init__(self, cache: Cache, package: Package) -> None:
        self._cache = cache
        self._keys: dict[bytes, bytes] = {}
        if cache.keeps:
            for entry in package:
                content = entry.content
                if isinstance(content, bytes) and len(content) >= self.WORTH and not entry.stored:
                    self._keys[content] = key("deflate", content)
        self._kept = cache.get(self._keys.values())
        self._new: dict[bytes, bytes] = {}

    def __call__(self, content: bytes) -> bytes:
        name = self._keys.get(content)
        if name is None:
            return archive.deflate(content)
        packed = self._kept.get(name)
        if packed is None:
            packed = self._new[name] = archive.deflate(content)
        return packed

    def keep(self) -> None:
        """Put what was deflated now into the cache."""
        self._cache.put(self._new)
        self._new.clear()


def _sources(tree: Tree) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Path -> bytes of every file that is read, and the findings about those that cannot be."""
    found: dict[str, bytes] = {}
    problems: list[Diagnostic] = []
    for path, file in tree.files.items():
        if role(path) is None:
            continue
        data = read_bytes(file, MAX_BYTES)
        if isinstance(data, bytes):
            found[path] = data
        else:
            problems.append(data)
    return found, problems


def _read_all(
    sources: dict[str, bytes],
    cache: Cache,
    jobs: int,
    progress: Progress,
    known: dict[bytes, FileResult],
) -> tuple[dict[str, FileResult], int]:
    """Path -> what the file holds, and how many of them were known; ``known`` then holds just these."""
    keys = {path: key("document", path, data) for path, data in sources.items()}
    found = {path: known[keys[path]] for path in sources if keys[path] in known}
    kept = cache.get(keys[path] for path in sources if path not in found)
    found |= {
        path: result
        for path in sources
        if keys[path] in kept and (result := _unpacked(kept[keys[path]])) is not None
    }
    missing = [path for path in sources if path not in found]
    workers = jobs if len(missing) >= PARALLEL_FROM else 1
    shares = [missing[number::workers] for number in range(workers)]
    tasks = [partial(_read_share, sources, share, cache.keeps) for share in shares]
    tasks[0] = partial(_read_share, sources, shares[0], cache.keeps, progress)
    for share, (results, blobs) in zip(shares, run_all(tasks, jobs=workers), strict=True):
        found.update(zip(share, results, strict=True))
        cache.put({keys[path]: blob for path, blob in zip(share, blobs, strict=False)})
    known.clear()
    known.update((keys[path], found[path]) for path in sources)
    return {path: found[path] for path in sources}, len(sources) - len(missing)


def _unpacked(blob: bytes) -> FileResult | None:
    """A result from the cache; None when it was damaged there, so that it is worked out again."""
    try:
        result: FileResult = pickle.loads(blob)  # noqa: S301, our own, from the user's folder
    except Exception:  # a pickle can fail with anything
        return None
    return result


def _read_share(
    sources: dict[str, bytes], paths: list[str], keep: bool, progress: Progress = silent
) -> tuple[list[FileResult], list[bytes]]:
    """The results of some files, and pickled ones where they are to be kept."""
    results: list[FileResult] = []
    for number, path in enumerate(paths, 1):
        results.append(_read_and_render(path, sources[path]))
        progress("read", number, len(paths))
    return results, [pickle.dumps(result) for result in results] if keep else []


def _control_documents(folder: Path | None) -> tuple[tuple[str, Path], ...]:
    """The schemas in ``folder`` with their member paths, sorted; empty without a folder."""
    if folder is None:
        return ()
    found: dict[str, Path] = {}
    for place, folders, names in os.walk(folder):
        inner = Path(place).relative_to(folder)
        folders[:] = sorted(folders) if len(inner.parts) < _SCHEMA_DEPTH else []
        for name in names:
            if name.endswith((".xsd", ".dtd")) and (Path(place) / name).is_file():
                found[(inner / name).as_posix()] = Path(place) / name
    return tuple(sorted(found.items()))

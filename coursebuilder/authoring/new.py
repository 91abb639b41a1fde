"""New modules, pages, quizzes, self-scans and situations, with the right name and a good start."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Literal

from coursebuilder.authoring.course_list import listed, with_module
from coursebuilder.authoring.errors import AuthoringError
from coursebuilder.authoring.files import replace_file
from coursebuilder.markup import plain_text, slug
from coursebuilder.source.document import COURSE_FILE, MODULE_FILE, read_document
from coursebuilder.source.heads import CourseHead
from coursebuilder.source.tree import Tree, scan_tree

Kind = Literal["module", "page", "quiz", "scan", "situation"]
KINDS: tuple[Kind, ...] = ("module", "page", "quiz", "scan", "situation")

_PREFIX = re.compile(r"(\d+)[-_. ]+(?=.)")
_PLAIN_YAML = re.compile(r"[^\W\d_][\w ,.'’()/&!?+-]*")
_LANGUAGES = ("nl", "en")


def new_part(root: Path, kind: Kind, name: str, module: str = "") -> tuple[str, ...]:
    """Write a new part of the course in ``root``; the paths of what was written or changed.

    ``name`` is a title or an id. ``module`` is the folder or the id of the module it goes to; empty:
    the last one. Raises AuthoringError, and OSError as the disk does.
    """
    tree, _ = scan_tree(root)
    if COURSE_FILE not in tree.files:
        raise AuthoringError(
            "{folder} has no course.yml", "name the folder of the course with --course", folder=root
        )
    title = _title(name)
    if kind == "module":
        return _new_module(tree, title)
    if not module and name in _folders(tree):
        raise AuthoringError(
            "{name} is a module: give the {kind} a title of its own",
            "coursebuilder new {kind} 'A title' --module {name}",
            name=name,
            kind=kind,
        )
    folder = _folder(tree, module)
    existing = [path for path in tree.files if path.startswith(f"{folder}/") and _is_page(path)]
    _refuse_known(slug(title), (_id(tree, path) for path in existing), title)
    number = _next_number(path.rpartition("/")[2] for path in existing)
    path = f"{folder}/{number}-{slug(title)}.md"
    text = _template(_language(tree), f"{kind}.md", title)
    replace_file(tree.root / path, text.encode())
    return (path,)


def _new_module(tree: Tree, title: str) -> tuple[str, ...]:
    folders = _folders(tree)
    _refuse_known(slug(title), (_id(tree, f"{folder}/{MODULE_FILE}") for folder in folders), title)
    top = {path.partition("/")[0] for path in tree.files if "/" in path}
    folder = f"{_next_number(top)}-{slug(title)}"
    course = _source(tree, COURSE_FILE)
    changed = with_module(course, folder) if listed(course) is not None else course
    if changed is None:
        raise AuthoringError(
            "the list modules: in course.yml has a form that cannot be added to",
            "write it as [one, two] or one module a line",
        )
    language = _language(tree)
    written = _write_folder(tree.root / folder, language, title)
    if changed != course:
        replace_file(tree.files[COURSE_FILE].real, changed.encode())
        return (*(f"{folder}/{name}" for name in written), COURSE_FILE)
    return tuple(f"{folder}/{name}" for name in written)


def _write_folder(folder: Path, language: str, title: str) -> tuple[str, ...]:
    """Make the folder of a module with its introduction and first page; all of it or nothing."""
    page = {"nl": "01-waar-het-om-gaat.md", "en": "01-what-it-is-about.md"}[language]
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}.", suffix=".tmp"))
    try:
        for name, template in ((MODULE_FILE, "module.md"), (page, "first-page.md")):
            text = _template(language, template, title)
            (temporary / name).write_text(text, encoding="utf-8", newline="\n")
        temporary.chmod(0o755)
        temporary.rename(folder)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return MODULE_FILE, page


def _title(name: str) -> str:
    """What the part is called: a name that is an id becomes words."""
    title = " ".join(name.split())
    if not re.search(r"[^\W_]", title):
        raise AuthoringError(
            "{name} is no name", "give a title, or a name of letters and hyphens", name=repr(name)
        )
    return title.replace("-", " ").capitalize() if slug(title) == title else title


def _template(language: str, name: str, title: str) -> str:
    """A template with its title and id filled in; a title that no heading can carry goes to YAML."""
    text = files(__package__).joinpath("templates", language, name).read_text(encoding="utf-8")
    fields = {"@TITLE@": title, "@YAML_TITLE@": _yaml(title), "@ID@": slug(title)}
    heading = "# @TITLE@\n\n"
    if heading in text and (plain_text(title) != title or re.search(r"[{}#]", title)):
        text = text.replace(heading, "")
        settings = f"title: {json.dumps(title, ensure_ascii=False)}\n"
        start = text.find("---\n") + 4 if text.startswith("---\n") else 0
        text = text[:start] + settings + text[start:] if start else f"---\n{settings}---\n{text}"
    return re.sub(r"@[A-Z_]+@", lambda match: fields[match[0]], text)


def _yaml(text: str) -> str:
    return text if _PLAIN_YAML.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _language(tree: Tree) -> str:
    """The language of the templates: the course's, else English."""
    head = read_document(COURSE_FILE, tree.files[COURSE_FILE].real.read_bytes()).node
    language = head.language if isinstance(head, CourseHead) else ""
    primary = language.partition("-")[0].lower()
    return primary if primary in _LANGUAGES else "en"


def _source(tree: Tree, path: str) -> str:
    try:
        return tree.files[path].real.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        raise AuthoringError("{path} is not UTF-8", "save it as UTF-8", path=path) from None


def _folders(tree: Tree) -> tuple[str, ...]:
    """The folders of the modules: in the order of ``course.yml``, else by name."""
    found = sorted(
        path.rpartition("/")[0]
        for path in tree.files
        if path.count("/") == 1 and path.endswith(f"/{MODULE_FILE}")
    )
    order = listed(_source(tree, COURSE_FILE)) or ()
    return (*(name for name in found if name not in order), *(n for n in order if n in found))


def _folder(tree: Tree, module: str) -> str:
    """The folder of the module an author names, or of the last one."""
    folders = _folders(tree)
    if not folders:
        raise AuthoringError(
            "the course has no module yet", "make one first: coursebuilder new module NAME"
        )
    if not module:
        return folders[-1]
    module = module.rstrip("/\\")
    for folder in folders:
        if module in {folder, _id(tree, f"{folder}/{MODULE_FILE}")}:
            return folder
    raise AuthoringError(
        "no module is called {module}",
        "the modules are: {known}",
        module=module,
        known=", ".join(folders),
    )


def _is_page(path: str) -> bool:
    return path.count("/") == 1 and path.endswith(".md") and not path.endswith(f"/{MODULE_FILE}")


def _id(tree: Tree, path: str) -> str:
    node = read_document(path, tree.files[path].real.read_bytes()).node
    if node is not None and node.id:
        return node.id
    name = path.removesuffix(f"/{MODULE_FILE}").rpartition("/")[2].removesuffix(".md")
    return slug(_PREFIX.sub("", name, count=1))


def _refuse_known(id: str, known: Iterable[str], title: str) -> None:
    if id in known:
        raise AuthoringError(
            "there is a part with the id {id} already", "choose another name", id=id, title=title
        )


def _next_number(names: Iterable[str]) -> str:
    """The number after the highest one, as wide as they are."""
    numbers = [match[1] for name in names if (match := _PREFIX.match(name))]
    highest = max(map(int, numbers), default=0)
    return str(highest + 1).zfill(max(map(len, numbers), default=2))

"""The files to take away of a course folder, made from the text files that describe them."""

import pickle

from coursebuilder.cache import Cache, key
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.downloads import MADE_AND_PRESENT
from coursebuilder.source.assets import MadeFile
from coursebuilder.source.document import role
from coursebuilder.source.encoding import MAX_BYTES
from coursebuilder.source.tree import Tree, read_bytes
from coursebuilder.text import Span

RECIPES = (".xlsx.yml", ".docx.md")
"""How the name of a file ends that another one is made of; without its last extension it is the file made."""

Result = tuple[bytes, tuple[Diagnostic, ...]]
"""The content of a file, empty when it cannot be made, and the findings that say why."""


def make_downloads(tree: Tree, cache: Cache) -> tuple[dict[str, MadeFile], tuple[Diagnostic, ...]]:
    """Path -> file, for each file of the folder that describes one, and what is wrong with those."""
    recipes, found = _recipes(tree)
    keys = {path: key("download", path, data) for path, data in recipes.items()}
    kept = cache.get(keys.values())
    made: dict[str, MadeFile] = {}
    new: dict[bytes, bytes] = {}
    for path, data in recipes.items():
        result = _unpacked(kept.get(keys[path], b""))
        if result is None:
            result = make_download(path, data)
            new[keys[path]] = pickle.dumps(result)
        content, findings = result
        made[_made(path)] = MadeFile(path, content)
        found += findings
    cache.put(new)
    return made, tuple(found)


def _unpacked(blob: bytes) -> Result | None:
    """A result from the cache; None when there is none, or when it was damaged there."""
    try:
        result: Result = pickle.loads(blob)  # noqa: S301, our own, from the user's folder
    except Exception:  # a pickle can fail with anything
        return None
    return result


def make_download(path: str, data: bytes) -> Result:
    """What the file ``path`` describes."""
    # Imported late: most builds make none, or find them in the cache.
    if path.endswith(".md"):
        from coursebuilder.downloads.document import make_document

        return make_document(path, data)
    from coursebuilder.downloads.reading import read_workbook
    from coursebuilder.downloads.xlsx import workbook_bytes

    workbook, found = read_workbook(path, data)
    return (workbook_bytes(workbook) if workbook else b""), found


def _recipes(tree: Tree) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Path -> bytes of each file that describes another one."""
    recipes: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for path, file in tree.files.items():
        name = path.rpartition("/")[2]
        if not name.endswith(RECIPES) or name in RECIPES or role(path) is not None:
            continue
        data = read_bytes(file, MAX_BYTES)
        if isinstance(data, Diagnostic):
            found.append(data)
            continue
        recipes[path] = data
        if _made(path) in tree.files:
            found.append(MADE_AND_PRESENT.at(Span(path), file=_made(path)))
    return recipes, found


def _made(path: str) -> str:
    """The path of the file that is made of the file ``path``."""
    return path.rpartition(".")[0]

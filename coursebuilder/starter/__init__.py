"""The small course that ``init`` makes: files in ``common/`` and ``nl/`` or ``en/``, with the title filled in.

A name here that begins with ``dot-`` stands for one that begins with a dot.
"""

import json
import re
import shutil
import tempfile
import unicodedata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from coursebuilder import __version__
from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema

_TITLE, _ID, _INSTALL, _VERSION = "@TITLE@", "@ID@", "@INSTALL@", "@VERSION@"


class StarterError(Exception):
    """A folder in which no course can be started."""

    def __init__(self, message: str, hint: str) -> None:
        """Say what is wrong and how to mend it; ``{folder}`` stands for the folder."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def write_starter(
    folder: Path, title: str | None, language: str, install: str = ""
) -> tuple[str, ...]:
    """Make the course in ``folder`` and return the written paths; all of it or nothing.

    ``install`` is what pip installs on a server that checks the course, to get this tool.
    Raises StarterError when the folder holds something already, and OSError as the disk does.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise StarterError(
            "{folder} is there already and is not an empty folder", "choose another name"
        )
    name = folder.resolve().name
    if not (folder.name or name).isprintable():
        raise StarterError(
            "{folder} holds signs that no name of a folder should hold", "choose another name"
        )
    title = title or name.replace("-", " ").replace("_", " ").capitalize()
    fields = {
        _TITLE: _quoted(title),
        _ID: course_id(name),
        _INSTALL: _quoted(install),
        _VERSION: __version__,
    }
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{name}.", suffix=".part"))
    try:
        for part in ("common", language):
            _copy(files(__name__).joinpath(part), temporary, fields)
        _write_schemas(temporary / ".vscode" / "schemas")
        written = tuple(
            path.relative_to(temporary).as_posix()
            for path in sorted(temporary.rglob("*"))
            if path.is_file()
        )
        temporary.chmod(0o755)
        if folder.exists():
            folder.rmdir()
        temporary.rename(folder)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    return written


def course_id(name: str) -> str:
    """A folder name as a course id: ``Mijn Cursus`` -> ``mijn-cursus``; never empty."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", letters).strip("-") or "course"


def _quoted(text: str) -> str:
    """One line of text as YAML writes it in quotes, which is how JSON does."""
    line = "".join(letter for letter in " ".join(text.split()) if letter.isprintable())
    return json.dumps(line, ensure_ascii=False)


def _copy(source: Traversable, target: Path, fields: dict[str, str]) -> None:
    target.mkdir(exist_ok=True)
    for entry in source.iterdir():
        name = re.sub(r"^dot-", ".", entry.name)
        if entry.is_dir():
            _copy(entry, target / name, fields)
            continue
        text = entry.read_text(encoding="utf-8")
        for field, value in fields.items():
            text = text.replace(field, value)
        (target / name).write_text(text, encoding="utf-8", newline="\n")


def _write_schemas(folder: Path) -> None:
    """The schemas that the settings of VS Code and JetBrains name; others find them by the modeline."""
    folder.mkdir(parents=True)
    for name in SCHEMA_NAMES:
        text = json.dumps(load_schema(name), indent=2, ensure_ascii=False) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")

"""The small course that ``init`` makes: files in ``nl/`` and ``en/``, with the title filled in."""

import json
import re
import shutil
import tempfile
import unicodedata
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema

_TITLE, _ID = "@TITLE@", "@ID@"

_EDITOR_SETTINGS = {
    "yaml.schemas": {"./.vscode/schemas/course.schema.json": "modules/course.yml"},
    "files.encoding": "utf8",
    "files.eol": "\n",
    "[markdown]": {"editor.wordWrap": "on"},
}


class StarterError(Exception):
    """A folder in which no course can be started."""

    def __init__(self, message: str, hint: str) -> None:
        """Say what is wrong and how to mend it; ``{folder}`` stands for the folder."""
        super().__init__(message)
        self.message = message
        self.hint = hint


def write_starter(folder: Path, title: str | None, language: str) -> tuple[str, ...]:
    """Make the course in ``folder`` and return the written paths; all of it or nothing.

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
    title = " ".join((title or name.replace("-", " ").replace("_", " ").capitalize()).split())
    title = "".join(character for character in title if character.isprintable())
    fields = {_TITLE: json.dumps(title, ensure_ascii=False), _ID: course_id(name)}
    folder.parent.mkdir(parents=True, exist_ok=True)
    temporary = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{name}.", suffix=".part"))
    try:
        _copy(files(__name__).joinpath(language), temporary, fields)
        _write_editor_settings(temporary)
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


def _copy(source: Traversable, target: Path, fields: dict[str, str]) -> None:
    target.mkdir(exist_ok=True)
    for entry in source.iterdir():
        name = {"gitignore": ".gitignore"}.get(entry.name, entry.name)
        if entry.is_dir():
            _copy(entry, target / name, fields)
            continue
        text = entry.read_text(encoding="utf-8")
        for field, value in fields.items():
            text = text.replace(field, value)
        (target / name).write_text(text, encoding="utf-8", newline="\n")


def _write_editor_settings(folder: Path) -> None:
    """VS Code settings and the schemas they name; other editors find them by the modeline."""
    schemas = folder / ".vscode" / "schemas"
    schemas.mkdir(parents=True)
    settings = json.dumps(_EDITOR_SETTINGS, indent=2) + "\n"
    (folder / ".vscode" / "settings.json").write_text(settings, encoding="utf-8")
    for name in SCHEMA_NAMES:
        text = json.dumps(load_schema(name), indent=2, ensure_ascii=False) + "\n"
        (schemas / f"{name}.schema.json").write_text(text, encoding="utf-8")

"""``coursebuilder fmt``."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import click

from coursebuilder.authoring.files import replace_file
from coursebuilder.authoring.fmt import Refusal, format_source
from coursebuilder.cli.console import Console, course_folder
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.source.document import COURSE_FILE, role
from coursebuilder.source.tree import Tree, TreeFile, scan_tree


@click.command(cls=LocalCommand, epilog="Example: coursebuilder fmt modules --check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a file would change.")
@language_option
def fmt(paths: tuple[Path, ...], check: bool) -> None:
    """Write sources in one form: the same spacing, marks and attributes everywhere.

    PATHS are files or folders of a course (default: the whole course). What the text says stays as it
    is: each result is read back and compared before it is written. Files with errors are left alone and
    named; the command then exits with 1.
    """
    console = Console()
    changed = refused = total = 0
    for tree, files in _files(paths or (course_folder(None, console),), console):
        for file in files:
            total += 1
            data = file.real.read_bytes()
            result = format_source(file.path, data)
            if result.refusal is not None:
                refused += _report(result.refusal, file, console)
            elif result.text.encode() != data:
                changed += 1
                console.out.print(str(tree.root / file.path))
                if not check:
                    _write(file, result.text, console)
    if check:
        console.say("{changed} of {total} files would change", changed=changed, total=total)
    else:
        console.say("{changed} of {total} files changed", changed=changed, total=total)
    if refused:
        console.say("{refused} of {total} files left alone", refused=refused, total=total)
    if refused or (check and changed):
        raise SystemExit(1)


def _report(refusal: Refusal, file: TreeFile, console: Console) -> int:
    """Say why a file is left alone; 1 when the author has to do something."""
    match refusal:
        case "errors":
            console.say(
                "{path}: left alone, it has errors; see coursebuilder check", path=file.path
            )
            return 1
        case "loss":
            console.say(
                "{path}: left alone, its text cannot be kept word for word in another form",
                path=file.path,
            )
            return 1
        case "kind":
            return 0


def _write(file: TreeFile, text: str, console: Console) -> None:
    try:
        replace_file(file.real, text.encode())
    except OSError as error:
        console.fail(
            "cannot write {folder}: {reason}", folder=file.path, reason=console.reason(error)
        )


def _files(paths: tuple[Path, ...], console: Console) -> Iterator[tuple[Tree, list[TreeFile]]]:
    """The courses that ``paths`` stand in, each with the sources meant."""
    wanted: Mapping[Path, list[Path]] = defaultdict(list)
    for path in paths:
        wanted[_root(path, console)].append(path.resolve())
    for root, inner in wanted.items():
        tree, _ = scan_tree(root)
        yield (
            tree,
            [
                file
                for file in tree.files.values()
                if role(file.path) and any(file.real.is_relative_to(path) for path in inner)
            ],
        )


def _root(path: Path, console: Console) -> Path:
    """The course folder that ``path`` is or stands in."""
    if not path.exists():
        raise console.usage("there is no {path}", path=path)
    for folder in (path.resolve(), *path.resolve().parents):
        if (folder / COURSE_FILE).is_file():
            return folder
    raise console.usage("{path} is not in a course: no course.yml above it", path=path)

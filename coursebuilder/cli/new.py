"""``coursebuilder new``."""

from pathlib import Path

import click

from coursebuilder.authoring.errors import AuthoringError
from coursebuilder.authoring.new import KINDS, Kind, new_part
from coursebuilder.cli.completion import complete_module
from coursebuilder.cli.console import Console, course_folder
from coursebuilder.cli.help import LocalCommand, language_option


@click.command(cls=LocalCommand, epilog="Example: coursebuilder new quiz 'What do you know?'")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("name")
@click.option(
    "--course",
    type=click.Path(path_type=Path),
    help="Folder with course.yml (default: modules/, or the folder you stand in).",
)
@click.option(
    "--module",
    default="",
    shell_complete=complete_module,
    help="Module that a page, quiz, scan or situation goes to (default: the last one).",
)
@language_option
def new(kind: Kind, name: str, course: Path | None, module: str) -> None:
    """Add a module, page, quiz, self-scan or situation to a course.

    NAME is its title. The file gets the next number and an id made from the title, and holds a small
    example in the language of the course. A new module is added to the list in course.yml.
    """
    console = Console()
    if module and kind == "module":
        raise console.usage("--module goes with a page, a quiz, a scan or a situation")
    root = course_folder(course, console)
    try:
        written = new_part(root, kind, name, module)
    except AuthoringError as error:
        console.fail(error.message, error.hint, **error.values)
        return
    except OSError as error:
        console.fail("cannot write {folder}: {reason}", folder=root, reason=console.reason(error))
        return
    for path in written:
        console.out.print(str(root / path))

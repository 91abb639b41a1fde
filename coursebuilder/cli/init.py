"""``coursebuilder init``."""

import shlex
from pathlib import Path

import click

from coursebuilder.cli.console import Console
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.starter import StarterError, write_starter


@click.command(cls=LocalCommand, epilog="Example: coursebuilder init my-course --title 'My course'")
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="Title of the course (default: the folder's name).")
@language_option
def init(folder: Path, title: str | None) -> None:
    """Make a small course that builds at once, in a new FOLDER.

    It comes in the language of --lang, with settings that let an editor complete and check course.yml.
    """
    console = Console()
    try:
        written = write_starter(folder, title, console.language)
    except StarterError as error:
        console.fail(error.message, error.hint, folder=folder)
        return
    except OSError as error:
        console.fail("cannot write {folder}: {reason}", folder=folder, reason=error.strerror)
        return
    for path in written:
        if not path.startswith(".vscode/"):
            console.out.print(str(folder / path))
    console.say("and settings for your editor in .vscode")
    console.say("next:")
    console.say("  cd {folder}", folder=shlex.quote(str(folder)))
    console.say("  coursebuilder preview")

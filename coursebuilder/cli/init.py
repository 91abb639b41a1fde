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
@click.option(
    "--install",
    default="",
    help="What pip installs on a server that checks the course, to get coursebuilder: "
    "a wheel, or git+https://… (default: to be filled in there).",
)
@language_option
def init(folder: Path, title: str | None, install: str) -> None:
    """Make a small course that builds at once, in a new FOLDER.

    It comes in the language of --lang, with settings and snippets for your editor, and workflows with which
    GitHub and GitLab check and build it.
    """
    console = Console()
    try:
        written = write_starter(folder, title, console.language, install)
    except StarterError as error:
        console.fail(error.message, error.hint, folder=folder)
        return
    except OSError as error:
        console.fail("cannot write {folder}: {reason}", folder=folder, reason=console.reason(error))
        return
    for path in written:
        if not path.startswith("."):
            console.out.print(str(folder / path))
    console.say("and settings for your editor (.vscode, .idea) and for GitHub and GitLab")
    console.say("next:")
    console.say("  cd {folder}", folder=shlex.quote(str(folder)))
    console.say("  coursebuilder preview")

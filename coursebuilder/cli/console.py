"""What the commands print: results on stdout, everything else on stderr.

Rich is imported by what prints: a quiet build starts sooner without it.
"""

import os
import sys
from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from coursebuilder.cli.help import language_of
from coursebuilder.diagnostics.text_report import visible
from coursebuilder.i18n import os_reason, translate

if TYPE_CHECKING:
    from rich.console import Console as RichConsole
    from rich.text import Text as Styled

Command = TypeVar("Command", bound=Callable[..., Any])


class Console:
    """Two streams, a language, and how much to say."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.language = language_of(click.get_current_context(silent=True))
        self.quiet = quiet
        self.verbose = verbose

    @cached_property
    def out(self) -> "RichConsole":
        """The stream of results."""
        return _stream(stderr=False)

    @cached_property
    def err(self) -> "RichConsole":
        """The stream of everything else."""
        return _stream(stderr=True)

    def text(self, message: str, /, **values: object) -> str:
        """``message`` in the user's language."""
        return translate(message, self.language, **values)

    def say(self, message: str, /, **values: object) -> None:
        """A line about the work, unless ``--quiet``."""
        if not self.quiet:
            self.err.print(visible(self.text(message, **values)))

    def fail(self, message: str, hint: str = "", /, **values: object) -> None:
        """End with status 1 and one line that says what is wrong, and how to mend it."""
        self.err.print(visible(self.text(message, **values)), style="bold red")
        if hint:
            self.err.print(visible(f"  {self.text('hint')}: {self.text(hint, **values)}"))
        raise SystemExit(1)

    def reason(self, error: OSError) -> str:
        """Why the system refused something, in the user's language."""
        return os_reason(error, self.language)

    def usage(self, message: str, /, **values: object) -> click.UsageError:
        """The error to raise for a call that cannot be meant (status 2)."""
        return click.UsageError(self.text(message, **values))

    def lines(self, lines: Iterable["Styled"]) -> None:
        """Result lines on stdout."""
        for line in lines:
            self.out.print(line)


def _stream(*, stderr: bool) -> "RichConsole":
    from rich.console import Console as RichConsole

    file = sys.stderr if stderr else sys.stdout
    return RichConsole(
        file=file,
        no_color=bool(os.environ.get("NO_COLOR")) or None,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
    )


def course_folder(given: Path | None, console: Console) -> Path:
    """The course to work on: the folder given, else ``modules/`` or the folder we stand in."""
    if given is not None:
        return given
    for candidate in (Path("modules"), Path()):
        if (candidate / "course.yml").is_file():
            return candidate
    raise console.usage("no course here: name its folder, the one with course.yml")


def verbosity_options(command: Command) -> Command:
    """``-q`` and ``-v``."""
    command = click.option("-v", "--verbose", is_flag=True, help="Say more: every stage.")(command)
    return click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")(command)


def reading_options(command: Command) -> Command:
    """``--jobs`` and ``--no-cache``."""
    command = click.option(
        "--no-cache", is_flag=True, help="Work everything out again; keep nothing."
    )(command)
    return click.option(
        "--jobs",
        type=click.IntRange(1, 64),
        help="Processes to use (default: one for each processor).",
    )(command)

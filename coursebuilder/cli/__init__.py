"""The command line: parse, call one function, report. Exit 0 clean, 1 findings, 2 usage or our own error."""

from importlib import import_module

import click

from coursebuilder import __version__
from coursebuilder.cli.help import LocalGroup, language_option

COMMANDS = (
    "build", "check", "explain", "schema", "targets", "init", "new", "fmt", "stats", "preview",
    "inspect",
)  # fmt: skip
"""Each is a module of that name here, with the command under the same name."""


class Commands(LocalGroup):
    """The commands, each imported when it is asked for: starting takes half as long."""

    def list_commands(self, _: click.Context) -> list[str]:
        """All names, sorted."""
        return sorted(COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command of that name."""
        if name not in COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{name}"), name)
        return command


@click.group(
    cls=Commands,
    context_settings={"max_content_width": 100},
    epilog="Example: coursebuilder build modules --out build",
)
@click.version_option(__version__, "--version", message="coursebuilder %(version)s")
@language_option
def main() -> None:
    """Markdown learning modules in; SCORM packages and native Moodle backups out."""

"""``coursebuilder targets``."""

import click
from rich.table import Table

from coursebuilder.cli.console import Console
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.targets import TARGETS


@click.command(cls=LocalCommand, epilog="Example: coursebuilder targets")
@language_option
def targets() -> None:
    """List the targets and what each makes of every part of a course."""
    console = Console()
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("")
    for target in TARGETS.values():
        table.add_column(f"{target.name} ({target.suffix})", overflow="fold")
    parts = tuple(dict.fromkeys(part for target in TARGETS.values() for part, _ in target.forms))
    for part in parts:
        forms = [dict(target.forms).get(part, "") for target in TARGETS.values()]
        table.add_row(console.text(part), *(console.text(form) if form else "" for form in forms))
    console.out.print(table)

"""``coursebuilder schema``."""

import json

import click

from coursebuilder.cli.console import Console
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema


@click.command(cls=LocalCommand, epilog="Example: coursebuilder schema quiz > quiz.schema.json")
@click.argument("name", required=False, type=click.Choice(SCHEMA_NAMES))
@language_option
def schema(name: str | None) -> None:
    """Print the JSON Schema of a part of the source format; without NAME, list them."""
    console = Console()
    if name is None:
        for known in SCHEMA_NAMES:
            description = str(load_schema(known).get("description", ""))
            console.out.print(f"{known:22}{description}")
        return
    click.echo(json.dumps(load_schema(name), indent=2, ensure_ascii=False))

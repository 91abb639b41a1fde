"""``coursebuilder inspect``."""

import json
from dataclasses import asdict
from pathlib import Path

import click
from rich.text import Text as Styled
from rich.tree import Tree

from coursebuilder.cli.build import readable_size
from coursebuilder.cli.console import Console
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.i18n import catalogue
from coursebuilder.inspection import Branch, Inspection, UnreadablePackageError, inspect_package


@click.command(cls=LocalCommand, epilog="Example: coursebuilder inspect build/ict-team-moodle.mbz")
@click.argument("package", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show it: for people or for programs.",
)
@language_option
def inspect(package: Path, form: str) -> None:
    """Show what is in a package: SCORM, Moodle backup, cartridge, cmi5; ours or anybody's.

    Nothing is unpacked. Exits with 1 when the package has problems or cannot be read.
    """
    console = Console()
    try:
        found = inspect_package(package)
    except UnreadablePackageError as error:
        console.fail("{file} cannot be looked into: {reason}", "", file=package, reason=error)
        return
    if form == "json":
        click.echo(json.dumps(asdict(found), indent=2, ensure_ascii=False))
    else:
        _show(found, console)
    if found.remarks:
        raise SystemExit(1)


def _show(found: Inspection, console: Console) -> None:
    say = console.out.print
    say(_name(found), style="bold")
    say(_size(found, console))
    for label, value in found.facts:
        say(f"{console.text(label)}: {_word(value, console)}")
    for branch in found.tree:
        say(_tree(branch, console))
    for remark in found.remarks:
        place = f"{remark.within}: " if remark.within else ""
        say(f"! {place}{console.text(remark.text, **dict(remark.values))}", style="yellow")


def _name(found: Inspection) -> str:
    return f"{found.kind}: {found.title}" if found.title else found.kind


def _size(found: Inspection, console: Console) -> str:
    return console.text(
        "{size}, {members} members, {unpacked} unpacked",
        size=readable_size(found.size),
        members=found.members,
        unpacked=readable_size(found.unpacked),
    )


def _tree(branch: Branch, console: Console) -> Tree:
    detail = ", ".join(_word(part, console) for part in branch.detail.split(", "))
    tree = Tree(Styled.assemble(branch.title, ("  " + detail, "dim")))
    if branch.package:
        tree.add(_package(branch.package, console))
    for below in branch.below:
        tree.add(_tree(below, console))
    return tree


def _package(found: Inspection, console: Console) -> Tree:
    """A package within a package: its facts in one line, its items below."""
    facts = (f"{console.text(label)}: {_word(value, console)}" for label, value in found.facts)
    tree = Tree(
        Styled.assemble(_name(found), ("  " + "; ".join((_size(found, console), *facts)), "dim"))
    )
    for branch in found.tree:
        tree.add(_tree(branch, console))
    return tree


def _word(word: str, console: Console) -> str:
    """``yes`` or ``hidden`` in the user's language; what a package says itself stays as it is."""
    return catalogue(console.language).get(word, word)

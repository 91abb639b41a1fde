"""``coursebuilder inspect``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coursebuilder.cli.console import Console
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.i18n import counted, readable_size
from coursebuilder.inspection import (
    Branch,
    Inspection,
    UnreadablePackageError,
    inspect_package,
    listed,
    worded,
)

if TYPE_CHECKING:
    from rich.text import Text as Styled

_PLAIN = "en"
"""The language of what programs read."""


@click.command(cls=LocalCommand, epilog="Example: coursebuilder inspect build/ict-team-moodle.mbz")
@click.argument("package", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show it: for people or for programs.",
)
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Show each question, answer, chapter and page of a lesson too.",
)
@language_option
def inspect(package: Path, form: str, verbose: bool) -> None:
    """Show what is in a package: SCORM, Moodle backup, cartridge, cmi5; ours or anybody's.

    Nothing is unpacked. Exits with 1 when the package has problems or cannot be read.
    """
    console = Console(verbose=verbose)
    try:
        found = inspect_package(package)
    except UnreadablePackageError as error:
        reason = error.reason.in_language(console.language)
        console.fail("{file} cannot be looked into: {reason}", file=package, reason=reason)
        return
    if form == "json":
        click.echo(json.dumps(_plain(found), indent=2, ensure_ascii=False))
    else:
        _show(found, console)
    if found.remarks:
        raise SystemExit(1)


def _show(found: Inspection, console: Console) -> None:
    say = console.out.print
    say(found.name(console.language), style="bold")
    say(_size(found, console))
    for label, values in found.facts:
        say(f"{console.text(label)}: {listed(values, console.language)}")
    for branch in found.tree:
        console.lines(_tree(branch, console))
    for group in found.groups:
        say(console.text(group.title), style="bold")
        for branch in group.branches:
            console.lines(_tree(branch, console))
    for remark in found.remarks:
        place = f"{remark.within}: " if remark.within else ""
        say(f"! {place}{remark.in_language(console.language)}", style="yellow")


def _size(found: Inspection, console: Console) -> str:
    return console.text(
        counted(
            "{size}, {members} member, {unpacked} unpacked",
            "{size}, {members} members, {unpacked} unpacked",
            found.members,
        ),
        size=readable_size(found.size, console.language),
        members=found.members,
        unpacked=readable_size(found.unpacked, console.language),
    )


def _tree(branch: Branch, console: Console, lead: str = "", below: str = "") -> Iterator["Styled"]:
    """A line for the branch, and lines for all below it; no line is cut off."""
    from rich.text import Text as Styled

    details = " · ".join(worded(detail, console.language) for detail in branch.details)
    title = worded(branch.title, console.language)
    yield Styled.assemble(lead, title, (f"  {details}" if details else "", "dim"))
    inner = [] if branch.package is None else [_package(branch.package, console)]
    inner += [one for one in branch.below if console.verbose or not one.fine]
    for number, one in enumerate(inner, 1):
        last = number == len(inner)
        turn, further = ("└── ", "    ") if last else ("├── ", "│   ")
        yield from _tree(one, console, below + turn, below + further)


def _package(found: Inspection, console: Console) -> Branch:
    """A package within a package: its facts in one line, its items below."""
    facts = (
        f"{console.text(label)}: {listed(values, console.language)}"
        for label, values in found.facts
    )
    return Branch(
        found.name(console.language), ("; ".join((_size(found, console), *facts)),), found.tree
    )


def _plain(found: Inspection) -> dict[str, Any]:
    """The whole of it as plain data, our words in English."""
    return {
        "kind": found.kind,
        "title": found.title,
        "size": found.size,
        "unpacked": found.unpacked,
        "members": found.members,
        "facts": {label: [worded(value, _PLAIN) for value in values] for label, values in found.facts},
        "tree": [_plain_branch(branch) for branch in found.tree],
        "groups": {
            group.title: [_plain_branch(branch) for branch in group.branches]
            for group in found.groups
        },
        "remarks": [
            {"text": remark.in_language(_PLAIN), "within": remark.within}
            for remark in found.remarks
        ],
    }  # fmt: skip


def _plain_branch(branch: Branch) -> dict[str, Any]:
    return {
        "title": worded(branch.title, _PLAIN),
        "details": [worded(detail, _PLAIN) for detail in branch.details],
        "below": [_plain_branch(below) for below in branch.below],
        "package": None if branch.package is None else _plain(branch.package),
    }

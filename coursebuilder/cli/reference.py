"""``python -m coursebuilder.cli.reference docs``: writes the pages of the reference that follow from the code.

It is for who works on the tool, so it is no command of the tool.
"""

import inspect
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from coursebuilder.authoring.reference import schemas_markdown, targets_markdown
from coursebuilder.cli import main as commands
from coursebuilder.diagnostics.explain import FAMILIES, rule_markdown, rules_markdown
from coursebuilder.diagnostics.rules import all_rules

_WRITTEN = ("format.md", "format-cheatsheet.md", "moodle.md")
"""Pages of ``docs`` that people write and that the guide's reference shows too."""

_ORDER = ("format-cheatsheet", "format", "schemas", "cli", "targets", "moodle", "rules")
"""The pages of the reference as one reads them; those of the rules' families come last."""

_MODULE = """---
title: Reference
summary: Everything, to look things up in.
---
The notation, the settings, the commands, the rules and the targets, all of them.
Use the search box of this site when you know what you are looking for.
"""


def cli_markdown() -> str:
    """``docs/cli.md``: every command with its arguments, options and an example."""
    context = click.Context(commands, info_name="coursebuilder", **commands.context_settings)
    parts = [
        "# Commands",
        "Every command ends with 0 when all is well, with 1 when it found errors in the course, and with 2 "
        "when it was called wrongly. `COURSE` may be left out in the folder of a course and the folder "
        "above `modules`. Messages are in English or Dutch, as your system asks or `--lang` says.",
    ]
    for name in commands.list_commands(context):
        command = commands.get_command(context, name)
        assert command is not None
        parts += _command(command, click.Context(command, info_name=name, parent=context))
    return "\n\n".join(parts) + "\n"


def _command(command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## coursebuilder {command.name}"
    usage = " ".join((context.command_path, *command.collect_usage_pieces(context)))
    yield f"```text\n{usage}\n```"
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield _escaped(" ".join(paragraph.split()))
    records = (option.get_help_record(context) for option in command.get_params(context))
    rows = (_option(names, text) for names, text in filter(None, records) if text)
    yield "\n".join(("| Option | What it does |", "| --- | --- |", *rows))
    head, _, example = (command.epilog or "").partition(":")
    yield f"{head}:"
    yield f"```console\n$ {example.strip()}\n```"


def _option(names: str, text: str) -> str:
    """A row; what may be chosen stands in the words, where it can break on a narrow screen."""
    names, choice, values = names.partition(" [")
    if choice:
        listed = ", ".join(f"`{value}`" for value in values.rstrip("]").split("|"))
        text = f"{text} One of {listed}."
    return f"| `{_cell(names)}` | {_cell(text)} |"


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")


def _cell(text: str) -> str:
    return _escaped(" ".join(text.split()).replace("|", "\\|"))


PAGES: Mapping[str, Callable[[], str]] = {
    "cli.md": cli_markdown,
    "rules.md": rules_markdown,
    "schemas.md": schemas_markdown,
    "targets.md": targets_markdown,
}
"""File in ``docs`` -> its text."""


def write_pages(docs: Path) -> None:
    """Write the pages that follow from the code into the folder ``docs``."""
    for name, page in PAGES.items():
        (docs / name).write_text(page(), encoding="utf-8", newline="\n")


def write_module(docs: Path, folder: Path) -> None:
    """Write the whole reference as a module of a course: these pages, and those people write."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {name: page() for name, page in PAGES.items()} | rule_pages() | {"module.md": _MODULE}
    pages |= {name: (docs / name).read_text(encoding="utf-8") for name in _WRITTEN}
    for name, page in pages.items():
        text = _LINK.sub(lambda link: f"]({_numbered(link[1])}", page)
        (folder / _numbered(name)).write_text(text, encoding="utf-8", newline="\n")
    written = "".join(pages[name] for name in _WRITTEN)
    for picture in sorted((docs / "images").glob("*")):
        if f"](images/{picture.name})" in written:
            (folder / "images").mkdir(exist_ok=True)
            (folder / "images" / picture.name).write_bytes(picture.read_bytes())


_LINK = re.compile(r"\]\(([\w-]+\.md)")


def _numbered(name: str) -> str:
    """The name of a page's file with the number that gives it its place in the module."""
    stem = name.removesuffix(".md")
    if stem in _ORDER:
        return f"{_ORDER.index(stem) + 1:02}-{name}"
    if stem.startswith("rules-"):
        return f"{len(_ORDER) + 1:02}-{name}"
    return name


def rule_pages() -> dict[str, str]:
    """The rules over several pages: ``rules.md`` lists them, each family has a page."""
    pages = {}
    listed = [
        "# Rules",
        "What `coursebuilder check` looks at. Errors stop a build; warnings do so with `--strict`.",
    ]
    for digit, family in FAMILIES.items():
        name = f"rules-{digit}.md"
        parts = [f"# Rules: {family}"]
        rows = [f"## {family}\n", "| Code | Name | Severity |", "| --- | --- | --- |"]
        for rule in (rule for rule in all_rules().values() if rule.code[2] == digit):
            anchor = rule.code.lower()
            parts += [
                f"## {rule.code} {rule.name} ({rule.severity.value}) {{#{anchor}}}",
                rule_markdown(rule),
            ]
            rows.append(f"| [{rule.code}]({name}#{anchor}) | {rule.name} | {rule.severity.value} |")
        listed.append("\n".join(rows))
        pages[name] = "\n\n".join(parts) + "\n"
    return pages | {"rules.md": "\n\n".join(listed) + "\n"}


@click.command(epilog="Example: python -m coursebuilder.cli.reference docs")
@click.argument("docs", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--module",
    type=click.Path(path_type=Path, file_okay=False),
    help="Write the reference as a module into this folder instead.",
)
def write(docs: Path, module: Path | None) -> None:
    """Write the generated pages into DOCS, the folder with the written ones."""
    if module is None:
        write_pages(docs)
    else:
        write_module(docs, module)


if __name__ == "__main__":
    write()

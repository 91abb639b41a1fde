"""What a shell proposes, after Tab, for values that only the tool or the course knows."""

import re
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from coursebuilder.diagnostics.rules import all_rules


def complete_rule(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Codes of rules, each with the rule's name as help; names once somebody types one."""
    rules = all_rules().values()
    codes = [
        CompletionItem(rule.code, help=rule.name)
        for rule in rules
        if rule.code.startswith(incomplete.upper())
    ]
    return codes or [
        CompletionItem(rule.name, help=rule.code)
        for rule in rules
        if rule.name.startswith(incomplete.lower())
    ]


def complete_module(
    context: click.Context, _: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Folders of the course's modules; their ids for who types one."""
    given = context.params.get("course")
    roots = (Path(given),) if given else (Path("modules"), Path())
    root = next((folder for folder in roots if (folder / "course.yml").is_file()), None)
    folders = sorted(path.parent.name for path in root.glob("*/module.md")) if root else []
    ids = [re.sub(r"^\d+-", "", name) for name in folders]
    found = [name for name in folders if name.startswith(incomplete)]
    return [CompletionItem(name) for name in found or (i for i in ids if i.startswith(incomplete))]

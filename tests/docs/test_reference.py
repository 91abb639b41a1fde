"""The generated pages are those that the code gives today."""

import re
from pathlib import Path

import click
import pytest

from coursebuilder import cli
from coursebuilder.authoring.reference import schemas_markdown, targets_markdown
from coursebuilder.cli.reference import PAGES, cli_markdown, rule_pages, write
from coursebuilder.diagnostics.rules import all_rules
from coursebuilder.source.schemas import SCHEMA_NAMES, load_schema
from coursebuilder.targets import TARGETS
from tests.docs.guide import ROOT


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_stale(name: str) -> None:
    stale = "stale: python -m coursebuilder.cli.reference docs"
    assert (ROOT / "docs" / name).read_text(encoding="utf-8") == PAGES[name](), stale


def test_every_command_and_option_is_told() -> None:
    page = cli_markdown()
    for name in cli.COMMANDS:
        command = cli.main.get_command(click.Context(cli.main), name)
        assert command is not None
        section = page.split(f"## coursebuilder {name}\n")[1].split("\n## ")[0]
        options = {opt for item in command.params for opt in item.opts if opt.startswith("--")}
        assert options <= set(re.findall(r"--[\w-]+", section)), name
        assert "--help" in section


def test_every_part_of_every_target_is_told() -> None:
    page = targets_markdown()
    for target in TARGETS.values():
        section = page.split(f"## {target.name}\n")[1].split("\n## ")[0]
        assert all(f"| {part} | {form} |" in section for part, form in target.forms)


def test_every_key_is_told_with_its_default() -> None:
    page = schemas_markdown()
    for name in SCHEMA_NAMES:
        section = page.split(f"## {name}\n")[1].split("\n## ")[0]
        for key in load_schema(name).get("properties", {}):
            assert f"| `{key}`" in section, (name, key)
    assert "one of `viewed`, `none`; left out: `viewed` |" in page
    assert "| `sheets[].columns[].width`" in page


def test_every_rule_has_a_place_in_the_pages() -> None:
    pages = rule_pages()
    for code in all_rules():
        assert f"rules-{code[2]}.md#{code.lower()}" in pages["rules.md"]
        assert f"{{#{code.lower()}}}" in pages[f"rules-{code[2]}.md"]


def test_the_command_writes_all_pages(tmp_path: Path) -> None:
    assert write.main([str(tmp_path)], standalone_mode=False) is None
    assert {path.name for path in tmp_path.iterdir()} == set(PAGES)

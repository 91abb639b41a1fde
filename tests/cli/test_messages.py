"""Everything the tool says exists in Dutch, with the same fields."""

import ast
import inspect
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from coursebuilder import cli
from coursebuilder.authoring.stats import TYPE_NAMES
from coursebuilder.i18n import _REASONS, catalogue
from coursebuilder.targets import TARGETS
from coursebuilder.targets.base import PARTS

FIELD = re.compile(r"\{(\w+)\}")
CONTEXT = click.Context(cli.main)
COMMANDS = [cli.main, *(cli.main.get_command(CONTEXT, name) for name in cli.COMMANDS)]
PACKAGE = Path(cli.__file__).parent.parent


def help_texts(command: click.Command) -> Iterator[str]:
    for paragraph in inspect.cleandoc(command.help or "").split("\n\n"):
        yield " ".join(paragraph.split())
    context = click.Context(command)
    for parameter in command.get_params(context):
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{command.name} {parameter.name} has no help"
            yield parameter.help


def spoken_texts() -> Iterator[str]:
    """String literals that are handed to the console's methods or to ``translate``."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = (
                node.func.attr
                if isinstance(node.func, ast.Attribute)
                else getattr(node.func, "id", "")
            )
            count = {
                "text": 1,
                "say": 1,
                "fail": 2,
                "usage": 1,
                "translate": 1,
                "StarterError": 2,
                "AuthoringError": 2,
                "_say": 1,
                "counted": 2,
            }.get(name, 0)
            if name == "text" and path.parent.name != "cli":
                continue
            for argument in node.args[:count]:
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                    yield argument.value


INSPECTION = PACKAGE / "inspection"


def inspection_texts() -> Iterator[str]:
    """What is said about packages: literals handed to ``said`` and its like, and those of tables."""
    for path in INSPECTION.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict):
                yield from (text for item in node.value.values for text in literals(item))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                count = {
                    "said": 1,
                    "counted": 2,
                    "remark": 1,
                    "Group": 1,
                    "_range": 2,
                    "UnreadablePackageError": 1,
                }
                for argument in node.args[: count.get(node.func.id, 0)]:
                    yield from literals(argument)
            elif isinstance(node, ast.Yield | ast.Tuple) and path.name in (
                "course.py",
                "manifest.py",
            ):
                yield from labels(node)


def literals(node: ast.expr) -> Iterator[str]:
    """The texts that an expression can be, those of a table it looks into left out."""
    match node:
        case ast.Constant(value=str(text)):
            yield text
        case ast.IfExp():
            yield from (*literals(node.body), *literals(node.orelse))
        case ast.Call(func=ast.Attribute(attr="get"), args=[_, default]):
            yield from literals(default)
        case ast.Call(
            func=ast.Attribute(attr="counted") | ast.Name(id="counted"), args=[one, many, _]
        ):
            yield from (*literals(one), *literals(many))


def labels(node: ast.Yield | ast.Tuple) -> Iterator[str]:
    """The label of a fact: of ``"questions", (…)``."""
    pair = node.value if isinstance(node, ast.Yield) else node
    if isinstance(pair, ast.Tuple):
        match pair.elts:
            case [ast.Constant(value=str(text)), ast.Tuple() | ast.Call()]:
                yield text


def target_texts() -> Iterator[str]:
    yield from (*PARTS, *TYPE_NAMES.values(), *_REASONS.values())
    for target in TARGETS.values():
        for _, form in target.forms:
            yield form


ALL = sorted(
    {
        *spoken_texts(),
        *inspection_texts(),
        *target_texts(),
        *(t for c in COMMANDS for t in help_texts(c)),
    }
    - {""}
)


@pytest.mark.parametrize("text", ALL)
def test_is_translated(text: str) -> None:
    dutch = catalogue("nl").get(text)
    assert dutch, f"no Dutch for {text!r}"
    assert sorted(FIELD.findall(dutch)) == sorted(FIELD.findall(text))


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: str(command.name))
def test_every_command_has_help_and_an_example(command: click.Command) -> None:
    assert command.help
    assert command.epilog
    assert command.epilog.startswith("Example: coursebuilder")

"""The guide is a sound course, its examples build, and its commands exist."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from coursebuilder import cli
from coursebuilder.cli.reference import write_module
from coursebuilder.preview.texts import TEXTS
from tests.cli.test_commands import coursebuilder
from tests.docs.guide import GUIDE, ROOT, Block, blocks

BLOCKS = [*blocks(GUIDE / "en" / "02-how-to"), *blocks(GUIDE / "en" / "03-background")]
"""Those of the tutorials are tried by ``test_tutorial.py``."""
SOURCES = [block for block in BLOCKS if block.kind == "markdown"]
SETTINGS = [block for block in BLOCKS if block.kind == "yaml"]

COURSE = {"id": "x", "title": "X", "language": "en", "licence": "MIT", "authors": [{"name": "X"}]}
MODULE = "---\ntitle: One\nobjectives:\n  strong: You choose.\n---\nText.\n"
FILE = re.compile(r"(?:src=|captions=|\]\()((?:images|media|files)/[\w.-]+)")
CONTENT = {
    ".svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
    ".vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nDay.\n",
}


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def course_of(root: Path, settings: dict[str, object] | None = None) -> Path:
    write(root / "course.yml", yaml.safe_dump(COURSE | (settings or {})))
    write(root / "01-start" / "module.md", MODULE)
    write(root / "01-start" / "01-welcome.md", "# Welcome\n\nText.\n")
    return root


def findings(root: Path) -> str:
    """The errors in a course; empty when there are none."""
    done = CliRunner().invoke(
        cli.main, ["check", str(root), "--lang", "en", "--no-cache", "--jobs", "1"]
    )
    assert done.exit_code in (0, 1), done.output
    return done.output if done.exit_code else ""


def test_an_error_in_an_example_is_seen(tmp_path: Path) -> None:
    root = course_of(tmp_path / "course")
    write(root / "01-start" / "02-example.md", "# Example\n\n[away](nowhere.md)\n")
    assert "nowhere.md" in findings(root)


@pytest.mark.parametrize("language", ["en", "nl"])
def test_the_guide_passes_its_own_check_and_becomes_a_site(tmp_path: Path, language: str) -> None:
    checked = coursebuilder("check", GUIDE / language, "--strict", "--no-cache", cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout
    built = coursebuilder(
        "build", GUIDE / language, "-t", "site", "--out", tmp_path / "out", "-q", cwd=tmp_path
    )
    assert built.returncode == 0, built.stderr
    assert len(list((tmp_path / "out").glob("*-site.zip"))) == 1


@pytest.mark.parametrize("block", SOURCES, ids=str)
def test_every_example_of_a_source_builds(tmp_path: Path, block: Block) -> None:
    root = course_of(tmp_path / "course")
    text = block.text
    if "{#" in text and text.startswith("## "):
        text = f"---\ntype: quiz\npass: 0\n---\n# Example\n\n{text}"
    elif not text.startswith("---"):
        text = f"# Example\n\n{text}"
    write(root / "01-start" / "02-example.md", text)
    for name in FILE.findall(text):
        place = root / "01-start" / name
        if place.suffix == ".xlsx":
            sheets = next(item.text for item in SETTINGS if "sheets:" in item.text)
            write(root / "01-start" / f"{name}.yml", sheets)
        else:
            write(place, CONTENT.get(place.suffix, "x"))
    assert findings(root) == ""


@pytest.mark.parametrize("block", SETTINGS, ids=str)
def test_every_example_of_settings_is_read(tmp_path: Path, block: Block) -> None:
    settings = yaml.safe_load(block.text)
    root = course_of(tmp_path / "course", None if "sheets" in settings else settings)
    if "sheets" in settings:
        write(root / "01-start" / block.file, block.text)
        link = block.file.removesuffix(".yml")
        write(root / "01-start" / "02-example.md", f"# Example\n\n[The list]({link})\n")
    for picture in re.findall(r"images/[\w.-]+", block.text):
        write(root / picture, CONTENT[".svg"])
    assert findings(root) == ""


def test_the_findings_shown_are_those_that_are_found(tmp_path: Path) -> None:
    shown = [
        block.text for block in BLOCKS if re.search(r"^\S+:\d+:\d+: error CB", block.text, re.M)
    ]
    assert len(shown) == 1
    accent = re.findall(r"accent: '(#\w+)'", shown[0])[0]
    printed = findings(course_of(tmp_path / "course", {"theme": {"accent": accent}}))
    for line in shown[0].splitlines():
        told = re.sub(r"^\S+:\d+:\d+: |^ *\d* \|.*|^ *\| *\^$", "", line).strip()
        assert told in printed


def test_the_page_about_the_preview_names_what_is_on_the_screen() -> None:
    page = (GUIDE / "en" / "02-how-to" / "01-preview.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\*\*([^*]+)\*\*", page)) - {"Ctrl-C"}
    assert len(named) >= 10
    assert named <= set(TEXTS.values())


def test_the_page_about_servers_names_what_init_writes(tmp_path: Path) -> None:
    page = (GUIDE / "en" / "02-how-to" / "15-ci.md").read_text(encoding="utf-8")
    assert coursebuilder("init", "c", "--lang", "en", cwd=tmp_path).returncode == 0
    for file in (".github/workflows/course.yml", ".gitlab-ci.yml"):
        assert f"`{file}`" in page
        written = (tmp_path / "c" / file).read_text(encoding="utf-8")
        assert "COURSEBUILDER: " in written
        for command in ("coursebuilder check --strict\n", "coursebuilder build\n"):
            assert command in written
        wheels = set(re.findall(r"tools/coursebuilder-[\w.-]+\.whl", page))
        assert wheels == set(re.findall(r"tools/coursebuilder-[\w.-]+\.whl", written))
    assert "**packages**" in page
    assert "name: packages" in (tmp_path / "c" / ".github/workflows/course.yml").read_text("utf-8")


def test_every_command_and_option_exists() -> None:
    calls = [
        line.removeprefix("$ ").split("#")[0]
        for page in GUIDE.rglob("*.md")
        for line in re.findall(
            r"(?:^\$ |`|run: |- )(coursebuilder [^`\n]*)", page.read_text("utf-8"), re.M
        )
    ]
    assert len(calls) > 30
    for call in calls:
        name = call.split()[1]
        options = set(re.findall(r"--[\w-]+", call))
        if name == "--version":
            continue
        assert name in cli.COMMANDS, call
        command = cli.main.get_command(None, name)  # type: ignore[arg-type]
        assert command is not None
        assert options <= {opt for parameter in command.params for opt in parameter.opts}, call


def test_the_site_with_the_reference_builds(tmp_path: Path) -> None:
    root = course_of(tmp_path / "course")
    write_module(ROOT / "docs", root / "04-reference")
    checked = coursebuilder("check", root, "--strict", "--no-cache", cwd=tmp_path)
    codes = set(re.findall(r"(?:error|warning) (CB\d+)", checked.stdout))
    assert codes <= {"CB117", "CB630"}, "but for the examples of these two rules, nothing is found"
    built = coursebuilder("build", root, "-t", "site", "-q", cwd=tmp_path)
    assert built.returncode == 0, built.stderr

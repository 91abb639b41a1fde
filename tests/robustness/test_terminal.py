"""What an author wrote is shown, never obeyed."""

from pathlib import Path

import pytest

from coursebuilder.diagnostics.text_report import text_report, visible
from coursebuilder.pipeline import check_loaded, load_course

COMMANDS = ["\x1b[2J", "\x07", "\x7f", "\x9b31m", "\u202e", "\u2066", "\r", "\ud800"]


@pytest.mark.parametrize("command", COMMANDS, ids=ascii)
def test_no_command_reaches_the_terminal(command: str) -> None:
    shown = visible(f"a\t{command}b")
    assert len(shown) == len(f"a\t{command}b")
    assert command[0] not in shown
    assert shown.startswith("a\t")


def test_a_source_line_and_a_value_are_shown_without_their_commands(course: Path) -> None:
    page = course / "01-start" / "01-welcome.md"
    page.write_bytes(
        b'---\ntitle: "a\\e[31mb"\nmoodle: "\\u202ebook"\n---\n# \x1b]0;x\x07 T\r\rText.\n'
    )
    loaded = load_course(course)
    report = list(text_report(check_loaded(loaded, ()), "en", loaded.source))
    assert any("#  ]0;x  T" in line for line in report)
    assert not set("".join(report)) & set("\x1b\x07\r\n\u202e")

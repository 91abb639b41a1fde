"""Settings that mean harm."""

import pytest

from coursebuilder.source.document import read_document


def codes(yaml: str) -> list[str]:
    found = read_document("01-x/01-y.md", f"---\n{yaml}\n---\n# T\n\nText.\n".encode()).diagnostics
    return [finding.rule.code for finding in found]


@pytest.mark.parametrize("escape", [r"\0", r"\x1b", r"\x85", r"\N", r"\ufffe", r"\U0001FFFF"])
def test_an_escape_brings_no_control_character(escape: str) -> None:
    assert codes(f'title: "a{escape}b"')[:1] == (["CB116"] if "1FFFF" not in escape else ["CB138"])


def test_half_a_character_is_an_escape_that_means_nothing() -> None:
    assert codes(r'title: "\ud800"') == ["CB135"]

"""Bytes that are not simply UTF-8 text with line feeds."""

import pytest

from coursebuilder.model import Page, Prose
from coursebuilder.source.document import Document, read_document
from coursebuilder.source.encoding import MAX_BYTES
from coursebuilder.text import Span

PATH = "01-kader/01-x.md"


def read(data: bytes) -> Document:
    return read_document(PATH, data)


def found(data: bytes) -> list[tuple[str, int, int]]:
    return [(one.rule.code, one.span.line, one.span.column) for one in read(data).diagnostics]


def prose(data: bytes) -> list[tuple[str, Span]]:
    document = read(data)
    assert document.diagnostics == ()
    assert isinstance(document.node, Page)
    return [
        (block.text.source, block.text.span)
        for block in document.node.body
        if isinstance(block, Prose)
    ]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte order mark"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["unix", "windows", "old mac"])
def test_line_ends_and_byte_order_marks_make_no_difference(mark: bytes, end: bytes) -> None:
    lines = (b"---", b"duration: 8", b"---", b"# T", b"", "één".encode(), b"twee", b"")
    assert prose(mark + end.join(lines)) == [("één\ntwee", Span(PATH, 6, 1))]


def test_decomposed_letters_are_composed() -> None:
    assert prose("# T\n\nee\u0301n".encode())[0][0] == "e\u00e9n"


def test_tabs_become_spaces() -> None:
    assert prose(b"# T\n\n- a\n\n\tb\tc\n")[0][0] == "- a\n\n    b   c"


def test_separators_of_word_processors_become_spaces() -> None:
    assert prose("# T\n\na\u2028b\u2029c".encode())[0] == ("a b c", Span(PATH, 3, 1))


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
def test_an_empty_file(data: bytes) -> None:
    assert found(data) == [("CB112", 1, 1)]
    assert read(data).node is None


def test_a_file_of_five_megabytes() -> None:
    assert found(b"# T\n" + b"woord " * 900_000) == [("CB111", 1, 1)]
    assert "2 MB" in read(b"x" * (MAX_BYTES + 1)).diagnostics[0].message()


def test_a_large_file_within_the_limit() -> None:
    text = b"# T\n\n" + b"woord " * 10_000 + b"\n"
    assert found(text) == []


def test_a_picture_named_md() -> None:
    png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0"
    assert found(png) == [("CB113", 3, 1)]
    assert read(png).node is None


def test_a_zero_byte_in_the_text() -> None:
    assert found(b"# T\n\nab\0c") == [("CB113", 3, 3)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16(encoding: str) -> None:
    assert found("\ufeff# T\n".encode(encoding)) == [("CB114", 1, 1)]


def test_windows_1252() -> None:
    document = read("# T\r\n\r\nDe coördinator".encode("cp1252"))
    assert [(one.rule.code, one.span) for one in document.diagnostics] == [
        ("CB115", Span(PATH, 3, 6))
    ]
    assert "0xF6" in document.diagnostics[0].message()


def test_columns_count_code_points_before_a_bad_byte() -> None:
    assert found("é𝄞".encode() + b"\xe9x") == [("CB115", 1, 3)]


def test_half_a_letter_at_the_end() -> None:
    assert found(b"# T\n\nx\xc3") == [("CB115", 3, 2)]


@pytest.mark.parametrize("character", ["\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\ufffe", "\uffff"])
def test_control_characters(character: str) -> None:
    data = f"# T\n\na{character}b\nc{character}\n".encode()
    assert found(data) == [("CB116", 3, 2), ("CB116", 4, 2)]
    assert f"U+{ord(character):04X}" in read(data).diagnostics[0].message()
    node = read(data).node
    assert isinstance(node, Page)
    assert character not in repr(node.body)


def test_a_control_character_in_front_matter() -> None:
    assert found(b"---\ntitle: a\x08b\n---\n") == [("CB116", 2, 9)]


def test_a_letter_that_was_lost() -> None:
    assert found("# T\n\nco\ufffdrdinator".encode()) == [("CB117", 3, 3)]


def test_astral_letters_are_letters() -> None:
    assert prose("# T\n\n😀 𝄞\n".encode())[0][0] == "😀 𝄞"


def test_unclosed_front_matter() -> None:
    assert found(b"---\nduration: 8\n# T\n") == [("CB120", 1, 1)]


def test_a_tab_in_front_matter() -> None:
    assert found(b"---\nobjectives:\n\t- a\n---\n# T\n") == [("CB122", 3, 1)]


def test_a_tab_behind_a_value_is_allowed() -> None:
    assert found(b"---\nduration:\t8\t# x\n---\n# T\n") == []

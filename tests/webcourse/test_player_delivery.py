"""The player's files as they are delivered."""

import pytest

from coursebuilder.webcourse.player_files import _delivered


@pytest.mark.parametrize(
    ("source", "delivered"),
    [
        (b"/* one\n   two */\nlet a;\n", b"let a;\n"),
        (b"// one\nlet a; // kept\n", b"let a; // kept\n"),
        (b"/* x */ let a;\nlet b;\n/* y */\n", b"/* x */ let a;\nlet b;\n"),
        (b'  f( a, "x = { y" );\n', b'f(a,"x = { y");\n'),
        (b"  const a = `x = ${b, c}`;\n", b"const a = `x = ${b, c}`;\n"),
        (b"  a = b / c;\n", b"a = b / c;\n"),
        (b"  a = b + +c;\n", b"a=b + +c;\n"),
    ],
)
def test_only_comments_indentation_and_spaces_go(source: bytes, delivered: bytes) -> None:
    assert _delivered(source) == delivered

"""Leaving out what cannot match gives the same HTML as trying everything."""

from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.render.markdown_engine import _NEEDS, Engine

_PARTS = st.sampled_from(
    ("woord", " ", "\n", "\n\n", "  \n", "*", "_", "`", "\\", "[", "](x.md)", "![", "<b>", "&amp;",
     "$", "- ", "> ", "# ", "1. ", "| a | b |\n| - | - |\n", "{.c}", ": ", "[^1]", "*[HTML]: x", "a@b.be")
)  # fmt: skip


@given(st.lists(_PARTS, max_size=14).map("".join))
def test_same_html_with_every_processor(source: str) -> None:
    needed = Engine(frozenset(characters for characters in _NEEDS if characters in source))
    everything = Engine(frozenset(_NEEDS))
    assert needed.together([source]) == everything.together([source])

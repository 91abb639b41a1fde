"""Neutral links: made from what authors write, resolved to what targets need."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.render.links import neutral, neutral_target, resolve


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("02-b.md", "cb:01-a/02-b.md"),
        ("../02-c/x.md#doel", "cb:02-c/x.md#doel"),
        ("./x.md", "cb:01-a/x.md"),
        ("#hier", "cb:01-a/page.md#hier"),
        ("b%20c.pdf", "cb:01-a/b c.pdf"),
        ("e\u0301.png", "cb:01-a/é.png"),
        ("caf%C3%A9.md#caf%C3%A9", "cb:01-a/café.md#café"),
        ("a%23b.md#c", "cb:01-a/a%23b.md#c"),
        ("50%25.md", "cb:01-a/50%25.md"),
        ("x.md?y=1#z", "cb:01-a/x.md#z"),
        ("../../buiten.md", "cb:../buiten.md"),
        ("https://example.org/x#y", "https://example.org/x#y"),
        ("//example.org/x", "//example.org/x"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("tel:+3212", "tel:+3212"),
        ("/rooted", "/rooted"),
        ("", ""),
    ],
)
def test_what_a_link_in_a_file_names(target: str, expected: str) -> None:
    assert neutral_target(target, "01-a/page.md") == expected


def test_an_anchor_in_a_text_of_no_file_stays() -> None:
    assert neutral_target("#hier", "") == "#hier"


@given(st.text(min_size=1).filter(lambda path: not set(path) & set("\r")), st.text())
def test_resolving_gives_back_path_and_anchor(path: str, anchor: str) -> None:
    from html import escape

    seen: list[tuple[str, str]] = []

    def address(found: str, place: str) -> str:
        seen.append((found, place))
        return 'q"<&'

    html = resolve(f'<a href="{escape(neutral(path, anchor))}">', address)
    assert seen == [(path, anchor)]
    assert html == '<a href="q&quot;&lt;&amp;">'


def test_resolving_leaves_text_and_other_links_alone() -> None:
    html = '<p>cb:x href=cb:y</p><a href="https://cb:z/"><img src="cb:a.png" alt="cb:b">'
    assert resolve(html.replace('alt="cb:b"', 'alt="cb&#58;b"'), lambda path, _: f"/{path}") == (
        '<p>cb:x href=cb:y</p><a href="https://cb:z/"><img src="/a.png" alt="cb&#58;b">'
    )

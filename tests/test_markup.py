"""Links, headings, attributes and plain text of Markdown."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursebuilder.markup import (
    file_path,
    headings,
    links,
    outline,
    parse_attributes,
    plain_text,
    slug,
    split_attributes,
    words,
)
from coursebuilder.markup.attributes import attribute_list
from coursebuilder.text import Markdown, Span, Text

SOURCE = """\
Zie [de *gids*](gids.md#doel "titel") en ![plan](plan.png){.decorative width="3"} <https://e.org>
en [een][Gids], [gids] of \\[geen](x) `[code](x)` ``[`code`](x)`` <img src='a.png' alt="b &amp; c">

    [code](x)

- punt

    [in de lijst](twee woorden.md)

```
[code](x)
```

<!--
[weg](x)
-->

[![beeld](b.png)](p_(1).md) [noot][^1] <a href="c.md">c</a>

[Gids]: <gids.md> "De gids"
[^1]: Noot.
"""


def _text(source: str, line: int = 1, column: int = 1, indent: int = 0) -> Text:
    return Text(Markdown(source), Span("a.md", line, column), indent)


def test_links_have_their_places_and_nothing_is_found_in_code() -> None:
    found = [
        (link.target, link.text, link.image, link.span.line, link.span.column)
        for link in links(_text(SOURCE, line=11))
    ]
    assert found == [
        ("gids.md#doel", "de gids", False, 11, 5),
        ("plan.png", "plan", True, 11, 42),
        ("https://e.org", "https://e.org", False, 11, 83),
        ("gids.md", "een", False, 12, 4),
        ("gids.md", "gids", False, 12, 17),
        ("a.png", "b & c", True, 12, 66),
        ("twee woorden.md", "in de lijst", False, 18, 5),
        ("p_(1).md", "beeld", False, 28, 1),
        ("b.png", "beeld", True, 28, 2),
        ("c.md", "c", False, 28, 40),
    ]


def test_the_attributes_behind_a_picture() -> None:
    picture = next(link for link in links(_text(SOURCE)) if link.image)
    assert picture.attributes == (("class", "decorative"), ("width", "3"))


def test_columns_count_what_stands_before_the_text() -> None:
    text = _text("a [b](c)\nd [e](f)", line=3, column=7, indent=2)
    assert [link.span for link in links(text)] == [Span("a.md", 3, 9), Span("a.md", 4, 5)]


def test_a_reference_may_be_defined_in_another_text_of_the_file() -> None:
    found = outline((_text("Zie [x]."), _text("[x]: doel.md", line=5)))
    assert [link.target for link in found.links] == ["doel.md"]


def test_headings() -> None:
    source = "# Een\n\n## Twee **vet** {#anker}\n\n```\n# code\n```\n\nDrie\n----\n\ntekst\n---\n#\n#tag ##"
    found = [
        (head.level, head.text, head.anchor, head.span.line)
        for head in headings(_text(source, line=4))
    ]
    assert found == [
        (1, "Een", "een", 4),
        (2, "Twee vet", "anker", 6),
        (2, "Drie", "drie", 12),
        (2, "tekst", "tekst", 15),
        (1, "tag", "tag", 18),
    ]


def test_equal_headings_get_numbered_anchors() -> None:
    found = outline((_text("## Doel\n\n## Doel\n\n## Doel"),), anchors=("vraag", "doel_1"))
    assert [head.anchor for head in found.headings] == ["doel", "doel_2", "doel_3"]
    assert found.anchors == ("doel", "doel_1", "doel_2", "doel_3", "vraag")


@pytest.mark.parametrize(
    ("markdown", "plain"),
    [
        ("gewoon", "gewoon"),
        ("**vet** en _schuin_ en `co*de`", "vet en schuin en co*de"),
        ("snake_case_naam 2 * 3", "snake_case_naam 2 * 3"),
        ("[link](x.md) ![beeld](y.png){.a} [ref][x]", "link beeld ref"),
        ("[![beeld](b.png)](p.md)", "beeld"),
        ("\\*ster\\* \\[haak\\] <b>vet</b> <https://e.org>", "*ster* [haak] vet https://e.org"),
        ("# Kop\n> citaat\n- punt[^1]", "Kop citaat punt"),
    ],
)
def test_plain_text(markdown: str, plain: str) -> None:
    assert plain_text(markdown) == plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Eén, twee & drie!", "een-twee-drie"), ("Straße", "strasse"), ("你好", "x"), ("", "x")],
)
def test_slug(text: str, expected: str) -> None:
    assert slug(text) == expected


def test_words() -> None:
    assert words("Eén twee-drie [vier vijf](zes/zeven.md) `acht`") == 5


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            '{#a .b c=d e="f \\"g\\" }"}',
            (("id", "a"), ("class", "b"), ("c", "d"), ("e", 'f "g" }')),
        ),
        ("{: #a }", (("id", "a"),)),
        ("{}", ()),
        ("{a}", None),
        ("{a=}", None),
        ("{a=b c}", None),
        ("{a=b", None),
    ],
)
def test_parse_attributes(source: str, expected: object) -> None:
    assert parse_attributes(source) == expected


def test_attributes_at_the_end_of_a_line() -> None:
    assert split_attributes("Kop {x} {#id}") == ("Kop {x}", (("id", "id"),), 8)
    assert split_attributes("Kop{#id}") == ("Kop{#id}", (), -1)
    assert split_attributes("Kop {x}") == ("Kop {x}", (), -1)


@given(st.lists(st.tuples(st.sampled_from("abc"), st.text(st.characters(codec="utf-8")))))
@settings(derandomize=True, deadline=None)
def test_attribute_lists_read_back(pairs: list[tuple[str, str]]) -> None:
    assert parse_attributes(attribute_list(tuple(pairs))) == tuple(pairs)


def test_file_paths() -> None:
    assert file_path("01-a/b.md", "../02-c/d%20e.png") == "02-c/d e.png"
    assert file_path("01-a/b.md", "../../x.png") == "../x.png"
    assert file_path("01-a/b.md", "https://e.org/x") == "https://e.org/x"
    assert file_path("01-a/b.md", "") == ""


HOSTILE = (
    "[", "![", "[](", "[a](b \"", "[a](", "`", "`` ` ", "<!--", "<a ", "\\", "{a=\"", "{a=b ", "# ",
    "#", "[a]: ", "[a][", "*", "_", "(", ")", "[[", "![a](b){", "a\n---\n", "```a\n", "~~~\n",
    "<!--\n", "::: a\n", "> ", "> [!tip] a\n", "- ", "- (x) a\n", "= a\n", "[[a|", ":: ",
)  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_markdown_takes_linear_time(piece: str) -> None:
    def seconds(size: int) -> float:
        text = _text(piece * (size // len(piece)))
        start = time.process_time()
        outline((text,))
        plain_text(text.source)
        split_attributes(text.source.split("\n")[0] + "}")
        return time.process_time() - start

    seconds(1000)
    assert seconds(100_000) < 2

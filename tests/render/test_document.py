"""Rendering the texts of a file: fixtures, hostile HTML, sharing between pieces, the fallback."""

import gc
import pickle
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursebuilder.render.document import RenderedFile, diagnostics, render_texts
from coursebuilder.render.markdown_engine import _NEEDS, Engine
from coursebuilder.render.rendering import CourseRendering
from coursebuilder.text import Markdown, Span, Text, plain

from .hostile import faults

PATH = "01-kader/page.md"
FIXTURES = Path(__file__).parent / "fixtures"


def pieces(*sources: str) -> list[Text]:
    return [
        Text(Markdown(source), Span(PATH, 10 * number)) for number, source in enumerate(sources, 1)
    ]


def html_of(*sources: str) -> list[str]:
    texts = pieces(*sources)
    rendered = render_texts(texts)
    return [rendered.html(text) for text in texts]


def notes_of(rendered: RenderedFile) -> str:
    return CourseRendering({PATH: rendered}, "nl").footnotes(PATH)


def _examples() -> list[object]:
    found = []
    for case in (FIXTURES / "markdown.md").read_text(encoding="utf-8").split("\n---\n"):
        given_, expected = case.split("\n=>\n")
        title, _, source = given_.partition("\n\n")
        found.append(pytest.param(source, expected.strip(), id=title))
    return found


@pytest.mark.parametrize(("source", "expected"), _examples())
def test_markdown_renders_as_the_fixture_says(source: str, expected: str) -> None:
    assert html_of(source) == [expected]


@pytest.mark.parametrize("source", (FIXTURES / "hostile.txt").read_text("utf-8").splitlines())
def test_nothing_that_runs_styles_or_embeds_gets_through(source: str) -> None:
    rendered = html_of(source, f"Tekst {source}", f"- {source}\n\n    {source}\n\nAVG [a]")
    assert faults("".join(rendered)) == []


def test_the_judge_of_hostile_html_sees_it() -> None:
    assert faults("<p onclick=x><script></script><a href=' javascript:x'>") == [
        "p onclick",
        "<script>",
        "a href= javascript:x",
    ]


def test_footnotes_links_and_abbreviations_are_shared_within_a_file() -> None:
    texts = pieces("Een[^1] [b][b] AVG", "[^1]: De noot.\n\n[b]: x.md\n*[AVG]: Verordening")
    rendered = render_texts(texts)
    first = rendered.html(texts[0])
    assert 'href="#fn-1"' in first
    assert '<a href="cb:01-kader/x.md">b</a>' in first
    assert '<abbr title="Verordening">AVG</abbr>' in first
    assert rendered.html(texts[1]) == ""
    notes = notes_of(rendered)
    assert '<li id="fn-1">' in notes
    assert 'aria-label="Voetnoten"' in notes
    assert 'title="Terug naar de tekst bij voetnoot 1"' in notes
    assert "cb-back" not in notes


def test_heading_ids_are_unique_in_the_file() -> None:
    assert html_of("## Doel", "## Doel") == [
        '<h2 id="doel">Doel</h2>',
        '<h2 id="doel_1">Doel</h2>',
    ]


@pytest.mark.parametrize(
    "unclosed", ["<div>", "<b>open", "<!-- open", "```\nopen", "<details><summary>x", "<script>"]
)
def test_a_piece_left_open_keeps_to_itself(unclosed: str) -> None:
    before, _, after, code = html_of(
        "Voor[^1]", unclosed, "Na[^1] [a]", "```python\npass\n```\n\n[^1]: Noot -->\n\n[a]: b.md"
    )
    assert before.startswith("<p>Voor")
    assert after.startswith("<p>Na")
    assert "pass" in code
    assert "<b>" not in before + after
    assert "Voor" not in after


def test_a_piece_that_takes_in_what_stands_before_it_keeps_to_itself() -> None:
    assert html_of("Een", ": twee", "Drie") == ["<p>Een</p>", "<p>: twee</p>", "<p>Drie</p>"]


def test_equal_text_elsewhere_in_the_file_and_nowhere() -> None:
    texts = [*pieces("## Doel", "## Doel"), plain("Los"), plain("")]
    rendered = render_texts(texts)
    assert [rendered.html(text) for text in texts[2:]] == ["<p>Los</p>", ""]
    assert len({rendered.html(text) for text in texts[:2]}) == 2


def test_a_formula_that_does_not_convert_stays_latex_and_is_reported_where_it_stands() -> None:
    text = Text(Markdown("Eerst.\n\nDan $\\nope$."), Span(PATH, 7, 3), indent=2)
    rendered = render_texts([text])
    assert '<code class="formula">\\nope</code>' in rendered.html(text)
    (found,) = diagnostics(rendered)
    assert (found.rule.code, found.span) == ("CB160", Span(PATH, 9, 7))
    assert "\\nope" in found.message("nl")
    assert found.message("nl") != found.message("en")


def test_a_rendered_file_can_travel_between_processes() -> None:
    rendered = render_texts(pieces("Een[^1]", "[^1]: $x$"))
    assert pickle.loads(pickle.dumps(rendered)) == rendered


def test_a_list_too_deep_to_convert_is_a_finding_and_spoils_nothing_else() -> None:
    deep = "\n".join(f"{' ' * 4 * level}- x" for level in range(300))
    texts = pieces("Voor", deep)
    gc.disable()  # Hypothesis' callback would run out of stack itself when a collection falls in the depth
    try:
        rendered = render_texts(texts)
    finally:
        gc.enable()
    assert rendered.html(texts[0]) == "<p>Voor</p>"
    assert rendered.html(texts[1]).startswith("<pre>- x")
    assert [found.rule.code for found in diagnostics(rendered)] == ["CB180"]


def test_no_texts() -> None:
    assert render_texts([]) == RenderedFile({})


MARKUP = st.text(
    st.one_of(
        st.sampled_from("<>\"'&`*_[]()!#{}$\\|:=-~^ \n\tabcxz01\x00\x02\x03/"),
        st.characters(codec="utf-8"),
    ),
    max_size=60,
)
WORDS = st.lists(
    st.sampled_from(
        ["<script>", "</p>", "<p ", "onclick=x", "[^1]", "[^1]: ", "$", "$$", "\\", "```", "\n\n", " ",
         "cbx0z", "cbxs", "cbx", '"', "<a href=", "javascript:", "&#99;bx0z", "[a](", ")", "a", "![",
         "{", "}", "<!--", "-->", "| ", "*", "`", "\x020\x03", "*[a]: ", "- ", "    "]
    ),
    max_size=25,
).map("".join)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(MARKUP | WORDS, min_size=1, max_size=4))
def test_any_text_renders_and_nothing_runs(sources: list[str]) -> None:
    rendered = html_of(*sources)
    assert faults("".join(rendered)) == []
    assert all("<script" not in html for html in rendered)


@settings(max_examples=100, deadline=None)
@given(MARKUP | WORDS)
def test_processors_are_left_out_only_where_they_do_nothing(source: str) -> None:
    needed = frozenset(characters for characters in _NEEDS if characters in source)
    assert Engine(needed).together([source]) == Engine(frozenset(_NEEDS)).together([source])

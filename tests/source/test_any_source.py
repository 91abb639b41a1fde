"""Whatever stands in a file: no traceback, findings inside the file, and a model that prints."""

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursebuilder.source.blocks import read_body
from coursebuilder.source.printer import print_question
from coursebuilder.source.printer_blocks import body_lines
from coursebuilder.source.questions import read_quiz_body
from coursebuilder.source.scans import read_scan_body
from coursebuilder.text import Span
from tests.strategies import NOTATION

PATH = "01-kader/01-blad.md"
PIECES = (
    *NOTATION, "\n", "\n\n", "\n  ", "\n> ", "- (x) ja", "- ( ) nee", "- [x] ja", "= 4", "1. een",
    "::: question Wat? {#q}", "::: figure", "![a](b.png)", "::: checklist C {#c}", "- [ ] x {#d}",
    ":::", "::: reflection R {#r}", "::: tabs", "::: downloads", "- [a](b)", "::: video V {src=x}",
    "## Vraag {#v}", "## Gaten {#g type=gaps-type}", "## O {#o type=ordering}", "## E {#e type=essay}",
    "::: model", "::: description",
)  # fmt: skip
sources = st.lists(st.sampled_from(PIECES), max_size=24).map("\n".join) | st.lists(
    st.sampled_from(PIECES) | st.text(max_size=3), max_size=24
).map("".join)
relaxed = settings(
    max_examples=150, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


def _assert_inside(source: str, spans: list[Span]) -> None:
    lines = source.split("\n")
    for span in spans:
        assert 1 <= span.line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1


@relaxed
@given(sources)
def test_any_page_is_read_and_what_was_read_prints(source: str) -> None:
    body, found = read_body(source, Span(PATH))
    _assert_inside(source, [finding.span for finding in found])
    if not found:
        printed = "\n".join(body_lines(body, PATH))
        assert read_body(printed, Span(PATH)) == (body, ()), printed


@relaxed
@given(sources)
def test_any_quiz_is_read_and_what_was_read_prints(source: str) -> None:
    body, found = read_quiz_body(source, Span(PATH))
    _assert_inside(source, [finding.span for finding in found])
    for question in body.questions:
        if not found:
            printed = print_question(question)
            again, more = read_quiz_body(printed, Span(PATH))
            assert (again.questions, more) == ((question,), ()), printed


@relaxed
@given(sources)
def test_any_scan_is_read(source: str) -> None:
    _assert_inside(source, [item.span for item in read_scan_body(source, Span(PATH))[-1]])


HOSTILE = (
    "::: a\n", ":::\n", "> ", "> [!tip] a\n> ", "> [!tip] a\n\n", "```a\n", "~~~~\n", "<!--\n", "- (x) a\n",
    "= a\n", "- a :: b\n", "## a {#a}\n", "[[", "[[a|b]]", "{a=b ", "\\ ", "::: tabs\n### a\n", "1. a\n",
    "- [ ] a\n", "  ", "> a\n\n",
)  # fmt: skip


@pytest.mark.parametrize("start", ["", "## a {#a type=gaps-type}\n\n", "## a {#a}\n\n- (x) b\n"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_sources_take_linear_time(start: str, piece: str) -> None:
    source = start + piece * (30_000 // len(piece))
    begin = time.process_time()
    read_body(source, Span(PATH))
    read_quiz_body(source, Span(PATH))
    read_scan_body(source, Span(PATH))
    assert time.process_time() - begin < 2

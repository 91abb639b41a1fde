"""A cause is shown without what follows from it."""

from coursebuilder.diagnostics.consequences import without_consequences
from coursebuilder.diagnostics.rules.accessibility import HEADING_JUMP
from coursebuilder.diagnostics.rules.notation import UNCLOSED_BLOCK
from coursebuilder.diagnostics.rules.references import UNKNOWN_OBJECTIVE
from coursebuilder.diagnostics.rules.yaml import YAML_COLON
from coursebuilder.text import Span

JUMP = HEADING_JUMP.at(Span("a/1.md", 4), level=3, previous=1, expected=2)
OPEN = UNCLOSED_BLOCK.at(Span("a/1.md", 3), name="tabs")
UNKNOWN = UNKNOWN_OBJECTIVE.at(Span("a/1.md"), id="x")


def test_headings_of_an_open_block() -> None:
    elsewhere = HEADING_JUMP.at(Span("a/2.md", 4), level=3, previous=1, expected=2)
    assert without_consequences([OPEN, JUMP, elsewhere]) == [OPEN, elsewhere]
    assert without_consequences([JUMP]) == [JUMP]


def test_objectives_of_a_module_that_cannot_be_read() -> None:
    colon, other = YAML_COLON.at(Span("b/module.md", 2, 8)), YAML_COLON.at(Span("a/1.md", 2, 8))
    assert without_consequences([UNKNOWN, colon]) == [colon]
    assert without_consequences([UNKNOWN, other]) == [UNKNOWN, other]

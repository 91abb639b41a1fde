"""Headings that became questions, groups and panels count as headings too."""

from coursebuilder.check.accessibility import check_headings
from coursebuilder.diagnostics.rules.accessibility import HEADING_JUMP
from coursebuilder.model import Page, Quiz, Situation
from coursebuilder.source.document import read_document
from tests.check.courses import course, module

QUIZ = """\
---
type: quiz
title: Toets
---
## Wat is water? {#water}

HEADING Bekijk dit

- (x) Nat
- ( ) Droog
"""
TABS = """\
# Start

## Niveaus

::: tabs
### Basisonderwijs

#### Waarom

Tekst.

###### Hoe

Tekst.
:::
"""


def jumps(source: str) -> list[int]:
    node = read_document("01-kader/01-x.md", source.encode()).node
    assert isinstance(node, Page | Quiz | Situation)
    return [
        found.span.line
        for found in check_headings(course(modules=(module(activities=(node,)),)))
        if found.rule is HEADING_JUMP
    ]


def test_a_heading_below_a_question() -> None:
    assert jumps(QUIZ.replace("HEADING", "###")) == []
    assert jumps(QUIZ.replace("HEADING", "####")) == [7]


def test_a_heading_in_a_scene() -> None:
    scene = "---\ntype: situation\n---\n# Belt\n\n## Begin {#begin}\n\nHEADING Waarom\n\nZo."
    assert jumps(scene.replace("HEADING", "###")) == []
    assert jumps(scene.replace("HEADING", "####")) == [8]


def test_a_heading_in_a_panel_follows_the_panels_own() -> None:
    assert jumps(TABS) == [12]

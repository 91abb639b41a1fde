"""Mentions of glossary terms: the first one in a text is a link with the definition, nothing else changes."""

import re
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given, settings

from coursebuilder.model import Course, Glossary, Module, Term
from coursebuilder.model.walk import activity_body
from coursebuilder.render.body import StaticDialect, body_html
from coursebuilder.render.mentions import Mentions
from coursebuilder.render.rendering import render_course
from coursebuilder.text import Html, Markdown, Span, Text
from tests.sample_course import SAMPLE
from tests.strategies import courses

PATH = "01-kader/05-woorden.md"


def term(id: str, name: str, definition: str = "Een woord.", *aliases: str) -> Term:
    return Term(id=id, name=name, definition=Text(Markdown(definition)), aliases=aliases)


def course(*terms: Term, **changes: Any) -> Course:
    glossary = Glossary(
        id="woorden", title="Woorden", body=(), terms=terms, span=Span(PATH), **changes
    )
    module = Module(id="kader", title="Kader", summary="", activities=(glossary,))
    return replace(SAMPLE, modules=(module,))


def marked(html: str, *terms: Term, own: str = "01-kader/01-x.md", **changes: Any) -> str:
    return Mentions(course(*terms, **changes), "data-x").mark(Html(html), own)


def link(id: str, words: str, definition: str = "Een woord.") -> str:
    return f'<a href="cb:{PATH}#{id}" title="{definition}" data-x>{words}</a>'


TEAM, ICT = term("team", "team", "Een **groep** mensen.", "ploeg"), term("ict", "ICT-team")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p>Een team en een team.</p>",
            f"<p>Een {link('team', 'team', 'Een groep mensen.')} en een team.</p>",
        ),
        ("<p>Team!</p>", f"<p>{link('team', 'Team', 'Een groep mensen.')}!</p>"),
        (
            "<p>De ploeg, het team</p>",
            f"<p>De {link('team', 'ploeg', 'Een groep mensen.')}, het team</p>",
        ),
        ("<p>Een ICT-team.</p>", f"<p>Een {link('ict', 'ICT-team')}.</p>"),
        ("<p>teams, teamwerk, subteam, ICT-teams, TEAM</p>", None),
        ('<h2>Het team</h2><p><code>team</code> <a href="x">team</a></p>', None),
        ('<p title="een team">&team; <img alt="team" src="x"></p>', None),
        ("<details><summary>team</summary></details><math><mi>team</mi></math>", None),
    ],
)
def test_first_mentions(html: str, expected: str | None) -> None:
    assert marked(html, TEAM, ICT) == (html if expected is None else expected)


def test_a_link_of_the_author_gets_the_definition_and_is_the_mention() -> None:
    html = f'<p>Het team: <a href="cb:{PATH}#team">wie?</a></p>'
    shown = f'<p>Het team: <a href="cb:{PATH}#team" title="Een groep mensen." data-x>wie?</a></p>'
    assert marked(html, TEAM) == shown
    assert marked(html, TEAM, mentions="none") == shown
    assert marked(f'<a href="cb:{PATH}#nee">x</a>', TEAM) == f'<a href="cb:{PATH}#nee">x</a>'


def test_what_is_left_alone() -> None:
    assert marked("<p>team</p>", TEAM, own=PATH) == "<p>team</p>"
    assert marked("<p>team</p>", TEAM, mentions="none") == "<p>team</p>"
    hidden = course(TEAM)
    trainers = replace(hidden, modules=(replace(hidden.modules[0], audience="trainer"),))
    assert Mentions(trainers).mark(Html("<p>team</p>"), "x.md") == "<p>team</p>"


def test_signs_in_a_term_and_a_long_definition() -> None:
    sign = term("rd", "R&D <x>", 'Een "lang" woord. ' * 30)
    made = marked("<p>De R&amp;D &lt;x&gt; hier</p>", sign)
    assert ">R&amp;D &lt;x&gt;</a> hier" in made
    (title,) = re.findall(r'title="([^"]*)"', made)
    assert len(unescape(title)) <= 300
    assert title.endswith("…")


@settings(max_examples=30, deadline=None)
@given(courses())
def test_marking_only_adds_links(made: Course) -> None:
    rendering = render_course(made)
    dialect = StaticDialect(language="nl", assets={})
    mentions = Mentions(made)
    for module in made.modules:
        for activity in module.activities:
            html = body_html(activity_body(activity), rendering, dialect)
            again = mentions.mark(html, "elders.md")
            added = re.sub(r'<a href="cb:[^"]*" title="[^"]*">((?:(?!<a ).)*?)</a>', r"\1", again)
            assert re.sub(r"</?a\b[^>]*>", "", added) == re.sub(r"</?a\b[^>]*>", "", html)

"""Every block and question as HTML."""

from decimal import Decimal
from typing import get_args

import pytest
from lxml import html as lxml_html

from coursebuilder.model import (
    Accordion,
    Answer,
    Asset,
    Block,
    Body,
    CalculatedQuestion,
    Callout,
    Checklist,
    ChecklistItem,
    Choice,
    ChoiceQuestion,
    Download,
    Downloads,
    EssayQuestion,
    Figure,
    FormulaAnswer,
    Gap,
    GapQuestion,
    MatchingQuestion,
    Media,
    NumericalQuestion,
    NumericAnswer,
    OrderingQuestion,
    Pair,
    Panel,
    Practice,
    Prose,
    Question,
    Reflection,
    ShortAnswerQuestion,
    Tabs,
    TrueFalseQuestion,
    Unit,
)
from coursebuilder.model.walk import body_texts, question_texts
from coursebuilder.render.body import StaticDialect, body_html, static_question_html
from coursebuilder.render.document import render_texts
from coursebuilder.render.rendering import CourseRendering
from coursebuilder.text import plain

from .hostile import faults

ASSETS = {
    "m/a.csv": Asset(path="m/a.csv", size=1234, sha1="0" * 40, media_type="text/csv"),
    "m/v.mp4": Asset(path="m/v.mp4", size=35_000_000, sha1="1" * 40, media_type="video/mp4"),
}
ONE = ChoiceQuestion(
    id="q",
    stem=plain("Wat is **juist**?"),
    name="Wat",
    choices=(
        Choice(text=plain("Dit"), correct=True, feedback=plain("Ja.")),
        Choice(text=plain("Dat"), correct=False, feedback=plain("Nee.")),
        Choice(text=plain("Half"), correct=False, weight=Decimal(50)),
    ),
    multiple=False,
    feedback=plain("Zie boven."),
)


def render(body: Body, *, language: str = "nl-BE", marked: bool = False) -> str:
    rendering = CourseRendering({"": render_texts(body_texts(body))}, language)
    dialect = StaticDialect(language=language, assets=ASSETS, marked=marked)
    return body_html(body, rendering, dialect)


def ask(question: Question, *, reveal: bool, language: str = "nl") -> str:
    rendering = CourseRendering({"": render_texts(question_texts(question))}, language)
    return static_question_html(question, rendering, language, reveal=reveal)


def words(html: str) -> str:
    return " ".join(lxml_html.fromstring(f"<div>{html}</div>").text_content().split())


def prose(text: str) -> Body:
    return (Prose(text=plain(text)),)


BLOCKS: tuple[Block, ...] = (
    Prose(text=plain("Tekst.")),
    Callout(kind="tip", title="", body=prose("Tekst.")),
    Figure(
        image="m/a b.svg", alt='Een "kader"', caption=plain("Bijschrift"), credit="Eigen <werk>",
        description=plain("Lang."), width=640,
    ),
    Media(
        kind="video", title="Film", src="m/v.mp4", captions="m/v.vtt", captions_language="nl",
        poster="m/p.png", credit="Wij", transcript=plain("Gesproken."),
    ),
    Media(kind="audio", title="", src="m/a.mp3"),
    Tabs(panels=(Panel(title="Een", body=prose("A")), Panel(title="<Twee>", body=prose("B")))),
    Accordion(panels=(Panel(title="Vraag", body=prose("Antwoord")),)),
    Downloads(
        items=(
            Download(file="m/a.csv", title="Lijst", description=plain("Om *in te vullen*.")),
            Download(file="m/b.pdf", title="Agenda"),
        )
    ),
    Reflection(id="r", title="", prompt=plain("Wie doet wat?"), lines=6),
    Checklist(id="c", title="Klaar?", items=(ChecklistItem(id="i", text=plain("Gelezen")),)),
    Practice(question=ONE),
)  # fmt: skip


def test_the_examples_hold_every_block() -> None:
    assert {type(block) for block in BLOCKS} == set(get_args(Block))


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
@pytest.mark.parametrize("marked", [False, True])
def test_every_block_is_well_nested_and_harmless(block: Block, marked: bool) -> None:
    html = render((block,), marked=marked)
    assert faults(html) == []
    opened = [tag for tag in ("div", "section", "details", "figure", "aside", "ul", "li", "p")
              if html.count(f"<{tag}>") + html.count(f"<{tag} ") != html.count(f"</{tag}>")]  # fmt: skip
    assert opened == []
    assert ("data-" in html) == (marked and isinstance(block, Tabs | Reflection | Checklist))


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("nl-BE", "Let op"),
        ("en", "Warning"),
        ("fr", "Attention"),
        ("de-DE", "Achtung"),
        ("ja", "Warning"),
    ],
)
def test_a_callout_names_its_kind_in_the_language_of_the_course(language: str, title: str) -> None:
    html = render((Callout(kind="warning", title="", body=prose("X")),), language=language)
    assert html == (
        '<aside class="cb-callout cb-warning" role="note">\n'
        f'<p class="cb-callout-title">{title}</p>\n<p>X</p>\n</aside>'
    )


def test_a_callout_with_a_title_of_its_own_still_tells_its_kind() -> None:
    html = render((Callout(kind="tip", title="A & B", body=prose("X")),))
    assert 'aria-label="Tip"' in html
    assert '<p class="cb-callout-title">A &amp; B</p>' in html


def test_a_figure_has_caption_credit_and_long_description() -> None:
    figure = lxml_html.fromstring(render((BLOCKS[2],)))
    (image,) = figure.iter("img")
    assert (image.get("src"), image.get("alt"), image.get("width")) == (
        "cb:m/a b.svg", 'Een "kader"', "640",
    )  # fmt: skip
    described = figure.get_element_by_id(image.get("aria-describedby"))
    assert described.text_content() == "Lang."
    assert words(lxml_html.tostring(figure.find("figcaption"), encoding="unicode")) == (
        "Bijschrift Bron: Eigen <werk>"
    )


def test_a_video_has_captions_and_a_transcript() -> None:
    figure = lxml_html.fromstring(render((BLOCKS[3],)))
    (video,) = figure.iter("video")
    (track,) = figure.iter("track")
    (source,) = figure.iter("source")
    assert video.get("poster") == "cb:m/p.png"
    assert (track.get("kind"), track.get("src"), track.get("srclang")) == (
        "captions",
        "cb:m/v.vtt",
        "nl",
    )
    assert (source.get("src"), source.get("type")) == ("cb:m/v.mp4", "video/mp4")
    assert "Transcript Gesproken." in words(render((BLOCKS[3],)))


def test_downloads_tell_type_and_size() -> None:
    html = render((BLOCKS[7],))
    assert words(html) == "Lijst (CSV, 1,2 kB)Om in te vullen. Agenda (PDF)"
    assert '<a href="cb:m/a.csv" download>' in html


def test_marked_blocks_are_what_the_player_reads() -> None:
    html = render(BLOCKS[5:10], marked=True)
    assert '<div class="cb-tabs" data-cb="tabs">' in html
    assert 'data-title="&lt;Twee&gt;"' in html
    assert 'data-cb="reflection" data-id="r" data-lines="6"' in html
    assert 'data-cb="checklist" data-id="c"' in html
    assert '<li data-item="i">' in html


BASE = {"id": "q", "stem": plain("Vraag?"), "name": "Vraag"}
QUESTIONS: tuple[tuple[Question, str, str], ...] = (
    (
        ONE,
        "Wat is juist? Dit Dat Half",
        "Toon het antwoord Dit (juist)Ja. Dat (fout)Nee. Half (deels juist (50 %)) Zie boven.",
    ),
    (
        TrueFalseQuestion(**BASE, answer=False, true_label=plain("Juist"), false_label=plain("Fout")),
        "Vraag? Juist Fout",
        "Toon het antwoord Juist (fout) Fout (juist)",
    ),
    (
        ShortAnswerQuestion(
            **BASE,
            answers=(Answer(pattern="taken*lijst"), Answer(pattern="5\\*", weight=Decimal(50)),
                     Answer(pattern="*", weight=Decimal(0))),
        ),
        "Vraag?",
        "Toon het antwoord taken…lijst 5* (deels juist (50 %))",
    ),
    (
        NumericalQuestion(
            **BASE,
            answers=(NumericAnswer(value=Decimal("1.50"), tolerance=Decimal("0.1")),
                     NumericAnswer(value=Decimal(1000))),
            units=(Unit(name="uur", factor=Decimal(1)),),
        ),
        "Vraag?",
        "Toon het antwoord 1,5 ± 0,1 uur 1000 uur",
    ),
    (
        MatchingQuestion(
            **BASE, pairs=(Pair(left=plain("Kabel"), right="technisch"),), distractors=("admin",)
        ),
        "Vraag? Kabel Kies uit: admin · technisch",
        "Toon het antwoord Kabel → technisch",
    ),
    (
        OrderingQuestion(**BASE, items=(plain("A"), plain("B"), plain("C"))),
        "Vraag? B C A",
        "Toon het antwoord A B C",
    ),
    (
        GapQuestion(
            **BASE, mode="choose", passage=plain("Het [[1]] beslist."),
            gaps=(Gap(answers=("bestuur",), wrong=("team",)),),
        ),
        "Vraag? Het (1) ______ (bestuur / team) beslist.",
        "Toon het antwoord bestuur",
    ),
    (
        GapQuestion(
            **BASE, mode="drag", passage=plain("[[1]] en [[2]]"),
            gaps=(Gap(answers=("b",)), Gap(answers=("a",))), extra=("c",),
        ),
        "Vraag? (1) ______ en (2) ______ Kies uit: a · b · c",
        "Toon het antwoord b a",
    ),
    (
        GapQuestion(**BASE, mode="type", passage=plain("[[1]]"), gaps=(Gap(answers=("x", "y*")),)),
        "Vraag? (1) ______",
        "Toon het antwoord x of y…",
    ),
    (
        CalculatedQuestion(
            **{**BASE, "stem": plain("Hoeveel is {a} en {c}?"), "feedback": plain("Deel {a}.")},
            variables=("a", "b"),
            variants=((Decimal("4.5"), Decimal(3)), (Decimal(1), Decimal(1))),
            answers=(FormulaAnswer(formula="{a} / {b}", feedback=plain("{b} maal.")),),
            units=(Unit(name="uur", factor=Decimal(1)),),
        ),
        "Hoeveel is 4,5 en {c}?",
        "Toon het antwoord 1,5 uur3 maal. Deel 4,5.",
    ),
    (
        EssayQuestion(**BASE, model_answer=plain("Een stap.")),
        "Vraag?",
        "Toon het antwoord Een stap.",
    ),
)  # fmt: skip


def test_the_examples_hold_every_question() -> None:
    assert {type(question) for question, _, _ in QUESTIONS} == set(get_args(Question))


@pytest.mark.parametrize(
    ("question", "asked", "answered"), QUESTIONS, ids=lambda value: type(value).__name__
)
def test_every_question_reads_without_a_player(
    question: Question, asked: str, answered: str
) -> None:
    assert words(ask(question, reveal=False)) == asked
    revealed = ask(question, reveal=True)
    assert words(revealed) == f"{asked} {answered}"
    assert '<details class="cb-fold cb-answer">' in revealed


def test_inline_takes_away_the_paragraph_of_a_single_one_only() -> None:
    texts = [plain("a *b*"), plain("a\n\nb"), plain("- a")]
    rendering = CourseRendering({"": render_texts(texts)})
    assert [rendering.inline(text) for text in texts] == [
        "a <em>b</em>", "<p>a</p>\n<p>b</p>", "<ul>\n<li>a</li>\n</ul>",
    ]  # fmt: skip

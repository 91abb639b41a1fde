"""One rich course, made in code: every activity, block and question type, and its small files.

``SAMPLE`` is the course; :func:`write_assets` puts its files into a folder, :func:`context_for` gives
a ``BuildContext`` that reads them from there.
"""

import hashlib
import struct
import zlib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from coursebuilder.model import (
    Accordion,
    Advice,
    Answer,
    Asset,
    Author,
    Band,
    Callout,
    Checklist,
    ChecklistItem,
    Choice,
    ChoiceQuestion,
    Course,
    Download,
    Downloads,
    Draw,
    EssayQuestion,
    Figure,
    Gap,
    GapQuestion,
    MatchingQuestion,
    Media,
    Module,
    NumericalQuestion,
    NumericAnswer,
    Objective,
    OrderingQuestion,
    Page,
    Pair,
    Panel,
    Practice,
    Prose,
    Question,
    Quiz,
    Reflection,
    Scan,
    ScanGroup,
    ShortAnswerQuestion,
    Statement,
    Tabs,
    TrueFalseQuestion,
    Unit,
)
from coursebuilder.package import FileContent
from coursebuilder.targets.base import BuildContext
from coursebuilder.text import Markdown, Span, Text


def _png() -> bytes:
    """A grey picture of one pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\x00\x80")
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


FILES: dict[str, tuple[str, bytes]] = {
    "01-kader/files/takenoverzicht.csv": ("text/csv", b"taak;uren\nbeheer;4\n"),
    "01-kader/images/kader.svg": (
        "image/svg+xml",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8"/></svg>',
    ),
    "01-kader/images/De foto's & één schema.png": ("image/png", _png()),
    "01-kader/media/gesprek.mp3": ("audio/mpeg", b"ID3\x03\x00\x00\x00\x00\x00\x00"),
    "01-kader/media/taken.mp4": ("video/mp4", b"\x00\x00\x00\x18ftypisom\x00\x00\x00\x00isomiso2"),
    "01-kader/media/taken.vtt": ("text/vtt", b"WEBVTT\n\n00:00.000 --> 00:01.000\nDag.\n"),
    "images/cursus.png": ("image/png", _png()),
}
"""Asset path -> (media type, content)."""

INTRO, PAGE, SECOND, PLAIN = (
    "01-kader/module.md",
    "01-kader/01-taken.md",
    "02-team/01-overleg.md",
    "01-kader/02-kort.md",
)
QUIZ, SCAN, MODULE_TWO, FINAL = (
    "01-kader/03-toets.md",
    "02-team/02-teamscan.md",
    "02-team/module.md",
    "02-team/03-eindtoets.md",
)


class _Lines:
    """Texts of one source file, each on a line of its own."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.line = 0

    def __call__(self, source: str) -> Text:
        return Text(Markdown(source), self.span())

    def span(self) -> Span:
        self.line += 10
        return Span(self.path, self.line)


def write_assets(folder: Path, files: dict[str, tuple[str, bytes]] = FILES) -> None:
    """Write the sample's files into a folder, at their asset paths."""
    for path, (_, content) in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def context_for(course: Course, folder: Path) -> BuildContext:
    """What a target needs to emit the course: rendered Markdown, and assets read from ``folder``."""
    from coursebuilder.render.rendering import render_course

    write_assets(folder)

    def content(asset: Asset) -> FileContent:
        return FileContent(folder / asset.path, asset.size)

    return BuildContext(rendering=render_course(course), asset=content)


def sample_assets(files: dict[str, tuple[str, bytes]] = FILES) -> tuple[Asset, ...]:
    """The sample's files as the model describes them, sorted by path."""
    return tuple(
        Asset(
            path=path,
            size=len(content),
            sha1=hashlib.sha1(content, usedforsecurity=False).hexdigest(),
            media_type=media_type,
        )
        for path, (media_type, content) in sorted(files.items())
    )


def _rich_page() -> Page:
    text = _Lines(PAGE)
    return Page(
        id="taken",
        title="Taken & uren <in> de school",
        objectives=("taken",),
        span=text.span(),
        body=(
            Prose(
                text=text(
                    "De [AVG](../02-team/01-overleg.md#doel) & `code` $a^2$.[^1] "
                    "Zie ook [de website](https://example.org/?a=1&b=2) en [onderaan](#slot).\n\n"
                    "![Twee kaders](<images/De foto's & één schema.png>)\n\n"
                    "| taak | uren |\n| --- | --- |\n| beheer | 4 |\n\n"
                    "[^1]: Een *noot* met [een link](02-kort.md).\n\n"
                    "## Slot {#slot}\n\nTekst met ]]> en emoji 🎓 en עברית."
                )
            ),
            Callout(
                kind="tip",
                title="Begin klein",
                span=text.span(),
                body=(
                    Prose(text=text("Eén uur per week is een **begin**.")),
                    Reflection(
                        id="eigen-uren", title="Jouw uren", prompt=text("Hoeveel uren?"), lines=3
                    ),
                ),
            ),
            *(
                Callout(kind=kind, title="", body=(Prose(text=text(f"Soort {kind}.")),))
                for kind in ("note", "warning", "case", "important")
            ),
            Figure(
                image="01-kader/images/kader.svg",
                alt='Een kader met "vier" vakken',
                caption=text("Vier **vakken**."),
                credit="Eigen werk, CC BY-SA 4.0",
                description=text("Links boven staat *technisch*."),
                width=640,
                span=text.span(),
            ),
            Media(
                kind="video",
                title="De taken",
                src="01-kader/media/taken.mp4",
                captions="01-kader/media/taken.vtt",
                captions_language="nl",
                poster="images/cursus.png",
                credit="Eigen werk",
                transcript=text("Dag allemaal."),
            ),
            Media(
                kind="audio",
                title="Een gesprek",
                src="01-kader/media/gesprek.mp3",
                transcript=text("Goeiemorgen."),
            ),
            Tabs(
                panels=(
                    Panel(title="Basisonderwijs", body=(Prose(text=text("Eerste tab.")),)),
                    Panel(title="Secundair", body=(Prose(text=text("Tweede tab.")),)),
                )
            ),
            Accordion(
                panels=(
                    Panel(title="Wie beslist?", body=(Prose(text=text("Het bestuur.")),)),
                    Panel(title="En dan?", body=(Prose(text=text("De directie.")),)),
                )
            ),
            Downloads(
                items=(
                    Download(
                        file="01-kader/files/takenoverzicht.csv",
                        title="Takenoverzicht",
                        description=text("Rekenblad om *in te vullen*."),
                    ),
                )
            ),
            Reflection(
                id="eigen-school", title="Jouw school", prompt=text("Wie doet **wat**?"), lines=6
            ),
            Checklist(
                id="voor-je-begint",
                title="Voor je begint",
                items=(
                    ChecklistItem(id="uren", text=text("Je kent de *uren*.")),
                    ChecklistItem(id="gelezen", text=text("Je hebt gelezen.")),
                ),
            ),
            Practice(
                question=TrueFalseQuestion(
                    id="oef-plan",
                    name="Plan",
                    stem=text("Elke school heeft een plan nodig."),
                    answer=True,
                    true_label=text("Juist"),
                    false_label=text("Fout"),
                    true_feedback=text("Klopt."),
                    false_feedback=text("Toch wel."),
                    span=text.span(),
                )
            ),
        ),
    )


def sample_questions(path: str = QUIZ) -> tuple[Question, ...]:
    """Two choice questions and one of each other type and gap mode."""
    text = _Lines(path)
    return (
        ChoiceQuestion(
            id="avg",
            name="Verantwoordelijk voor de AVG",
            stem=text('Wie is **verantwoordelijk** voor de "AVG"?'),
            choices=(
                Choice(text=text("De ICT-coördinator"), correct=False, feedback=text("Nee.")),
                Choice(text=text("Het schoolbestuur"), correct=True, feedback=text("Klopt.")),
                Choice(text=text("</script><!-- ]]> & 🎓"), correct=False, feedback=text("Neen.")),
            ),
            multiple=False,
            tags=("privacy", "begrijpen"),
            objectives=("taken",),
            source="AVG, artikel 24",
            feedback=text("Lees [de pagina](01-taken.md#slot)."),
            hints=(text("Denk aan het bestuur."), text("Niet de coördinator.")),
            when_correct=text("Juist."),
            when_partial=text("Bijna."),
            when_incorrect=text("Niet juist."),
            span=text.span(),
        ),
        ChoiceQuestion(
            id="taken",
            name="Taken",
            stem=text("Welke taken zijn *technisch*?\n\n![Het kader](images/kader.svg)"),
            points=Decimal(2),
            choices=(
                Choice(text=text("Netwerk"), correct=True, weight=Decimal(50)),
                Choice(text=text("Toestellen"), correct=True, weight=Decimal(50)),
                Choice(text=text("Navorming"), correct=False, weight=Decimal(-50)),
            ),
            multiple=True,
            shuffle=False,
            span=text.span(),
        ),
        TrueFalseQuestion(
            id="plan",
            name="Plan",
            stem=text("Een plan is nodig."),
            answer=False,
            true_label=text("Juist"),
            false_label=text("Fout"),
            true_feedback=text("Nog niet."),
            false_feedback=text("Klopt, nog niet."),
            span=text.span(),
        ),
        ShortAnswerQuestion(
            id="sjabloon",
            name="Sjabloon",
            stem=text("Hoe heet het sjabloon?"),
            answers=(
                Answer(pattern="takenoverzicht", feedback=text("Juist.")),
                Answer(pattern="taken*overzicht", weight=Decimal(50)),
                Answer(pattern="*", weight=Decimal(0), feedback=text("Een rekenblad.")),
            ),
            span=text.span(),
        ),
        NumericalQuestion(
            id="uren",
            name="Uren",
            stem=text("Hoe lang duurt het overleg?"),
            points=Decimal("1.5"),
            answers=(
                NumericAnswer(value=Decimal("1.5"), tolerance=Decimal("0.25")),
                NumericAnswer(
                    value=Decimal(2),
                    tolerance=Decimal("0.5"),
                    weight=Decimal(50),
                    feedback=text("Bijna."),
                ),
            ),
            units=(Unit(name="uur", factor=Decimal(1)), Unit(name="minuut", factor=Decimal(60))),
            span=text.span(),
        ),
        MatchingQuestion(
            id="groepen",
            name="Groepen",
            stem=text("Zet elke taak in haar groep."),
            pairs=(
                Pair(left=text("Een accesspoint"), right="technisch"),
                Pair(left=text("Een digitale *les*"), right="pedagogisch"),
                Pair(left=text("Een digibord"), right="technisch"),
            ),
            distractors=("administratief",),
            span=text.span(),
        ),
        OrderingQuestion(
            id="fasen",
            name="Fasen",
            stem=text("Zet de fasen in volgorde."),
            items=(text("Plan"), text("Mensen *en* middelen"), text("Evaluatie")),
            span=text.span(),
        ),
        GapQuestion(
            id="kiezen",
            name="Kiezen",
            stem=text("Vul aan."),
            mode="choose",
            passage=text("Het [[1]] is verantwoordelijk; het aanspreekpunt [[2]]."),
            gaps=(
                Gap(answers=("schoolbestuur",), wrong=("ICT-team", "oudercomité")),
                Gap(answers=("adviseert",), wrong=("beslist",)),
            ),
            span=text.span(),
        ),
        GapQuestion(
            id="slepen",
            name="Slepen",
            stem=text("Sleep de woorden."),
            mode="drag",
            passage=text("Eerst [[1]], dan [[2]]."),
            gaps=(Gap(answers=("plannen",)), Gap(answers=("doen",))),
            extra=("wachten",),
            span=text.span(),
        ),
        GapQuestion(
            id="typen",
            name="Typen",
            stem=text("Typ de woorden."),
            mode="type",
            passage=text("Een school heeft een [[1]] nodig."),
            gaps=(Gap(answers=("ICT-beleidsplan", "*beleidsplan")),),
            span=text.span(),
        ),
        EssayQuestion(
            id="stap",
            name="Eerste stap",
            stem=text("Beschrijf de eerste stap."),
            lines=8,
            model_answer=text("Een goed antwoord noemt het team."),
            span=text.span(),
        ),
    )


def _pool_question(text: _Lines, number: int) -> TrueFalseQuestion:
    return TrueFalseQuestion(
        id=f"cijfer-{number}",
        name=f"Cijfer {number}",
        stem=text(f"Is {number} groter dan 1?"),
        pool="cijfers",
        answer=number > 1,
        true_label=text("Juist"),
        false_label=text("Fout"),
        true_feedback=text("Ja" if number > 1 else "Nee"),
        false_feedback=text("Nee" if number > 1 else "Ja"),
        span=text.span(),
    )


def _quizzes() -> tuple[Quiz, Quiz]:
    first, final = _Lines(QUIZ), _Lines(FINAL)
    toets = Quiz(
        id="toets",
        title="Toets bij module 1",
        introduction=(Prose(text=Text(Markdown("Elf vragen."), Span(QUIZ, 5))),),
        questions=sample_questions(),
        attempts=3,
        behaviour="interactive",
        bands=(
            Band(minimum=Decimal(80), text=Text(Markdown("Sterk!"), Span(QUIZ, 6))),
            Band(minimum=Decimal(0), text=Text(Markdown("Lees opnieuw."), Span(QUIZ, 7))),
        ),
        objectives=("taken",),
        span=first.span(),
    )
    eindtoets = Quiz(
        id="eindtoets",
        title="Eindtoets",
        introduction=(),
        questions=tuple(_pool_question(final, number) for number in (0, 1, 2)),
        draws=(Draw(pool="cijfers", count=2),),
        pass_percent=Decimal(50),
        behaviour="deferred",
        grading="last",
        shuffle_questions=True,
        per_page=0,
        time_limit=20,
        span=final.span(),
    )
    return toets, eindtoets


def _scan() -> Scan:
    text = _Lines(SCAN)
    return Scan(
        id="teamscan",
        title="Teamscan",
        introduction=(Prose(text=text("Waar staat jullie *team*?")),),
        scale=("helemaal niet", "eerder niet", "deels", "eerder wel", "helemaal"),
        groups=(
            ScanGroup(
                id="visie",
                title="Visie en beleid",
                statements=(
                    Statement(id="kent-visie", text=text("Ons team kent de **visie**.")),
                    Statement(id="bespreken", text=text("We bespreken het plan.")),
                ),
                advice=(
                    Advice(
                        low=Decimal(1),
                        high=Decimal("2.4"),
                        text=text("Lees [overleg](01-overleg.md#doel)."),
                    ),
                    Advice(low=Decimal("2.5"), high=Decimal(5), text=text("Sterk.")),
                ),
                span=text.span(),
            ),
        ),
        span=text.span(),
    )


def _modules() -> tuple[Module, Module]:
    intro, plain, second, team = (_Lines(path) for path in (INTRO, PLAIN, SECOND, MODULE_TWO))
    toets, eindtoets = _quizzes()
    kader = Module(
        id="kader",
        title="Kader & project",
        summary="Waar komt de vraag naar ICT-teams vandaan?",
        introduction=(Prose(text=intro("Welkom bij **kader**. Begin bij [taken](01-taken.md).")),),
        objectives=(Objective(id="taken", text="Je somt de taken op."),),
        duration=45,
        activities=(
            _rich_page(),
            Page(
                id="kort",
                title="Kort",
                body=(
                    Prose(text=plain("Een korte bladzijde. Terug naar [het kader](module.md).")),
                ),
                duration=3,
                required=False,
                moodle="book",
                span=plain.span(),
            ),
            toets,
        ),
        image="01-kader/images/kader.svg",
        image_alt="Een kader",
        span=intro.span(),
    )
    overleg = Page(
        id="overleg",
        title="Overleg",
        body=(
            Prose(
                text=second(
                    "Samen.\n\n## Doel {#doel}\n\nTerug naar [de toets](../01-kader/03-toets.md)."
                )
            ),
        ),
        span=second.span(),
    )
    return kader, Module(
        id="team",
        title="Team",
        summary="Van solist naar team.",
        introduction=(Prose(text=team("Een team maak je *samen*.")),),
        objectives=(Objective(id="overleggen", text="Je overlegt."),),
        prerequisites=("kader",),
        activities=(overleg, _scan(), eindtoets),
        span=team.span(),
    )


SAMPLE = Course(
    id="voorbeeld",
    title="Voorbeeld & <proef> 🎓",
    language="nl-BE",
    version="1.0.0",
    summary="Een cursus met alles erin.",
    licence="CC-BY-SA-4.0",
    authors=(Author(name="Het coursebuilder-project", organisation="coursebuilder"),),
    modules=_modules(),
    assets=sample_assets(),
    publisher="coursebuilder",
    audience=("ICT-coördinatoren", "directies"),
    levels=("secundair onderwijs",),
    keywords=("ICT-coördinatie", "team"),
    thumbnail="images/cursus.png",
    paths=(
        (INTRO, "kader"),
        (PAGE, "kader/taken"),
        (PLAIN, "kader/kort"),
        (QUIZ, "kader/toets"),
        (MODULE_TWO, "team"),
        (SECOND, "team/overleg"),
        (SCAN, "team/teamscan"),
        (FINAL, "team/eindtoets"),
    ),
    span=Span("course.yml"),
)
"""The course; change a part of it with ``dataclasses.replace``."""

SAMPLE_PER_MODULE = replace(SAMPLE, packaging="modules")
"""The same course as one SCO per module."""

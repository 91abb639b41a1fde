"""Every rule: a course that breaks it, and nothing else."""

from dataclasses import replace
from decimal import Decimal

import pytest

from coursebuilder.check import check_course
from coursebuilder.diagnostics import Rule
from coursebuilder.diagnostics.rules import accessibility, answers, quizzes, references
from coursebuilder.diagnostics.rules import course as course_rules
from coursebuilder.model import (
    Answer,
    Band,
    Course,
    Draw,
    EssayQuestion,
    Figure,
    Gap,
    GapQuestion,
    MatchingQuestion,
    Media,
    NumericalQuestion,
    NumericAnswer,
    Objective,
    OrderingQuestion,
    Outline,
    Pair,
    Practice,
    Prose,
    ShortAnswerQuestion,
    Theme,
)
from coursebuilder.text import Span
from tests.check.courses import (
    FILES,
    OTHER,
    PAGE,
    QUIZ,
    TRUE_FALSE,
    advice,
    ask,
    asset,
    choice,
    choose,
    course,
    group,
    heading,
    link,
    linking,
    module,
    page,
    quiz,
    scan,
    text,
    without,
)

JUIST = text("Juist.", QUIZ)


def quizzed(*questions: object, **settings: object) -> Course:
    return course(quiz(*questions, **settings))  # type: ignore[arg-type]


def headed(*headings: object) -> Course:
    return course(page(outline=Outline(headings=headings)))  # type: ignore[arg-type]


def picture(target: str, alt: str, **attributes: str) -> Course:
    return linking(link(target, alt, image=True, **attributes))


def figure(**more: object) -> Course:
    settings = {"image": FILES[1], "alt": "Vier groepen", "credit": "Eigen werk"}
    return course(page(Figure(**{**settings, **more}, span=Span(PAGE, 3))))  # type: ignore[arg-type]


def played(kind: str, src: str, **more: object) -> Course:
    block = {"transcript": text("Het team vertelt."), **more}
    media = Media(kind=kind, title="Taken", src=src, span=Span(PAGE, 3), **block)  # type: ignore[arg-type]
    paths = [path for path in (src, more.get("captions")) if isinstance(path, str)]
    return course(page(media), assets=tuple(asset(path) for path in (*FILES, *paths)))


def prose(source: str) -> Course:
    return course(page(Prose(text=text(source))))


def short(*given: str, **weights: int) -> object:
    entries = [(pattern, Decimal(100)) for pattern in given]
    entries += [(pattern, Decimal(weight)) for pattern, weight in weights.items()]
    return ask(ShortAnswerQuestion, answers=tuple(Answer(pattern=p, weight=w) for p, w in entries))


def numeric(*given: tuple[str, str, int]) -> object:
    entries = tuple(
        NumericAnswer(value=Decimal(value), tolerance=Decimal(tolerance), weight=Decimal(weight))
        for value, tolerance, weight in given
    )
    return ask(NumericalQuestion, answers=entries)


def gaps(*given: Gap) -> object:
    return ask(GapQuestion, mode="choose", passage=text("Water is [[1]].", QUIZ), gaps=given)


def pairs(*given: tuple[str, str]) -> object:
    entries = tuple(Pair(left=text(left, QUIZ), right=right) for left, right in given)
    return ask(MatchingQuestion, pairs=entries)


def ordered(*items: str) -> object:
    return ask(OrderingQuestion, items=tuple(text(item, QUIZ) for item in items))


def pooled(*points: int, pools: tuple[str, ...] = ("a",), **settings: object) -> Course:
    questions = [
        replace(TRUE_FALSE, id=f"v{index}", points=Decimal(value), pool="a")
        for index, value in enumerate(points)
    ]
    draws = tuple(Draw(pool=pool, count=2) for pool in pools)
    return quizzed(*questions, draws=draws, **settings)


def waiting() -> Course:
    first = module(prerequisites=("taken",))
    there = replace(OTHER, span=Span("02-taken/01-x.md"))
    second = module(id="taken", prerequisites=("kader",), objectives=(), span=Span("02/module.md"))
    return course(modules=(first, replace(second, activities=(there,))))


def twice_an_objective() -> Course:
    there = replace(OTHER, span=Span("02-taken/01-x.md"))
    second = replace(module(id="taken", span=Span("02-taken/module.md")), activities=(there,))
    return course(modules=(module(), second))


ESSAY = ask(EssayQuestion, id="stap", points=Decimal(1))
NINE = replace(TRUE_FALSE, points=Decimal(9))

PLACE = Span("course.yml", 9, 3)

FINDINGS: list[tuple[Rule, Course]] = [
    (references.BROKEN_PAGE_LINK, linking(link("02-projekt.md"))),
    (references.BROKEN_PAGE_LINK, linking(link("../02-taken"))),
    (references.BROKEN_ANCHOR, linking(link("02-project.md#doelen"))),
    (references.BROKEN_ANCHOR, linking(link("#hier-niet"))),
    (references.MISSING_FILE, linking(link("files/agend.txt", "de agenda"))),
    (references.MISSING_IMAGE, picture("images/taak.svg", "Vier groepen")),
    (references.MISSING_IMAGE, figure(image="01-kader/images/taak.svg")),
    (references.LINK_LEAVES_COURSE, linking(link("../../plan.pdf"))),
    (references.LINK_LEAVES_COURSE, figure(image="../plan.svg")),
    (references.ABSOLUTE_PATH, linking(link("/files/agenda.txt"))),
    (references.ABSOLUTE_PATH, linking(link("C:/files/agenda.txt"))),
    (references.ABSOLUTE_PATH, linking(link("file:///files/agenda.txt"))),
    (references.PATH_CASE, picture("images/Taken.svg", "Vier groepen")),
    (references.EXTERNAL_IMAGE, picture("https://example.org/logo.svg", "Logo")),
    (references.INSECURE_LINK, linking(link("http://example.org/"))),
    (references.LINK_SCHEME, linking(link("javascript:toon()"))),
    (references.EMPTY_LINK, linking(link(""))),
    (references.DUPLICATE_OBJECTIVE_ID, twice_an_objective()),
    (references.UNKNOWN_OBJECTIVE, course(page(objectives=("privacy",)))),
    (references.MISSPELLED_OBJECTIVE, course(page(objectives=("digisprung",)))),
    (references.MISSPELLED_OBJECTIVE, quizzed(replace(TRUE_FALSE, objectives=("digisprung",)))),
    (references.UNUSED_OBJECTIVE, course(modules=(module(objectives=(
        Objective(id="digisprong", text="Je situeert."), Objective(id="extra", text="Je kent."))),))),
    (references.PREREQUISITE_CIRCLE, waiting()),
    (accessibility.HEADING_JUMP, headed(heading(2), heading(4))),
    (accessibility.HEADING_JUMP, headed(heading(3))),
    (accessibility.SECOND_TITLE, headed(heading(2), heading(1, line=9))),
    (accessibility.EMPTY_HEADING, headed(heading(2, ""))),
    (accessibility.VAGUE_LINK, linking(link("02-project.md", "Klik  hier!"))),
    (accessibility.VAGUE_LINK, linking(link("02-project.md", "En savoir plus…"))),
    (accessibility.BARE_URL, linking(link("https://example.org/", "https://example.org/"))),
    (accessibility.NO_LINK_TEXT, linking(link("02-project.md", ""))),
    (accessibility.TABLE_WITHOUT_HEADER, prose("|  |  |\n| --- | :-: |\n| a | b |")),
    (accessibility.TABLE_WITHOUT_HEADER, prose("<table><tr><td>a</td></tr></table>")),
    (accessibility.MISSING_ALT, picture("images/taken.svg", "")),
    (accessibility.MISSING_ALT, figure(alt=" ")),
    (accessibility.ALT_IS_FILE_NAME, picture("images/taken.svg", "taken.svg")),
    (accessibility.ALT_IS_FILE_NAME, picture("images/taken.svg", "IMG_4031")),
    (accessibility.NO_CREDIT, figure(credit="")),
    (accessibility.ALT_SAYS_PICTURE, picture("images/taken.svg", "Een foto van een team")),
    (accessibility.LONG_ALT, picture("images/taken.svg", "team " * 60)),
    (accessibility.ACCENT_TOO_LIGHT, course(theme=Theme(accent="#4da3d4", accent_span=PLACE))),
    (accessibility.ACCENT_TOO_DARK, course(theme=Theme(accent_dark="#0b5c8a", accent_dark_span=PLACE))),
    (accessibility.DECORATIVE_WITH_ALT, picture("images/taken.svg", "Lijn", class_="decorative")),
    (accessibility.VIDEO_WITHOUT_CAPTIONS, played("video", "media/taken.mp4")),
    (accessibility.NO_TRANSCRIPT, played("audio", "media/taken.mp3", transcript=None)),
    (accessibility.CAPTIONS_WITHOUT_LANGUAGE, played(
        "video", "media/taken.mp4", captions="media/taken.vtt")),
    (course_rules.MISSING_LICENCE, without("licence")),
    (course_rules.MISSING_AUTHOR, without("authors")),
    (course_rules.MISSING_LANGUAGE, without("language")),
    (course_rules.MISSING_THUMBNAIL, without("thumbnail")),
    (course_rules.MALFORMED_LANGUAGE, course(language="nl_BE")),
    (course_rules.UNKNOWN_LICENCE, course(licence="CC-BY-SA")),
    (course_rules.VERSION_FORM, course(version="lente 2026")),
    (course_rules.EMPTY_MODULE, course(modules=(module(activities=(), objectives=()),))),
    (course_rules.DUPLICATE_TITLE, course(page(title="Het  Project"))),
    (course_rules.LARGE_MEDIA, course(assets=(*map(asset, FILES), asset("x/les.mp4", 10_000_001)))),
    (course_rules.LARGE_IMAGE, course(assets=(*map(asset, FILES), asset("x/foto.png", 1_000_001)))),
    (course_rules.LARGE_COURSE, course(assets=(
        *map(asset, FILES), *(asset(f"x/les{n}.mp4", 10_000_000) for n in range(11))))),
    (course_rules.UNSUPPORTED_MEDIA, played("audio", "media/taken.wma")),
    (course_rules.PLACEHOLDER, prose("Drie jaar. TODO bron.")),
    (course_rules.PLACEHOLDER, course(summary="Lorem ipsum dolor.")),
    (course_rules.LONG_PAGE, course(page(outline=Outline(words=2501)))),
    (answers.NO_CORRECT_CHOICE, quizzed(choose(choice("Vast"), choice("Droog")))),
    (answers.NO_CORRECT_CHOICE, quizzed(choose(choice("Vast"), choice("Droog"), multiple=True))),
    (answers.NO_CORRECT_CHOICE, course(page(Practice(question=choose(
        choice("Vast"), choice("Droog")), span=Span(PAGE, 3))))),
    (answers.SEVERAL_CORRECT, quizzed(choose(choice("Nat", True), choice("Koud", True)))),
    (answers.DUPLICATE_CHOICE, quizzed(choose(choice("Nat", True), choice("Nat")))),
    (answers.ONE_CHOICE, quizzed(choose(choice("Nat", True)))),
    (answers.WEIGHTS_SUM, quizzed(choose(
        choice("Nat", True, weight=Decimal(50)),
        choice("Koud", True, weight=Decimal(30)), multiple=True))),
    (answers.NO_FULL_CHOICE, quizzed(choose(
        choice("Nat", True, weight=Decimal(80)), choice("Droog")))),
    (answers.CHOICE_WITHOUT_FEEDBACK, quizzed(choose(
        choice("Nat", True, feedback=JUIST), choice("Droog")))),
    (answers.NO_FEEDBACK, quizzed(choose(choice("Nat", True), choice("Droog"), feedback=None))),
    (answers.NO_FEEDBACK, quizzed(replace(TRUE_FALSE, feedback=None))),
    (answers.LARGE_TOLERANCE, quizzed(numeric(("4", "40", 100)))),
    (answers.UNREACHABLE_NUMBER, quizzed(numeric(("4", "2", 100), ("5", "0.5", 50)))),
    (answers.SEVERAL_FULL_NUMBERS, quizzed(numeric(("4", "0", 100), ("5", "0", 100)))),
    (answers.NO_FULL_ANSWER, quizzed(short(takenlijst=50))),
    (answers.NO_FULL_ANSWER, quizzed(numeric(("4", "0", 50)))),
    (answers.SHADOWED_ANSWER, quizzed(short("taken*", takenlijst=50))),
    (answers.DUPLICATE_GAP_OPTION, quizzed(gaps(Gap(answers=("nat",), wrong=("nat",))))),
    (answers.TOO_FEW_PAIRS, quizzed(pairs(("Water", "nat")))),
    (answers.SAME_RIGHT_SIDE, quizzed(pairs(("Water", "nat"), ("Regen", "nat")))),
    (answers.DUPLICATE_LEFT, quizzed(pairs(("Water", "nat"), ("Water", "koud")))),
    (answers.TOO_FEW_ITEMS, quizzed(ordered("Eerst"))),
    (answers.DUPLICATE_ITEM, quizzed(ordered("Eerst", "Dan", "Dan"))),
    (quizzes.EMPTY_QUIZ, course(quiz(questions=()))),
    (quizzes.UNREACHABLE_PASS, quizzed(ESSAY)),
    (quizzes.UNREACHABLE_PASS, quizzed(replace(TRUE_FALSE, points=Decimal(0)))),
    (quizzes.UNREACHABLE_PASS, quizzed(pass_percent=Decimal(101))),
    (quizzes.ESSAY_IN_QUIZ, quizzed(NINE, ESSAY)),
    (quizzes.POOL_TOO_SMALL, pooled(1)),
    (quizzes.UNKNOWN_POOL, pooled(1, 1, pools=("a", "b"))),
    (quizzes.UNEQUAL_POOL, pooled(1, 2)),
    (quizzes.UNDRAWN_POOL, pooled(1, 1, pools=())),
    (quizzes.SHORT_TIME, quizzed(*(replace(TRUE_FALSE, id=f"v{n}") for n in range(4)), time_limit=1)),
    (quizzes.TRIES_WITHOUT_HINTS, quizzed(behaviour="interactive")),
    (quizzes.LARGE_PAGE, quizzed(per_page=2)),
    (quizzes.BANDS_START, quizzed(bands=(Band(minimum=Decimal(80), text=JUIST),))),
    (quizzes.EMPTY_SCAN, course(scan())),
    (quizzes.NO_ADVICE, course(scan(group()))),
    (quizzes.ADVICE_OVERLAP, course(scan(group(advice("1", "3"), advice("2.5", "5"))))),
    (quizzes.ADVICE_GAP, course(scan(group(advice("1", "2"), advice("3", "5"))))),
    (quizzes.ADVICE_GAP, course(scan(group(advice("1", "4.8"))))),
    (quizzes.ADVICE_GAP, course(scan(group(advice("2", "5"))))),
    (quizzes.ADVICE_BEYOND_SCALE, course(scan(group(advice("1", "6"))))),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "broken"), FINDINGS, ids=[f"{n}-{rule.name}" for n, (rule, _) in enumerate(FINDINGS)]
)
def test_exactly_this_finding(rule: Rule, broken: Course) -> None:
    found = list(check_course(broken))
    assert [finding.rule.code for finding in found] == [rule.code]
    assert found[0].span.path
    assert "{" not in found[0].message("nl")
    assert found[0].hint("nl")


def test_every_rule_of_the_checks_has_a_finding() -> None:
    modules = (references, accessibility, course_rules, answers, quizzes)
    rules = {
        rule.code for part in modules for rule in vars(part).values() if isinstance(rule, Rule)
    }
    elsewhere = {
        references.UNUSED_FILE.code,  # test_references.py
        course_rules.UNUSED_SUPPRESSION.code,  # tests/diagnostics/test_suppression.py
        course_rules.SUPPRESSED_ERROR.code,
        course_rules.UNKNOWN_SUPPRESSION.code,
    }
    assert rules - elsewhere == {rule.code for rule, _ in FINDINGS}


CLEAN: list[Course] = [
    course(),
    course(page(), quiz(), scan(group(advice("1", "2.4"), advice("2.5", "5")))),
    linking(link("02-project.md#doel"), link("#"), link("mailto:a@example.org"), link("tel:0123")),
    linking(link("files/agenda.txt", "de agenda"), link("../01-kader/module.md", "de module")),
    picture("images/taken.svg", "", class_="wide decorative"),
    figure(),
    played("video", "media/x.mp4", captions="media/x.vtt", captions_language="nl"),
    prose("```\nTODO\n| | |\n|-|-|\n```\n\nSchrijf `TODO` of mastodont.\n\n    | a | b |"),
    prose("Tekst.\n\n<!-- TODO: bron -->"),
    prose("| taak | tijd |\n| --- | --- |\n| a | b |"),
    headed(heading(2), heading(3), heading(4), heading(2)),
    quizzed(numeric(("4", "0", 100), ("5", "1", 50))),
    quizzed(numeric(("0", "0.5", 100))),
    quizzed(short("takenoverzicht", **{"taken*": 50, "*": 0})),
    quizzed(gaps(Gap(answers=("nat",), wrong=("droog",)))),
    quizzed(pairs(("Water", "nat"), ("Regen", "nat"), ("Zand", "droog"))),
    quizzed(choose(choice("Nat", True), choice("Half", weight=Decimal(50)))),
    quizzed(choose(*(choice(f"c{n}", True, weight=Decimal("33.33333")) for n in range(3)),
        choice("d"), multiple=True)),
    quizzed(replace(ESSAY, points=Decimal(0)), NINE),
    quizzed(ESSAY, pass_percent=Decimal(0)),
    pooled(1, 1, 1),
]  # fmt: skip


@pytest.mark.parametrize("clean", CLEAN, ids=[str(n) for n in range(len(CLEAN))])
def test_no_finding(clean: Course) -> None:
    assert [(found.rule.code, found.span) for found in check_course(clean)] == []

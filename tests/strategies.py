"""Hypothesis strategies: arbitrary courses, and each thing they are made of.

Any text may stand in any field, but no links: they would name files that are not there. What comes
out is in the form that reading gives: NFC, no tabs, without blank lines around a piece of Markdown,
without two pieces of prose side by side.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import count, pairwise
from mimetypes import guess_type
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy, composite

from coursebuilder.markup import outline, plain_text
from coursebuilder.model import (
    Accordion,
    Activity,
    Advice,
    Answer,
    Asset,
    Assignment,
    Author,
    Band,
    Block,
    Body,
    CalculatedQuestion,
    Callout,
    Checklist,
    ChecklistItem,
    Choice,
    ChoiceQuestion,
    Course,
    Criterion,
    Download,
    Downloads,
    Draw,
    EssayQuestion,
    Figure,
    FileOffer,
    Folder,
    FormulaAnswer,
    Forum,
    Gap,
    GapQuestion,
    Glossary,
    GuideCriterion,
    Level,
    MarkingGuide,
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
    PlatformActivity,
    Poll,
    Practice,
    Prose,
    Question,
    Quiz,
    QuizSection,
    Reflection,
    Review,
    Scan,
    ScanGroup,
    Scene,
    SceneChoice,
    ShortAnswerQuestion,
    Situation,
    Statement,
    Survey,
    SurveyItem,
    Tabs,
    Term,
    TrueFalseQuestion,
    Unit,
    WebLink,
    offered_files,
)
from coursebuilder.model.walk import activity_body, activity_texts, blocks, body_texts
from coursebuilder.source.pasted import PASTED_SIGNS
from coursebuilder.text import Markdown, Span, Text, plain

NOTATION = (
    "[[", "]]", "[[a|b]]", "|", "::", " :: ", ":::", "::: tip", "::: hint", ">", "> ", "> [!tip] x",
    "{}", "{#x}", "{#x a=b}", '{a="', "\\", "\\ ", "\\[[", "```", "~~~", "````", "<!--", "-->", "-->>",
    "# a", "## a", "### a", "#", "##", "===", "---", "- a", "- (x) a", "- [ ] a", "- a :: b", "1. a",
    "= a", "= 4 ± 1", "50% a", "*", "_", "`", "&", "<b>", "]]>", "\"", "'", "    ", "  ", "é",
    "€", "\U0001f600", "a\u00a0b", "$a$", "!", "[^1]", "%", ":", ",", "=", "(", ")",
)  # fmt: skip

_characters = st.characters(
    exclude_categories=("Cs", "Cc", "Cn", "Co"),
    exclude_characters=f"\u2028\u2029\ufffd{PASTED_SIGNS}",
)
_piece = st.one_of(st.sampled_from(NOTATION), st.text(_characters, max_size=6), st.just("woord"))


def _nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def words() -> SearchStrategy[str]:
    """One line of any text, without white space around it."""
    return (
        st.lists(_piece, min_size=1, max_size=4)
        .map(lambda pieces: _nfc("".join(pieces)).strip())
        .filter(bool)
    )


def word() -> SearchStrategy[str]:
    """Any text without white space."""
    return words().map(lambda text: "".join(text.split()))


def phrases() -> SearchStrategy[str]:
    """One line in which words stand one space apart."""
    return words().map(lambda text: " ".join(text.split()))


def _unlinked(source: str) -> str:
    return source.replace("](", "] (").replace("]:", "] :").replace("][", "] [")


def _trimmed(source: str) -> str:
    lines = source.split("\n")
    while lines and not lines[0].strip():
        del lines[0]
    return "\n".join(lines).rstrip()


def texts() -> SearchStrategy[Text]:
    """A piece of any Markdown, of one or more lines."""
    line = st.lists(_piece, max_size=3).map("".join)
    return (
        st.lists(line, min_size=1, max_size=5)
        .map(lambda lines: _trimmed(_unlinked(_nfc("\n".join(lines)))))
        .filter(bool)
        .map(lambda source: Text(Markdown(source)))
    )


def ids() -> Iterator[str]:
    """Ids that differ."""
    return (f"id-{number}" for number in count(1))


def numbers(low: int, high: int) -> SearchStrategy[Decimal]:
    """Numbers with up to two decimals."""
    return st.decimals(low, high, places=2)


def _optional(strategy: SearchStrategy[Text]) -> SearchStrategy[Text | None]:
    return st.none() | strategy


@composite
def _common(draw: DrawFn, id: str, stems: SearchStrategy[Text]) -> dict[str, object]:
    stem = draw(stems)
    named = plain_text(stem.source.partition("\n")[0])
    full = draw(st.booleans())
    common: dict[str, object] = {
        "id": id,
        "stem": stem,
        "name": named or draw(words()),
        "feedback": draw(_optional(texts())),
    }
    if full:
        common |= {
            "name": draw(words()),
            "points": draw(numbers(0, 9)),
            "tags": tuple(draw(st.lists(word(), max_size=2, unique=True))),
            "source": draw(words()),
            "pool": draw(st.just("") | word()),
            "hints": tuple(draw(st.lists(texts(), max_size=2))),
            "when_correct": draw(_optional(texts())),
            "when_partial": draw(_optional(texts())),
            "when_incorrect": draw(_optional(texts())),
        }
    return common


@composite
def choice_questions(draw: DrawFn, id: str = "vraag") -> ChoiceQuestion:
    """One or several choices, with or without weights."""
    multiple = draw(st.booleans())
    choices: list[Choice] = []
    for index, text in enumerate(draw(st.lists(texts(), min_size=2, max_size=4, unique=True))):
        weight = draw(st.none() | numbers(-100, 0)) if index else None
        correct = index == 0 or (multiple and weight is None and draw(st.booleans()))
        choices.append(
            Choice(text=text, correct=correct, weight=weight, feedback=draw(_optional(texts())))
        )
    order = draw(st.permutations(choices))
    return ChoiceQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        choices=tuple(order),
        multiple=multiple,
        shuffle=draw(st.booleans()),
    )


@composite
def true_false_questions(draw: DrawFn, id: str = "vraag") -> TrueFalseQuestion:
    """True or false."""
    return TrueFalseQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        answer=draw(st.booleans()),
        true_label=draw(texts()),
        false_label=draw(texts()),
        true_feedback=draw(_optional(texts())),
        false_feedback=draw(_optional(texts())),
    )


@composite
def short_answer_questions(draw: DrawFn, id: str = "vraag") -> ShortAnswerQuestion:
    """Short answers; the first one is right."""
    answers = [
        Answer(
            pattern=pattern,
            weight=draw(numbers(0, 100)) if index else Decimal(100),
            feedback=draw(_optional(texts())),
        )
        for index, pattern in enumerate(
            draw(st.lists(words() | st.just("*"), min_size=1, max_size=3, unique=True))
        )
    ]
    return ShortAnswerQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        answers=tuple(answers),
        case_sensitive=draw(st.booleans()),
    )


@composite
def numerical_questions(draw: DrawFn, id: str = "vraag") -> NumericalQuestion:
    """Numbers, with or without units."""
    values = draw(st.lists(st.decimals(-1000, 1000, places=3), min_size=1, max_size=3, unique=True))
    answers = [
        NumericAnswer(
            value=value,
            tolerance=draw(numbers(0, 9)),
            weight=draw(numbers(1, 100)) if index else Decimal(100),
            feedback=draw(_optional(texts())),
        )
        for index, value in enumerate(values)
    ]
    names = draw(st.lists(word(), max_size=3, unique=True))
    units = [
        Unit(name=name, factor=draw(numbers(1, 99)) if index else Decimal(1))
        for index, name in enumerate(names)
    ]
    return NumericalQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        answers=tuple(answers),
        units=tuple(units),
    )


_formulas = st.sampled_from(
    (
        "{a} * {b_2}",
        "({a} + 1.5) / max({b_2}, 1, 2)",
        "-{a} - round(sqrt(abs({b_2})), 2)",
        "pow(2, 3) + pi()",
    )
)


@composite
def calculated_questions(draw: DrawFn, id: str = "vraag") -> CalculatedQuestion:
    """Formulas of two variables, in one to three variants."""
    answers = [
        FormulaAnswer(
            formula=draw(_formulas),
            tolerance=draw(numbers(0, 9)),
            weight=draw(numbers(1, 100)) if index else Decimal(100),
            feedback=draw(_optional(texts())),
        )
        for index in range(draw(st.integers(1, 2)))
    ]
    return CalculatedQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        variables=("a", "b_2"),
        variants=tuple(
            draw(st.lists(st.tuples(numbers(-99, 99), numbers(-99, 99)), min_size=1, max_size=3))
        ),
        answers=tuple(answers),
        units=draw(st.sampled_from(((), (Unit(name="uur", factor=Decimal(1)),)))),
        decimals=draw(st.integers(0, 9)),
    )


@composite
def matching_questions(draw: DrawFn, id: str = "vraag") -> MatchingQuestion:
    """Pairs, some with the same right side, and right sides that fit nothing."""
    rights = draw(st.lists(phrases(), min_size=2, max_size=4, unique=True))
    used = rights[:2]
    lefts = draw(st.lists(texts(), min_size=2, max_size=4, unique=True))
    pairs = [Pair(left=left, right=draw(st.sampled_from(used))) for left in lefts]
    return MatchingQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        pairs=tuple(pairs),
        distractors=tuple(rights[2:]),
        shuffle=draw(st.booleans()),
    )


@composite
def ordering_questions(draw: DrawFn, id: str = "vraag") -> OrderingQuestion:
    """Items in order."""
    return OrderingQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        items=tuple(draw(st.lists(texts(), min_size=2, max_size=12, unique=True))),
        grading=draw(st.sampled_from(("position", "exact"))),
    )


def _without_gaps(text: Text) -> Text:
    """The text as it must stand in a gaps question: no brackets side by side, no open fences."""
    source = text.source
    for mark in ("[", "]", "\\", "```", "~~~", "<!--"):
        source = source.replace(mark, "x")
    return Text(Markdown(source))


@composite
def gap_questions(draw: DrawFn, id: str = "vraag") -> GapQuestion:
    """Gaps of the three modes; ``\\[[`` stands for brackets."""
    mode = draw(st.sampled_from(("choose", "drag", "type")))
    whole = texts().map(_without_gaps)
    passage = draw(phrases().map(lambda text: _without_gaps(Text(Markdown(text))).source))
    gaps: list[Gap] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        options = tuple(draw(st.lists(words(), min_size=2, max_size=3, unique=True)))
        if mode == "type":
            gaps.append(Gap(answers=options))
        else:
            wrong = options[1:] if mode == "choose" else ()
            gaps.append(Gap(answers=options[:1], wrong=wrong))
        passage += (
            f" [[{number}]] " + draw(st.sampled_from(("", "\\[[ ", "\n\n"))) + draw(whole).source
        )
    extra = draw(st.lists(words(), max_size=2, unique=True)) if mode == "drag" else []
    return GapQuestion(
        **draw(_common(id, whole)),  # type: ignore[arg-type]
        mode=mode,
        passage=Text(Markdown(_trimmed(passage))),
        gaps=tuple(gaps),
        extra=tuple(extra),
        case_sensitive=mode == "type" and draw(st.booleans()),
    )


@composite
def essay_questions(draw: DrawFn, id: str = "vraag") -> EssayQuestion:
    """Open questions."""
    return EssayQuestion(
        **draw(_common(id, texts())),  # type: ignore[arg-type]
        lines=draw(st.integers(1, 60)),
        model_answer=draw(_optional(texts())),
    )


def questions(id: str = "vraag") -> SearchStrategy[Question]:
    """A question of any type."""
    return st.one_of(
        choice_questions(id),
        true_false_questions(id),
        short_answer_questions(id),
        numerical_questions(id),
        calculated_questions(id),
        matching_questions(id),
        ordering_questions(id),
        gap_questions(id),
        essay_questions(id),
    )


_paths = st.sampled_from(
    ("01-kader/images/kader.svg", "01-kader/files/een lijst (2).csv", "02-x/é%20.png", "logo#1.png")
)


@composite
def _simple_block(draw: DrawFn, names: Iterator[str]) -> Block:
    kind = draw(st.integers(0, 5))
    match kind:
        case 0:
            return Figure(
                image=draw(_paths),
                alt=draw(words()),
                caption=draw(_optional(texts())),
                credit=draw(st.just("") | words()),
                description=draw(_optional(texts())),
                width=draw(st.none() | st.integers(1, 999)),
            )
        case 1:
            video = draw(st.booleans())
            return Media(
                kind="video" if video else "audio",
                title=draw(words()),
                src=draw(_paths),
                captions=draw(st.just("") | _paths),
                captions_language=draw(st.sampled_from(("", "nl"))),
                poster=draw(st.just("") | _paths) if video else "",
                credit=draw(st.just("") | words()),
                transcript=draw(_optional(texts())),
            )
        case 2:
            entry = st.builds(Download, file=_paths, title=words(), description=_optional(texts()))
            return Downloads(items=tuple(draw(st.lists(entry, min_size=1, max_size=3))))
        case 3:
            return Reflection(
                id=next(names),
                title=draw(words()),
                prompt=draw(texts()),
                lines=draw(st.integers(1, 40)),
            )
        case 4:
            lines = draw(st.lists(texts(), min_size=1, max_size=3))
            items = tuple(ChecklistItem(id=next(names), text=text) for text in lines)
            return Checklist(id=next(names), title=draw(words()), items=items)
        case _:
            return Practice(question=draw(questions(next(names))))


@composite
def _block(draw: DrawFn, names: Iterator[str], depth: int) -> Block:
    kind = draw(st.integers(0, 6 if depth < 2 else 3))
    if kind < 2:
        return Prose(text=draw(texts()))
    if kind < 4:
        return draw(_simple_block(names))
    if kind == 4:
        return Callout(
            kind=draw(st.sampled_from(("note", "tip", "warning", "case", "important"))),
            title=draw(st.just("") | words()),
            body=draw(_body(names, depth + 1)),
        )
    panels = tuple(
        Panel(title=draw(words()), body=draw(_body(names, depth + 1)))
        for _ in range(draw(st.integers(1, 2)))
    )
    return Tabs(panels=panels) if kind == 5 else Accordion(panels=panels)


@composite
def _body(draw: DrawFn, names: Iterator[str], depth: int = 0) -> Body:
    found = [draw(_block(names, depth)) for _ in range(draw(st.integers(0, 3)))]
    return tuple(
        block
        for before, block in pairwise((None, *found))
        if block is not None and not (isinstance(before, Prose) and isinstance(block, Prose))
    )


@composite
def bodies(draw: DrawFn) -> Body:
    """The blocks of a page; the ids in it differ."""
    return draw(_body(ids()))


@composite
def pages(draw: DrawFn, path: str = "01-kader/01-blad.md", id: str = "blad") -> Page:
    """A page."""
    page = Page(
        id=id,
        title=draw(words()),
        body=draw(bodies()),
        duration=draw(st.none() | st.integers(1, 90)),
        required=draw(st.booleans()),
        moodle=draw(st.sampled_from(("page", "book", "label"))),
        span=Span(path),
    )
    return _outlined(page)


_times = st.sampled_from((None, "during", "after", "later", "closed", "never"))
reviews = st.builds(
    Review,
    answers=_times.filter(lambda time: time != "during"),
    correctness=_times,
    points=_times,
    feedback=_times,
    right_answers=_times,
)
"""From when on learners see what."""


@composite
def quizzes(draw: DrawFn, path: str = "01-kader/02-toets.md", id: str = "toets") -> Quiz:
    """A quiz with at least one question."""
    names = ids()
    introduction = draw(_body(names))
    asked = tuple(
        replace(
            draw(questions(next(names))),
            tags=draw(st.sampled_from(((), ("moeilijk",), ("a,b", "x")))),
        )
        for _ in range(draw(st.integers(1, 4)))
    )
    pools = {
        question.pool: sum(other.pool == question.pool for other in asked)
        for question in asked
        if question.pool
    }
    bands = draw(st.lists(numbers(0, 100), max_size=2, unique=True))
    begins = [draw(st.sampled_from(("", "part", "page"))) for _ in asked]
    tagged = any(question.tags and not question.pool for question in asked)
    quiz = Quiz(
        id=id,
        title=draw(words()),
        introduction=introduction,
        questions=asked,
        sections=tuple(
            QuizSection(
                title=draw(words()),
                first=question.id,
                shuffle=draw(st.sampled_from((None, True, False))),
            )
            for question, begun in zip(asked, begins, strict=True)
            if begun == "part"
        ),
        breaks=tuple(
            question.id
            for question, begun in zip(asked[1:], begins[1:], strict=True)
            if begun == "page"
        ),
        draws=(
            *(Draw(pool=pool, count=draw(st.integers(1, size))) for pool, size in pools.items()),
            *((Draw(tag="moeilijk", count=1),) if tagged and draw(st.booleans()) else ()),
        ),
        review=draw(reviews),
        pass_percent=Decimal(draw(st.integers(0, 100))),
        attempts=draw(st.integers(0, 5)),
        behaviour=draw(st.sampled_from(("deferred", "immediate", "interactive"))),
        grading=draw(st.sampled_from(("highest", "average", "first", "last"))),
        shuffle_questions=draw(st.booleans()),
        shuffle_answers=draw(st.booleans()),
        time_limit=draw(st.integers(0, 60)),
        per_page=draw(st.integers(0, 5)),
        bands=tuple(
            Band(minimum=minimum, text=plain(draw(words())))
            for minimum in sorted(bands, reverse=True)
        ),
        span=Span(path),
    )
    return _outlined(quiz)


@composite
def scans(draw: DrawFn, path: str = "01-kader/03-scan.md", id: str = "scan") -> Scan:
    """A self-scan."""
    names = ids()
    introduction = draw(_body(names))
    groups = []
    for _ in range(draw(st.integers(1, 2))):
        statements = draw(st.lists(texts(), min_size=1, max_size=3))
        advice = [
            Advice(low=low, high=low + 1, text=draw(texts()))
            for low in draw(st.lists(numbers(0, 9), max_size=2, unique=True))
        ]
        groups.append(
            ScanGroup(
                id=next(names),
                title=draw(words()),
                statements=tuple(Statement(id=next(names), text=text) for text in statements),
                advice=tuple(advice),
            )
        )
    scan = Scan(
        id=id,
        title=draw(words()),
        introduction=introduction,
        scale=tuple(draw(st.lists(words(), min_size=2, max_size=5, unique=True))),
        groups=tuple(groups),
        span=Span(path),
    )
    return _outlined(scan)


@composite
def situations(
    draw: DrawFn, path: str = "01-kader/05-situatie.md", id: str = "situatie"
) -> Situation:
    """A situation whose scenes lead on to later ones, the last of which is an ending."""
    names = ids()
    introduction = draw(_body(names))
    known = [next(names) for _ in range(draw(st.integers(2, 4)))]
    scenes = []
    for index, name in enumerate(known):
        later = known[index + 1 :]
        labels = draw(st.lists(phrases(), min_size=1, max_size=3, unique=True)) if later else []
        choices = [
            SceneChoice(
                label=label,
                target=draw(st.sampled_from(later)),
                consequence=draw(_optional(texts())),
            )
            for label in labels
        ]
        scenes.append(
            Scene(
                id=name,
                title=draw(words()),
                text=draw(texts()),
                choices=tuple(choices),
                ending=None if later else draw(st.sampled_from(("good", "fair", "poor"))),
            )
        )
    situation = Situation(
        id=id,
        title=draw(words()),
        introduction=introduction,
        scenes=tuple(scenes),
        duration=draw(st.none() | st.integers(1, 90)),
        required=draw(st.booleans()),
        span=Span(path),
    )
    return _outlined(situation)


_SIMPLE = st.text("abcé &<'\"", min_size=1, max_size=12).map(str.strip).filter(bool)
"""Words that no notation is made of, for what stands bare in a line."""


def _labels(least: int = 2) -> SearchStrategy[tuple[str, ...]]:
    return st.lists(phrases(), min_size=least, max_size=4, unique=True).map(tuple)


@composite
def platform_activities(
    draw: DrawFn, path: str = "01-kader/04-doe.md", id: str = "doe"
) -> PlatformActivity:
    """An assignment, forum, glossary, form, poll, link, file or folder."""
    names = ids()
    common: dict[str, Any] = {
        "id": id,
        "title": draw(words()),
        "body": draw(_body(names)),
        "duration": draw(st.none() | st.integers(1, 90)),
        "required": draw(st.booleans()),
        "span": Span(path),
    }
    makers = (_assignments, _forums, _glossaries, _surveys, _polls, _links)
    return _outlined(draw(draw(st.sampled_from(makers))(common, names)))


@composite
def _assignments(draw: DrawFn, common: dict[str, Any], names: Iterator[str]) -> Assignment:
    points = draw(st.lists(numbers(0, 20), min_size=2, max_size=3, unique=True).map(sorted))
    rows = draw(
        st.lists(st.lists(words(), min_size=len(points) + 1, max_size=len(points) + 1), max_size=2)
    )
    rubric = tuple(
        Criterion(
            text=text,
            levels=tuple(
                Level(points=number, text=level)
                for number, level in zip(points, levels, strict=True)
            ),
        )
        for text, *levels in rows
    )
    return Assignment(
        **common,
        submission=draw(st.sampled_from((("text",), ("file",), ("text", "file")))),
        max_files=draw(st.integers(1, 20)),
        grade=draw(st.none() | numbers(1, 100)),
        files=draw(st.sampled_from(((), ("01-kader/files/plan a.md",)))),
        rubric=rubric,
        rubric_heading=draw(words()) if rubric else "",
        guide=None if rubric else draw(st.none() | _guides()),
    )


@composite
def _guides(draw: DrawFn) -> MarkingGuide:
    width = draw(st.integers(2, 4))
    criterion = st.builds(
        GuideCriterion,
        text=words(),
        points=numbers(1, 20),
        learners=words() if width > 2 else st.just(""),
        markers=words() if width > 3 else st.just(""),
    )
    return MarkingGuide(
        heading=tuple(draw(st.lists(words(), min_size=width, max_size=width))),
        criteria=tuple(draw(st.lists(criterion, min_size=1, max_size=2))),
    )


@composite
def _forums(draw: DrawFn, common: dict[str, Any], names: Iterator[str]) -> Forum:
    kind = draw(st.sampled_from(("general", "single", "qa")))
    return Forum(
        **common,
        kind=kind,
        discussions=draw(st.integers(0, 3)) if kind == "general" else 0,
        posts=draw(st.integers(0, 3)),
    )


@composite
def _glossaries(draw: DrawFn, common: dict[str, Any], names: Iterator[str]) -> Glossary:
    terms = tuple(
        Term(
            id=next(names),
            name=draw(_SIMPLE),
            definition=draw(texts()),
            aliases=tuple(draw(st.lists(_SIMPLE, max_size=2, unique=True))),
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    return Glossary(
        **common,
        terms=terms,
        moodle=draw(st.sampled_from(("page", "glossary"))),
        mentions=draw(st.sampled_from(("first", "none"))),
        import_file=draw(st.booleans()),
    )


@composite
def _surveys(draw: DrawFn, common: dict[str, Any], names: Iterator[str]) -> Survey:
    items = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.sampled_from(("text", "choice", "choices", "rating")))
        items.append(
            SurveyItem(
                id=next(names),
                title=draw(words()),
                kind=kind,
                options=() if kind == "text" else draw(_labels()),
                required=draw(st.booleans()),
                lines=draw(st.integers(1, 10)),
            )
        )
    return Survey(**common, items=tuple(items), anonymous=draw(st.booleans()))


@composite
def _polls(draw: DrawFn, common: dict[str, Any], names: Iterator[str]) -> Poll:
    return Poll(
        **common,
        options=draw(_labels()),
        multiple=draw(st.booleans()),
        change=draw(st.booleans()),
        results=draw(st.sampled_from(("hidden", "after", "always"))),
    )


@composite
def _links(
    draw: DrawFn, common: dict[str, Any], names: Iterator[str]
) -> WebLink | FileOffer | Folder:
    files = ("01-kader/files/plan a.md", "beeld/x.png")
    made: tuple[WebLink | FileOffer | Folder, ...] = (
        WebLink(**common, url="https://voorbeeld.example/?a=1&b=2"),
        FileOffer(**common, file=files[1]),
        Folder(**common, files=files),
    )
    return draw(st.sampled_from(made))


_Any = TypeVar("_Any", bound=Activity)


def _outlined(activity: _Any) -> _Any:
    return replace(activity, outline=outline(activity_texts(activity)))


def _asset(path: str) -> Asset:
    """An asset whose content is its path."""
    content = path.encode()
    kind = guess_type(path)[0] or "application/octet-stream"
    digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()
    return Asset(path=path, size=len(content), sha1=digest, media_type=kind)


def _used_files(bodies: Iterator[Body]) -> Iterator[str]:
    for body in bodies:
        for block in blocks(body):
            match block:
                case Figure():
                    yield block.image
                case Media():
                    yield from filter(None, (block.src, block.captions, block.poster))
                case Downloads():
                    yield from (entry.file for entry in block.items)
                case _:
                    pass


@composite
def _module(draw: DrawFn, number: int) -> Module:
    folder = f"0{number}-module"
    kinds = draw(
        st.lists(
            st.sampled_from((pages, quizzes, scans, situations, platform_activities)),
            min_size=1,
            max_size=3,
        )
    )
    activities: list[Activity] = [
        draw(kind(f"{folder}/0{index}-blad.md", f"blad-{index}"))
        for index, kind in enumerate(kinds, 1)
    ]
    introduction = draw(bodies())
    return Module(
        id=f"module-{number}",
        title=draw(words()),
        summary=draw(words()),
        introduction=introduction,
        objectives=(Objective(id=f"doel-{number}", text=draw(words())),),
        activities=tuple(activities),
        outline=outline(body_texts(introduction)),
        span=Span(f"{folder}/module.md"),
    )


@composite
def courses(draw: DrawFn) -> Course:
    """A course of one or two modules with activities of all kinds.

    Its assets are the files its blocks show; the content of each is its path.
    """
    modules = tuple(draw(_module(number)) for number in range(1, draw(st.integers(1, 2)) + 1))
    paths = {module.span.path: module.id for module in modules}
    shown: list[Body] = []
    offered: list[str] = []
    for module in modules:
        shown.append(module.introduction)
        for activity in module.activities:
            shown.append(activity_body(activity))
            if isinstance(activity, PlatformActivity):
                offered += offered_files(activity)
            paths[activity.span.path] = f"{module.id}/{activity.id}"
    return Course(
        id="cursus",
        title=draw(words()),
        language="nl-BE",
        version="1.0.0",
        summary=draw(words()),
        licence="CC-BY-SA-4.0",
        authors=(Author(name=draw(words())),),
        modules=modules,
        assets=tuple(map(_asset, sorted({*_used_files(iter(shown)), *offered}))),
        keywords=tuple(draw(st.lists(words(), max_size=2, unique=True))),
        paths=tuple(sorted(paths.items())),
        span=Span("course.yml"),
    )

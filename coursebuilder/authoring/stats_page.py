"""The figures of a course as one HTML page: tables whose cells carry a bar, so that chart and figures are one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from coursebuilder.authoring.stats import TYPE_NAMES, CourseStats, ModuleStats, PartStats
from coursebuilder.i18n import number, translate
from coursebuilder.text import Html
from coursebuilder.webcourse.html import document, element, join, text

Say = Callable[..., str]
"""A message in the language of the page."""

_EASY = 50
"""A reading ease below this stands out: Flesch called 50 the border of "fairly difficult"."""

_GUESS = 0.4
"""A share of the points by guessing from which a type of question stands out."""

_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --soft: #57606a; --paper: #fff; --bar: #1f6f8b; --low: #b3541e;
  --line: #8886; }
@media (prefers-color-scheme: dark) { @media not print {
  :root { --ink: #e8eaed; --soft: #a9b1ba; --paper: #16191d; --bar: #63b3cd; --low: #f0a36b; }
} }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
h2 { margin: 2.5rem 0 .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .35rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top;
  font-weight: 400; }
thead th { vertical-align: bottom; color: var(--soft); }
.module th, .module td { font-weight: 600; padding-top: .9rem; }
.figure { text-align: right; font-variant-numeric: tabular-nums; width: 4.5rem; }
.charted { width: 9rem; }
.bar { display: block; height: .45rem; margin-left: auto; border-radius: 2px; background: var(--bar); min-width: 1px; }
.low { background: repeating-linear-gradient(45deg, var(--low) 0 4px, transparent 4px 6px);
  outline: 1px solid var(--low); }
.key { display: inline-block; width: 1.6rem; margin: 0 .5rem 0 1px; }
small { display: block; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 40rem) {
  body { margin: 1rem auto; font-size: .875rem; }
  th, td { padding: .3rem .2rem; }
  .figure { width: 2rem; }
  .charted { width: 4rem; }
  thead .figure { font-size: .7rem; }
}
@media print {
  .bar { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr { break-inside: avoid; }
  h2, .module { break-after: avoid; }
  body { margin: 0; max-width: none; font-size: 10pt; }
}
"""


def stats_page(figures: CourseStats, language: str) -> bytes:
    """The whole page in UTF-8; it needs nothing from elsewhere."""

    def say(message: str, /, **values: object) -> str:
        return translate(message, language, **values)

    title = say("{title} in figures", title=figures.title)
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", text(title)),
        element("style", Html(_STYLE)),
    )
    summary = say(
        "{words} words, {minutes} minutes, {questions} questions.",
        words=f"{figures.words:,}".replace(",", "\N{NARROW NO-BREAK SPACE}"),
        minutes=figures.minutes,
        questions=figures.questions,
    )
    sections = (
        _objectives(figures, say),
        _length(figures, say, language),
        _types(figures, say, language),
    )
    main = element("main", element("h1", text(title)), element("p", text(summary)), *sections)
    return document(head, element("body", main), lang=language)


def _objectives(figures: CourseStats, say: Say) -> Html:
    """What is done for each objective; one that no graded question asks for stands out."""
    if not figures.objectives:
        return Html("")
    most = max((goal.questions for goal in figures.objectives), default=0)
    bodies = []
    for module, goals in groupby(figures.objectives, key=lambda goal: goal.module):
        heading = element("th", text(module), scope="rowgroup", colspan="4")
        rows = (
            element(
                "tr",
                _named(goal.text, goal.id),
                _figure(goal.pages),
                _figure(goal.practice),
                _figure(goal.questions, goal.questions / max(most, 1), low=not goal.questions),
            )
            for goal in goals
        )
        bodies.append(element("tbody", element("tr", heading, class_="module"), *rows))
    return join(
        element("h2", text(say("Objectives and questions"))),
        _key(say("Pages, practice questions and graded questions that name each objective.")),
        _key(say("no graded question asks for it"), low=True),
        _table(
            (say("objective"), say("pages"), say("practice"), say("questions")),
            bodies,
            charted=(3,),
        ),
    )


def _length(figures: CourseStats, say: Say, language: str) -> Html:
    longest = max((module.minutes for module in figures.modules), default=0)
    longest_part = max((p.minutes for module in figures.modules for p in module.parts), default=0)
    bodies = [
        element(
            "tbody",
            element(
                "tr", _named(module.title), *_measures(module, longest, language), class_="module"
            ),
            *(
                element(
                    "tr", _named(part.title, part.path), *_measures(part, longest_part, language)
                )
                for part in module.parts
            ),
        )
        for module in figures.modules
    ]
    ease = say("Reading ease: 100 is very easy, 60 is plain language, below 30 is very hard.")
    return join(
        element("h2", text(say("Length and readability"))),
        _key(say("Bars of minutes compare modules with modules, and parts with parts.")),
        _key(ease),
        _key(say("a reading ease below {least}", least=_EASY), low=True),
        _table(
            (say("part"), say("words"), say("questions"), say("minutes"), say("reads")),
            bodies,
            charted=(3, 4),
        ),
    )


def _measures(part: ModuleStats | PartStats, longest: int, language: str) -> Iterator[Html]:
    yield _figure(part.words)
    yield _figure(part.questions)
    yield _figure(part.minutes, part.minutes / max(longest, 1))
    ease = part.readability
    if ease is None:
        yield _figure("–")
    else:
        yield _figure(number(ease, language), min(max(ease, 0), 100) / 100, low=ease < _EASY)


def _types(figures: CourseStats, say: Say, language: str) -> Html:
    if not figures.types:
        return Html("")
    rows = (
        element(
            "tr",
            _named(say(TYPE_NAMES[kind.type])),
            _figure(kind.count),
            _figure(number(kind.points, language)),
            _figure(f"{kind.guess:.0%}", kind.guess, low=kind.guess >= _GUESS),
        )
        for kind in figures.types
    )
    return join(
        element("h2", text(say("Types of graded questions"))),
        _key(say("The share of the points that guessing gives, of 100%.")),
        _key(say("easy to guess: {least} or more", least=f"{_GUESS:.0%}"), low=True),
        _table(
            (say("type"), say("questions"), say("points"), say("by guessing")),
            [element("tbody", *rows)],
            charted=(3,),
        ),
    )


def _key(words: str, *, low: bool = False) -> Html:
    """A line that explains; with ``low`` behind the mark of what stands out."""
    mark = element("span", class_="bar low key") if low else Html("")
    return element("p", mark, text(words))


def _named(title: str, below: str = "") -> Html:
    """The head of a row, with an id or a path below the title."""
    small = element("small", text(below)) if below else Html("")
    return element("th", text(title), small, scope="row")


def _figure(value: object, share: float | None = None, *, low: bool = False) -> Html:
    """A cell with a figure and, for a share, a bar that says nothing a listener has not heard."""
    bar = Html("")
    if share is not None:
        bar = element("span", class_="bar low" if low else "bar", style=f"width:{share:.0%}")
    return element("td", text(str(value)), bar, class_="figure")


def _table(headings: Sequence[str], bodies: Iterable[Html], charted: Sequence[int]) -> Html:
    head = (
        element(
            "th",
            text(heading),
            scope="col",
            class_=("figure charted" if number in charted else "figure") if number else None,
        )
        for number, heading in enumerate(headings)
    )
    return element("table", element("thead", element("tr", *head)), *bodies)

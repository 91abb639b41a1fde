"""The figures of a course as one HTML page: tables for who reads or listens, charts beside them."""

from collections.abc import Callable, Iterable, Sequence

from coursebuilder.authoring.stats import CourseStats
from coursebuilder.i18n import translate
from coursebuilder.text import Html
from coursebuilder.webcourse.html import document, element, text

Say = Callable[..., str]
"""A message in the language of the page."""

Row = tuple[str, float, str]
"""Label, length of the bar, and what stands behind it."""

_BAR, _LABEL, _VALUE, _HEIGHT = 420, 300, 70, 26
_STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --bar: #1f6f8b; --low: #b3541e; --line: #8884; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8eaed; --paper: #16191d; --bar: #63b3cd; --low: #f0a36b; }
}
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif;
  color: var(--ink); background: var(--paper); }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .3rem .5rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
.figure { text-align: right; font-variant-numeric: tabular-nums; }
tr.module { font-weight: 600; }
svg { max-width: 100%; height: auto; }
svg text { fill: var(--ink); font: 13px system-ui, sans-serif; }
.bar { fill: var(--bar); } .low { fill: var(--low); } .axis { stroke: var(--line); }
.wide { overflow-x: auto; }
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
    body = element(
        "body",
        element(
            "main", element("h1", text(title)), _summary(figures, say), *_sections(figures, say)
        ),
    )
    return document(head, body, lang=language)


def _summary(figures: CourseStats, say: Say) -> Html:
    words = say(
        "{words} words, {minutes} minutes, {questions} questions.",
        words=figures.words,
        minutes=figures.minutes,
        questions=figures.questions,
    )
    return element("p", text(words))


def _sections(figures: CourseStats, say: Say) -> Iterable[Html]:
    yield element("h2", text(say("Objectives and questions")))
    goals = figures.objectives
    rows = [(goal.id, float(goal.questions), str(goal.questions)) for goal in goals]
    yield _chart(rows, say("Graded questions for each objective"), low=1)
    yield _table(
        (say("objective"), say("pages"), say("practice"), say("questions")),
        [((f"{g.text} ({g.id})", g.pages, g.practice, g.questions), "") for g in goals],
    )
    yield element("h2", text(say("Length and readability")))
    length = [(m.title, float(m.minutes), f"{m.minutes} min") for m in figures.modules]
    yield _chart(length, say("Minutes of each module"))
    reads = [
        (m.title, m.readability, f"{m.readability:g}") for m in figures.modules if m.readability
    ]
    note = say("Reading ease: 100 is very easy, 60 is plain language, below 30 is very hard.")
    yield _chart(reads, say("Reading ease of each module"), low=50, most=100)
    yield element("p", text(note))
    yield _table(
        (say("part"), say("words"), say("minutes"), say("questions"), say("reads")), _parts(figures)
    )
    yield element("h2", text(say("Types of graded questions")))
    kinds = [(k.type, k.guess * 100, f"{k.guess:.0%}") for k in figures.types]
    yield _chart(kinds, say("Share of the points that guessing gives"), most=100)
    yield _table(
        (say("type"), say("questions"), say("points"), say("by guessing")),
        [((k.type, k.count, f"{k.points:f}", f"{k.guess:.0%}"), "") for k in figures.types],
    )


def _parts(figures: CourseStats) -> list[tuple[Sequence[object], str]]:
    rows: list[tuple[Sequence[object], str]] = []
    for module in figures.modules:
        own = (module.title, module.words, module.minutes, module.questions, module.readability)
        rows.append((own, "module"))
        for part in module.parts:
            shown = f"{part.title} ({part.path})"
            rows.append(((shown, part.words, part.minutes, part.questions, part.readability), ""))
    return rows


def _table(headings: Sequence[str], rows: Sequence[tuple[Sequence[object], str]]) -> Html:
    def cell(column: int, value: object) -> Html:
        shown = "–" if value is None else str(value)
        if column == 0:
            return element("th", text(shown), scope="row")
        return element("td", text(shown), class_="figure")

    head = element("tr", *(element("th", text(heading), scope="col") for heading in headings))
    body = (
        element("tr", *(cell(*item) for item in enumerate(values)), class_=kind or None)
        for values, kind in rows
    )
    table = element("table", element("thead", head), element("tbody", *body))
    return element("div", table, class_="wide")


def _chart(rows: Sequence[Row], title: str, low: float = 0, most: float = 0) -> Html:
    """Bars below each other; those shorter than ``low`` stand out. The table beside it says the same."""
    if not rows:
        return Html("")
    longest = most or max(value for _, value, _ in rows) or 1
    bars: list[Html] = []
    for number, (label, value, shown) in enumerate(rows):
        top = number * _HEIGHT
        width = max(0.0, min(value, longest)) / longest * _BAR
        words = label if len(label) <= 42 else f"{label[:41]}…"
        bars.append(element("text", text(words), x="0", y=str(top + 17)))
        bars.append(
            element(
                "rect",
                class_="low" if value < low else "bar",
                x=str(_LABEL),
                y=str(top + 4),
                width=f"{width:.1f}",
                height=str(_HEIGHT - 8),
            )
        )
        bars.append(element("text", text(shown), x=f"{_LABEL + width + 6:.1f}", y=str(top + 17)))
    height = len(rows) * _HEIGHT
    axis = element("line", class_="axis", x1=str(_LABEL), x2=str(_LABEL), y1="0", y2=str(height))
    width_all = _LABEL + _BAR + _VALUE
    return element(
        "figure",
        element("figcaption", text(title)),
        element(
            "svg",
            element("title", text(title)),
            *bars,
            axis,
            viewBox=f"0 0 {width_all} {height}",
            width=str(width_all),
            height=str(height),
            role="img",
        ),
    )

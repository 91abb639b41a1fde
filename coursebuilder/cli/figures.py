"""The figures of a course as tables, for ``stats`` and ``check --summary``."""

from rich.table import Table

from coursebuilder.authoring.stats import TYPE_NAMES, CourseStats
from coursebuilder.cli.console import Console
from coursebuilder.i18n import number


def print_figures(figures: CourseStats, console: Console) -> None:
    """Length and readability, coverage of objectives, and types of questions, on stdout."""
    for table in (
        _parts(figures, console),
        _objectives(figures, console),
        _types(figures, console),
    ):
        if table.row_count:
            console.out.print(table)
            console.out.print()


def _table(title: str, first: str, rest: tuple[str, ...]) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold", title=title, title_justify="left")
    table.title_style = "bold"
    table.add_column(first, overflow="fold")
    for heading in rest:
        table.add_column(heading, justify="right", no_wrap=True)
    return table


def _parts(figures: CourseStats, console: Console) -> Table:
    headings = (
        console.text("words"),
        console.text("minutes"),
        console.text("questions"),
        console.text("reads"),
    )
    table = _table(console.text("Length and readability"), console.text("part"), headings)
    for module in figures.modules:
        table.add_row(module.title, *_cells(module, console.language), style="bold")
        for part in module.parts:
            table.add_row(f"  {part.path}", *_cells(part, console.language))
    table.add_row(console.text("whole course"), *_cells(figures, console.language), style="bold")
    return table


def _cells(figures: object, language: str) -> tuple[str, ...]:
    names = ("words", "minutes", "questions", "readability")
    values = (getattr(figures, name) for name in names)
    return tuple("-" if value is None else number(value, language) for value in values)


def _objectives(figures: CourseStats, console: Console) -> Table:
    headings = (console.text("pages"), console.text("practice"), console.text("questions"))
    table = _table(console.text("Objectives"), console.text("objective"), headings)
    for goal in figures.objectives:
        style = "" if goal.questions else "yellow"
        values = (goal.pages, goal.practice, goal.questions)
        table.add_row(f"{goal.id}: {goal.text}", *map(str, values), style=style)
    return table


def _types(figures: CourseStats, console: Console) -> Table:
    headings = (console.text("questions"), console.text("points"), console.text("by guessing"))
    table = _table(console.text("Types of graded questions"), console.text("type"), headings)
    for kind in figures.types:
        name = console.text(TYPE_NAMES[kind.type])
        points = number(kind.points, console.language)
        table.add_row(name, str(kind.count), points, f"{kind.guess:.0%}")
    return table

"""``coursebuilder stats``."""

import dataclasses
import json
from decimal import Decimal
from pathlib import Path

import click
from rich.table import Table

from coursebuilder.authoring.files import replace_file
from coursebuilder.authoring.stats import CourseStats, course_stats
from coursebuilder.authoring.stats_page import stats_page
from coursebuilder.cli.console import Console, course_folder, reading_options, verbosity_options
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.cli.loading import read_course


@click.command(cls=LocalCommand, epilog="Example: coursebuilder stats modules --html figures.html")
@click.argument("course", required=False, type=click.Path(path_type=Path))
@click.option(
    "--html",
    "page",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a page with charts to this file.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to show the figures: for people or for programs.",
)
@reading_options
@verbosity_options
@language_option
def stats(
    course: Path | None,
    page: Path | None,
    form: str,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show a course in figures.

    Words and reading time of each module and page, how easily they read (Flesch-Douma for Dutch, Flesch
    for English: 100 is very easy, 0 very hard), questions for each objective, and how much of the points
    guessing gives.
    """
    console = Console(quiet=quiet, verbose=verbose)
    root = course_folder(course, console)
    loaded = read_course(root, console, jobs=jobs, no_cache=no_cache)
    if loaded.course is None:
        console.fail(
            "there is no course to read in {folder}", "see coursebuilder check", folder=root
        )
        return
    figures = course_stats(loaded.course)
    if page is not None:
        try:
            replace_file(page, stats_page(figures, console.language))
        except OSError as error:
            console.fail("cannot write {folder}: {reason}", folder=page, reason=error.strerror)
        console.say("written: {path}", path=page)
    if form == "json":
        data = dataclasses.asdict(figures)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_number))
    elif page is None:
        _print(figures, console)


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)


def _print(figures: CourseStats, console: Console) -> None:
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
        table.add_row(module.title, *_cells(module), style="bold")
        for part in module.parts:
            table.add_row(f"  {part.path}", *_cells(part))
    table.add_row(console.text("whole course"), *_cells(figures), style="bold")
    return table


def _cells(figures: object) -> tuple[str, ...]:
    names = ("words", "minutes", "questions", "readability")
    values = (getattr(figures, name) for name in names)
    return tuple("-" if value is None else f"{value:g}" for value in values)


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
        table.add_row(kind.type, str(kind.count), f"{kind.points:f}", f"{kind.guess:.0%}")
    return table

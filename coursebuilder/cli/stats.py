"""``coursebuilder stats``."""

import dataclasses
import json
from decimal import Decimal
from pathlib import Path

import click

from coursebuilder.authoring.files import replace_file
from coursebuilder.authoring.stats import course_stats
from coursebuilder.authoring.stats_page import stats_page
from coursebuilder.cli.console import Console, course_folder, reading_options, verbosity_options
from coursebuilder.cli.figures import print_figures
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
            console.fail(
                "cannot write {folder}: {reason}", folder=page, reason=console.reason(error)
            )
        console.say("written: {path}", path=page)
    if form == "json":
        data = dataclasses.asdict(figures)
        click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=_number))
    elif page is None:
        print_figures(figures, console)


def _number(value: object) -> float:
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)

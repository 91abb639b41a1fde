"""``coursebuilder check``."""

from pathlib import Path

import click

from coursebuilder.cli.console import Console, course_folder, reading_options, verbosity_options
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.cli.loading import read_course
from coursebuilder.cli.reporting import print_findings, stops
from coursebuilder.diagnostics.json_report import json_report
from coursebuilder.diagnostics.sarif import sarif_report
from coursebuilder.pipeline import check_loaded
from coursebuilder.targets import TARGETS


@click.command(cls=LocalCommand, epilog="Example: coursebuilder check modules --strict")
@click.argument("course", required=False, type=click.Path(path_type=Path))
@click.option(
    "-t",
    "--target",
    "names",
    multiple=True,
    type=click.Choice(tuple(TARGETS)),
    help="What the course is built for (default: every target).",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif")),
    default="text",
    show_default=True,
    help="How to report: for people, for programs, or for code hosting.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@reading_options
@verbosity_options
@language_option
def check(
    course: Path | None,
    names: tuple[str, ...],
    form: str,
    strict: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check a course and write nothing.

    COURSE is the folder with course.yml (default: modules/, or the folder you stand in). Exits with 1
    when there are errors.
    """
    console = Console(quiet=quiet, verbose=verbose)
    root = course_folder(course, console)
    loaded = read_course(root, console, jobs=jobs, no_cache=no_cache)
    targets = [TARGETS[name] for name in names] or list(TARGETS.values())
    findings = check_loaded(loaded, targets)
    match form:
        case "json":
            click.echo(json_report(findings, console.language), nl=False)
        case "sarif":
            click.echo(sarif_report(findings, console.language), nl=False)
        case _:
            print_findings(findings, loaded, console)
    if stops(findings, strict=strict):
        raise SystemExit(1)

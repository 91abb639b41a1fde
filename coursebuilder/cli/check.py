"""``coursebuilder check``."""

from pathlib import Path

import click

from coursebuilder.authoring.stats import course_stats
from coursebuilder.cli.console import Console, course_folder, reading_options, verbosity_options
from coursebuilder.cli.fixing import fix_files
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.cli.loading import read_course
from coursebuilder.cli.reporting import from_here, print_findings, stops, wanted
from coursebuilder.cli.watching import watch_course
from coursebuilder.diagnostics.gitlab_report import gitlab_report
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
    help=(
        "What the course is built for (default: every target, with what a platform shows "
        "otherwise counted only)."
    ),
)
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json", "sarif", "gitlab")),
    default="text",
    show_default=True,
    help="How to report: for people, for programs, or for code hosting.",
)
@click.option("--strict", is_flag=True, help="Let warnings count as errors.")
@click.option(
    "--fix",
    is_flag=True,
    help=(
        "First mend what is safe: encoding, line ends, spaces, pasted bullets and quotes, "
        "missing ids and lines ---."
    ),
)
@click.option(
    "--watch", is_flag=True, help="Check again whenever a file is saved; Ctrl-C stops it."
)
@click.option(
    "--summary",
    is_flag=True,
    help="End with the figures of stats: length, readability, questions for each objective.",
)
@reading_options
@verbosity_options
@language_option
def check(
    course: Path | None,
    names: tuple[str, ...],
    form: str,
    strict: bool,
    fix: bool,
    watch: bool,
    summary: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Check a course and build nothing.

    COURSE is the folder with course.yml (default: modules/, or the folder you stand in). Exits with 1
    when there are errors.
    """
    console = Console(quiet=quiet, verbose=verbose)
    root = course_folder(course, console)
    targets = [TARGETS[name] for name in names] or list(TARGETS.values())
    if fix:
        fix_files(root, console)
    if watch:
        if form != "text":
            raise console.usage("--watch reports as text only")
        watch_course(root, targets, console, strict=strict, platforms=bool(names) or verbose)
        return
    loaded = read_course(root, console, jobs=jobs, no_cache=no_cache)
    findings = check_loaded(loaded, targets)
    shown = wanted(findings, console, strict=strict)
    match form:
        case "json":
            click.echo(json_report(shown, console.language), nl=False)
        case "sarif":
            click.echo(sarif_report(shown, console.language, from_here(root)), nl=False)
        case "gitlab":
            click.echo(gitlab_report(shown, console.language, from_here(root)))
        case _:
            print_findings(shown, loaded, console, platforms=bool(names) or verbose)
            if summary and loaded.course is not None:
                from coursebuilder.cli.figures import print_figures

                print_figures(course_stats(loaded.course), console)
    if stops(findings, strict=strict):
        raise SystemExit(1)

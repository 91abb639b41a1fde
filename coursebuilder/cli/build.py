"""``coursebuilder build``."""

import os
import time
from collections.abc import Sequence
from pathlib import Path

import click

from coursebuilder.archive import ArchiveError, Packing
from coursebuilder.cli.console import Console, course_folder, reading_options, verbosity_options
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.cli.loading import cache_folder, jobs_or_default, read_course
from coursebuilder.cli.reporting import report_build, stops
from coursebuilder.i18n import number, readable_size
from coursebuilder.model import Course
from coursebuilder.pipeline import Built, Loaded, Options, build_targets, check_loaded
from coursebuilder.source.tree import OUTPUT
from coursebuilder.targets import DEFAULT_TIMESTAMP, TARGETS, Target

_LATEST = 4_354_819_199
"""The end of 2107: a ZIP has no later dates."""


@click.command(cls=LocalCommand, epilog="Example: coursebuilder build modules --target moodle")
@click.argument("course", required=False, type=click.Path(path_type=Path))
@click.option(
    "-t",
    "--target",
    "names",
    multiple=True,
    type=click.Choice(tuple(TARGETS)),
    help="What to build; may be given more than once (default: every target).",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build"),
    show_default=True,
    help="Folder for the packages.",
)
@click.option(
    "--packing",
    type=click.Choice(("zip", "tgz", "folder")),
    default="zip",
    show_default=True,
    help="How packages are packed; a folder is for looking inside.",
)
@click.option("--strict", is_flag=True, help="Let warnings stop the build too.")
@click.option(
    "--control-documents",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder with the official SCORM schemas to put into SCORM packages.",
)
@reading_options
@verbosity_options
@language_option
def build(
    course: Path | None,
    names: tuple[str, ...],
    out: Path,
    packing: Packing,
    strict: bool,
    control_documents: Path | None,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build packages of a course.

    COURSE is the folder with course.yml (default: modules/, or the folder you stand in). Nothing is
    written while an error stands.
    """
    start = time.perf_counter()
    console = Console(quiet=quiet, verbose=verbose)
    root = course_folder(course, console)
    targets = _targets(names, packing, console)
    if _in_course(out, root):
        raise console.usage(
            "packages cannot be written into the course folder, only in its folder build"
        )
    loaded = read_course(root, console, jobs=jobs, no_cache=no_cache)
    findings = check_loaded(loaded, targets)
    report_build(findings, loaded, console, strict=strict)
    if loaded.course is None or stops(findings, strict=strict):
        console.fail("nothing was built: mend the findings above first")
        return
    options = Options(
        packing=packing,
        timestamp=_timestamp(console),
        control_documents=control_documents or _documents_of(loaded.course, root, console),
        jobs=jobs_or_default(jobs),
    )
    built = _write(loaded, loaded.course, targets, out, options, cache_folder(no_cache), console)
    if not quiet:
        _print_summary(built, time.perf_counter() - start, console)


def _targets(names: Sequence[str], packing: Packing, console: Console) -> list[Target]:
    targets = [TARGETS[name] for name in dict.fromkeys(names)] or list(TARGETS.values())
    for target in targets:
        if packing not in target.packings:
            raise console.usage(
                "{target} cannot be packed as {packing}", target=target.name, packing=packing
            )
    return targets


def _in_course(out: Path, root: Path) -> bool:
    """Whether a later build would take packages in ``out`` for a part of the course in ``root``."""
    folder, course = out.resolve(), root.resolve()
    return folder.is_relative_to(course) and not folder.is_relative_to(course / OUTPUT)


def _timestamp(console: Console) -> int:
    given = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not given:
        return DEFAULT_TIMESTAMP
    if not (given.isascii() and given.isdigit() and len(given) < 12 and int(given) <= _LATEST):
        raise console.usage("SOURCE_DATE_EPOCH is not a number of seconds: {value}", value=given)
    return int(given)


def _documents_of(course: Course, root: Path, console: Console) -> Path | None:
    if not course.control_documents:
        return None
    folder = root / course.control_documents
    if not folder.is_dir():
        console.fail(
            "there is no folder {path}",
            "correct control_documents in course.yml, or leave it out",
            path=folder,
        )
    return folder


def _write(
    loaded: Loaded,
    course: Course,
    targets: Sequence[Target],
    out: Path,
    options: Options,
    cache: Path | None,
    console: Console,
) -> list[Built]:
    try:
        return build_targets(loaded, course, targets, out, options, cache)
    except ArchiveError as error:
        console.fail("a package could not be written: {error}", error=error)
    except OSError as error:
        console.fail(
            "cannot write {path}: {reason}",
            "free some room or get the right to write there, or choose another folder with --out",
            path=error.filename or out,
            reason=console.reason(error),
        )
    return []


def _print_summary(built: Sequence[Built], seconds: float, console: Console) -> None:
    from rich.table import Table

    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading, justify in (("target", "left"), ("file", "left")):
        table.add_column(console.text(heading), justify=justify, overflow="fold")  # type: ignore[arg-type]
    for heading in ("members", "size", "seconds"):
        table.add_column(console.text(heading), justify="right", no_wrap=True)
    for package in built:
        table.add_row(
            package.target,
            str(package.path),
            str(package.members),
            readable_size(package.size, console.language),
            number(round(package.seconds, 2), console.language),
        )
    console.out.print(table)
    console.say("built in {seconds} s", seconds=number(round(seconds, 2), console.language))

"""``coursebuilder preview``."""

import webbrowser
from pathlib import Path

import click

from coursebuilder.cli.console import Console, course_folder, reading_options, verbosity_options
from coursebuilder.cli.help import LocalCommand, language_option
from coursebuilder.cli.loading import cache_folder, jobs_or_default
from coursebuilder.diagnostics import Severity
from coursebuilder.diagnostics.text_report import counted_findings
from coursebuilder.i18n import number
from coursebuilder.preview.builder import Builder, State
from coursebuilder.preview.server import FIRST_PORT, PORTS, Board, PreviewServer, open_server
from coursebuilder.preview.session import build_once, keep_building, serving
from coursebuilder.preview.watch import Watcher


@click.command(cls=LocalCommand, epilog="Example: coursebuilder preview modules --port 9000")
@click.argument("course", required=False, type=click.Path(path_type=Path))
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    help="Port to listen on; 0 takes any free one (default: the first free one from 8000).",
)
@click.option("--no-open", is_flag=True, help="Do not open a browser.")
@reading_options
@verbosity_options
@language_option
def preview(
    course: Path | None,
    port: int | None,
    no_open: bool,
    jobs: int | None,
    no_cache: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show a course in the browser, and show it again whenever a file is saved.

    COURSE is the folder with course.yml (default: modules/, or the folder you stand in). The page runs the
    course against a learning platform of its own, and shows what Moodle will make of it. Only this
    computer can reach it. Ctrl-C stops it.
    """
    console = Console(quiet=quiet, verbose=verbose)
    root = course_folder(course, console)
    if not root.is_dir():
        console.fail("there is no folder {folder}", "name the one with course.yml", folder=root)
    board = Board()
    server = _server(port, board, console)
    builder = Builder(root, cache_folder(no_cache), jobs_or_default(jobs))
    watcher = Watcher(root)

    def report(state: State, seconds: float) -> None:
        _say_state(state, seconds, console)

    try:
        build_once(builder, board, report)
        builder.jobs = 1  # to fork is not safe once there are threads
        with serving(server):
            console.out.print(server.address, soft_wrap=True)
            console.out.file.flush()
            console.say("Ctrl-C stops the preview")
            if not no_open:
                webbrowser.open(server.address)
            keep_building(builder, watcher, board, report, lambda: False)
    except KeyboardInterrupt:
        console.say("the preview has stopped")


def _server(port: int | None, board: Board, console: Console) -> PreviewServer:
    """The server, on the port asked for or the first free one."""
    try:
        server = open_server(port, board, console.language)
    except OSError as error:
        if port is None:
            hint = "stop what uses them, or choose one with --port"
            last = FIRST_PORT + PORTS - 1
            console.fail("ports {first} to {last} are in use", hint, first=FIRST_PORT, last=last)
        console.fail(
            "port {port} cannot be used: {reason}",
            "choose another one with --port, or leave --port out to get a free one",
            port=port,
            reason=console.reason(error),
        )
        raise
    if port is None and server.server_port != FIRST_PORT:
        console.say(
            "port {first} is in use; {port} is free", first=FIRST_PORT, port=server.server_port
        )
    return server


def _say_state(state: State, seconds: float, console: Console) -> None:
    severities = (Severity(finding["severity"]) for finding in state.findings)
    console.say(
        "built in {seconds} s: {findings}",
        seconds=number(round(seconds, 2), console.language),
        findings=counted_findings(severities, console.language),
    )
    if state.stale:
        for finding in state.findings:
            if finding["severity"] == "error" and not console.quiet:
                place = f"{finding['path']}:{finding['line']}:{finding['column']}"
                console.err.print(
                    f"{place}: {finding['code']} {finding['message'][console.language]}"
                )

"""Reading a course for a command, with progress on a terminal."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from coursebuilder.cache import Cache, default_folder
from coursebuilder.cli.console import Console
from coursebuilder.parallel import usable_processors
from coursebuilder.pipeline import Loaded, load_course
from coursebuilder.pipeline import Progress as Report


def jobs_or_default(jobs: int | None) -> int:
    """The processes to use: as asked, else one for each processor, at most four."""
    return jobs or min(usable_processors(), 4)


def cache_folder(no_cache: bool) -> Path | None:
    """Where results are kept, or None for ``--no-cache``."""
    return None if no_cache else default_folder()


def read_course(root: Path, console: Console, *, jobs: int | None, no_cache: bool) -> Loaded:
    """The course in ``root``; says how many files came from the cache under ``--verbose``."""
    with Cache(cache_folder(no_cache)) as cache, _progress(console) as report:
        loaded = load_course(root, cache=cache, jobs=jobs_or_default(jobs), progress=report)
    if console.verbose:
        console.say("read {read} files, {reused} unchanged", read=loaded.read, reused=loaded.reused)
    return loaded


@contextmanager
def _progress(console: Console) -> Iterator[Report]:
    """A bar on a terminal. It redraws when told, never from a thread: the reading forks."""
    if console.quiet or not console.err.is_terminal:
        yield lambda stage, done, total: None
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console.err, transient=True, auto_refresh=False) as bar:
        task = bar.add_task(console.text("reading"), total=None)

        def report(stage: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, refresh=done % 20 == 0 or done == total)

        yield report

"""``check --watch``."""

import time
from collections.abc import Sequence
from pathlib import Path

from coursebuilder.cli.console import Console
from coursebuilder.cli.reporting import print_findings, wanted
from coursebuilder.pipeline import FileResult, check_loaded, load_course
from coursebuilder.preview.watch import Watcher
from coursebuilder.targets import Target


def watch_course(
    root: Path, targets: Sequence[Target], console: Console, *, strict: bool, platforms: bool
) -> None:
    """Report now and after every change, until Ctrl-C."""
    known: dict[bytes, FileResult] = {}
    watcher = Watcher(root)
    try:
        while True:
            console.say("checking")
            try:
                loaded = load_course(root, known=known)
            except OSError:  # a file went while it was read: look again
                watcher.wait(lambda: False)
                continue
            if console.out.is_terminal:
                console.out.clear()
            shown = wanted(check_loaded(loaded, targets), console, strict=strict)
            print_findings(shown, loaded, console, platforms=platforms)
            console.out.file.flush()
            console.say("checked at {time}; Ctrl-C stops it", time=time.strftime("%H:%M:%S"))
            watcher.wait(lambda: False)
    except KeyboardInterrupt:
        return

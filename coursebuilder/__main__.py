"""``python -m coursebuilder`` and the installed command."""

import gc
import io
import os
import sys
from contextlib import suppress


def run() -> None:
    """Run the command line; an error of ours ends with one line and status 2, never a traceback."""
    gc.set_threshold(1_000_000)  # a build makes many objects and few cycles: it is a tenth faster
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # None when it was closed before we began
            stream.reconfigure(errors="replace")
    try:
        from coursebuilder.cli import main

        try:
            main(prog_name="coursebuilder")
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        _forget_output()
        sys.exit(1)
    except OSError as error:
        if os.environ.get("COURSEBUILDER_TRACEBACK"):
            raise
        _forget_output()
        place = f"{error.filename}: " if error.filename else ""
        _say("cannot go on: {place}{reason}", place=place, reason=error)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("COURSEBUILDER_TRACEBACK"):
            raise
        _say("internal error: {kind}: {error}", kind=type(error).__name__, error=error)
        _say(
            "this is a mistake of the tool, not of your course; set COURSEBUILDER_TRACEBACK=1, run it "
            "again and report what it prints"
        )
        sys.exit(2)


def _say(message: str, **values: object) -> None:
    """A line on stderr in the user's language; in English while the command line cannot be imported."""
    from coursebuilder.i18n import os_reason, translate

    language = "en"
    with suppress(ImportError):
        from coursebuilder.cli.help import asked_language, system_language

        language = asked_language(sys.argv[1:]) or system_language()
    if isinstance(reason := values.get("reason"), OSError):
        values["reason"] = os_reason(reason, language)
    print(f"coursebuilder: {translate(message, language, **values)}", file=sys.stderr)


def _forget_output() -> None:
    """Let what was not printed go nowhere: Python would try once more at its end, and complain."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    run()

"""``python -m coursebuilder`` and the installed command."""

import gc
import io
import os
import sys


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
        print(f"coursebuilder: cannot go on: {place}{error.strerror or error}", file=sys.stderr)
        sys.exit(2)
    except Exception as error:
        if os.environ.get("COURSEBUILDER_TRACEBACK"):
            raise
        print(
            f"coursebuilder: internal error: {type(error).__name__}: {error}\n"
            "  hint: this is a mistake of the tool, not of your course; set COURSEBUILDER_TRACEBACK=1, "
            "run it again and report what it prints",
            file=sys.stderr,
        )
        sys.exit(2)


def _forget_output() -> None:
    """Let what was not printed go nowhere: Python would try once more at its end, and complain."""
    if sys.stdout is not None:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    run()

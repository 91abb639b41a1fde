"""``python -m coursebuilder`` and the installed command."""

import gc
import os
import sys


def run() -> None:
    """Run the command line; an error of ours ends with one line and status 2, never a traceback."""
    gc.set_threshold(100_000)  # a build makes many objects and few cycles: it is a tenth faster
    try:
        from coursebuilder.cli import main

        main(prog_name="coursebuilder")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
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


if __name__ == "__main__":
    run()

"""Help in the user's language, and the options that every command has."""

import gettext
import inspect
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import pairwise
from typing import Any, TypeVar

import click

from coursebuilder.i18n import FOLDER, LANGUAGES, translate

Command = TypeVar("Command", bound=Callable[..., Any])

_LANGUAGE = "coursebuilder.language"
_GETTEXT = "LANGUAGE"
"""The variable that gettext asks first."""


def system_language() -> str:
    """The language the environment asks for: the first of LC_ALL, LC_MESSAGES, LANG that is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            language = value.split(".")[0].split("_")[0].lower()
            return language if language in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language that ``--lang`` names among the arguments; None where it names none that we speak.

    click calls what is wrong before it looks at ``--lang`` behind it, and should do so in that language.
    """
    own = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for name, value in pairwise((*own, "")):
        chosen = value if name == "--lang" else name.removeprefix("--lang=")
        if name.startswith("--lang") and chosen in LANGUAGES:
            return chosen
    return None


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Have click say its own words in that language: it asks gettext, which asks ``LANGUAGE`` (docs/adr/0018)."""
    before = os.environ.get(_GETTEXT)
    gettext.bindtextdomain("messages", os.fspath(FOLDER))
    os.environ[_GETTEXT] = language
    try:
        yield
    finally:
        if before is None:
            del os.environ[_GETTEXT]
        else:
            os.environ[_GETTEXT] = before


def language_of(context: click.Context | None) -> str:
    """The language of ``--lang`` on this command or the one above it, else the system's."""
    chosen = context.find_root().meta.get(_LANGUAGE) if context is not None else None
    return str(chosen or system_language())


def _remember(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value is not None:
        context.find_root().meta[_LANGUAGE] = value


def language_option(command: Command) -> Command:
    """``--lang``, on every command; it also chooses the language of ``--help`` behind it."""
    option = click.option(
        "--lang",
        type=click.Choice(LANGUAGES),
        is_eager=True,
        expose_value=False,
        callback=_remember,
        help="Language of the messages (default: that of the system).",
    )
    return option(command)


_PLACEHOLDER = re.compile(r"(?<= )(?:DIRECTORY|FILE|PATH|INTEGER RANGE|INTEGER|TEXT)$")
"""What click calls the value of an option."""


class _Formatter(click.HelpFormatter):
    """What our commands say of themselves, in the user's language; click translates the rest."""

    language = LANGUAGES[0]

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        for placeholder in ("[OPTIONS]", "COMMAND [ARGS]..."):
            args = args.replace(placeholder, translate(placeholder, self.language))
        super().write_usage(prog, args, prefix)

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        super().write_dl([self._row(*row) for row in rows], col_max, col_spacing)

    def _row(self, name: str, text: str) -> tuple[str, str]:
        """An option; behind its help click says the default and the range in brackets."""
        own, bracket, extra = text.partition("  [")
        name = _PLACEHOLDER.sub(lambda found: translate(found[0], self.language), name)
        return name, translate(own, self.language) + bracket + extra


class _LocalContext(click.Context):
    formatter_class = _Formatter

    def make_formatter(self) -> click.HelpFormatter:
        """One that speaks the language of this context, which may be over by then."""
        formatter = super().make_formatter()
        if isinstance(formatter, _Formatter):
            formatter.language = language_of(self)
        return formatter


class LocalCommand(click.Command):
    """A command whose help is translated."""

    context_class = _LocalContext

    def get_help_option_names(self, ctx: click.Context) -> list[str]:
        """The short name too, for every command whatever stands above it."""
        return ["-h", "--help"]

    def format_help_text(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The help text, translated paragraph by paragraph."""
        if self.help:
            language = language_of(context)
            with formatter.indentation():
                for paragraph in inspect.cleandoc(self.help).split("\n\n"):
                    text = paragraph if paragraph.startswith("\b") else " ".join(paragraph.split())
                    formatter.write_paragraph()
                    formatter.write_text(translate(text, language))

    def get_help_option(self, context: click.Context) -> click.Option | None:
        """Its help in English, which the formatter translates: click keeps it in the language of its first use."""
        option = super().get_help_option(context)
        if option is not None:
            option.help = "Show this message and exit."
        return option

    def format_epilog(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """The example, its first word translated."""
        if self.epilog:
            head, _, example = self.epilog.partition(":")
            formatter.write_paragraph()
            formatter.write_text(f"{translate(head, language_of(context))}:{example}")

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help, translated."""
        language = language_of(click.get_current_context(silent=True))
        first = " ".join((self.help or "").split("\n\n")[0].split())
        return translate(first, language)


INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells have it: 128 and the number of the signal."""


class LocalGroup(LocalCommand, click.Group):
    """A group whose help is translated."""

    command_class = LocalCommand

    def main(self, args: Sequence[str] | None = None, *more: Any, **extra: Any) -> Any:
        """Run the command line, click's own words in the language of its ``--lang``."""
        given = sys.argv[1:] if args is None else list(args)
        with speaking(asked_language(given) or system_language()):
            return super().main(args, *more, **extra)

    def parse_args(self, context: click.Context, args: list[str]) -> list[str]:
        """As click does, but ``--lang`` counts for what comes before it too."""
        if language := asked_language(args):
            context.find_root().meta[_LANGUAGE] = language
        return super().parse_args(context, args)

    def invoke(self, context: click.Context) -> Any:
        """What the command answers; Ctrl-C ends it with a word and a status of its own."""
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            language = language_of(context)
            click.echo(translate("stopped; no file is half written", language), err=True)
            raise SystemExit(INTERRUPTED) from None

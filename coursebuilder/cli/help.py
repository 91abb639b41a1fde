"""Help in the user's language, and the options that every command has."""

import inspect
import os
from collections.abc import Callable
from typing import Any, TypeVar

import click

from coursebuilder.i18n import LANGUAGES, translate

Command = TypeVar("Command", bound=Callable[..., Any])

_LANGUAGE = "coursebuilder.language"


def system_language() -> str:
    """The language the environment asks for: the first of LC_ALL, LC_MESSAGES, LANG that is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            language = value.split(".")[0].split("_")[0].lower()
            return language if language in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0]


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


class _Formatter(click.HelpFormatter):
    """Usage lines and headings in the user's language."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, translate("Usage:", self._language) + " ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(translate(heading, self._language))

    def write_dl(self, rows: Any, col_max: int = 30, col_spacing: int = 2) -> None:
        rows = [(name, translate(text, self._language)) for name, text in rows]
        super().write_dl(rows, col_max, col_spacing)

    @property
    def _language(self) -> str:
        return language_of(click.get_current_context(silent=True))


class _LocalContext(click.Context):
    formatter_class = _Formatter


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
            formatter.write_paragraph()
            with formatter.indentation():
                for paragraph in inspect.cleandoc(self.help).split("\n\n"):
                    text = paragraph if paragraph.startswith("\b") else " ".join(paragraph.split())
                    formatter.write_text(translate(text, language))
                    formatter.write_paragraph()

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

    def invoke(self, context: click.Context) -> Any:
        """What the command answers; Ctrl-C ends it with a word and a status of its own."""
        try:
            return super().invoke(context)
        except KeyboardInterrupt:
            language = language_of(context)
            click.echo(translate("stopped; no file is half written", language), err=True)
            raise SystemExit(INTERRUPTED) from None

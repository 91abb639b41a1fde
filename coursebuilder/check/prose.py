"""Markdown without its code and comments: where words may be looked for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coursebuilder.text import Span, Text

_CODE = re.compile(
    r"^(?P<fence>[ ]{0,3}(?P<mark>`{3,}|~{3,}))[^\n]*\n.*?(?:^[ ]{0,3}(?P=mark)[`~]*[ ]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?(?:-->|\Z)",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of Markdown in which code and comments are blanked out, so that places stay what they were."""

    source: str
    text: Text

    def place(self, offset: int) -> Span:
        """Where the character at ``offset`` stands in its file."""
        before = self.source[:offset]
        line = before.count("\n")
        column = offset - (before.rfind("\n") + 1)
        span = self.text.span
        start = span.column if line == 0 else self.text.indent + 1
        return Span(span.path, span.line + line, start + column)


def passages(*texts: Text) -> Iterator[Passage]:
    """Each text as a passage."""
    for text in texts:
        yield Passage(_CODE.sub(_blank, text.source), text)


def _blank(code: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", code[0])

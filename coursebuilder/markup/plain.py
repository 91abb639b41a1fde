"""Markdown without its markup: plain text, slugs and word counts."""

import re
import unicodedata

_LINK = re.compile(
    r"!?\[((?:[^\[\]\\]|\\.)*+)\](?:\((?:[^()\\]|\\.)*+\)|\[[^\[\]]*+\])(?:\{[^{}]*+\})?"
)
_KEPT = re.compile(
    r"\\([\\`*_{}\[\]()<>#+.!|~$-])|(?<!`)(`++)(?!`)(.{1,2000}?)(?<!`)\2(?!`)", re.DOTALL
)
"""Characters behind a backslash and code: what they hold is no markup."""

_TAG = re.compile(r"</?[A-Za-z][^<>]*+>")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]++)>")
_NOTE = re.compile(r"\[\^[^\[\]\s]++\]")
_LINE_START = re.compile(
    r"^[ \t]*+(?:#{1,6}[ \t]++|>[ \t]?|[-*+][ \t]++|\d+[.)][ \t]++)", re.MULTILINE
)
_EMPHASIS = re.compile(r"\*++(?=\S)|(?<=\S)\*++|~~|(?<!\w)_++|_++(?!\w)")
_PLACE = re.compile(r"\0(\d+)\0")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_TARGET = re.compile(r"\]\([^()\s]*+")
_HYPHENS = re.compile(r"[^a-z0-9]+")


def plain_text(markdown: str) -> str:
    """The words a reader sees, on one line: for titles, names and alternative texts."""
    if not re.search(r"[\\`*_\[<~>#\n]|^[-+\d]", markdown):
        return " ".join(markdown.split())
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1] or match[3].strip())
        return f"\0{len(kept) - 1}\0"

    text = _without_comments(_KEPT.sub(keep, markdown.replace("\0", "")))
    text = _NOTE.sub("", text)
    for _ in range(2):  # a picture inside a link
        text = _LINK.sub(r"\1", text)
    text = _TAG.sub("", _AUTOLINK.sub(r"\1", text))
    text = _EMPHASIS.sub("", _LINE_START.sub("", text))
    text = _PLACE.sub(lambda match: kept[int(match[1])], text)
    return " ".join(text.split())


def _without_comments(text: str) -> str:
    kept: list[str] = []
    position = 0
    last = text.rfind("-->")
    while 0 <= (start := text.find("<!--", position)) <= last - 4:
        kept.append(text[position:start])
        position = text.index("-->", start + 4) + 3
    return "".join((*kept, text[position:]))


def slug(text: str, separator: str = "-") -> str:
    """Lower case ASCII letters, digits and hyphens; never empty. The anchor of a heading.

    The second parameter is there because Python-Markdown's table of contents calls it that way.
    """
    folded = unicodedata.normalize("NFKD", text.replace("ß", "ss")).encode("ascii", "ignore")
    return (
        _HYPHENS.sub("-", folded.decode("ascii").lower()).strip("-").replace("-", separator) or "x"
    )


def words(markdown: str) -> int:
    """How many words there are to read, link targets left out."""
    return len(_WORD.findall(_TARGET.sub("](", markdown)))

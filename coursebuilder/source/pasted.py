"""Text that was pasted from a word processor or a web page: its odd signs as the plain ones that are meant."""

import re
from collections.abc import Iterable, Iterator

from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.pasted import PASTED_BULLET, PASTED_SIGN
from coursebuilder.markup.verbatim import verbatim
from coursebuilder.source.encoding import decode
from coursebuilder.text import Span

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NO_WIDTH = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
_NONE = "\u200b"
"""What stands for every sign of no width, so that columns stay until they are taken out."""
_SIGNS: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_NO_WIDTH, _NONE),
    **dict(zip("＃－＊＋＞＝：．（）［］｛｝｜ｘＸ", "#-*+>=:.()[]{}|xX", strict=True)),
}
"""What is found in place of a plain sign -> that sign."""
_PLAIN = str.maketrans(_SIGNS)
_ODD = re.compile(f"[{re.escape(''.join(_SIGNS))}]")

_GAP = f"[ \\t{_NONE}]"
_MARKS = re.compile(
    rf"{_GAP}*(?=[-*+>#:=(\[\d])(?:(?:[-*+>]|\d{{1,3}}[.)]|#{{1,6}}|:{{1,9}}|=){_GAP}+)*"
    rf"(?:(?:\([ xX{_NONE}]{{0,3}}\)|\[[ xX{_NONE}]{{0,3}}\]){_GAP}*)?"
)
"""The marks at the start of a line of Markdown: of lists, quotes, headings, blocks, answers."""
_SETTING = re.compile(rf"{_GAP}*(?:-{_GAP}+)?(?:[a-z_][a-z0-9_-]*{_NONE}?:(?:{_GAP}+|$))?")
_ATTRIBUTES = re.compile(r"\{[^{}#=]*[#=][^{}]*\}\s*$")
_PAIR = re.compile(rf"{_GAP}::{_GAP}")
_QUOTED = re.compile(r'"[^"]*"')

_ALWAYS = "•◦▪▫‣●○■□◆►➢❖⁃∙\uf0b7\uf0a7"
_SOMETIMES = "·–—"
PASTED_SIGNS = "".join((*_SIGNS, _ALWAYS, _SOMETIMES))
"""Every sign that is read as another one where the notation has marks."""
_BULLET = re.compile(rf"([ \t]*)([{_ALWAYS}{_SOMETIMES}])([ \t{_SPACES}]*)(.?.?)")


def source_text(path: str, data: bytes) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a source file with plain signs, and what is wrong with its bytes and signs."""
    text, found = decode(path, data)
    if text is None:
        return None, found
    text, odd = plain_signs(path, text)
    return text, (*found, *odd)


def plain_signs(path: str, text: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """``text`` with plain spaces, marks and bullets where the notation has them; a finding for each kind.

    Prose and code keep their signs. Lines stay; columns too, but for signs of no width.
    """
    if text.isascii():
        return text, ()
    lines = text.split("\n")
    start = _body_start(path, lines)
    skip = {at for first, last in verbatim(lines[start:]).items() for at in range(first, last + 1)}
    prose = [at for at in range(start, len(lines)) if at - start not in skip]
    found: list[Diagnostic] = []
    before = list(lines)
    signs = [*_mend_signs(lines, range(start), prose)]
    for at, column in signs[:1]:
        sign = f"U+{ord(before[at][column]):04X}"
        place = Span(path, at + 1, column + 1)
        found.append(PASTED_SIGN.at(place, character=sign, count=len(signs)))
    bullets = [*_mend_bullets(lines, prose)]
    for at, column, bullet in bullets[:1]:
        place = Span(path, at + 1, column + 1)
        found.append(PASTED_BULLET.at(place, bullet=bullet, count=len(bullets)))
    return "\n".join(lines), tuple(found)


def _body_start(path: str, lines: list[str]) -> int:
    """How many of the lines are settings."""
    if path.endswith(".yml"):
        return len(lines)
    if lines[0].rstrip() != "---":
        return 0
    later = (number for number, line in enumerate(lines) if number and line.rstrip() == "---")
    return next(later, 0)


def _mend_signs(
    lines: list[str], settings: Iterable[int], prose: Iterable[int]
) -> Iterator[tuple[int, int]]:
    """Mend the odd signs of lines; index and column of the first in each."""
    for kind, numbers in (("setting", settings), ("prose", prose)):
        for at in numbers:
            line = lines[at]
            if line.isascii() or not _ODD.search(line):
                continue
            plain = line.translate(_PLAIN)
            spans = _setting_spans(plain) if kind == "setting" else _mark_spans(plain)
            wanted = {place for start, end in spans for place in range(start, end)}
            odd = [
                place
                for place in sorted(wanted)
                if plain[place] != line[place] or plain[place] == _NONE
            ]
            if odd:
                pieces = (plain[p] if p in wanted else sign for p, sign in enumerate(line))
                kept = (sign for p, sign in enumerate(pieces) if p not in odd or sign != _NONE)
                lines[at] = "".join(kept)
                yield at, odd[0]


def _setting_spans(line: str) -> Iterator[tuple[int, int]]:
    match = _SETTING.match(line)
    if match:
        yield match.span()


def _mark_spans(line: str) -> Iterator[tuple[int, int]]:
    """Where the marks of a line of Markdown stand."""
    match = _MARKS.match(line)
    if match and match[0].strip(f" \t{_NONE}"):
        yield match.span()
    yield from (match.span() for match in _PAIR.finditer(line))
    if attributes := _ATTRIBUTES.search(line):
        start = attributes.start()
        for quoted in _QUOTED.finditer(line, start):
            yield start, quoted.start()
            start = quoted.end()
        yield start, attributes.end()


def _mend_bullets(lines: list[str], prose: Iterable[int]) -> Iterator[tuple[int, int, str]]:
    """Mend the bullets of word processors; index, column and bullet of each."""
    begun = {at: match for at in prose if (match := _BULLET.match(lines[at]))}
    for at, match in begun.items():
        indent, bullet, space, rest = match.groups()
        if bullet in _ALWAYS:
            meant = bool(rest)
        else:
            near = any(other in begun and begun[other][2] == bullet for other in (at - 1, at + 1))
            meant = bool(space and rest) and (near or rest in {"( ", "(x", "[ ", "[x", "(X", "[X"})
        if meant:
            lines[at] = f"{indent}-{space.translate(_PLAIN) or ' '}{lines[at][match.end(3) :]}"
            yield at, match.start(2), bullet

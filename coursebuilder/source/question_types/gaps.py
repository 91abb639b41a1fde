"""Gaps in a passage: ``[[right|wrong]]``."""

import re
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal

from coursebuilder.diagnostics.rules.questions import (
    EMPTY_GAP,
    NO_GAPS,
    ONE_CHOICE_GAP,
    WORDS_IN_DRAG_GAP,
)
from coursebuilder.model import Gap, GapQuestion
from coursebuilder.source.lines import Line, text_of
from coursebuilder.source.question_types.draft import Draft, cut_feedback

_MODES: Mapping[str, Literal["choose", "drag", "type"]] = MappingProxyType(
    {"gaps-choose": "choose", "gaps-drag": "drag", "gaps-type": "type"}
)
_MORE = MappingProxyType({"choose": (), "drag": ("extra",), "type": ("case",)})
GAP = re.compile(r"\\.|\[\[((?:[^\[\]\\]|\\.|\[(?!\[)|\](?!\]))*+)\]\]")
"""A gap, or (without group) a character that a backslash makes plain."""

_OPTION = re.compile(r"(?:[^|\\]|\\.|\\$)+")
_WORD = re.compile(r"(?:[^,\\]|\\.|\\$)+")
_ESCAPED_IN_GAP = re.compile(r"\\([\\|\[\]])")
_ESCAPED_WORD = re.compile(r"\\([\\,])")


def gaps_in(line: str) -> Iterator[re.Match[str]]:
    """The gaps of one line."""
    if "[[" in line:
        yield from (match for match in GAP.finditer(line) if match[1] is not None)


def read_gaps(draft: Draft) -> GapQuestion | None:
    """``type=gaps-choose``, ``gaps-drag`` or ``gaps-type``.

    The passage begins with the first paragraph that holds a gap; what stands before it belongs to
    the question's text.
    """
    mode = _MODES[draft.type]
    lines, feedback = cut_feedback(draft.lines, draft.findings)
    start = _passage_start(lines)
    base = draft.base(lines[:start], feedback, _MORE[mode])
    gaps: list[Gap] = []
    passage = text_of(
        [_numbered(draft, line, mode, gaps) for line in lines[start:]], draft.findings.path
    )
    extra = tuple(
        dict.fromkeys(
            word
            for match in _WORD.finditer(draft.attributes.text("extra"))
            if (word := _ESCAPED_WORD.sub(r"\1", match[0]).strip())
        )
    )
    case = draft.attributes.yes("case", False) if mode == "type" else False
    if passage is None or not gaps:
        draft.findings.add(NO_GAPS, draft.heading)
        return None
    return GapQuestion(
        **base, mode=mode, passage=passage, gaps=tuple(gaps), extra=extra, case_sensitive=case
    )


def _passage_start(lines: Sequence[Line]) -> int:
    """The first line of the first paragraph with a gap."""
    start = 0
    for index, line in enumerate(lines):
        if line.blank:
            start = index + 1
        elif next(gaps_in(line.text), None):
            return start
    return len(lines)


def _numbered(draft: Draft, line: Line, mode: str, gaps: list[Gap]) -> Line:
    """The line with ``[[1]]`` for its gaps, which are added to ``gaps``."""
    pieces: list[str] = []
    end = 0
    for match in gaps_in(line.text):
        gaps.append(_gap(draft, line, match, mode))
        pieces += (line.text[end : match.start()], f"[[{len(gaps)}]]")
        end = match.end()
    return line._replace(text="".join((*pieces, line.text[end:]))) if pieces else line


def _gap(draft: Draft, line: Line, match: re.Match[str], mode: str) -> Gap:
    findings, place = draft.findings, match.start()
    options = tuple(
        word
        for option in _OPTION.finditer(match[1])
        if (word := _ESCAPED_IN_GAP.sub(r"\1", option[0].strip()))
    )
    span = findings.span(line, place)
    without_right_word = mode != "type" and match[1].lstrip().startswith("|")
    if not options or without_right_word:
        findings.add(EMPTY_GAP, line, place)
    elif mode == "choose" and len(options) == 1:
        findings.add(ONE_CHOICE_GAP, line, place, word=options[0])
    elif mode == "drag" and len(options) > 1:
        findings.add(WORDS_IN_DRAG_GAP, line, place, words=" | ".join(options))
    if mode == "type":
        return Gap(answers=options, span=span)
    return Gap(answers=options[:1], wrong=options[1:], span=span)

"""Choices: ``( )`` and ``(x)`` for one, ``[ ]`` and ``[x]`` for several, two for true and false."""

import re
from collections.abc import Sequence
from decimal import Decimal

from coursebuilder.diagnostics.rules.questions import (
    BAD_MARK,
    BAD_WEIGHT,
    EMPTY_ANSWER,
    MIXED_MARKS,
    NO_ANSWERS,
    TRUE_FALSE_CHOICES,
    WRONG_MARKS,
)
from coursebuilder.model import Choice, ChoiceQuestion, TrueFalseQuestion
from coursebuilder.source.attributes import decimal
from coursebuilder.source.lines import BULLET, text_of
from coursebuilder.source.question_types.draft import HUNDRED, Answers, Draft, Item, cut_answers

OPENER = re.compile(
    r"[-*+][ \t]+(?:\([ \t]*[xX]?[ \t]*\)|\[[ \t]*[xX]?[ \t]*\]"
    r"|\([ \t]*[-+−]?\d+(?:[.,]\d+)?[ \t]*%[ \t]*\)|\[[ \t]*[-+−]?\d+(?:[.,]\d+)?[ \t]*%[ \t]*\])"
    r"(?![(\[:])"
)
"""The first line of the answers."""

_MARK = re.compile(r"([(\[])([^()\[\]]{0,20})([)\]])[ \t]*")
_STRAY = re.compile(r"[-*+][ \t]+(\([^()\s]{1,2}\)|\[[^\[\]\s]{1,2}\])[ \t]")
_PAIRS = ("()", "[]")


def read_choice(draft: Draft) -> ChoiceQuestion | None:
    """``- ( )`` or ``- [ ]`` lines."""
    answers = cut_answers(draft, OPENER, BULLET)
    base = draft.base(answers.stem, answers.feedback, ("shuffle",))
    multiple = _multiple(draft, answers)
    _report_stray_marks(draft, answers)
    found = [_choice(draft, item, multiple) for item in answers.items]
    choices = tuple(choice for choice in found if choice is not None)
    shuffle = draft.attributes.yes("shuffle", True)
    if not choices:
        return None
    return ChoiceQuestion(**base, choices=choices, multiple=multiple, shuffle=shuffle)


def _report_stray_marks(draft: Draft, answers: Answers) -> None:
    """Report the lines right above the answers that have another sign in their brackets."""
    for line in reversed(answers.stem if answers.items else ()):
        match = _STRAY.match(line.text)
        if match is None:
            return
        draft.findings.add(BAD_MARK, line, match.start(1), found=match[1])


def _multiple(draft: Draft, answers: Answers) -> bool:
    """Whether several choices may be right: what the first mark says."""
    if not answers.items:
        draft.findings.add(NO_ANSWERS, draft.heading, wanted="- (x) … / - ( ) …")
        return False
    multiple = answers.items[0].first.text.startswith("[")
    if draft.type != "" and multiple != (draft.type == "multiple"):
        wanted = "[ ]" if draft.type == "multiple" else "( )"
        draft.findings.add(WRONG_MARKS, answers.items[0].line, type=draft.type, wanted=wanted)
    return multiple


def _choice(draft: Draft, item: Item, multiple: bool) -> Choice | None:
    findings, line = draft.findings, item.first
    match = _MARK.match(line.text)
    if match is None or match[1] + match[3] not in _PAIRS:
        findings.add(BAD_MARK, line, found=line.text[:12].strip())
        return None
    mark = match[2].strip()
    weight: Decimal | None = None
    if mark.endswith("%"):
        weight = decimal(mark[:-1])
        if weight is None or not -HUNDRED <= weight <= HUNDRED:
            findings.add(BAD_WEIGHT, line, found=mark, low="-100", high="100")
            return None
    elif mark.lower() not in ("", "x"):
        findings.add(BAD_MARK, line, found=match[0].strip())
        return None
    if (match[1] == "[") != multiple:
        findings.add(MIXED_MARKS, line, found=match[0].strip())
    correct = (
        mark.lower() == "x" if weight is None else weight > 0 and (multiple or weight == HUNDRED)
    )
    text = text_of([line.after(match.end()), *item.content[1:]], findings.path)
    if text is None:
        findings.add(EMPTY_ANSWER, item.line)
        return None
    return Choice(text=text, correct=correct, weight=weight, feedback=item.feedback)


def read_true_false(draft: Draft) -> TrueFalseQuestion | None:
    """``type=truefalse``: the first choice stands for true, the second for false."""
    answers = cut_answers(draft, OPENER, BULLET)
    base = draft.base(answers.stem, answers.feedback)
    found = [_choice(draft, item, False) for item in answers.items]
    choices: Sequence[Choice] = [choice for choice in found if choice is not None]
    right = sum(choice.correct for choice in choices)
    weighted = any(choice.weight is not None for choice in choices)
    if len(choices) != 2 or right != 1 or weighted:
        if len(choices) == len(found):
            draft.findings.add(TRUE_FALSE_CHOICES, draft.heading, count=len(choices), right=right)
        return None
    first, second = choices
    return TrueFalseQuestion(
        **base,
        answer=first.correct,
        true_label=first.text,
        false_label=second.text,
        true_feedback=first.feedback,
        false_feedback=second.feedback,
    )

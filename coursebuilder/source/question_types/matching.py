"""Pairs: ``- left :: right``."""

import re

from coursebuilder.diagnostics.rules.questions import (
    EMPTY_ANSWER,
    FEEDBACK_NOT_HERE,
    NO_ANSWERS,
    PAIR_WITHOUT_SEPARATOR,
)
from coursebuilder.model import MatchingQuestion, Pair
from coursebuilder.source.lines import BULLET, Line, joined, text_of
from coursebuilder.source.question_types.draft import Draft, Item, cut_answers

SEPARATOR = re.compile(r"(?:^|(?<=[ \t]))::(?=[ \t]|$)")
_ESCAPED = re.compile(r"(?:^|(?<= ))\\(\\*::)(?= |$)")


def read_matching(draft: Draft) -> MatchingQuestion | None:
    """``- left :: right`` lines; without left side a right side that fits nothing."""
    answers = cut_answers(draft, BULLET, BULLET)
    base = draft.base(answers.stem, answers.feedback, ("shuffle",))
    if not answers.items:
        draft.findings.add(NO_ANSWERS, draft.heading, wanted="- … :: …")
    pairs: list[Pair] = []
    distractors: list[str] = []
    for item in answers.items:
        found = _sides(draft, item)
        if found is None:
            continue
        before, right = found
        left = text_of(before, draft.findings.path)
        if left is None:
            distractors.append(right)
        else:
            pairs.append(Pair(left=left, right=right))
    shuffle = draft.attributes.yes("shuffle", True)
    if not pairs:
        return None
    return MatchingQuestion(
        **base, pairs=tuple(pairs), distractors=tuple(distractors), shuffle=shuffle
    )


def _sides(draft: Draft, item: Item) -> tuple[list[Line], str] | None:
    """The lines of the left side and the right side, cut at the last ``::``."""
    if item.feedback is not None:
        draft.findings.add(FEEDBACK_NOT_HERE, item.line)
    for index in range(len(item.content) - 1, -1, -1):
        line = item.content[index]
        separators = list(SEPARATOR.finditer(line.text))
        if separators:
            last = separators[-1]
            after = joined([line.after(last.end()), *item.content[index + 1 :]])
            right = _ESCAPED.sub(r"\1", after)
            if not right:
                draft.findings.add(EMPTY_ANSWER, item.line)
                return None
            before = line._replace(text=line.text[: last.start()].rstrip())
            return [*item.content[:index], before], right
    draft.findings.add(PAIR_WITHOUT_SEPARATOR, item.line, found=item.first.text[:60])
    return None

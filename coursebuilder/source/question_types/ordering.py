"""Putting in order: ``type=ordering`` and a numbered list."""

import re
from typing import Literal

from coursebuilder.diagnostics.rules.questions import EMPTY_ANSWER, FEEDBACK_NOT_HERE, NO_ANSWERS
from coursebuilder.model import OrderingQuestion
from coursebuilder.source.lines import text_of
from coursebuilder.source.question_types.draft import Draft, cut_answers
from coursebuilder.text import Text

OPENER = re.compile(r"\d{1,9}[.)](?:[ \t]+|$)")
"""The marker of an item."""


def read_ordering(draft: Draft) -> OrderingQuestion | None:
    """The numbered list, in the right order."""
    answers = cut_answers(draft, OPENER, OPENER)
    base = draft.base(answers.stem, answers.feedback, ("grading",))
    if not answers.items:
        draft.findings.add(NO_ANSWERS, draft.heading, wanted="1. …")
    items: list[Text] = []
    for item in answers.items:
        text = text_of(item.content, draft.findings.path)
        if text is None:
            draft.findings.add(EMPTY_ANSWER, item.line)
        else:
            items.append(text)
        if item.feedback is not None:
            draft.findings.add(FEEDBACK_NOT_HERE, item.line)
    exact = draft.attributes.one_of("grading", ("position", "exact"), "position") == "exact"
    grading: Literal["position", "exact"] = "exact" if exact else "position"
    return OrderingQuestion(**base, items=tuple(items), grading=grading) if items else None

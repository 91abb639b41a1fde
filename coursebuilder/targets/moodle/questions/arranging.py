"""Matching, sorting into groups and putting in order."""

from collections.abc import Iterable
from decimal import Decimal

from coursebuilder.formats.xml import Element
from coursebuilder.model import MatchingQuestion, OrderingQuestion, Question
from coursebuilder.targets.moodle.elements import leaves, node, shown_name
from coursebuilder.targets.moodle.questions.asked import HTML, PLAIN, Asked, Written
from coursebuilder.text import Text

_EXACT, _BY_POSITION = -1, 0
"""``gradingtype``: all or nothing, or a share for each item in its place."""


def matching(question: MatchingQuestion, asked: Asked) -> Written:
    """``match``: right sides that repeat make groups; a distractor has no left side."""
    pairs: list[tuple[Text | None, str]] = [(pair.left, pair.right) for pair in question.pairs]
    pairs += ((None, distractor) for distractor in question.distractors)
    return _match(question, asked, pairs, shuffle=question.shuffle)


def ordering(question: OrderingQuestion, asked: Asked) -> Written:
    """``ordering`` (part of Moodle since 4.4): the answers in their right order."""
    answers = []
    for number, item in enumerate(question.items, 1):
        id = asked.id_of("question_answer", number)
        text = asked.inline(item, "answer", id)
        answers.append(asked.raw_answer(id, text, Decimal(number), feedback_format=PLAIN))
    options = node(
        "ordering",
        *leaves(
            layouttype=0,
            selecttype=0,
            selectcount=2,
            gradingtype=_EXACT if question.grading == "exact" else _BY_POSITION,
            showgrading=0,
            numberingstyle="none",
            **asked.bare_feedback(question),
            shownumcorrect=0,
        ),
        id=asked.id_of("ordering"),
    )
    return Written(
        qtype="ordering",
        options=(node("answers", *answers), options),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
        counts_correct=True,
    )


def ordering_as_match(question: OrderingQuestion, asked: Asked) -> Written:
    """An ordering question for a Moodle before 4.4: each item is matched with its number."""
    pairs = ((item, str(number)) for number, item in enumerate(question.items, 1))
    return _match(question, asked, pairs, shuffle=True)


def _match(
    question: Question, asked: Asked, pairs: Iterable[tuple[Text | None, str]], *, shuffle: bool
) -> Written:
    options = node(
        "matchoptions",
        *leaves(shuffleanswers=int(shuffle), **asked.combined_feedback(question), shownumcorrect=0),
        id=asked.id_of("match_options"),
    )
    matches = (_pair(asked, number, left, right) for number, (left, right) in enumerate(pairs, 1))
    return Written(
        qtype="match",
        options=(options, node("matches", *matches)),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
        counts_correct=True,
    )


def _pair(asked: Asked, number: int, left: Text | None, right: str) -> Element:
    """``<match>``."""
    id = asked.id_of("match", number)
    return node(
        "match",
        *leaves(
            questiontext=asked.html(left, "subquestion", id, "qtype_match"),
            questiontextformat=HTML,
            answertext=shown_name(right),
        ),
        id=id,
    )

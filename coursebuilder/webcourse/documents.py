"""Quizzes and self-scans as the player reads them (docs/player.md, "Quiz, question, scan")."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from coursebuilder.markup import plain_text
from coursebuilder.model import (
    REVIEW_TIMES,
    ChoiceQuestion,
    Draw,
    Question,
    Quiz,
    ReviewSubject,
    Scan,
)
from coursebuilder.webcourse.pieces import Pieces
from coursebuilder.webcourse.questions import Json, number, player_points, question_json


def quiz_json(quiz: Quiz, module: str, keys: Mapping[str, str], pieces: Pieces) -> dict[str, Json]:
    """The quiz of a module; ``keys`` are those of ``module/quiz/question``."""
    return {
        "id": quiz.id,
        "title": quiz.title,
        "pass": number(quiz.pass_percent),
        "attempts": quiz.attempts,
        "behaviour": quiz.behaviour,
        "grading": quiz.grading,
        "shuffleAnswers": quiz.shuffle_answers,
        "timeLimit": quiz.time_limit,
        "perPage": quiz.per_page,
        "review": _review(quiz),
        "slots": list(_slots(quiz)),
        "bands": [
            {"from": number(band.minimum), "html": pieces.block(band.text)} for band in quiz.bands
        ],
        "questions": [
            question_json(
                _as_tried(question, quiz), keys[f"{module}/{quiz.id}/{question.id}"], pieces
            )
            for question in quiz.questions
        ],
    }


def _as_tried(question: Question, quiz: Quiz) -> Question:
    """The question; where tries are given no single choice costs points, as in Moodle."""
    tries = quiz.behaviour == "interactive"
    if not tries or not isinstance(question, ChoiceQuestion) or question.multiple:
        return question
    choices = (
        replace(choice, weight=Decimal(0)) if (choice.weight or 0) < 0 else choice
        for choice in question.choices
    )
    return replace(question, choices=tuple(choices))


def _review(quiz: Quiz) -> dict[str, Json]:
    """From when on a learner sees what: 0 during the attempt to 4 never (``REVIEW_TIMES``)."""
    subjects: dict[str, ReviewSubject] = {
        "answers": "answers",
        "correctness": "correctness",
        "points": "points",
        "feedback": "feedback",
        "rightAnswers": "right_answers",
    }
    return {name: REVIEW_TIMES.index(quiz.seen_from(subject)) for name, subject in subjects.items()}


def _slots(quiz: Quiz) -> Iterator[dict[str, Json]]:
    """The slots; the first of a part names its heading, one that begins a page says so."""
    for part in quiz.parts:
        for index, slot in enumerate(part.slots):
            found: dict[str, Json] = (
                {"from": [question.id for question in quiz.drawn(slot)], "count": slot.count}
                if isinstance(slot, Draw)
                else {"question": slot.id}
            )
            if index == 0:
                found |= {"part": plain_text(part.title), "shuffle": part.shuffle}
            elif index in part.breaks:
                found |= {"page": True}
            yield found


def quiz_points(quiz: Quiz) -> Decimal:
    """The most points the player gives in one attempt."""
    total = Decimal(0)
    for slot in quiz.slots:
        if isinstance(slot, Draw):
            total += slot.count * player_points(quiz.drawn(slot)[0])
        else:
            total += player_points(slot)
    return total


def scan_json(scan: Scan, pieces: Pieces) -> dict[str, Json]:
    """The self-scan."""
    return {
        "id": scan.id,
        "title": scan.title,
        "scale": list(scan.scale),
        "groups": [
            {
                "id": group.id,
                "title": group.title,
                "statements": [
                    {"id": statement.id, "html": pieces.inline(statement.text)}
                    for statement in group.statements
                ],
                "advice": [
                    {
                        "low": number(advice.low),
                        "high": number(advice.high),
                        "html": pieces.block(advice.text),
                    }
                    for advice in group.advice
                ],
            }
            for group in scan.groups
        ],
    }

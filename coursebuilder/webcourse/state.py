"""The longest state a learner of a course can have (docs/player.md, "State").

``player/state.js`` writes the state; the numbers here are its own, and both are tested against the
same examples.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from coursebuilder.model import (
    Body,
    CalculatedQuestion,
    Checklist,
    ChoiceQuestion,
    Draw,
    EssayQuestion,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    PlatformActivity,
    Question,
    Quiz,
    Reflection,
    Scan,
    ShortAnswerQuestion,
    Situation,
    TrueFalseQuestion,
)
from coursebuilder.model.walk import activity_body, blocks
from coursebuilder.webcourse.outline import Stop
from coursebuilder.webcourse.platform import box_ids

TEXT_ANSWER = 64
"""Characters of a typed answer that are kept."""
SHARE = 3
"""Characters of the share of points that a cut answer keeps."""
TRACED = 2
"""Characters of the history of a typed gap, which knows a changed answer from the same one."""

_FRAME = 9 + 9 + 5
"""Version and time, time of completion, checksum."""
_SECTION = 2
_UNIVERSE = 1 << 18


@dataclass(frozen=True, slots=True, kw_only=True)
class StateBound:
    """Characters by what they are for."""

    frame: int
    visited: int
    progress: int
    """Attempts and grades of quizzes, self-scans, checklists and situations."""
    answers: int
    """Open attempts of all quizzes."""
    longest: int
    """The longest of those attempts."""

    @property
    def total(self) -> int:
        """The longest state, learner's texts aside: those take the space that is left."""
        return self.lasting + self.answers

    @property
    def lasting(self) -> int:
        """What is kept when even the answers of open attempts had to go."""
        return self.frame + self.visited + self.progress

    @property
    def working(self) -> int:
        """The longest state of a learner with one open attempt; answers of others may go."""
        return self.lasting + self.longest


@dataclass(frozen=True, slots=True, kw_only=True)
class StateShape:
    """What of a SCO leaves something in the state."""

    activities: int
    quizzes: tuple[tuple[int, ...], ...]
    """Per quiz the length of each answer's body and of the history of its tries."""
    scans: tuple[int, ...]
    """Statements of each self-scan."""
    lists: tuple[int, ...]
    """Lines of each checklist."""
    situations: int = 0


def state_bound(stops: Sequence[Stop]) -> StateBound:
    """The bound for the pages of one SCO."""
    return bound_of(state_shape(stops))


def state_shape(stops: Sequence[Stop]) -> StateShape:
    """What the pages of one SCO leave in the state."""
    activities = [stop.activity for stop in stops if stop.activity is not None]
    return StateShape(
        activities=len(stops),
        quizzes=tuple(_bodies(part) for part in activities if isinstance(part, Quiz)),
        scans=tuple(_statements(part) for part in activities if isinstance(part, Scan)),
        lists=tuple(len(part.items) for part in _checklists(stops)),
        situations=sum(isinstance(part, Situation) for part in activities),
    )


def bound_of(shape: StateShape) -> StateBound:
    """The longest state of that shape."""
    attempts = [7 + sum(6 + body for body in quiz) for quiz in shape.quizzes]
    return StateBound(
        frame=_FRAME,
        visited=_section(keys_bound(shape.activities)),
        progress=_section(8 * len(shape.quizzes))
        + _section(sum(4 + 4 * statements for statements in shape.scans))
        + _section(sum(7 + 3 * lines for lines in shape.lists))
        + _section(8 * shape.situations),
        answers=sum(attempts),
        longest=max(attempts, default=0),
    )


def keys_bound(count: int) -> int:
    """The longest Rice code of ``count`` keys of 18 bits."""
    if count == 0:
        return 0
    bits = min(count * (k + 1) + ((_UNIVERSE - 1) >> k) for k in range(18))
    return 1 + -(-bits // 6)


def _bodies(quiz: Quiz) -> tuple[int, ...]:
    """The longest answers of one attempt: of a pool, as many of its longest as it draws."""
    bodies: list[int] = []
    for slot in quiz.slots:
        asked = quiz.drawn(slot) if isinstance(slot, Draw) else (slot,)
        lengths = sorted((_body(one) + _history(one, quiz) for one in asked), reverse=True)
        bodies += lengths[: slot.count] if isinstance(slot, Draw) else lengths
    return tuple(bodies)


def question_parts(question: Question) -> int:
    """How many parts an answer names one by one."""
    match question:
        case ChoiceQuestion():
            return len(question.choices)
        case MatchingQuestion():
            return max(len(question.pairs), len(question.options))
        case OrderingQuestion():
            return len(question.items)
        case GapQuestion():
            words = {word for gap in question.gaps for word in gap.answers} | {*question.extra}
            longest = max((len(gap.wrong) + 1 for gap in question.gaps), default=0)
            return max(len(question.gaps), longest, len(words) if question.mode == "drag" else 0)
        case TrueFalseQuestion():
            return 2
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion() | EssayQuestion():
            return 1
        case _:
            assert_never(question)


def _body(question: Question) -> int:
    match question:
        case ChoiceQuestion():
            return len(question.choices) if question.multiple else 1
        case TrueFalseQuestion():
            return 1
        case MatchingQuestion():
            return len(question.pairs)
        case OrderingQuestion():
            return len(question.items)
        case GapQuestion():
            return TEXT_ANSWER + SHARE if question.mode == "type" else len(question.gaps)
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion():
            return TEXT_ANSWER + SHARE
        case EssayQuestion():
            return 0
        case _:
            assert_never(question)


def _history(question: Question, quiz: Quiz) -> int:
    """``@`` and, where tries are paid for by the part, what is kept of each part of the last one."""
    if quiz.behaviour != "interactive" or not question.hints:
        return 0
    match question:
        case MatchingQuestion():
            return 1 + len(question.pairs)
        case GapQuestion():
            return 1 + len(question.gaps) * (TRACED if question.mode == "type" else 1)
        case _:
            return 0


def _section(length: int) -> int:
    return _SECTION + length if length else 0


def _statements(scan: Scan) -> int:
    return sum(len(group.statements) for group in scan.groups)


def _checklists(stops: Iterable[Stop]) -> Iterator[Checklist]:
    for stop in stops:
        for block in blocks(_body_of(stop)):
            if isinstance(block, Checklist):
                yield block


def _body_of(stop: Stop) -> Body:
    return stop.module.introduction if stop.activity is None else activity_body(stop.activity)


def local_ids(stop: Stop) -> Iterator[tuple[str, ...]]:
    """The groups of ids within a page whose local keys must differ."""
    parts: list[str] = []
    for block in blocks(_body_of(stop)):
        if isinstance(block, Reflection | Checklist):
            parts.append(block.id)
        if isinstance(block, Checklist):
            yield tuple(item.id for item in block.items)
    activity = stop.activity
    if isinstance(activity, Quiz):
        essays = (part for part in activity.questions if isinstance(part, EssayQuestion))
        parts.extend(essay.id for essay in essays)
    if isinstance(activity, PlatformActivity):
        parts.extend(box_ids(activity))
    if isinstance(activity, Situation):
        yield tuple(scene.id for scene in activity.scenes)
    if isinstance(activity, Scan):
        yield tuple(line.id for group in activity.groups for line in group.statements)
    yield tuple(parts)


def local_key(id: str) -> int:
    """18 bits of the 32-bit FNV-1a hash of the id, as ``player/hash.js`` works it out."""
    value = 0x811C9DC5
    for byte in id.encode():
        value = (value ^ byte) * 0x01000193 & 0xFFFFFFFF
    return (value ^ value >> 18) & 0x3FFFF

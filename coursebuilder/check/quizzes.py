"""Quizzes: whether they can be passed, and pools, time and feedback make sense."""

from collections.abc import Iterator
from decimal import Decimal

from coursebuilder.check.quiz_parts import check_parts
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.quiz_parts import (
    DRAW_MAY_RUN_OUT,
    NEVER_DRAWN,
    UNKNOWN_DRAW_TAG,
)
from coursebuilder.diagnostics.rules.quizzes import (
    BANDS_START,
    EMPTY_QUIZ,
    ESSAY_IN_QUIZ,
    LARGE_PAGE,
    POOL_TOO_SMALL,
    SHORT_TIME,
    TRIES_WITHOUT_HINTS,
    UNDRAWN_POOL,
    UNEQUAL_POOL,
    UNKNOWN_POOL,
    UNREACHABLE_PASS,
)
from coursebuilder.model import Course, Draw, EssayQuestion, Quiz
from coursebuilder.text import Span

SECONDS_PER_QUESTION = 20
"""The least that reading a question and choosing an answer takes."""


def check_quizzes(course: Course) -> Iterator[Diagnostic]:
    """What is wrong with the quizzes as a whole."""
    for _, quiz in course.quizzes():
        if not quiz.questions:
            yield EMPTY_QUIZ.at(quiz.span)
            continue
        pools = tuple(_pools(quiz, course))
        yield from pools
        if not pools:
            yield from _pass_mark(quiz, course)
        yield from _time(quiz, course)
        yield from _bands(quiz, course)
        yield from check_parts(quiz, course)


def _pools(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    for index, draw in enumerate(quiz.draws):
        place = _draw_place(course, quiz, index, draw)
        drawn = quiz.drawn(draw)
        points = sorted({question.points for question in drawn})
        if draw.pool and not quiz.pool(draw.pool):
            yield UNKNOWN_POOL.at(place, pool=draw.pool)
        elif not drawn:
            yield UNKNOWN_DRAW_TAG.at(place, tag=draw.tag)
        elif not draw.tag and draw.count > len(drawn):
            yield POOL_TOO_SMALL.at(place, pool=draw.pool, count=draw.count, size=len(drawn))
        elif len(points) > 1:
            written = ", ".join(map(str, points))
            yield UNEQUAL_POOL.at(place, pool=draw.tag or draw.pool, points=written)
    yield from _runs_out(quiz, course)
    drawn_from = {draw.pool for draw in quiz.draws}
    pools = {"", *drawn_from}
    for question in quiz.questions:
        if question.pool not in pools:
            pools.add(question.pool)
            yield UNDRAWN_POOL.at(question.span, pool=question.pool)
        elif question.pool in drawn_from - {""} and not any(
            draw.takes(question) for draw in quiz.draws
        ):
            yield NEVER_DRAWN.at(question.span, pool=question.pool)


def _draw_place(course: Course, quiz: Quiz, index: int, draw: Draw) -> Span:
    """Where a draw stands: an entry of the list ``draw:``, or a pool with its number."""
    return course.place(quiz.span, f"draw/{index}", f"draw/{draw.pool}", "draw")


def _runs_out(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    """Draws that find too few questions when earlier ones took as many of theirs as they can."""
    draws = [slot for slot in quiz.slots if isinstance(slot, Draw)]
    for index, draw in enumerate(draws):
        own = quiz.drawn(draw)
        taken = sum(
            min(earlier.count, sum(earlier.takes(question) for question in own))
            for earlier in draws[:index]
        )
        left = len(own) - taken
        if draw.count > left and (draw.tag or taken):
            yield DRAW_MAY_RUN_OUT.at(
                _draw_place(course, quiz, quiz.draws.index(draw), draw),
                count=draw.count,
                tag=draw.tag or draw.pool,
                left=max(0, left),
            )


def _pass_mark(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    if quiz.pass_percent <= 0:
        return
    reachable = marked_percent(quiz)
    if quiz.pass_percent > reachable:
        yield UNREACHABLE_PASS.at(
            course.place(quiz.span, "pass"),
            percent=quiz.pass_percent,
            reachable=reachable.quantize(Decimal(1)),
        )
        return
    for question in quiz.questions:
        if isinstance(question, EssayQuestion) and question.points > 0:
            yield ESSAY_IN_QUIZ.at(question.span)


def marked_percent(quiz: Quiz) -> Decimal:
    """The share of the points of an attempt that no person needs to mark, at its least."""
    marked = Decimal(0)
    for slot in quiz.slots:
        if isinstance(slot, Draw):
            pool = quiz.drawn(slot)
            essays = sum(isinstance(question, EssayQuestion) for question in pool)
            marked += max(slot.count - essays, 0) * pool[0].points
        elif not isinstance(slot, EssayQuestion):
            marked += slot.points
    return marked * 100 / quiz.points if quiz.points > 0 else Decimal(0)


def _time(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    count = sum(slot.count if isinstance(slot, Draw) else 1 for slot in quiz.slots)
    if quiz.time_limit and quiz.time_limit * 60 < count * SECONDS_PER_QUESTION:
        seconds = quiz.time_limit * 60 // count
        place = course.place(quiz.span, "time_limit")
        yield SHORT_TIME.at(place, minutes=quiz.time_limit, count=count, seconds=seconds)
    if quiz.per_page > max(count, 1):
        place = course.place(quiz.span, "per_page")
        yield LARGE_PAGE.at(place, per_page=quiz.per_page, count=count)
    hints = any(question.hints for question in quiz.questions)
    if quiz.behaviour == "interactive" and not hints:
        yield TRIES_WITHOUT_HINTS.at(course.place(quiz.span, "feedback"))


def _bands(quiz: Quiz, course: Course) -> Iterator[Diagnostic]:
    starts = [band.minimum for band in quiz.bands]
    if starts and min(starts) > 0:
        yield BANDS_START.at(course.place(quiz.span, "overall_feedback"), percent=min(starts))

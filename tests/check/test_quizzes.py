from dataclasses import replace
from decimal import Decimal

from coursebuilder.check.quizzes import marked_percent
from coursebuilder.model import Draw, EssayQuestion
from tests.check.courses import TRUE_FALSE, ask, quiz

ESSAY = ask(EssayQuestion, id="stap", pool="a")


def test_open_questions_are_not_marked() -> None:
    assert marked_percent(quiz(replace(TRUE_FALSE, points=Decimal(3)), ESSAY)) == 75


def test_a_pool_counts_at_its_least() -> None:
    pool = [replace(TRUE_FALSE, id=f"v{n}", pool="a") for n in range(2)]
    assert marked_percent(quiz(*pool, ESSAY, draws=(Draw(pool="a", count=2),))) == 50


def test_no_points_at_all() -> None:
    assert marked_percent(quiz(replace(TRUE_FALSE, points=Decimal(0)))) == 0

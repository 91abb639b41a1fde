import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.check.answers import catches, check_numbers
from coursebuilder.model import NumericalQuestion, NumericAnswer
from tests.check.courses import ask

PATTERNS = st.text("ab*", max_size=5)
TEXTS = st.text("ab", max_size=6)


@pytest.mark.parametrize(
    ("pattern", "other", "expected"),
    [
        ("taken*", "takenlijst", True),
        ("taken*", "taken*lijst", True),
        ("taken*lijst", "taken*", False),
        ("Water", "water", True),
        (r"\*", "*", False),
        ("*", r"\*", True),
        ("a.c", "abc", False),
        ("*", "", True),
    ],
)
def test_catches(pattern: str, other: str, expected: bool) -> None:
    assert catches(pattern, other, case_sensitive=False) is expected


def test_case_counts_when_the_author_says_so() -> None:
    assert not catches("Water", "water", case_sensitive=True)


@given(PATTERNS, PATTERNS, TEXTS)
def test_whatever_fits_the_caught_pattern_fits_the_catching_one(
    pattern: str, other: str, text: str
) -> None:
    def fits(wild: str) -> bool:
        return re.fullmatch(wild.replace("*", ".*"), text) is not None

    if catches(pattern, other, case_sensitive=True) and fits(other):
        assert fits(pattern)


@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ([(4, 0, 100), (5, 0, 100)], ["5"]),
        ([(4, 0, 100), (5, 0, 0)], []),
        ([(4, 0, 100), (5, 0, 50)], []),
        ([(4, 0, 100), (5, 1, 100)], []),
        ([(4, 1, 100), (6, 1, 100)], []),
        ([(4, 0, 50), (5, 0, 100), (6, 0, 100), (7, 0, 100)], ["6", "7"]),
    ],
)
def test_numbers_apart_that_both_earn_all_points(
    answers: list[tuple[int, int, int]], found: list[str]
) -> None:
    entries = tuple(
        NumericAnswer(value=Decimal(value), tolerance=Decimal(off), weight=Decimal(weight))
        for value, off, weight in answers
    )
    question = ask(NumericalQuestion, answers=entries)
    assert isinstance(question, NumericalQuestion)
    full = [one for one in check_numbers(question) if one.rule.code == "CB438"]
    assert [str(dict(one.values)["value"]) for one in full] == found

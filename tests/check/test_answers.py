import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.check.answers import catches

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

"""Formulas: what is one, what it is worth, and that nothing else is ever run."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursebuilder.model.formula import FormulaError, check_formula, evaluate, variables


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("{a} / {b}", 2.5),
        ("-({a} - 2 * {b}) + 1.5", 0.5),
        ("pow({b}, 3) + sqrt(16)", 12),
        ("round(2.5) + round(-2.5) + round({a} / 3, 2)", 1.67),
        ("max({a}, {b}, 7) - min({a}, {b})", 5),
        ("floor(2.7) + ceil(2.1) + abs(-1) + pi()", 6 + math.pi),
    ],
)
def test_values(formula: str, value: float) -> None:
    check_formula(formula)
    assert evaluate(formula, {"a": 5, "b": 2}) == pytest.approx(value)


@pytest.mark.parametrize(
    "formula",
    [
        "", "a", "{a}", "{a} ** 2", "{a} // 2", "{b} % 2", "exec(1)", "abs", "abs(1, 2)", "max(1)", "1 2",
        "(" * 90 + "1" + ")" * 89, "__import__(1)", "{a}.real", "'x'", "1e999", "0x10", "{b", "lambda: 1",
        "1 if 1 else 2", "9" * 201, "{b}({b})", "abs(*{b})",
    ],
)  # fmt: skip
def test_what_is_no_formula(formula: str) -> None:
    with pytest.raises(FormulaError):
        evaluate(formula, {"b": 2.0})


@pytest.mark.parametrize(
    "formula", ["1 / {b}", "sqrt(-1)", "pow(0, -1)", "pow(-8, 0.5)", "pow(10, 400)"]
)
def test_what_has_no_value(formula: str) -> None:
    check_formula(formula)
    with pytest.raises(FormulaError):
        evaluate(formula, {"b": 0.0})


@given(st.text(alphabet="0123456789.+-*/() {ab}absmxround,", max_size=40))
def test_any_text_has_a_value_or_is_refused(formula: str) -> None:
    try:
        value = evaluate(formula, {"a": 1.5, "b": -2.0})
    except FormulaError:
        return
    assert math.isfinite(value)
    assert set(variables(formula)) <= {"a", "b"}

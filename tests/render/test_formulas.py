"""LaTeX to MathML."""

import pytest
from lxml import etree

from coursebuilder.render.formulas import FormulaError, mathml


@pytest.mark.parametrize(
    ("latex", "problem"),
    [
        ("\\nope", r"\\nope\?"),
        ("x_1_2", "double subscripts"),
        ("\\left( x", "extra left or missing right"),
        ("\\frac{1}{n", "a brace is missing"),
        ("n} + {1", "a brace is missing"),
        ("{" * 5000 + "}" * 5000, "."),
    ],
)
def test_what_does_not_convert_says_why(latex: str, problem: str) -> None:
    with pytest.raises(FormulaError, match=problem):
        mathml(latex, block=False)


@pytest.mark.parametrize(
    "latex",
    [
        r"\text{<script>alert(1)</script>}",
        r"\href{javascript:alert(1)}{x}",
        r'\style{color:red" onclick="x}{y}',
        r'\color{red"><script>}x',
        r"\class{x}{y}",
        r"\text{&lt;script&gt;}",
    ],
)
def test_a_formula_brings_nothing_but_mathml(latex: str) -> None:
    root = etree.fromstring(mathml(latex, block=True))
    for element in root.iter():
        assert element.tag.startswith("{http://www.w3.org/1998/Math/MathML}m")
        assert not {"href", "style", "class", "onclick"} & set(element.attrib)


def test_escaped_braces_need_no_partner() -> None:
    assert "{" in mathml(r"\{ x", block=False)


def test_symbols_are_characters() -> None:
    assert "<mo>∫</mo>" in mathml(r"\int x", block=False)

"""Formulas of calculated questions: a small part of arithmetic that Moodle reads the same way.

Numbers with a decimal point, variables in braces, ``+ - * / ( )`` and the functions below. A formula is
read as a syntax tree and walked; nothing is ever run as code.
"""

import ast
import math
import re
from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

VARIABLE = re.compile(r"\{([A-Za-z][A-Za-z0-9_]*)\}")
"""A variable in a formula or in a text."""

LONGEST = 200
"""Characters of a formula."""


class FormulaError(ValueError):
    """It is no formula, or it has no value: division by zero, the root of a negative number."""


def _round(value: float, digits: float = 0) -> float:
    """Half away from zero, as PHP rounds."""
    scale = 10.0 ** int(digits)
    return math.copysign(math.floor(abs(value) * scale + 0.5) / scale, value)


FUNCTIONS: Mapping[str, tuple[int, int, Callable[..., float]]] = MappingProxyType(
    {
        "abs": (1, 1, abs),
        "ceil": (1, 1, math.ceil),
        "floor": (1, 1, math.floor),
        "max": (2, 9, max),
        "min": (2, 9, min),
        "pi": (0, 0, lambda: math.pi),
        "pow": (2, 2, math.pow),
        "round": (1, 2, _round),
        "sqrt": (1, 1, math.sqrt),
    }
)
"""Name -> fewest and most arguments, and what it computes."""

_OPERATORS: Mapping[type[ast.operator], Callable[[float, float], float]] = MappingProxyType(
    {
        ast.Add: lambda left, right: left + right,
        ast.Sub: lambda left, right: left - right,
        ast.Mult: lambda left, right: left * right,
        ast.Div: lambda left, right: left / right,
    }
)
_TOKENS = re.compile(
    rf"(?:[ ]|\d{{1,15}}(?:\.\d{{1,15}})?|{VARIABLE.pattern}|[-+*/(),]|(?:{'|'.join(FUNCTIONS)})(?=[ ]*\())+"
)


def variables(text: str) -> tuple[str, ...]:
    """The variables in a formula or a text, each once."""
    return tuple(dict.fromkeys(VARIABLE.findall(text)))


def check_formula(formula: str) -> None:
    """Raise FormulaError when it is no formula."""
    _walk(_tree(formula), dict.fromkeys(variables(formula), 1.0), compute=False)


def evaluate(formula: str, values: Mapping[str, float]) -> float:
    """The value of a formula; FormulaError when it is none, or has no value."""
    try:
        value = float(_walk(_tree(formula), values, compute=True))
    except (ArithmeticError, ValueError) as error:
        raise FormulaError(str(error)) from error
    if not math.isfinite(value):
        raise FormulaError("not finite")
    return value


def _tree(formula: str) -> ast.expr:
    if len(formula) > LONGEST or not _TOKENS.fullmatch(formula):
        raise FormulaError("not a formula")
    try:
        return ast.parse(VARIABLE.sub(r"_\1", formula).strip(), mode="eval").body
    except (SyntaxError, RecursionError, MemoryError) as error:
        raise FormulaError("not a formula") from error


def _walk(node: ast.expr, values: Mapping[str, float], *, compute: bool) -> float:
    def inner(part: ast.expr) -> float:
        return _walk(part, values, compute=compute)

    match node:
        case ast.Constant(value=int() | float() as value):
            return float(value)
        case ast.Name(id=name) if name[1:] in values:
            return values[name[1:]]
        case ast.UnaryOp(op=ast.USub() | ast.UAdd() as sign, operand=operand):
            return -inner(operand) if isinstance(sign, ast.USub) else inner(operand)
        case ast.BinOp(left=left, op=operator, right=right) if type(operator) in _OPERATORS:
            sides = inner(left), inner(right)
            return _OPERATORS[type(operator)](*sides) if compute else 1.0
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            return _call(name, [inner(argument) for argument in args], compute=compute)
        case _:
            raise FormulaError("not a formula")


def _call(name: str, arguments: Sequence[float], *, compute: bool) -> float:
    fewest, most, function = FUNCTIONS[name]
    if not fewest <= len(arguments) <= most:
        raise FormulaError(f"{name} takes {fewest} to {most} numbers")
    return float(function(*arguments)) if compute else 1.0

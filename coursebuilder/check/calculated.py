"""Calculated questions: whether their variables are used and a rounded answer still counts."""

from collections.abc import Iterator

from coursebuilder.check.answers import full_answer
from coursebuilder.diagnostics import Diagnostic
from coursebuilder.diagnostics.rules.calculated import (
    NAME_WITHOUT_VARIABLE,
    ROUNDED_ANSWER,
    UNUSED_VARIABLE,
)
from coursebuilder.model import CalculatedQuestion
from coursebuilder.model.formula import evaluate, variables


def check_calculated(question: CalculatedQuestion) -> Iterator[Diagnostic]:
    """Variables that nothing names, names that are none, and deviations less than a rounding."""
    yield from full_answer(question.span, [answer.weight for answer in question.answers])
    shown = variables(question.stem.source)
    for name in question.variables:
        if name not in shown:
            yield UNUSED_VARIABLE.at(question.span, name=name)
    for name in shown:
        if name not in question.variables:
            known = ", ".join(question.variables)
            yield NAME_WITHOUT_VARIABLE.at(question.span, name=name, known=known)
    for answer in question.answers:
        span = answer.span if answer.span.path else question.span
        for number, variant in enumerate(question.variants, 1):
            value = evaluate(answer.formula, question.values(variant))
            rounded = round(value, question.decimals)
            if abs(value - rounded) > float(answer.tolerance) + 1e-9 * max(1.0, abs(value)):
                yield ROUNDED_ANSWER.at(
                    span, number=number, value=f"{value:.10g}", rounded=f"{rounded:.10g}"
                )
                break

"""Calculated questions: ``= {uren} / {leden} ± 0,05`` and a table of ``::: variants``."""

import re
from decimal import Decimal

from coursebuilder.diagnostics.rules.calculated import (
    BAD_FORMULA,
    FORMULA_WITHOUT_VALUE,
    MALFORMED_VARIANTS,
    NO_VARIANTS,
    UNKNOWN_VARIABLE,
)
from coursebuilder.model import CalculatedQuestion, FormulaAnswer
from coursebuilder.model.formula import FormulaError, check_formula, evaluate, variables
from coursebuilder.source.attributes import decimal
from coursebuilder.source.lines import split_lines
from coursebuilder.source.question_types.draft import HUNDRED, Draft, Item, cut_weight
from coursebuilder.source.question_types.typed import (
    DEVIATION,
    one_line,
    read_units,
    typed_answers,
)
from coursebuilder.source.tables import RULE, cells

_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,29}")
_DECIMALS = (0, 9)
_USUAL_DECIMALS = 2

_Table = tuple[tuple[str, ...], tuple[tuple[Decimal, ...], ...]]


def read_calculated(draft: Draft) -> CalculatedQuestion | None:
    """A question of which every formula has a value in every variant; None otherwise, reported."""
    found = typed_answers(draft)
    base = draft.base(found.stem, found.feedback, ("decimals", "unit", "units"))
    table = _variants(draft)
    units = read_units(draft)
    decimals = draft.attributes.integer("decimals", *_DECIMALS)
    if table is None:
        return None
    answers = [_answer(draft, item, table) for item in found.items]
    if not answers or None in answers:
        return None
    return CalculatedQuestion(
        **base,
        variables=table[0],
        variants=table[1],
        answers=tuple(answer for answer in answers if answer is not None),
        units=units,
        decimals=_USUAL_DECIMALS if decimals is None else decimals,
    )


def _variants(draft: Draft) -> _Table | None:
    """Names of the first row, and the numbers of each further one."""
    text = draft.part("variants")
    if text is None:
        draft.findings.add(NO_VARIANTS, draft.heading)
        return None
    lines = [line for line in split_lines(text.source, text.span) if not line.blank]
    names = tuple(cells(lines[0].text))
    right = len(lines) > 2 and RULE.fullmatch(lines[1].text) and len(set(names)) == len(names)
    if not right or not all(_NAME.fullmatch(name) for name in names):
        draft.findings.add_at(MALFORMED_VARIANTS, text.span)
        return None
    rows: list[tuple[Decimal, ...]] = []
    for line in lines[2:]:
        numbers = [decimal(cell) for cell in cells(line.text)]
        if len(numbers) != len(names) or None in numbers:
            draft.findings.add(MALFORMED_VARIANTS, line)
            return None
        rows.append(tuple(number for number in numbers if number is not None))
    return names, tuple(rows)


def _answer(draft: Draft, item: Item, table: _Table) -> FormulaAnswer | None:
    weight, line = cut_weight(one_line(draft, item), draft.findings)
    pieces = DEVIATION.split(line.text.strip(), maxsplit=1)
    formula = pieces[0].strip()
    tolerance = decimal(pieces[1]) if len(pieces) > 1 else Decimal(0)
    try:
        if tolerance is None or tolerance < 0:
            raise FormulaError("no deviation")
        check_formula(formula)
    except FormulaError:
        draft.findings.add(BAD_FORMULA, line, found=line.text.strip()[:60] or "=")
        return None
    names, rows = table
    unknown = [name for name in variables(formula) if name not in names]
    if unknown:
        draft.findings.add(UNKNOWN_VARIABLE, line, name=unknown[0], known=", ".join(names))
        return None
    for number, row in enumerate(rows, 1):
        try:
            evaluate(formula, dict(zip(names, map(float, row), strict=True)))
        except FormulaError:
            draft.findings.add(FORMULA_WITHOUT_VALUE, line, formula=formula, number=number)
            return None
    return FormulaAnswer(
        formula=formula,
        tolerance=tolerance,
        weight=HUNDRED if weight is None else weight,
        feedback=item.feedback,
        span=draft.findings.span(item.line),
    )

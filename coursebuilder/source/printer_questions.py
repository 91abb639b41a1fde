"""Questions as Markdown."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import assert_never

from coursebuilder.markup import plain_text
from coursebuilder.markup.attributes import Attributes, attribute_list
from coursebuilder.model import (
    Answer,
    CalculatedQuestion,
    Choice,
    ChoiceQuestion,
    EssayQuestion,
    Gap,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
    TrueFalseQuestion,
    Unit,
)
from coursebuilder.source.lines import ESCAPE, split_lines
from coursebuilder.source.printer_text import (
    BODY,
    escaped,
    feedback,
    item,
    number,
    paragraphs,
    quote,
)
from coursebuilder.source.question import infer_type
from coursebuilder.source.question_types.choice import OPENER as CHOICE
from coursebuilder.source.question_types.gaps import GAP
from coursebuilder.source.question_types.ordering import OPENER as NUMBERED
from coursebuilder.source.question_types.typed import OPENER as TYPED
from coursebuilder.text import NOWHERE, Text

_STEM = r" {0,3}:::|#{1,2}(?:[^#]|$)|=+ *$|-{3,}[ \t]*$"
"""Blocks, headings that would be the next question or part of a quiz, and what would begin a page."""

_BULLET = r"[-*+](?:[ \t]|$)"
_QUOTE = r" {0,3}>"
_HEADING = re.compile(r"(\S[^\n]*)(?:\n(\n+)([ \t]*\S.*))?", re.DOTALL)
_SEPARATOR = re.compile(r"(?:^|(?<= ))(\\*::)(?= |$)")
_IN_GAP = re.compile(r"([|\[\]]|\\(?=[\\|\[\]]|$))")
_IN_WORD = re.compile(r"([\\,])")
_LOOKS_WEIGHTED = re.compile(r"[^\s%]{1,12}[ \t]*%[ \t]+\S")

_Notation = tuple[str, str, Attributes, list[str]]
"""Type, what the stem must not begin a line with, attributes of the type, and the answers."""


def question_lines(question: Question) -> tuple[str, list[str]]:
    """The heading (without marker) with its attributes, and the lines under it."""
    type, notation, more, answers = _notation(question)
    title, rest = _heading(question.stem.source)
    stem = escaped(rest, f"{_STEM}|{notation}") if rest else []
    lines = paragraphs([stem, answers, _general(question)])
    core = paragraphs([stem, answers])
    inferred = infer_type(split_lines("\n".join(core), NOWHERE))
    given = (("type", type),) if inferred != type else ()
    attributes = (*_common(question), *given, *more)
    blank = (
        [""] * (len(question.stem.source) - len(title) - len(rest) - 1) if title and rest else [""]
    )
    heading = f"{title} {attribute_list(attributes)}".strip()
    return heading, [*blank, *lines, *_parts(question)]


def _heading(stem: str) -> tuple[str, str]:
    """The first paragraph, when it can be a heading, and the rest."""
    match = _HEADING.fullmatch(stem)
    if match is None or match[1] != match[1].strip():
        return "", stem
    return match[1], match[3] or ""


def _common(question: Question) -> Attributes:
    named = plain_text(question.stem.source.partition("\n")[0])
    given = (
        ("id", question.id),
        ("points", "" if question.points == 1 else number(question.points)),
        ("tags", " ".join(question.tags)),
        ("objective", " ".join(question.objectives)),
        ("pool", question.pool),
        ("name", "" if question.name == named else question.name),
        ("source", question.source),
    )
    return tuple((name, value) for name, value in given if value)


def _general(question: Question) -> list[str]:
    return quote(escaped(question.feedback.source, "")) if question.feedback else []


def _parts(question: Question) -> list[str]:
    parts = [("hint", hint) for hint in question.hints]
    whole = (
        ("correct", question.when_correct),
        ("partial", question.when_partial),
        ("incorrect", question.when_incorrect),
        ("model", question.model_answer if isinstance(question, EssayQuestion) else None),
    )
    parts += [(name, text) for name, text in whole if text is not None]
    lines: list[str] = []
    for name, text in parts:
        lines += ["", f"::: {name}", *escaped(text.source, BODY), ":::"]
    if isinstance(question, CalculatedQuestion):
        lines += _variants(question)
    return lines


def _notation(question: Question) -> _Notation:
    match question:
        case ChoiceQuestion():
            return _choices(question)
        case TrueFalseQuestion():
            return _true_false(question)
        case ShortAnswerQuestion():
            case = (("case", "yes"),) if question.case_sensitive else ()
            answers = [line for answer in question.answers for line in _short(answer)]
            return "shortanswer", TYPED.pattern, case, answers
        case NumericalQuestion():
            return _numbers(question)
        case CalculatedQuestion():
            return _calculated(question)
        case MatchingQuestion():
            return _pairs(question)
        case OrderingQuestion():
            exact = (("grading", "exact"),) if question.grading == "exact" else ()
            return "ordering", NUMBERED.pattern, exact, _numbered(question.items)
        case GapQuestion():
            return _passage(question)
        case EssayQuestion():
            lines = (("lines", str(question.lines)),) if question.lines != 8 else ()
            return "essay", _QUOTE, lines, []
        case _:
            assert_never(question)


def _choices(question: ChoiceQuestion) -> _Notation:
    shuffle = () if question.shuffle else (("shuffle", "no"),)
    marks = "[]" if question.multiple else "()"
    lines = [line for choice in question.choices for line in _choice(choice, marks)]
    return "multiple" if question.multiple else "choice", CHOICE.pattern, shuffle, lines


def _choice(choice: Choice, marks: str) -> list[str]:
    mark = "x" if choice.correct else " "
    if choice.weight is not None:
        mark = f"{number(choice.weight)}%"
    marker = f"- {marks[0]}{mark}{marks[1]}"
    return [*item(marker, choice.text.source), *feedback(choice.feedback, "  ")]


def _true_false(question: TrueFalseQuestion) -> _Notation:
    choices = (
        Choice(text=question.true_label, correct=question.answer, feedback=question.true_feedback),
        Choice(
            text=question.false_label,
            correct=not question.answer,
            feedback=question.false_feedback,
        ),
    )
    lines = [line for choice in choices for line in _choice(choice, "()")]
    return "truefalse", CHOICE.pattern, (), lines


def _short(answer: Answer) -> list[str]:
    usual = Decimal(0) if answer.pattern == "*" else Decimal(100)
    weighted = answer.weight != usual or _LOOKS_WEIGHTED.match(answer.pattern)
    weight = f"{number(answer.weight)}% " if weighted else ""
    mark = ESCAPE if answer.pattern.startswith((ESCAPE, "<!--")) else ""
    return [f"= {weight}{mark}{answer.pattern}", *feedback(answer.feedback, "  ")]


def _numbers(question: NumericalQuestion) -> _Notation:
    lines: list[str] = []
    for answer in question.answers:
        weight = "" if answer.weight == 100 else f"{number(answer.weight)}% "
        value = number(answer.value).replace(".", ",")
        lines.append(f"= {weight}{value} ± {number(answer.tolerance).replace('.', ',')}")
        lines += feedback(answer.feedback, "  ")
    return "number", TYPED.pattern, _units(question.units), lines


def _units(units: Sequence[Unit]) -> Attributes:
    if len(units) == 1:
        return (("unit", units[0].name),)
    written = " ".join(f"{unit.name}:{number(unit.factor)}" for unit in units)
    return (("units", written),) if units else ()


def _calculated(question: CalculatedQuestion) -> _Notation:
    lines: list[str] = []
    for answer in question.answers:
        weight = "" if answer.weight == 100 else f"{number(answer.weight)}% "
        lines.append(f"= {weight}{answer.formula} ± {number(answer.tolerance)}")
        lines += feedback(answer.feedback, "  ")
    decimals = () if question.decimals == 2 else (("decimals", str(question.decimals)),)
    return "calculated", TYPED.pattern, (*_units(question.units), *decimals), lines


def _variants(question: CalculatedQuestion) -> list[str]:
    rows = [[number(value) for value in variant] for variant in question.variants]
    table = [[*question.variables], ["---"] * len(question.variables), *rows]
    return ["", "::: variants", *(f"| {' | '.join(row)} |" for row in table), ":::"]


def _pairs(question: MatchingQuestion) -> _Notation:
    lines: list[str] = []
    for pair in question.pairs:
        right = f":: {_right(pair.right)}"
        left = item("-", pair.left.source)
        if len(left) == 1:
            lines.append(f"{left[0]} {right}")
        else:
            lines += [*left, f"  {right}"]
    lines += [f"- :: {_right(right)}" for right in question.distractors]
    shuffle = () if question.shuffle else (("shuffle", "no"),)
    return "matching", _BULLET, shuffle, lines


def _right(right: str) -> str:
    return _SEPARATOR.sub(r"\\\1", right)


def _numbered(items: Sequence[Text]) -> list[str]:
    return [line for count, text in enumerate(items, 1) for line in item(f"{count}.", text.source)]


def _passage(question: GapQuestion) -> _Notation:
    def gap(match: re.Match[str]) -> str:
        index = match[1]
        if index is None:
            return match[0]
        return f"[[{_options(question.gaps[int(index) - 1])}]]"

    lines = [GAP.sub(gap, line) for line in escaped(question.passage.source, f"{_STEM}|{_QUOTE}")]
    more: list[tuple[str, str]] = []
    if question.extra:
        words = (_IN_WORD.sub(r"\\\1", word) for word in question.extra)
        more.append(("extra", ", ".join(words)))
    if question.case_sensitive:
        more.append(("case", "yes"))
    return f"gaps-{question.mode}", _QUOTE, tuple(more), lines


def _options(gap: Gap) -> str:
    return "|".join(_IN_GAP.sub(r"\\\1", option) for option in (*gap.answers, *gap.wrong))

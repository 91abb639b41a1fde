"""Questions without interaction: what is asked, and on request the answers folded away."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from html import escape
from re import sub
from typing import assert_never

from coursebuilder.markup import replace_gaps
from coursebuilder.model import (
    CalculatedQuestion,
    ChoiceQuestion,
    EssayQuestion,
    GapQuestion,
    MatchingQuestion,
    NumericalQuestion,
    OrderingQuestion,
    Question,
    ShortAnswerQuestion,
    TrueFalseQuestion,
)
from coursebuilder.model.formula import evaluate
from coursebuilder.model.scoring import choice_fractions
from coursebuilder.render import Rendering
from coursebuilder.render.strings import Strings, strings
from coursebuilder.text import Html, Text


def static_question_html(
    question: Question, rendering: Rendering, language: str, *, reveal: bool
) -> Html:
    """The question as text; with ``reveal`` its answer and feedback in a ``<details>`` below it.

    ``language`` (BCP 47) is the course's, for the labels.
    """
    words = strings(language)
    parts = [
        f'<div class="cb-stem">{rendering.html(question.stem)}</div>',
        _asked(question, rendering, words),
    ]
    if isinstance(question, CalculatedQuestion):
        parts = [_first_variant(question, part, words) for part in parts]
    if reveal:
        answer = "\n".join(_answer(question, rendering, words))
        if isinstance(question, CalculatedQuestion):
            answer = _first_variant(question, answer, words)
        parts.append(
            f'<details class="cb-fold cb-answer"><summary>{escape(words.answer)}</summary>\n'
            f"{answer}\n</details>"
        )
    body = "\n".join(part for part in parts if part)
    return Html(f'<div class="cb-question">\n{body}\n</div>')


def _first_variant(question: CalculatedQuestion, html: str, words: Strings) -> str:
    """The HTML with the numbers of the first variant."""
    for name, value in zip(question.variables, question.variants[0], strict=True):
        html = html.replace(f"{{{name}}}", _number(value, words))
    return html


def _asked(question: Question, rendering: Rendering, words: Strings) -> str:
    """What stands between the question and its answer: choices, options, the passage."""
    match question:
        case ChoiceQuestion():
            return _list([rendering.inline(choice.text) for choice in question.choices])
        case TrueFalseQuestion():
            return _list(
                [rendering.inline(question.true_label), rendering.inline(question.false_label)]
            )
        case MatchingQuestion():
            left = _list([rendering.inline(pair.left) for pair in question.pairs])
            return f"{left}\n{_options(question.options, words)}"
        case OrderingQuestion():
            return _list([rendering.inline(item) for item in _mixed(question.items)])
        case GapQuestion():
            return _passage(question, rendering, words)
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion() | EssayQuestion():
            return ""
        case _:
            assert_never(question)


def _answer(question: Question, rendering: Rendering, words: Strings) -> Iterator[str]:
    """The answer of a question, then its general feedback."""
    match question:
        case ChoiceQuestion():
            yield _list(_judged_choices(question, rendering, words))
        case TrueFalseQuestion():
            yield _list(_judged_truth(question, rendering, words))
        case ShortAnswerQuestion():
            yield _list(
                _with_feedback(
                    _pattern(answer.pattern), answer.weight, answer.feedback, rendering, words
                )
                for answer in question.answers
                if answer.weight > 0
            )
        case NumericalQuestion():
            unit = f" {question.units[0].name}" if question.units else ""
            yield _list(
                _with_feedback(
                    f"{_range(answer.value, answer.tolerance, words)}{unit}",
                    answer.weight,
                    answer.feedback,
                    rendering,
                    words,
                )
                for answer in question.answers
                if answer.weight > 0
            )
        case CalculatedQuestion():
            unit = f" {question.units[0].name}" if question.units else ""
            values = question.values(question.variants[0])
            yield _list(
                _with_feedback(
                    f"{_number(Decimal(repr(evaluate(answer.formula, values))), words)}{unit}",
                    answer.weight,
                    answer.feedback,
                    rendering,
                    words,
                )
                for answer in question.answers
                if answer.weight > 0
            )
        case MatchingQuestion():
            yield _list(
                f"{rendering.inline(pair.left)} → <strong>{escape(pair.right)}</strong>"
                for pair in question.pairs
            )
        case OrderingQuestion():
            yield _list((rendering.inline(item) for item in question.items), "ol")
        case GapQuestion():
            between = f" {escape(words.or_)} "
            yield _list(
                (
                    between.join(escape(_pattern(word)) for word in gap.answers)
                    for gap in question.gaps
                ),
                "ol",
            )
        case EssayQuestion():
            if question.model_answer is not None:
                yield rendering.html(question.model_answer)
        case _:
            assert_never(question)
    if question.feedback is not None:
        yield f'<div class="cb-feedback">{rendering.html(question.feedback)}</div>'


def _judged_choices(
    question: ChoiceQuestion, rendering: Rendering, words: Strings
) -> Iterator[str]:
    for choice, fraction in zip(question.choices, choice_fractions(question), strict=True):
        whole = choice.correct and (choice.weight is None or question.multiple)
        percent = Decimal(100) if whole else max(fraction, Decimal(0)) * 100
        yield _judged(choice.text, percent, choice.feedback, rendering, words)


def _judged_truth(
    question: TrueFalseQuestion, rendering: Rendering, words: Strings
) -> Iterator[str]:
    true, false = (100, 0) if question.answer else (0, 100)
    yield _judged(question.true_label, Decimal(true), question.true_feedback, rendering, words)
    yield _judged(question.false_label, Decimal(false), question.false_feedback, rendering, words)


def _judged(
    text: Text, percent: Decimal, feedback: Text | None, rendering: Rendering, words: Strings
) -> str:
    verdict, kind = words.incorrect, "wrong"
    if percent >= 100:
        verdict, kind = words.correct, "right"
    elif percent > 0:
        verdict, kind = words.partly.format(percent=_number(percent, words)), "partial"
    note = rendering.html(feedback) if feedback is not None else ""
    return (
        f"{rendering.inline(text)} "
        f'<strong class="cb-verdict cb-is-{kind}">({escape(verdict)})</strong>{note}'
    )


def _with_feedback(
    answer: str, weight: Decimal, feedback: Text | None, rendering: Rendering, words: Strings
) -> str:
    shown = f"<strong>{escape(answer)}</strong>"
    if weight < 100:
        shown += f" ({escape(words.partly.format(percent=_number(weight, words)))})"
    return shown + (rendering.html(feedback) if feedback is not None else "")


def _list(items: Sequence[str] | Iterator[str], tag: str = "ul") -> str:
    lines = "\n".join(f"<li>{item}</li>" for item in items)
    return f"<{tag}>\n{lines}\n</{tag}>" if lines else ""


def _options(options: Sequence[str], words: Strings) -> str:
    """The words to choose from, by the alphabet so that their order gives nothing away."""
    shown = " · ".join(escape(option) for option in sorted(options, key=str.casefold))
    return f'<p class="cb-options">{escape(words.options)} {shown}</p>'


def _mixed(items: Sequence[Text]) -> Sequence[Text]:
    """The items in an order that is the same in every build and not the right one."""
    mixed = sorted(items, key=lambda item: item.source.casefold())
    return mixed[1:] + mixed[:1] if mixed == list(items) else mixed


def _passage(question: GapQuestion, rendering: Rendering, words: Strings) -> str:
    def shown(number: int) -> str:
        gap = question.gaps[number - 1]
        label = escape(words.gap.format(number=number))
        space = f'<span class="cb-gap" role="img" aria-label="{label}">({number}) ______</span>'
        if question.mode == "choose":
            options = sorted((*gap.answers, *gap.wrong), key=str.casefold)
            space += f" ({' / '.join(escape(option) for option in options)})"
        return space

    html = replace_gaps(
        question.passage.source, rendering.html(question.passage), len(question.gaps), shown
    )
    if question.mode == "drag":
        bank = [word for gap in question.gaps for word in gap.answers]
        html += "\n" + _options((*bank, *question.extra), words)
    return html


def _pattern(pattern: str) -> str:
    r"""A short answer as one reads it: ``*`` is an ellipsis, ``\*`` a star."""
    return sub(r"\\\*|\*", lambda found: "*" if len(found[0]) == 2 else "…", pattern)


def _range(value: Decimal, tolerance: Decimal, words: Strings) -> str:
    shown = _number(value, words)
    return f"{shown} ± {_number(tolerance, words)}" if tolerance else shown


def _number(value: Decimal, words: Strings) -> str:
    """``33,3333`` or ``5``: four decimals at most, no zeros at the end."""
    shown = f"{value:.4f}".rstrip("0").rstrip(".") if value % 1 else f"{value:.0f}"
    return shown.replace(".", words.decimal)

"""How points are earned, the one rule that all targets and the player follow (as Moodle does)."""

from decimal import Decimal

from coursebuilder.model.question import ChoiceQuestion


def choice_fractions(question: ChoiceQuestion) -> tuple[Decimal, ...]:
    """The share of the points (-1…1) each choice gives, in order.

    The author's weights count as written. Without weights a right choice gives 1, or among several
    choices an equal share of 1; a wrong one gives 0, or among several choices takes an equal share
    of 1 away, so that ticking everything earns nothing. Moodle clips the sum at zero.
    """
    right = sum(choice.correct for choice in question.choices)
    wrong = len(question.choices) - right
    fractions: list[Decimal] = []
    for choice in question.choices:
        if choice.weight is not None:
            fractions.append(choice.weight / 100)
        elif not question.multiple:
            fractions.append(Decimal(int(choice.correct)))
        elif choice.correct:
            fractions.append(Decimal(1) / right)
        else:
            fractions.append(Decimal(-1) / wrong)
    return tuple(fractions)

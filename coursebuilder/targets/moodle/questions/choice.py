"""One choice, several choices, true or false."""

from decimal import Decimal

from coursebuilder.model import ChoiceQuestion, TrueFalseQuestion
from coursebuilder.model.scoring import choice_fractions
from coursebuilder.targets.moodle.elements import leaves, node
from coursebuilder.targets.moodle.questions.asked import PLAIN, Asked, Written


def multichoice(question: ChoiceQuestion, asked: Asked) -> Written:
    """``multichoice``, with radio buttons or tick boxes."""
    fractions = choice_fractions(question)
    answers = [
        asked.answer(
            number,
            asked.html(choice.text, "answer", asked.id_of("question_answer", number)),
            fraction,
            feedback=choice.feedback,
        )
        for number, (choice, fraction) in enumerate(
            zip(question.choices, fractions, strict=True), 1
        )
    ]
    options = node(
        "multichoice",
        *leaves(
            layout=0,
            single=int(not question.multiple),
            shuffleanswers=int(question.shuffle),
            **asked.combined_feedback(question),
            answernumbering="abc",
            shownumcorrect=0,
            showstandardinstruction=int(question.multiple),
        ),
        id=asked.id_of("multichoice"),
    )
    return Written(
        qtype="multichoice",
        options=(node("answers", *answers), options),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
        counts_correct=question.multiple,
    )


def truefalse(question: TrueFalseQuestion, asked: Asked) -> Written:
    """``truefalse``; Moodle shows its own words for the two answers."""
    true, false = asked.id_of("question_answer", 1), asked.id_of("question_answer", 2)
    right = Decimal(int(question.answer))
    answers = (
        asked.answer(1, "True", right, format=PLAIN, feedback=question.true_feedback),
        asked.answer(2, "False", 1 - right, format=PLAIN, feedback=question.false_feedback),
    )
    options = node(
        "truefalse",
        *leaves(trueanswer=true, falseanswer=false, showstandardinstruction=0),
        id=asked.id_of("truefalse"),
    )
    return Written(
        qtype="truefalse",
        options=(node("answers", *answers), options),
        stem=asked.html(question.stem, "questiontext"),
        default_mark=question.points,
        penalty=Decimal(1),
    )

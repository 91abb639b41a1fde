"""Walking the model: every text and every referenced asset, in reading order."""

from collections.abc import Iterator
from typing import assert_never

from coursebuilder.model.activity import Activity, Page, Quiz, Scan, Situation
from coursebuilder.model.block import (
    Accordion,
    Block,
    Body,
    Callout,
    Checklist,
    Downloads,
    Figure,
    Media,
    Practice,
    Prose,
    Reflection,
    Tabs,
)
from coursebuilder.model.platform import (
    Assignment,
    FileOffer,
    Folder,
    Forum,
    Glossary,
    Poll,
    Survey,
    WebLink,
)
from coursebuilder.model.question import (
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
from coursebuilder.text import Text


def blocks(body: Body) -> Iterator[Block]:
    """Every block of a body, those inside callouts, tabs and accordions included."""
    for block in body:
        yield block
        if isinstance(block, Callout):
            yield from blocks(block.body)
        elif isinstance(block, Tabs | Accordion):
            for panel in block.panels:
                yield from blocks(panel.body)


def activity_body(activity: Activity) -> Body:
    """The body of a page or platform activity, or what comes before a quiz, self-scan or situation."""
    if isinstance(activity, Quiz | Scan | Situation):
        return activity.introduction
    return activity.body


def activity_texts(activity: Activity) -> Iterator[Text]:
    """Every piece of Markdown of an activity, in reading order."""
    yield from body_texts(activity_body(activity))
    match activity:
        case (
            Page() | Assignment() | Forum() | Survey() | Poll() | WebLink() | FileOffer() | Folder()
        ):
            pass
        case Glossary():
            for term in activity.terms:
                yield term.definition
        case Quiz():
            for question in activity.questions:
                yield from question_texts(question)
            for band in activity.bands:
                yield band.text
        case Scan():
            for group in activity.groups:
                for statement in group.statements:
                    yield statement.text
                for advice in group.advice:
                    yield advice.text
        case Situation():
            for scene in activity.scenes:
                yield scene.text
                yield from _given(*(choice.consequence for choice in scene.choices))
        case _:
            assert_never(activity)


def body_texts(body: Body) -> Iterator[Text]:
    """Every piece of Markdown of a body, in reading order."""
    for block in body:
        yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[Text]:
    match block:
        case Prose():
            yield block.text
        case Callout():
            yield from body_texts(block.body)
        case Figure():
            yield from _given(block.caption, block.description)
        case Media():
            yield from _given(block.transcript)
        case Tabs() | Accordion():
            for panel in block.panels:
                yield from body_texts(panel.body)
        case Downloads():
            for item in block.items:
                yield from _given(item.description)
        case Reflection():
            yield block.prompt
        case Checklist():
            for line in block.items:
                yield line.text
        case Practice():
            yield from question_texts(block.question)
        case _:
            assert_never(block)


def question_texts(question: Question) -> Iterator[Text]:
    """Every piece of Markdown of a question, in reading order."""
    yield question.stem
    match question:
        case ChoiceQuestion():
            for choice in question.choices:
                yield from _given(choice.text, choice.feedback)
        case TrueFalseQuestion():
            yield from _given(question.true_label, question.true_feedback)
            yield from _given(question.false_label, question.false_feedback)
        case ShortAnswerQuestion() | NumericalQuestion() | CalculatedQuestion():
            for answer in question.answers:
                yield from _given(answer.feedback)
        case MatchingQuestion():
            for pair in question.pairs:
                yield pair.left
        case OrderingQuestion():
            yield from question.items
        case GapQuestion():
            yield question.passage
        case EssayQuestion():
            yield from _given(question.model_answer)
        case _:
            assert_never(question)
    yield from _given(
        question.feedback,
        *question.hints,
        question.when_correct,
        question.when_partial,
        question.when_incorrect,
    )


def _given(*texts: Text | None) -> Iterator[Text]:
    return (text for text in texts if text is not None)
